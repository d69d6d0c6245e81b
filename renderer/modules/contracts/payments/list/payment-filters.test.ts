import { expect, it } from 'vitest';
import { anActor } from '#test/builders/actors.ts';
import { monthsAround, paymentFilters } from './payment-filters.ts';

it('offers the months of the year before and of the one to come', () => {
  const months = monthsAround('2026-01-31').map(({ code }) => code);
  expect([months[0], months[12], months.at(-1)]).toEqual(['2027-01', '2026-01', '2025-01']);
  expect(new Set(months).size).toBe(25);
});

it('asks for the unit where rows of several are seen', () => {
  const by = (role: 'purchaser_clerk' | 'procurement_office') =>
    paymentFilters(anActor(role), '2026-01-31').map((filter) => filter.by);
  expect(by('purchaser_clerk')).toEqual(['budgetYear', 'dueMonth', 'size']);
  expect(by('procurement_office')).toEqual(['budgetYear', 'dueMonth', 'size', 'purchaserId']);
});
