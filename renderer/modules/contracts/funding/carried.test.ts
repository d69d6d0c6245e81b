import { expect, it } from 'vitest';
import { isCarried, yearsToFund } from './carried.ts';

it('says that a contract goes on after its year once next year is planned, or where that was provided for', () => {
  expect(isCarried({ fiscalYear: 2026, funding: [] }, '2026-10-31')).toBe(false);
  expect(isCarried({ fiscalYear: 2026, funding: [] }, '2026-11-01')).toBe(true);
  const line = {
    ...{
      id: '',
      budgetYear: 2027,
      source: 'GENERAL',
      amount: 1,
      documentNo: 'a',
      at: 0,
      by: '',
      withdrawn: null,
    },
  };
  expect(isCarried({ fiscalYear: 2026, funding: [line] }, '2026-03-01')).toBe(true);
});

it('offers the years after that of the contract, up to the next one', () => {
  expect(yearsToFund(2026, '2026-12-01')).toEqual([2027]);
  expect(yearsToFund(2024, '2026-01-05')).toEqual([2025, 2026, 2027]);
  expect(yearsToFund(2010, '2026-01-05')).toEqual([2022, 2023, 2024, 2025, 2026, 2027]);
});
