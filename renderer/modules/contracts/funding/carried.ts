// Which contracts go on after their year, and from which years' budgets they may then be paid.
import type { Contract } from '#shared/domain/contracts/model.ts';
import { type PlainDate, yearOf } from '#shared/kernel/dates.ts';

/** In its last two months next year's budget is drawn up. */
export function isCarried(
  { fiscalYear, funding }: Pick<Contract, 'fiscalYear' | 'funding'>,
  today: PlainDate,
): boolean {
  return funding.length > 0 || today >= `${fiscalYear}-11-01`;
}

/** After the year of the contract, up to the next one. */
export function yearsToFund(fiscalYear: number, today: PlainDate): readonly number[] {
  const last = Math.max(yearOf(today), fiscalYear) + 1;
  const first = Math.max(fiscalYear + 1, last - 5);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
