// The next official number of a kind: by the pattern of the region, or by that of all regions; what an import has used already is passed over.
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Load, one } from '../load.ts';
import { formatNumber } from '../numbering.ts';
import { refuse, refuseField } from '../refuse.ts';
import { type NumberSeries, numberPatterns, numberSeries } from './model.ts';

/** `plan`: 备案号. `letter`: 中标（成交）通知书. `change`: 中标结果变更备案. */
export const numberKinds = ['plan', 'letter', 'change'] as const;
export type NumberKind = (typeof numberKinds)[number];

/** Numbers that nobody has to set up before work can go on: in force while there is no row of this id. */
export const builtInPatterns: readonly { readonly id: string; readonly pattern: string }[] = [
  { id: 'letter/default', pattern: '{region}-TZ-{yyyy}-{seq:5}' },
  { id: 'change/default', pattern: '{region}-JGBG-{yyyy}-{seq:4}' },
];

export type NumbersGiven = { readonly numbers: readonly string[]; readonly series: NumberSeries };
type Wanted = {
  readonly kind: NumberKind;
  readonly regionCode: string;
  readonly year: number;
  readonly count: number;
  isTaken(number: string): Load<boolean>;
};

/** Refusals: reference_missing (no pattern), already_exists (a thousand in a row are taken). */
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
  const series = yield* one(numberSeries, id);
  const start = (series?.last ?? 0) + 1;
  const numbers: string[] = [];
  for (let seq = start; seq < start + 1000 + count; seq += 1) {
    const number = formatNumber(pattern.pattern, { year, seq, region: regionCode });
    if (!number.ok) return number;
    if (yield* isTaken(number.value)) continue;
    numbers.push(number.value);
    if (numbers.length === count) return ok({ numbers, series: { id, last: seq } });
  }
  return refuse('already_exists', { params: { entity: 'number_series', id } });
}
