// 公开招标数额标准 and 分散采购限额标准: amounts from which 公开招标 or any regulated procurement is required. They are regional and yearly; the
// amounts here are only the defaults of a setting, none verified, and an administrator replaces them with the published ones.
import { z } from 'zod';
import { type PlainDate, plainDateSchema } from '../kernel/dates.ts';
import { fenSchema } from '../kernel/money.ts';
import { isInForce } from './code-table.ts';

export const thresholdSchema = z.object({
  kind: z.enum(['openTender', 'purchaseLimit']),
  category: z.enum(['A', 'B', 'C']),
  level: z.enum(['province', 'city', 'county']),
  /** Reached by an amount equal to it: 以上 includes the figure (87号令 art 86). */
  amount: fenSchema,
  validFrom: plainDateSchema.nullable(),
  validTo: plainDateSchema.nullable(),
  verified: z.boolean(),
});
export type Threshold = z.infer<typeof thresholdSchema>;

const yuan = 100;
const all = ['province', 'city', 'county'] as const;

export const defaultThresholds: readonly Threshold[] = [
  ...all.map((level) => unverified('openTender', 'A', level, 2_000_000)),
  ...all.map((level) => unverified('openTender', 'B', level, 4_000_000)),
  ...all.map((level) => unverified('openTender', 'C', level, 2_000_000)),
  unverified('purchaseLimit', 'A', 'province', 500_000),
  unverified('purchaseLimit', 'A', 'city', 500_000),
  unverified('purchaseLimit', 'A', 'county', 300_000),
  unverified('purchaseLimit', 'B', 'province', 600_000),
  unverified('purchaseLimit', 'B', 'city', 600_000),
  unverified('purchaseLimit', 'B', 'county', 600_000),
  unverified('purchaseLimit', 'C', 'province', 500_000),
  unverified('purchaseLimit', 'C', 'city', 500_000),
  unverified('purchaseLimit', 'C', 'county', 300_000),
];

/** The threshold in force on the day; of several, the one that came into force last. */
export function thresholdOn(
  thresholds: readonly Threshold[],
  wanted: Pick<Threshold, 'kind' | 'category' | 'level'>,
  date: PlainDate,
): Threshold | undefined {
  return thresholds
    .filter(
      (each) =>
        each.kind === wanted.kind &&
        each.category === wanted.category &&
        each.level === wanted.level &&
        isInForce(each, date),
    )
    .toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
    .at(-1);
}

function unverified(
  kind: Threshold['kind'],
  category: Threshold['category'],
  level: Threshold['level'],
  amountInYuan: number,
): Threshold {
  const amount = amountInYuan * yuan;
  return { kind, category, level, amount, validFrom: null, validTo: null, verified: false };
}
