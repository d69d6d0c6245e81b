// What the dialog of a payment holds, and what of it can be told.
import type { Paid, Payment } from '#shared/domain/contracts/payments/model.ts';
import { type PlainDate, yearOf } from '#shared/kernel/dates.ts';

export type PaidNow = Omit<Paid, 'paidOn' | 'paidAmount'> & {
  readonly paidOn: PlainDate | null;
  readonly paidAmount: number | null;
};

/** What was recorded, or what was to be paid, today. */
export function begun({ paid, content }: Pick<Payment, 'paid' | 'content'>, today: PlainDate): PaidNow {
  if (paid !== null) return paid;
  const budgetYear = yearOf(today);
  return {
    paidOn: today,
    paidAmount: content.amount,
    budgetYear,
    fundingLine: '',
    last: false,
    vouchers: [],
  };
}

type Funding = readonly { readonly budgetYear: number; readonly documentNo: string }[];

/** Paid from another year's budget: by the document that the contract has for that year, if it is one; what somebody has typed stays. */
export function inYear(now: PaidNow, budgetYear: number, funding: Funding): PaidNow {
  const documentOf = (year: number) => {
    const [only, second] = funding.filter((line) => line.budgetYear === year);
    return second === undefined ? (only?.documentNo ?? '') : '';
  };
  const isTyped = now.fundingLine !== '' && now.fundingLine !== documentOf(now.budgetYear);
  return { ...now, budgetYear, fundingLine: isTyped ? now.fundingLine : documentOf(budgetYear) };
}

/** Null while something is left out. */
export function told({ paidOn, paidAmount, ...rest }: PaidNow): Paid | null {
  return paidOn === null || paidAmount === null ? null : { ...rest, paidOn, paidAmount };
}

/** The year of the contract and those around today. */
export function yearsAround(fiscalYear: number, today: PlainDate): readonly number[] {
  const now = yearOf(today);
  return [...new Set([fiscalYear, now - 1, now, now + 1])].toSorted((a, b) => a - b);
}
