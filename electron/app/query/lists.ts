// The lists: plans and projects.
import { planListItemSchema, projectListItemSchema } from '#shared/contract/ipc.ts';
import { planTabNames, projectTabNames } from '#shared/contract/lists.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import { type ListShape, planList, projectList } from '../db/replica/list-shapes.ts';
import type { Handlers } from './handler.ts';
import { type ListPage, listPage } from './list-page.ts';
import { type ListFilter, tabTotals } from './list-statement.ts';
import { marksOf } from './marks.ts';

const planColumns = [
  'id',
  'status',
  'plan_no',
  'project_name',
  'purchaser_id',
  'purchaser_name',
  'fiscal_year',
  'category',
  'method',
  'region_code',
  'agency_id',
  'platform_id',
  'budget_amount',
  'planned_start',
  'updated_at',
] as const;
const projectColumns = [
  'id',
  'plan_id',
  'plan_no',
  'name',
  'status',
  'purchaser_id',
  'purchaser_name',
  'method',
  'fiscal_year',
  'region_code',
  'agency_id',
  'platform_id',
  'budget_amount',
  'push_status',
  'section_count',
  'filed_at',
  'updated_at',
] as const;
export const newestFirst = { by: 'updatedAt', direction: 'desc' } as const;

export const listHandlers: Handlers<
  'plans.list' | 'plans.counts' | 'projects.list' | 'projects.counts' | 'lists.unreadable'
> = {
  'plans.list': {
    answer(account, { tab, filters, sort, after, limit, search }, desk) {
      if (search !== '') desk.search.catchUp();
      const request = {
        tab: tab === 'all' ? null : tab,
        filters,
        sort: sort ?? newestFirst,
        after,
        limit,
        search,
      };
      return ok(plansPage(account, request));
    },
  },
  'plans.counts': {
    answer: (account, { filters }) => ok(tabCounts(account, planList, planTabNames, filters)),
  },
  'projects.list': {
    answer(account, { tab, filters, sort, after, limit, search }, desk) {
      if (search !== '') desk.search.catchUp();
      const request = {
        tab: tab === 'all' ? null : tab,
        filters,
        sort: sort ?? newestFirst,
        after,
        limit,
        search,
      };
      const mark = marksOf(account);
      const page = listPage(account, projectList, projectColumns, request, (row) =>
        projectListItemSchema.parse({
          id: row['id'],
          planId: row['plan_id'],
          planNo: row['plan_no'],
          name: row['name'],
          status: row['status'],
          purchaserId: row['purchaser_id'],
          purchaserName: row['purchaser_name'],
          method: row['method'],
          fiscalYear: row['fiscal_year'],
          regionCode: row['region_code'],
          agencyId: row['agency_id'],
          platformId: row['platform_id'],
          budgetAmount: row['budget_amount'],
          pushStatus: row['push_status'],
          sectionCount: row['section_count'],
          filedAt: row['filed_at'],
          updatedAt: row['updated_at'],
          mark: mark('projects', String(row['id'])),
        }),
      );
      return ok({ ...page, items: [...page.items] });
    },
  },
  'projects.counts': {
    answer: (account, { filters }) => ok(tabCounts(account, projectList, projectTabNames, filters)),
  },
  'lists.unreadable': {
    answer: ({ replica, rebuilding }, { entity }) =>
      ok({ count: rebuilding ? null : replica.unreadable.count(entity) }),
  },
};

function plansPage(account: Account, request: Parameters<typeof listPage>[3]) {
  const mark = marksOf(account);
  const page: ListPage<ReturnType<typeof planListItemSchema.parse>> = listPage(
    account,
    planList,
    planColumns,
    request,
    (row) =>
      planListItemSchema.parse({
        id: row['id'],
        status: row['status'],
        planNo: row['plan_no'],
        projectName: row['project_name'],
        purchaserId: row['purchaser_id'],
        purchaserName: row['purchaser_name'],
        fiscalYear: row['fiscal_year'],
        category: row['category'],
        method: row['method'],
        regionCode: row['region_code'],
        agencyId: row['agency_id'],
        platformId: row['platform_id'],
        budgetAmount: row['budget_amount'],
        plannedStart: row['planned_start'],
        updatedAt: row['updated_at'],
        mark: mark('plans', String(row['id'])),
      }),
  );
  return { ...page, items: [...page.items] };
}

/** `all` is the sum of the others; every tab null when nobody knows, as while rows are still to come. */
export function tabCounts<T extends string>(
  { replica, rebuilding }: Account,
  shape: ListShape,
  tabs: readonly T[],
  filters: readonly ListFilter[],
): Record<T, number | null> {
  const totals = rebuilding ? null : tabTotals(shape, filters, replica);
  const sum = totals === null ? null : [...totals.values()].reduce((all, n) => all + n, 0);
  const counts: Partial<Record<T, number | null>> = {};
  for (const tab of tabs) counts[tab] = tab === 'all' ? sum : (totals?.get(tab) ?? null);
  return counts as Record<T, number | null>;
}
