import { expect, it } from 'vitest';
import { aPaymentContent, whatIsPaid } from '#test/builders/payments.ts';
import { begun, inYear, told, yearsAround } from './paid-now.ts';

const content = aPaymentContent({ amount: 100 });

it('begins with what was to be paid, today; a change with what was recorded', () => {
  expect(begun({ paid: null, content }, '2027-01-08')).toMatchObject({
    ...{ paidOn: '2027-01-08', paidAmount: 100, budgetYear: 2027, vouchers: [] },
  });
  const paid = whatIsPaid({ paidAmount: 99 });
  expect(begun({ paid, content }, '2027-01-08')).toEqual(paid);
});

it('is told once day and amount are there', () => {
  const now = begun({ paid: null, content }, '2027-01-08');
  expect(told(now)).toEqual(now);
  expect(told({ ...now, paidOn: null })).toBeNull();
  expect(told({ ...now, paidAmount: null })).toBeNull();
});

it('offers the year of the contract and those around today', () => {
  expect(yearsAround(2024, '2026-03-02')).toEqual([2024, 2025, 2026, 2027]);
  expect(yearsAround(2026, '2026-03-02')).toEqual([2025, 2026, 2027]);
});

it('takes the document that the contract has for the year, and leaves what was typed', () => {
  const now = begun({ paid: null, content }, '2026-12-08');
  const funding = [
    { budgetYear: 2027, documentNo: 'a' },
    { budgetYear: 2028, documentNo: 'b' },
    { budgetYear: 2028, documentNo: 'c' },
  ];
  const next = inYear(now, 2027, funding);
  expect(next).toMatchObject({ budgetYear: 2027, fundingLine: 'a' });
  expect(inYear(next, 2026, funding).fundingLine).toBe('');
  expect(inYear(next, 2028, funding).fundingLine).toBe('');
  expect(inYear({ ...next, fundingLine: 'typed' }, 2026, funding).fundingLine).toBe('typed');
});
