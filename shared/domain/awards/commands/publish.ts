// 发布结果公告: the 中标（成交）通知书 of each section gets its number and its day with it, never before (条例 art 43), and what was determined is in force.
import { type Instant, toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { namedId } from '#shared/kernel/named-id.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { isValidUscc } from '#shared/kernel/uscc.ts';
import { numberSeries, type Organisation, organisations } from '../../admin/model.ts';
import { type NumbersGiven, nextNumbers } from '../../admin/next-number.ts';
import { loadSetting } from '../../admin/settings.ts';
import { publicationOf } from '../../announcements/commands/publish-record.ts';
import { type Change, type Ctx, put } from '../../command.ts';
import { withStep } from '../../history.ts';
import { type Load, one } from '../../load.ts';
import { eventMade } from '../../projects/commands/record-event.ts';
import { sectionEvents } from '../../projects/events/model.ts';
import { type Section, sections } from '../../projects/model.ts';
import { resultOf, type SectionResult, withResult } from '../../projects/result.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { supplierTold } from '../../suppliers/commands/save.ts';
import type { Supplier } from '../../suppliers/model.ts';
import { type Around, bannedAmong, loadAround } from '../facts.ts';
import { isLetterTaken } from '../letter-taken.ts';
import { type Award, awards, type Letter, type Party } from '../model.ts';
import { unchanged } from './determine.ts';

type Announced = Around & { readonly award: Award };
type Own = {
  readonly announced: readonly Announced[];
  readonly numbers: Result<NumbersGiven>;
  /** What every letter says beside its number. */
  readonly says: LetterSays;
};

export type LetterSays = Omit<Letter, 'no' | 'at'>;

/** As settings and organisations are on the day it is issued. */
export function* loadLetterSays({
  purchaserId,
  purchaserName,
  agencyId,
}: Pick<Award, 'purchaserId' | 'purchaserName' | 'agencyId'>): Load<LetterSays> {
  const agency = agencyId === null ? undefined : yield* one(organisations, agencyId);
  return {
    contractSignDays: yield* loadSetting('deadlines.contractSignDays'),
    purchaser: partyOf(yield* one(organisations, purchaserId), purchaserName),
    agency: agencyId === null ? null : partyOf(agency, ''),
  };
}

export const resultPublication = publicationOf<Own>('awards', {
  *load(row, { now }): Load<Own | undefined> {
    const { sectionIds, regionCode } = row;
    const announced: Announced[] = [];
    for (const sectionId of sectionIds) {
      const section = yield* one(sections, sectionId);
      const result = section === undefined ? undefined : resultOf(section);
      const award = result === undefined ? undefined : yield* one(awards, result.awardId);
      const around = award === undefined ? undefined : yield* loadAround(award, { now });
      if (award === undefined || around === undefined) return undefined;
      announced.push({ ...around, award });
    }
    const numbers = yield* nextNumbers({
      ...{ kind: 'letter', regionCode, year: yearOf(toPlainDate(now)), count: announced.length },
      isTaken: isLetterTaken,
    });
    return { announced, numbers, says: yield* loadLetterSays(row) };
  },
  check({ known: { own }, ctx }) {
    if (!own.numbers.ok) return own.numbers;
    for (const { award, ...around } of own.announced) {
      if (award.status !== 'confirmed') {
        return refuseField('wrong_state', 'sectionIds', 'award_not_confirmed', {
          sectionNo: award.sectionNo,
        });
      }
      const still = unchanged(award, around);
      if (!still.ok) return still;
      const banned = bannedAmong(around, toPlainDate(ctx.now));
      if (banned !== undefined) return refuseField('wrong_state', 'sectionIds', 'supplier_banned', banned);
    }
    return ok(null);
  },
  section(section, own, { now }) {
    const result = resultOf(section);
    const letter = letterOf(own, section.id, now);
    return result === undefined || letter === null ? section : withResult(section, { ...result, letter });
  },
  also({ row, known: { own }, ctx }) {
    if (!own.numbers.ok) return refuse('internal');
    const changes: Change[] = [put(numberSeries, own.numbers.value.series)];
    for (const { award, section, supplier } of own.announced) {
      const letter = letterOf(own, section.id, ctx.now);
      // Only now: who has won nobody reads before the announcement.
      const saved = winnerSaved(section, supplier, ctx);
      if (!saved.ok) return saved;
      changes.push(
        ...saved.value,
        put(awards, {
          ...award,
          status: 'published',
          announcementId: row.id,
          letter: letter === null ? null : { ...letter, ...own.says },
          updatedAt: ctx.now,
          history: withStep(award.history, ctx, 'awards.publish', letter?.no ?? ''),
        }),
        put(sectionEvents, letterIssued(award, section, letter?.no ?? '', ctx)),
      );
    }
    return ok(changes);
  },
});

function letterIssued({ id, noticeId, round }: Award, section: Section, note: string, ctx: Ctx) {
  const made = { id: namedId(`letter/${id}`), noticeId, round, kind: 'notice_issued', note } as const;
  return eventMade(section, made, 'awards.publish', ctx);
}

function winnerSaved(section: Section, known: Supplier | undefined, ctx: Ctx): Result<readonly Change[]> {
  const result = resultOf(section);
  if (result === undefined || !isValidUscc(result.supplierUscc)) return ok([]);
  const { supplierUscc: uscc, supplierName: name, supplierAddress: address, sizeClass } = result;
  return supplierTold(known, { uscc, name, address, sizeClass }, ctx, 'awards.publish');
}

/** In the order of the sections. */
function letterOf({ announced, numbers }: Own, sectionId: string, at: Instant): SectionResult['letter'] {
  const index = announced.findIndex(({ section }) => section.id === sectionId);
  const no = numbers.ok ? numbers.value.numbers[index] : undefined;
  return no === undefined ? null : { no, at };
}

function partyOf(organisation: Organisation | undefined, otherwise: string): Party {
  const { name, address, phone } = organisation ?? { name: otherwise, address: '', phone: '' };
  return { name, address, phone };
}
