// What the papers of a result say, as it was when it was announced: texts free of signs that turn the direction of writing, for everybody else's words end in them.
import { passedOverReasons } from '#shared/codes/award.ts';
import { codeName, findCode } from '#shared/codes/code-table.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import { type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';
import { normaliseName } from '#shared/kernel/text.ts';
import { type MethodWords, methodWords, awardPaperText as words } from '#shared/text/zh-CN/award-papers.ts';
import { withoutTurns } from '../../announcements/published-text.ts';
import { type Load, one, where } from '../../load.ts';
import { eventInForce } from '../../projects/events/course.ts';
import { type SectionEvent, sectionEvents } from '../../projects/events/model.ts';
import { type Project, projects, type Section } from '../../projects/model.ts';
import { winnerOf } from '../facts.ts';
import type { Award, Party } from '../model.ts';

/** What is held of a result. */
export type Held = {
  readonly award: Award;
  readonly project: Project;
  /** Of the section. */
  readonly events: readonly SectionEvent[];
};

/** Undefined where the project is not there. */
export function* loadHeld(award: Award): Load<Held | undefined> {
  const project = yield* one(projects, award.projectId);
  if (project === undefined) return undefined;
  return {
    award,
    project,
    events: yield* where(sectionEvents, { sectionId: award.sectionId }),
  };
}

/** How another supplier came off. */
export type Other = {
  /** The name as it is stored, which tells it from all others. */
  readonly key: string;
  readonly supplier: string;
  readonly came:
    | { readonly as: 'rejected'; readonly reason: string }
    | {
        readonly as: 'ranked';
        readonly score: number | null;
        readonly reviewPrice: number | null;
        readonly rank: number;
        /** Why it was passed over, as the table of reasons has it; null where it was not. */
        readonly passedOver: string | null;
      }
    /** It has bid, and nobody has said what came of it. */
    | { readonly as: 'unknown' };
};

export type PaperFacts = {
  readonly letter: { readonly no: string; readonly day: PlainDate };
  readonly method: MethodWords & { readonly name: string };
  readonly about: { readonly projectName: string; readonly projectNo: string; readonly section: string };
  readonly planNo: string;
  readonly winner: {
    readonly supplier: string;
    readonly uscc: string;
    readonly members: Award['content']['members'];
    readonly amount: number | null;
    readonly rate: string;
  };
  readonly others: readonly Other[];
  readonly purchaser: Party;
  readonly agency: Party | null;
  readonly contractSignDays: number;
};

/** Undefined before the 结果公告: until then there is no letter (条例 art 43). */
export function paperFacts(held: Held): PaperFacts | undefined {
  const { award, project } = held;
  const { letter, content, ranking } = award;
  const winner = winnerOf(content, ranking);
  if (letter === null || winner === undefined) return undefined;
  return {
    letter: { no: withoutTurns(letter.no), day: toPlainDate(letter.at) },
    method: {
      name: codeName(procurementMethods, project.method) ?? project.method,
      ...methodWords(findCode(procurementMethods, project.method)),
    },
    about: {
      projectName: withoutTurns(award.projectName),
      projectNo: withoutTurns(project.projectNo ?? ''),
      section: withoutTurns(words.section(award.sectionNo, award.sectionName, award.projectName)),
    },
    planNo: withoutTurns(project.planNo),
    winner: {
      supplier: withoutTurns(winner.supplier),
      uscc: withoutTurns(winner.uscc),
      members: content.members.map(({ name, uscc, share }) => ({
        name: withoutTurns(name),
        uscc: withoutTurns(uscc),
        share: withoutTurns(share),
      })),
      amount: content.amount,
      rate: withoutTurns(content.rate),
    },
    others: othersOf(award, held.events),
    purchaser: inWords(letter.purchaser),
    agency: letter.agency === null ? null : inWords(letter.agency),
    contractSignDays: letter.contractSignDays,
  };
}

function inWords({ name, address, phone }: Party): Party {
  return { name: withoutTurns(name), address: withoutTurns(address), phone: withoutTurns(phone) };
}

/** All who have bid, been ranked or been rejected, but the winner: in the order of the ranking, then as the centre has told of them. */
function othersOf(award: Award, events: readonly SectionEvent[]): readonly Other[] {
  const evaluation = events.find(({ id }) => id === award.evaluationId)?.details;
  const rejected = evaluation?.of === 'evaluation' ? evaluation.rejected : [];
  const opening = eventInForce(courseOf(award), events, 'opening')?.details;
  const bidders = opening?.of === 'opening' ? opening.bidders : [];
  const names = [
    ...award.ranking.map(({ supplier }) => supplier),
    ...rejected.map(({ supplier }) => supplier),
    ...bidders.map(({ name }) => name),
  ];
  // However the opening and the report have spelt them.
  const winners = new Set(
    [award.content.winner, ...award.content.members.map(({ name }) => name)].map(normaliseName),
  );
  const others = [...new Set(names)].filter((name) => !winners.has(normaliseName(name)));
  return others.map((key) => {
    return { key, supplier: withoutTurns(key), came: cameOff(key, award, rejected) };
  });
}

/** The section in the notice in whose course the result was determined, wherever it stands now. */
function courseOf({ sectionId, noticeId, round, createdAt }: Award): Pick<Section, 'id' | 'schedule'> {
  return {
    id: sectionId,
    schedule: {
      ...{ announcementId: noticeId, round, publishedOn: toPlainDate(createdAt) },
      ...{ documentsFrom: null, documentsUntil: null, deadline: null, opening: null },
    },
  };
}

function cameOff(
  name: string,
  { content, ranking }: Award,
  rejected: readonly { readonly supplier: string; readonly reason: string }[],
): Other['came'] {
  const line = ranking.find(({ supplier }) => supplier === name);
  if (line !== undefined) {
    const { score, reviewPrice, rank } = line;
    // Only which of the lawful reasons: what was written about it may speak of others.
    const isBefore = rank <= (winnerOf(content, ranking)?.rank ?? 0);
    const said = content.passedOver.find(({ supplier }) => supplier === name);
    const why = isBefore ? (said?.reasonCode ?? null) : null;
    const passedOver = why === null ? null : (codeName(passedOverReasons, why) ?? why);
    return { as: 'ranked', score, reviewPrice, rank, passedOver };
  }
  const out = rejected.find(({ supplier }) => supplier === name);
  return out === undefined ? { as: 'unknown' } : { as: 'rejected', reason: withoutTurns(out.reason) };
}
