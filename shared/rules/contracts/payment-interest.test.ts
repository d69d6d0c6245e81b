import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingDefinitions } from '#shared/domain/admin/settings.ts';
import { maxFen } from '#shared/kernel/money.ts';
import { daysLate, type InterestRate, interestOf, lprOn, rateOf } from './payment-interest.ts';

const daily: InterestRate = { kind: 'daily' };
const annual = (percent: string): InterestRate => ({ kind: 'annual', percent });

describe('interest', () => {
  it.each([
    // 100 万元 for 10 days at 0.05 % a day are 5,000 元.
    [100_000_000, daily, 10, 500_000],
    // 1,000 fen × 0.0005 are half a fen: up. 999 are less: down.
    [1_000, daily, 1, 1],
    [999, daily, 1, 0],
    [2_999, daily, 1, 1],
    [3_000, daily, 1, 2],
    // 3 % of 365 万元 a year are 109,500 元, 300 元 a day.
    [365_000_000, annual('3'), 365, 10_950_000],
    [365_000_000, annual('3.00'), 1, 30_000],
    [365_000_000, annual('3.0001'), 1, 30_001],
    [72_000_050, annual('3.45'), 17, 115_693],
    [1, annual('0'), 1000, 0],
    [0, daily, 1000, 0],
  ] as const)('of %i at %j for %i days is %i', (amount, rate, days, interest) => {
    expect(interestOf(amount, rate, days)).toBe(interest);
  });

  it('is refused of what cannot be owed', () => {
    expect(() => interestOf(-1, daily, 1)).toThrow(RangeError);
    expect(() => interestOf(1, daily, -1)).toThrow(RangeError);
  });
});

const amounts = fc.integer({ min: 0, max: maxFen });
const percents = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 9999 }))
  .map(([whole, places]) => `${whole}.${String(places).padStart(4, '0')}`);
const rates = fc.oneof(fc.constant(daily), percents.map(annual));
const days = fc.integer({ min: 0, max: 3650 });

/** Numerator and denominator of the exact value. */
function exact(amount: number, rate: InterestRate, late: number): readonly [bigint, bigint] {
  const product = BigInt(amount) * BigInt(late);
  if (rate.kind === 'daily') return [product * 5n, 10_000n];
  return [product * BigInt(rate.percent.replace('.', '')), 365_000_000n];
}

it('is the exact value, rounded half up: never half a fen or more away, and up from the middle', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), rates, days, (amount, rate, late) => {
      const [over, under] = exact(amount, rate, late);
      const doubled = 2n * (BigInt(interestOf(amount, rate, late)) * under - over);
      expect(doubled).toBeGreaterThan(-under);
      expect(doubled).toBeLessThanOrEqual(under);
    }),
  );
});

it('never shrinks with amount or time, and is nothing on the day itself', () => {
  fc.assert(
    fc.property(amounts, rates, days, (amount, rate, late) => {
      expect(interestOf(amount, rate, 0)).toBe(0);
      expect(interestOf(amount, rate, late + 1)).toBeGreaterThanOrEqual(interestOf(amount, rate, late));
    }),
  );
});

it('counts the days after the last one', () => {
  expect(daysLate('2026-03-31', '2026-03-31')).toBe(0);
  expect(daysLate('2026-03-31', '2026-04-02')).toBe(2);
  expect(daysLate('2026-03-31', '2026-03-01')).toBe(0);
});

describe('the rate', () => {
  const small = { sizeClass: 'small' as const, interestRate: '' };
  it('is 0.05 % a day where nothing was agreed with 中小企业, and nothing with others', () => {
    expect(rateOf(small, '3.00')).toEqual(daily);
    expect(rateOf({ ...small, sizeClass: 'large' }, '3.00')).toBeNull();
    expect(rateOf({ ...small, sizeClass: null }, '3.00')).toBeNull();
  });

  it('is what was agreed, with 中小企业 no less than the LPR', () => {
    expect(rateOf({ ...small, interestRate: '4.35' }, '3.00')).toEqual(annual('4.35'));
    expect(rateOf({ ...small, interestRate: '1' }, '3.00')).toEqual(annual('3.00'));
    expect(rateOf({ ...small, interestRate: '1' }, null)).toEqual(annual('1'));
    expect(rateOf({ sizeClass: 'large', interestRate: '1' }, '3.00')).toEqual(annual('1'));
  });
});

describe('the LPR', () => {
  const { schema, fallback } = settingDefinitions['payments.lpr'];
  it('is that of the day', () => {
    expect(schema.safeParse(fallback).success).toBe(true);
    expect(lprOn(fallback, '2025-05-19')).toBe('3.10');
    expect(lprOn(fallback, '2025-05-20')).toBe('3.00');
    expect(lprOn(fallback, '2019-01-01')).toBeNull();
    expect(lprOn(fallback, null)).toBeNull();
    expect(schema.safeParse('2025-05-20 3.00%').success).toBe(true);
    expect(lprOn('2025-05-20 3.00%', '2026-01-01')).toBe('3.00');
  });

  it.each(['', '3.00', '2025-05-20', '2025-05-20起3.00,2024-10-21起3.10', '2025-05-20起百分之三'])(
    'is not read from %j',
    (text) => {
      expect(schema.safeParse(text).success).toBe(false);
    },
  );
});
