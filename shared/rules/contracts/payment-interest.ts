// 逾期利息 (国务院令第802号 art 17): the amount × the rate × the days after the last one, in whole fen, half a fen and more rounded up. Exact: integers of any length, divided once.
import { isSmall, type PaymentContent } from '#shared/domain/contracts/payments/model.ts';
import { daysBetween, type PlainDate } from '#shared/kernel/dates.ts';
import type { Fen } from '#shared/kernel/money.ts';

/** Days of a year by which an annual rate is divided. */
const daysOfYear = 365n;
/** 每日万分之五. */
const dailyShare = { of: 5n, in: 10_000n };
/** Of an annual rate in percent with four places. */
const annualUnits = 1_000_000n;

export type InterestRate =
  /** In percent with up to four places, as text. */
  | { readonly kind: 'annual'; readonly percent: string }
  /** 0.05 % a day. */
  | { readonly kind: 'daily' };

/** Percent with up to four places. */
export function isRate(text: string): boolean {
  return /^\d{1,2}(?:\.\d{1,4})?$/.test(text);
}

/** Throws RangeError for amounts and days that are no natural numbers. */
export function interestOf(amount: Fen, rate: InterestRate, days: number): Fen {
  const product = BigInt(amount) * BigInt(days);
  if (product < 0n) throw new RangeError('interest on a negative amount or time');
  return rate.kind === 'daily'
    ? halfUp(product * dailyShare.of, dailyShare.in)
    : halfUp(product * unitsOf(rate.percent), annualUnits * daysOfYear);
}

/** By how many days it is late; 0 on its last day and before. */
export function daysLate(dueOn: PlainDate, until: PlainDate): number {
  return Math.max(0, daysBetween(dueOn, until));
}

/** The rate agreed, of 中小企业 no lower than the LPR when the contract was signed, and 0.05 % a day where nothing was; null where the law gives none. */
export function rateOf(
  content: Pick<PaymentContent, 'sizeClass' | 'interestRate'>,
  lpr: string | null,
): InterestRate | null {
  const small = isSmall(content);
  if (!isRate(content.interestRate)) return small ? { kind: 'daily' } : null;
  return {
    kind: 'annual',
    percent: small && isBelow(content.interestRate, lpr) ? (lpr ?? '') : content.interestRate,
  };
}

/** Whether what was agreed is less than the law's least. */
export function isBelow(percent: string, lpr: string | null): boolean {
  return lpr !== null && isRate(percent) && unitsOf(percent) < unitsOf(lpr);
}

/** The LPR of a year on that day, from the setting: `2025-05-20 3.00; 2024-10-21 3.10`. Null before the first of them. */
export function lprOn(setting: string, day: PlainDate | null): string | null {
  if (day === null) return null;
  const rates = setting.split(/[；;]/).map((entry) => entry.replace('%', '').trim().split(/\s+/));
  const before = rates.filter(([from = '']) => from !== '' && from <= day);
  const last = before.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)).at(-1);
  return last?.[1] ?? null;
}

function unitsOf(percent: string): bigint {
  const [whole = '', places = ''] = percent.split('.');
  return BigInt(whole + places.padEnd(4, '0'));
}

function halfUp(dividend: bigint, divisor: bigint): Fen {
  return Number((2n * dividend + divisor) / (2n * divisor));
}
