// The next official number of a kind: by the pattern of the region, or by that of all regions; what an import has used already is passed over.
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Load, one } from '../load.ts';
import { formatNumber } from '../numbering.ts';
import { refuse, refuseField } from '../refuse.ts';
import { type NumberSeries, numberPatterns, numberSeries } from './model.ts';

/** `plan`: 备案号. `letter`: 中标（成交）通知书. `change`: 中标结果变更备案. `contract`: 合同备案. `acceptance`: 履约验收. */
export const numberKinds = ['plan', 'letter', 'change', 'contract', 'acceptance'] as const;
export type NumberKind = (typeof numberKinds)[number];

/** Numbers that nobody has to set up before work can go on: in force while there is no row of this id. */
export const builtInPatterns: readonly { readonly id: string; readonly pattern: string }[] = [
  { id: 'letter/default', pattern: '{region}-TZ-{yyyy}-{seq:5}' },
  { id: 'change/default', pattern: '{region}-JGBG-{yyyy}-{seq:4}' },
  { id: 'contract/default', pattern: '{region}-HTBA-{yyyy}-{seq:5}' },
  { id: 'acceptance/default', pattern: '{region}-LYYS-{yyyy}-{seq:5}' },
];

export type NumbersGiven = { readonly numbers: readonly string[]; readonly series: NumberSeries };
type Wanted = {
  readonly kind: NumberKind;
  readonly regionCode: string;
  readonly year: number;
  readonly count: number;
  isTaken(number: string): Load<boolean>;
};

/**
 * Above all that was given under this pattern or under the one that it takes the place of, and past what an import has used already. Refusals: reference_missing (no
 * pattern), already_exists (no number is left).
 */
export function* nextNumbers({ kind, regionCode, year, count, isTaken }: Wanted): Load<Result<NumbersGiven>> {
  const set =
    (yield* one(numberPatterns, `${kind}/${regionCode}`)) ?? (yield* one(numberPatterns, `${kind}/default`));
  const own = builtInPatterns.find(({ id }) => id === `${kind}/default`);
  // Built-in patterns name the region, so that each has a series of its own.
  const pattern = set ?? (own === undefined ? undefined : { ...own, id: `${kind}/${regionCode}` });
  if (pattern === undefined) {
    return refuseField('reference_missing', 'regionCode', 'reference_missing', { entity: 'number_patterns' });
  }
  const id = `${pattern.id}/${year}`;
  let last = 0;
  for (const each of [`${kind}/${regionCode}/${year}`, `${kind}/default/${year}`]) {
    last = Math.max(last, (yield* one(numberSeries, each))?.last ?? 0);
  }
  const numbers: string[] = [];
  let seq = last + 1;
  while (numbers.length < count && seq <= mostSerial) {
    const number = formatNumber(pattern.pattern, { year, seq, region: regionCode });
    if (!number.ok) return number;
    if (yield* isTaken(number.value)) {
      seq = yield* firstFree(seq, function* (each) {
        const next = formatNumber(pattern.pattern, { year, seq: each, region: regionCode });
        return next.ok && (yield* isTaken(next.value));
      });
      continue;
    }
    numbers.push(number.value);
    last = seq;
    seq += 1;
  }
  return numbers.length === count
    ? ok({ numbers, series: { id, last } })
    : refuse('already_exists', { params: { entity: 'number_series', id } });
}

/** `{seq:8}` has no more. */
const mostSerial = 99_999_999;

/** A free serial above a taken one: where many in a row are taken, found by some looks into the index and not by one for each. */
function* firstFree(taken: number, isTaken: (seq: number) => Load<boolean>): Load<number> {
  let below = taken;
  let step = 1;
  while (below + step <= mostSerial && (yield* isTaken(below + step))) {
    below += step;
    step *= 2;
  }
  let free = Math.min(below + step, mostSerial + 1);
  while (free - below > 1) {
    const middle = Math.floor((below + free) / 2);
    if (yield* isTaken(middle)) below = middle;
    else free = middle;
  }
  return free;
}
