// The lists: plans, projects, and what waits for me.
import { planListItemSchema, projectListItemSchema } from '#shared/contract/ipc.ts';
import { planTabNames, projectTabNames } from '#shared/contract/lists.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import { planList, projectList } from '../db/replica/list-shapes.ts';
import type { Handlers } from './handler.ts';
import { type ListPage, listPage } from './list-page.ts';
import { totalOf } from './list-statement.ts';
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
  'budget_amount',
  'filed_at',
  'updated_at',
] as const;
const newestFirst = { by: 'updatedAt', direction: 'desc' } as const;

export const listHandlers: Handlers<
  'plans.list' | 'plans.counts' | 'projects.list' | 'projects.counts' | 'tasks.list'
> = {
  'plans.list': {
    tables: ['plans', 'outbox'],
    answer(account, { tab, filter, sort, after, limit, search }, desk) {
      if (search !== '') desk.search.catchUp();
      const request = {
        tab: tab === 'all' ? null : tab,
        filter,
        sort: sort ?? newestFirst,
        after,
        limit,
        search,
      };
      return ok(plansPage(account, request));
    },
  },
  'plans.counts': {
    tables: ['plans'],
    answer({ replica }, { filter }) {
      const of = (tab: string) => totalOf(planList, tab === 'all' ? null : tab, filter, replica.tallies);
      return ok(countsOf(planTabNames, of));
    },
  },
  'projects.list': {
    tables: ['projects', 'outbox'],
    answer(account, { tab, filter, sort, after, limit, search }, desk) {
      if (search !== '') desk.search.catchUp();
      const request = {
        tab: tab === 'all' ? null : tab,
        filter,
        sort: sort ?? newestFirst,
        after,
        limit,
        search,
      };
      const mark = marksOf(account);
      const page = listPage(account.replica, projectList, projectColumns, request, (row) =>
        projectListItemSchema.parse({
          id: row['id'],
          planId: row['plan_id'],
          planNo: row['plan_no'],
          name: row['name'],
          status: row['status'],
          purchaserId: row['purchaser_id'],
          purchaserName: row['purchaser_name'],
          method: row['method'],
          budgetAmount: row['budget_amount'],
          filedAt: row['filed_at'],
          updatedAt: row['updated_at'],
          mark: mark('projects', String(row['id'])),
        }),
      );
      return ok({ ...page, items: [...page.items] });
    },
  },
  'projects.counts': {
    tables: ['projects'],
    answer({ replica }, { filter }) {
      const of = (tab: string) => totalOf(projectList, tab === 'all' ? null : tab, filter, replica.tallies);
      return ok(countsOf(projectTabNames, of));
    },
  },
  'tasks.list': {
    tables: ['plans', 'outbox'],
    answer(account, { after, limit }) {
      const tab = taskTab(account.actor);
      if (tab === null) return ok({ items: [], total: 0, next: null });
      return ok(plansPage(account, { tab, filter: null, sort: newestFirst, after, limit, search: '' }));
    },
  },
};

/** Under which tab stands what this role has to do something about. */
function taskTab({ role }: Actor): string | null {
  if (role === 'purchaser_clerk') return 'returned';
  if (role === 'purchaser_reviewer') return 'unit_review';
  return role === 'procurement_office' ? 'office_review' : null;
}

function plansPage(account: Account, request: Parameters<typeof listPage>[3]) {
  const mark = marksOf(account);
  const page: ListPage<ReturnType<typeof planListItemSchema.parse>> = listPage(
    account.replica,
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
        budgetAmount: row['budget_amount'],
        plannedStart: row['planned_start'],
        updatedAt: row['updated_at'],
        mark: mark('plans', String(row['id'])),
      }),
  );
  return { ...page, items: [...page.items] };
}

function countsOf<T extends string>(tabs: readonly T[], of: (tab: T) => number): Record<T, number> {
  const counts: Partial<Record<T, number>> = {};
  for (const tab of tabs) counts[tab] = of(tab);
  return counts as Record<T, number>;
}
