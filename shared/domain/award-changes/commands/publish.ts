// 发布结果变更公告: the new result is in force, the old 通知书 is void and a new one is issued, unless supplier and price are the same.
import { toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { namedId } from '#shared/kernel/named-id.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { isValidUscc } from '#shared/kernel/uscc.ts';
import { numberSeries } from '../../admin/model.ts';
import { type NumbersGiven, nextNumbers } from '../../admin/next-number.ts';
import { publicationOf } from '../../announcements/commands/publish-record.ts';
import { type LetterSays, loadLetterSays } from '../../awards/commands/publish.ts';
import { bannedAmong } from '../../awards/facts.ts';
import { isLetterTaken } from '../../awards/letter-taken.ts';
import { type Award, awards } from '../../awards/model.ts';
import { type Change, type Ctx, put } from '../../command.ts';
import { withStep } from '../../history.ts';
import { type Load, one, where } from '../../load.ts';
import { eventMade } from '../../projects/commands/record-event.ts';
import { sectionEvents } from '../../projects/events/model.ts';
import { type Section, sections } from '../../projects/model.ts';
import { resultOf, withResult } from '../../projects/result.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { supplierTold } from '../../suppliers/commands/save.ts';
import { type Supplier, supplierIdOf, suppliers } from '../../suppliers/model.ts';
import { loadAround } from '../facts.ts';
import { type AwardChange, awardChanges } from '../model.ts';
import { madeVoid } from './approve.ts';

type Changed = {
  readonly change: AwardChange;
  readonly section: Section;
  readonly awards: readonly Award[];
  readonly supplier: Supplier | undefined;
  /** Letters that are numbered before it in this announcement. */
  readonly lettersBefore: number;
  /** Who of those who are to win is excluded today. */
  readonly banned: ReturnType<typeof bannedAmong>;
};
type Own = {
  readonly changed: readonly Changed[];
  /** Undefined where all letters stay. */
  readonly numbers: Result<NumbersGiven> | undefined;
  readonly says: LetterSays;
};

export const changePublication = publicationOf<Own>('award-changes', {
  *load(row, ctx): Load<Own | undefined> {
    const { sectionIds, regionCode } = row;
    const { now } = ctx;
    const says = yield* loadLetterSays(row);
    const changed: Changed[] = [];
    let letters = 0;
    for (const sectionId of sectionIds) {
      const section = yield* one(sections, sectionId);
      const pending = section?.change ?? null;
      const change = pending === null ? undefined : yield* one(awardChanges, pending.changeId);
      if (section === undefined || pending === null || change === undefined) return undefined;
      const around = yield* loadAround(change, ctx);
      if (around === undefined) return undefined;
      const { supplierUscc, letter } = pending.result;
      const supplier = isValidUscc(supplierUscc)
        ? yield* one(suppliers, supplierIdOf(supplierUscc))
        : undefined;
      const own = yield* where(awards, { sectionId });
      changed.push({
        ...{ change, section, awards: own, supplier, lettersBefore: letters },
        banned: pending.action === 'correct' ? undefined : bannedAmong(around, toPlainDate(now)),
      });
      if (letter === null) letters += 1;
    }
    if (letters === 0) return { changed, says, numbers: undefined };
    const numbers = yield* nextNumbers({
      ...{ kind: 'letter', regionCode, year: yearOf(toPlainDate(now)), count: letters },
      isTaken: isLetterTaken,
    });
    return { changed, says, numbers };
  },
  check({ known: { own } }) {
    if (own.numbers !== undefined && !own.numbers.ok) return own.numbers;
    for (const { change, banned } of own.changed) {
      if (banned !== undefined) return refuseField('wrong_state', 'sectionIds', 'supplier_banned', banned);
      if (change.status !== 'approved')
        return refuseField('wrong_state', 'sectionIds', 'change_not_approved');
    }
    return ok(null);
  },
  section(section, own, { now }) {
    const result = resultOf(section);
    const letter = letterOf(own, section.id, now);
    return result === undefined ? section : withResult(section, { ...result, letter });
  },
  also({ row, known: { own }, ctx }) {
    const changes: Change[] = [];
    if (own.numbers?.ok === true) changes.push(put(numberSeries, own.numbers.value.series));
    for (const each of own.changed) {
      const made = announced(each, own, row.id, ctx);
      if (!made.ok) return made;
      changes.push(...made.value);
    }
    return ok(changes);
  },
});

function announced(each: Changed, own: Own, announcementId: string, ctx: Ctx): Result<readonly Change[]> {
  const { change, section, supplier } = each;
  const result = section.change?.result;
  if (result === undefined) return refuse('internal');
  const { supplierName: name, supplierUscc: uscc, supplierAddress: address, sizeClass } = result;
  const saved = isValidUscc(uscc)
    ? supplierTold(supplier, { uscc, name, address, sizeClass }, ctx, 'awardChanges.publish')
    : ok([]);
  if (!saved.ok) return saved;
  const letter = letterOf(own, section.id, ctx.now);
  const isNew = result.letter === null;
  return ok([
    put(awardChanges, {
      ...change,
      status: 'announced',
      announcementId,
      letter: isNew && letter !== null ? { ...letter, ...own.says } : null,
      updatedAt: ctx.now,
      history: withStep(change.history, ctx, 'awardChanges.publish', letter?.no ?? ''),
    }),
    // With supplier and price as they were, the letter stays, and what was determined with it.
    ...(isNew ? madeVoid(change, each, ctx, 'awardChanges.publish') : []),
    ...saved.value,
    ...(isNew ? [put(sectionEvents, letterIssued(change, section, letter?.no ?? '', ctx))] : []),
  ]);
}

function letterIssued({ id: changeId, original }: AwardChange, section: Section, note: string, ctx: Ctx) {
  const { noticeId } = original;
  const about = { id: namedId(`letter/${changeId}`), noticeId, round: section.schedule?.round ?? 1 };
  return eventMade(section, { ...about, kind: 'notice_issued', note }, 'awardChanges.publish', ctx);
}

/** The one that stays, or the new one. */
function letterOf({ changed, numbers }: Own, sectionId: string, at: number) {
  const own = changed.find(({ section }) => section.id === sectionId);
  const kept = own?.section.change?.result.letter ?? null;
  if (own === undefined || kept !== null) return kept;
  const no = numbers?.ok === true ? numbers.value.numbers[own.lettersBefore] : undefined;
  return no === undefined ? null : { no, at };
}
