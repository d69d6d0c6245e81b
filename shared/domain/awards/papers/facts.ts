// What the papers of a result say, as it was when it was announced: texts free of signs that turn the direction of writing, for everybody else's words end in them.
import { passedOverReasons } from '#shared/codes/award.ts';
import { codeName, findCode } from '#shared/codes/code-table.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import { type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';
import { normaliseName } from '#shared/kernel/text.ts';
import { isValidUscc, normaliseUscc } from '#shared/kernel/uscc.ts';
import { type MethodWords, methodWords, awardPaperText as words } from '#shared/text/zh-CN/award-papers.ts';
import type { Announcement } from '../../announcements/model.ts';
import { withoutTurns } from '../../announcements/published-text.ts';
import { type Load, one, where } from '../../load.ts';
import { eventInForce } from '../../projects/events/course.ts';
import { type Evaluation, type SectionEvent, sectionEvents } from '../../projects/events/model.ts';
import { type Project, projects, type Section, sections } from '../../projects/model.ts';
import type { SectionResult } from '../../projects/result.ts';
import { winnerOf } from '../facts.ts';
import type { Award, Candidate, Letter, Party } from '../model.ts';
import { loadEnds, type Standing, standingOf } from '../standing.ts';

/** What is held of a result. */
export type Held = {
  readonly award: Award;
  readonly project: Project;
  readonly section: Section;
  /** Of the section. */
  readonly events: readonly SectionEvent[];
  /** 终止公告 of the project that count. */
  readonly ends: readonly Announcement[];
};

/** Undefined where project or section are not there. */
export function* loadHeld(award: Award): Load<Held | undefined> {
  const { projectId, sectionId } = award;
  const project = yield* one(projects, projectId);
  const section = yield* one(sections, sectionId);
  if (project === undefined || section === undefined) return undefined;
  return {
    ...{ award, project, section },
    events: yield* where(sectionEvents, { sectionId }),
    ends: yield* loadEnds(projectId),
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
    /** It has won, and its result was changed. */
    | { readonly as: 'replaced'; readonly no: string; readonly document: string; readonly day: PlainDate }
    /** It has bid, and nobody has said what came of it. */
    | { readonly as: 'unknown' };
};

/** Who issues it. */
export type Parties = { readonly purchaser: Party; readonly agency: Party | null };

/** By which 中标结果变更备案 it came about. */
export type ByChange = {
  readonly no: string;
  /** The letter of the same supplier in whose place the new one comes. */
  readonly replaces: string | null;
};

export type PaperFacts = Parties & {
  readonly letter: { readonly no: string; readonly day: PlainDate };
  readonly method: MethodWords & { readonly name: string };
  readonly about: { readonly projectName: string; readonly projectNo: string; readonly section: string };
  readonly planNo: string;
  /** 合同履行期限, as the centre has told it; empty where it has not. */
  readonly period: string;
  readonly winner: {
    readonly supplier: string;
    readonly uscc: string;
    readonly members: Award['content']['members'];
    readonly amount: number | null;
    readonly rate: string;
  };
  readonly others: readonly Other[];
  readonly contractSignDays: number;
  /** Null where it was determined from the evaluation. */
  readonly byChange: ByChange | null;
  /** Whether it counts now. */
  readonly standing: Standing;
};

/** Whoever has won, for how much. */
export type Winner = Pick<
  SectionResult,
  'supplierName' | 'supplierUscc' | 'members' | 'amount' | 'rate' | 'awardId'
>;

/** Undefined before the 结果公告: until then there is no letter (条例 art 43). */
export function paperFacts(held: Held): PaperFacts | undefined {
  const { award } = held;
  const { letter, content, ranking, id: awardId } = award;
  const winner = winnerOf(content, ranking);
  if (letter === null || winner === undefined) return undefined;
  const { members, amount, rate } = content;
  const { supplier: supplierName, uscc: supplierUscc } = winner;
  return factsOf(held, letter, { supplierName, supplierUscc, members, amount, rate, awardId }, null);
}

/** Of the award's own result, or of one that a filing has put in its place. */
export function factsOf(held: Held, letter: Letter, winner: Winner, byChange: ByChange | null): PaperFacts {
  const { project, section, ends } = held;
  return {
    letter: { no: withoutTurns(letter.no), day: toPlainDate(letter.at) },
    ...subjectOf(held),
    planNo: withoutTurns(project.planNo),
    period: withoutTurns(section.performancePeriod ?? ''),
    winner: {
      supplier: withoutTurns(winner.supplierName),
      uscc: withoutTurns(winner.supplierUscc),
      members: winner.members.map(({ name, uscc, share }) => ({
        name: withoutTurns(name),
        uscc: withoutTurns(uscc),
        share: withoutTurns(share),
      })),
      amount: winner.amount,
      rate: withoutTurns(winner.rate),
    },
    others: othersOf(held, winner),
    ...partiesOf(letter),
    contractSignDays: letter.contractSignDays,
    byChange,
    standing: standingOf(section, ends, { awardId: winner.awardId, noticeId: held.award.noticeId }),
  };
}

/** What any paper of it is about, and how its method speaks. */
export function subjectOf({ award, project }: Pick<Held, 'award' | 'project'>) {
  return {
    method: {
      name: codeName(procurementMethods, project.method) ?? project.method,
      ...methodWords(findCode(procurementMethods, project.method)),
    },
    about: {
      projectName: withoutTurns(award.projectName),
      projectNo: withoutTurns(project.projectNo ?? ''),
      section: withoutTurns(words.section(award.sectionNo, award.sectionName, award.projectName)),
    },
  };
}

/** Who has issued it. */
export function partiesOf({ purchaser, agency }: Parties): Parties {
  return { purchaser: inWords(purchaser), agency: agency === null ? null : inWords(agency) };
}

function inWords({ name, address, phone }: Party): Party {
  return { name: withoutTurns(name), address: withoutTurns(address), phone: withoutTurns(phone) };
}

/** All who have bid, been ranked or been rejected, but the winner: in the order of the ranking, then as the centre has told of them. */
function othersOf(held: Held, winner: Winner): readonly Other[] {
  const { award, events } = held;
  const { evaluations, names } = bidOn(award, events);
  // However the opening and the report have spelt them.
  const winners = new Set(
    [winner.supplierName, ...winner.members.map(({ name }) => name)].map(normaliseName),
  );
  const others = distinct(names, codesIn(award, events)).filter((name) => !winners.has(normaliseName(name)));
  return others.map((key) => {
    const came = replacedIn(held, key, winner) ?? cameOff(key, award, evaluations, winner);
    return { key, supplier: withoutTurns(key), came };
  });
}

/** Each supplier once, by its first spelling: it is the same by name, or by its code. */
function distinct(names: readonly string[], codes: ReadonlyMap<string, string>): readonly string[] {
  const met = new Set<string>();
  return names.filter((name) => {
    const keys = [normaliseName(name), codes.get(normaliseName(name)) ?? normaliseName(name)];
    const isNew = keys.every((key) => !met.has(key));
    for (const key of keys) met.add(key);
    return isNew;
  });
}

/** The code of each name that somebody has told one with. */
function codesIn(award: Award, events: readonly SectionEvent[]): ReadonlyMap<string, string> {
  const told = events.flatMap(({ details }) =>
    details?.of === 'opening'
      ? details.bidders
      : details?.of === 'evaluation'
        ? [...details.ranking, ...details.rejected].map(({ supplier: name, uscc }) => ({ name, uscc }))
        : [],
  );
  const ranked = award.ranking.map(({ supplier: name, uscc }) => ({ name, uscc }));
  return new Map(
    [...told, ...ranked].flatMap(({ name, uscc }) =>
      isValidUscc(uscc ?? '') ? [[normaliseName(name), normaliseUscc(uscc ?? '')] as const] : [],
    ),
  );
}

/** What one evaluation says of everybody. */
type Evaluated = Pick<Evaluation, 'rejected'> & {
  readonly ranking: readonly Pick<Candidate, 'supplier' | 'score' | 'reviewPrice' | 'rank'>[];
};

/** That which the result stands on, then the newest one: it may tell of those of whom the first has not. */
function bidOn(award: Award, events: readonly SectionEvent[]) {
  const stoodOn = events.find(({ id }) => id === award.evaluationId)?.details;
  const newest = eventInForce(courseOf(award), events, 'evaluation_ended')?.details;
  const rejected = stoodOn?.of === 'evaluation' ? stoodOn.rejected : [];
  const evaluations: readonly Evaluated[] = [
    { ranking: award.ranking, rejected },
    ...(newest?.of === 'evaluation' ? [newest] : []),
  ];
  const opening = eventInForce(courseOf(award), events, 'opening')?.details;
  const bidders = opening?.of === 'opening' ? opening.bidders : [];
  const names = [
    ...award.ranking.map(({ supplier }) => supplier),
    ...rejected.map(({ supplier }) => supplier),
    ...bidders.map(({ name }) => name),
  ];
  return { evaluations, names };
}

/** It had won before this result was in force. */
function replacedIn({ section }: Held, name: string, winner: Winner): Other['came'] | undefined {
  const { results } = section;
  const at = results.findIndex(({ awardId }) => awardId === winner.awardId);
  const before = results
    .slice(0, Math.max(at, 0))
    .findLast(({ supplierName }) => normaliseName(supplierName) === normaliseName(name));
  if (before === undefined || before.letter === null || before.void === null) return undefined;
  const { at: day, document } = before.void;
  return {
    as: 'replaced',
    no: withoutTurns(before.letter.no),
    document: withoutTurns(document),
    day: toPlainDate(day),
  };
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
  evaluations: readonly Evaluated[],
  winner: Winner,
): Other['came'] {
  const isIt = ({ supplier }: { readonly supplier: string }) =>
    normaliseName(supplier) === normaliseName(name);
  for (const each of evaluations) {
    const line = each.ranking.find(isIt);
    if (line !== undefined) {
      const { score, reviewPrice, rank } = line;
      // Only which of the lawful reasons: what was written about it may speak of others.
      const isBefore = rank <= (ranking.find(({ supplier }) => supplier === winner.supplierName)?.rank ?? 0);
      const said = content.passedOver.find(isIt);
      const why = isBefore ? (said?.reasonCode ?? null) : null;
      const passedOver = why === null ? null : (codeName(passedOverReasons, why) ?? why);
      return { as: 'ranked', score, reviewPrice, rank, passedOver };
    }
    const out = each.rejected.find(isIt);
    if (out !== undefined) return { as: 'rejected', reason: withoutTurns(out.reason) };
  }
  return { as: 'unknown' };
}
