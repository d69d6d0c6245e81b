// What a draw has to know of the library and of other draws, for begin and for 补抽 alike.
import type { Exclusion } from '#shared/draw/transcript.ts';
import { addDays, type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { type Load, where } from '../../load.ts';
import { sealContext, type Vault } from '../../vault.ts';
import { type Expert, experts, openPerson } from '../library/model.ts';
import { openPeople, type PoolList } from '../pools/model.ts';
import { exclusionsOf } from './exclusions.ts';
import { type Draw, draws, reviewDaysOf } from './model.ts';
import { type DrawRequest, drawRequestSchema } from './request.ts';

export type Around = { readonly library: readonly Expert[]; readonly others: readonly Draw[] };
type Times = Pick<DrawRequest, 'reviewAt' | 'reviewDays'>;

export function* loadAround(times: Times): Load<Around> {
  return { library: yield* where(experts, {}), others: yield* loadOthers(times) };
}

/** Draws whose reviews may fall on the same days. */
export function* loadOthers(times: Times): Load<readonly Draw[]> {
  const others: Draw[] = [];
  for (const day of daysToLookAt(times)) others.push(...(yield* where(draws, { reviewDay: day })));
  return others;
}

const longestReview = drawRequestSchema.shape.reviewDays.maxValue ?? 1;

/** A review of several days that began before may still go on. */
function daysToLookAt(times: Times): readonly PlainDate[] {
  const days = reviewDaysOf(times);
  const first = days[0] ?? toPlainDate(times.reviewAt);
  const before = Array.from({ length: longestReview - 1 }, (_, back) => addDays(first, -1 - back));
  return [...before, ...days];
}

export function exclusionsNow(
  vault: Vault,
  request: DrawRequest,
  list: PoolList,
  { library, others }: Around,
): readonly Exclusion[] {
  const days = reviewDaysOf(request);
  return exclusionsOf(openPeople(vault, list), {
    request,
    days,
    people: new Map(library.map((expert) => [expert.id, openPerson(vault, expert)])),
    serving: servingIn(vault, request, others),
  });
}

/** Who sits in another review on one of these days. */
export function servingIn(
  vault: Vault,
  own: Times & Pick<DrawRequest, 'applyNo'>,
  others: readonly Draw[],
): ReadonlySet<Id> {
  const days = reviewDaysOf(own);
  const serving = others
    .filter(({ applyNo, recorded }) => applyNo !== own.applyNo && recorded.voided === null)
    .filter((other) => reviewDaysOf(other).some((day) => days.includes(day)))
    .flatMap((other) => seatedIn(vault, other));
  return new Set(serving);
}

function seatedIn(vault: Vault, { id, seated }: Pick<Draw, 'id' | 'seated'>): readonly Id[] {
  return vault.open(sealContext(draws.name, id), seated) as readonly Id[];
}
