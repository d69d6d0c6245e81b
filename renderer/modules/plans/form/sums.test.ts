import { describe, expect, it } from 'vitest';
import { followingPackage } from '#shared/domain/plans/content.ts';
import { exampleContent } from '#shared/rules/plan-example.ts';
import { filledUp, keptTogether, lineAmount } from './sums.ts';

describe('the amount of a line', () => {
  it('is quantity times price, rounded half up to the fen', () => {
    expect(lineAmount({ qty: '0.5', unitPrice: 1 })).toBe(1);
    expect(lineAmount({ qty: '3', unitPrice: 50_000_000 })).toBe(150_000_000);
  });

  it('is open while one of them is', () => {
    expect(lineAmount({ qty: null, unitPrice: 1 })).toBeNull();
    expect(lineAmount({ qty: '1', unitPrice: null })).toBeNull();
  });

  it('is open when it would be too large to be an amount', () => {
    expect(lineAmount({ qty: '999999999', unitPrice: 999_999_999_999 })).toBeNull();
  });
});

describe('filling up to the whole', () => {
  it('gives the last line what the others leave', () => {
    expect(filledUp([{ amount: 60 }, { amount: null }], 100)).toEqual([{ amount: 60 }, { amount: 40 }]);
    expect(filledUp([{ amount: 60 }, { amount: 10 }], 100)).toEqual([{ amount: 60 }, { amount: 40 }]);
  });

  it('is not offered when there is nothing to fill', () => {
    expect(filledUp([], 100)).toBeUndefined();
    expect(filledUp([{ amount: 100 }], 100)).toBeUndefined();
    expect(filledUp([{ amount: 120 }, { amount: 1 }], 100)).toBeUndefined();
    expect(filledUp([{ amount: 1 }], null)).toBeUndefined();
  });
});

describe('the items of a plan that is divided', () => {
  const { items, plannedSections } = exampleContent;
  const second = { id: 'second', no: '2', name: '', budget: null, reserve: null, ...followingPackage };

  it('stay in the package that was the only one', () => {
    const after = keptTogether({ items, plannedSections }, [...plannedSections, second]);
    expect(after.map(({ plannedSectionId }) => plannedSectionId)).toEqual([plannedSections[0]?.id]);
  });

  it('are left alone by the first package, and by any later one', () => {
    expect(keptTogether({ items, plannedSections: [] }, [second])).toBe(items);
    expect(keptTogether({ items, plannedSections: [...plannedSections, second] }, [second])).toBe(items);
  });
});
