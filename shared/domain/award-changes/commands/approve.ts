// 同意备案: the filing gets its number. Where somebody wins after it, the change waits on the section until it is announced, and a draft of the 结果变更公告 is there at
// once; where nobody does, the result and its 通知书 are void now, and the section is to be ended.
import { toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { namedId } from '#shared/kernel/named-id.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { isValidUscc, normaliseUscc } from '#shared/kernel/uscc.ts';
import { numberSeries } from '../../admin/model.ts';
import { type NumbersGiven, nextNumbers } from '../../admin/next-number.ts';
import { draftOf } from '../../announcements/commands/create.ts';
import { loadAnnouncementFacts } from '../../announcements/facts.ts';
import type { AnnouncementFacts } from '../../announcements/facts-model.ts';
import { awards } from '../../awards/model.ts';
import { type Change, type Ctx, put } from '../../command.ts';
import { withStep } from '../../history.ts';
import { type Load, where } from '../../load.ts';
import { announcedResult, gate, refusedBy } from '../../projects/gates.ts';
import { sections } from '../../projects/model.ts';
import { withRefusal } from '../../projects/refusals.ts';
import { isSameBargain, type SectionResult, withVoid } from '../../projects/result.ts';
import { refuse, refuseField } from '../../refuse.ts';
import type { Given, Moving } from '../../step.ts';
import { type Around, loadAround, nextCandidates } from '../facts.ts';
import { type AwardChange, awardChanges } from '../model.ts';

export type Known = Around & {
  readonly numbers: Result<NumbersGiven>;
  /** Of the announcement that is drafted with it. */
  readonly facts: AnnouncementFacts | undefined;
};

/** Of the draft that its approval makes; the same wherever it is made. */
export const noticeIdOf = ({ id }: Pick<AwardChange, 'id'>) => namedId(`award-change/${id}/notice`);

export function* loadForApproval(row: AwardChange, ctx: Ctx): Load<Known | undefined> {
  const around = yield* loadAround(row, ctx);
  if (around === undefined) return undefined;
  const { regionCode, projectId, sectionId, original } = row;
  const numbers = yield* nextNumbers({
    ...{ kind: 'change', regionCode, year: yearOf(toPlainDate(ctx.now)), count: 1 },
    *isTaken(changeNo) {
      return (yield* where(awardChanges, { changeNo })).length > 0;
    },
  });
  const about = { id: noticeIdOf(row), type: 'RESULT_CHANGE' as const, templateVersion: undefined };
  const facts = yield* loadAnnouncementFacts(
    { ...about, projectId, targetId: original.announcementId, sectionIds: [sectionId], purchaserId: null },
    ctx.now,
  );
  return { ...around, numbers, facts };
}

/** The result is still the one that the filing was begun for, and no contract has been signed on it meanwhile, unless supplier and price stay. */
export function stillInForce({ row, known: { section, project } }: Given<AwardChange, Around>): Result<null> {
  const closed = refusedBy(
    gate(section, row.content.action === 'correct' ? 'correct_result' : 'change_result', project),
    'sectionId',
  );
  if (closed !== undefined) return closed;
  return announcedResult(section)?.awardId === row.original.awardId
    ? ok(null)
    : refuseField('stale', 'sectionId', 'result_changed');
}

export function approved(given: Moving<AwardChange, Known>): Result<readonly Change[]> {
  const { known, ctx, moved } = given;
  const { numbers } = known;
  if (!numbers.ok) return numbers;
  const [changeNo = ''] = numbers.value.numbers;
  const after = moved({ changeNo, approvedAt: ctx.now, approvedBy: ctx.actor.name });
  const filed = [put(awardChanges, after), put(numberSeries, numbers.value.series)];
  const effects = after.status === 'closed' ? nobodyWins(after, known, ctx) : somebodyWins(after, known, ctx);
  return effects.ok ? ok([...filed, ...effects.value]) : effects;
}

function somebodyWins(change: AwardChange, known: Known, ctx: Ctx): Result<readonly Change[]> {
  const { section, facts } = known;
  const { reasonCode, reason, corrections, action } = change.content;
  if (facts === undefined || reasonCode === null || (action !== 'next_candidate' && action !== 'correct')) {
    return refuse('internal');
  }
  const result = resultAfter(change, known, ctx);
  if (result === undefined) return refuse('internal');
  const pending = {
    ...{ changeId: change.id, changeNo: change.changeNo ?? '', action },
    ...{ reasonCode, reason, corrections, result },
  };
  const sectionAfter = { ...section, change: pending };
  const replaced = (all: AnnouncementFacts['sections']) =>
    all.map((each) => (each.id === section.id ? sectionAfter : each));
  const draft = draftOf(
    { ...facts, sections: replaced(facts.sections), allSections: replaced(facts.allSections) },
    {
      ...{ id: noticeIdOf(change), targetId: change.original.announcementId, sectionIds: [section.id] },
      ...{ content: {}, draftedBy: 'purchaser', createdBy: change.createdBy },
    },
    ctx,
  );
  if (!draft.ok) return draft;
  return ok([put(sections, sectionAfter), draft.value]);
}

/** The result as it will be in force; of a correction the supplier is the same. */
function resultAfter(change: AwardChange, around: Around, { now }: Ctx): SectionResult | undefined {
  const { original, content, id: awardId } = change;
  const { address, sizeClass, amount, rate } = content;
  // With the supplier stays who stands behind it.
  const members = content.action === 'correct' ? original.members : content.members;
  const said = {
    supplierAddress: address,
    ...{ sizeClass, members, amount, rate, awardId, determinedAt: now, announcementId: null, void: null },
  };
  if (content.action === 'correct') {
    return isSameBargain(content, original)
      ? { ...original, ...said, rate: original.rate }
      : { ...original, ...said, letter: null };
  }
  const candidate = nextCandidates(around).find(({ supplier }) => supplier === content.winner);
  if (candidate === undefined) return undefined;
  const uscc = normaliseUscc(candidate.uscc);
  return {
    ...said,
    noticeId: original.noticeId,
    supplierName: candidate.supplier,
    supplierUscc: isValidUscc(uscc) ? uscc : '',
    score: candidate.score,
    reviewPrice: candidate.reviewPrice,
    letter: null,
  };
}

function nobodyWins(change: AwardChange, known: Known, ctx: Ctx): Result<readonly Change[]> {
  const document = change.changeNo ?? '';
  const refused = change.content.reasonCode === 'SUPPLIER_REFUSED';
  const said = { recordId: change.id, document, at: ctx.now };
  const section = refused ? withRefusal(known.section, said) : known.section;
  return ok([
    put(sections, withVoid(section, ctx.now, document)),
    ...madeVoid(change, known, ctx, 'awardChanges.approve'),
  ]);
}

/** The award in whose course the result has ended, also where that was corrected before; a filing whose result has ended says so by the next one. */
export function madeVoid(
  { original, changeNo }: Pick<AwardChange, 'original' | 'changeNo'>,
  { awards: own }: Pick<Around, 'awards'>,
  ctx: Ctx,
  action: 'awardChanges.approve' | 'awardChanges.publish',
): readonly Change[] {
  return own
    .filter(({ noticeId, status }) => noticeId === original.noticeId && status === 'published')
    .map((award) =>
      put(awards, {
        ...award,
        status: 'void',
        updatedAt: ctx.now,
        history: withStep(award.history, ctx, action, changeNo ?? ''),
      }),
    );
}
