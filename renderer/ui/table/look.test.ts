import { describe, expect, it } from 'vitest';
import { accountList } from '#shared/domain/admin/list.ts';
import { planList } from '#shared/domain/plans/list.ts';
import { lookSchema } from './look.ts';

const plans = lookSchema(planList);
const kept = {
  tab: 'filed',
  filters: { method: 'OPEN', fiscalYear: '2026' },
  sort: { by: 'budgetAmount', direction: 'asc' },
};

describe('how a list was looked at', () => {
  it('is read as it was kept', () => {
    expect(plans.parse(kept)).toEqual(kept);
  });

  it('loses what the list no longer has, and keeps the rest', () => {
    const older = {
      tab: 'archived',
      filters: { ...kept.filters, colour: 'red', agencyId: 7, purchaserId: '' },
      sort: { by: 'colour', direction: 'asc' },
    };
    expect(plans.parse(older)).toEqual({
      tab: 'all',
      filters: kept.filters,
      sort: { by: 'updatedAt', direction: 'desc' },
    });
  });

  it('begins as the list begins where nothing of it can be read', () => {
    expect(plans.parse({})).toEqual({
      tab: 'all',
      filters: {},
      sort: { by: 'updatedAt', direction: 'desc' },
    });
    expect(lookSchema(accountList).parse({ filters: 'x' }).sort).toEqual({
      by: 'username',
      direction: 'asc',
    });
  });
});
