import { describe, expect, it } from 'vitest';
import { planSchema } from '#shared/domain/plans/model.ts';
import { benchPlanRow } from './bench-rows.ts';

describe('bench rows', () => {
  it('are valid plans, each its own, the same every time', () => {
    const rows = Array.from({ length: 500 }, (_, index) => benchPlanRow(index * 1999));
    for (const row of rows) expect(planSchema.safeParse(row).error).toBeUndefined();
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(benchPlanRow(999_999)).toEqual(benchPlanRow(999_999));
  });

  it('differ in what lists filter and sort by', () => {
    const rows = Array.from({ length: 2000 }, (_, index) => benchPlanRow(index));
    expect(new Set(rows.map(({ status }) => status)).size).toBe(10);
    expect(new Set(rows.map(({ content }) => content.method)).size).toBe(4);
    expect(new Set(rows.map(({ content }) => content.regionCode)).size).toBe(8);
    expect(new Set(rows.map(({ content }) => content.budgetAmount)).size).toBeGreaterThan(1900);
    expect(new Set(rows.map(({ updatedAt }) => updatedAt)).size).toBeGreaterThan(1900);
  });
});
