// Numbers for the menu, kept up with the rows or in memory; announcements that wait for me are few and are looked at one by one.
import { planTabNames, projectTabNames } from '#shared/contract/lists.ts';
import { ok } from '#shared/kernel/result.ts';
import { planList, projectList } from '../db/replica/list-shapes.ts';
import { announcementTasks } from './announcements.ts';
import type { Handlers } from './handler.ts';
import { tabTotals } from './list-statement.ts';
import { tabCounts, taskTab } from './lists.ts';

export const homeHandlers: Handlers<'home.counts'> = {
  'home.counts': {
    tables: ['plans', 'projects', 'announcements', 'settings', 'outbox'],
    answer(account) {
      const { actor, outbox, replica, outboxConnection } = account;
      const plans = known(planTabNames, tabTotals(planList, [], replica));
      const projects = known(projectTabNames, tabTotals(projectList, [], replica));
      const tab = taskTab(actor);
      const forms = outboxConnection.db.prepare('SELECT count(*) FROM drafts').pluck().get();
      return ok({
        tasks: (tab === null ? 0 : plans[tab]) + announcementTasks(account).length,
        attention: outbox.open().filter(({ state }) => state === 'rejected' || state === 'held').length,
        waiting: outbox.pendingCount,
        drafts: actor.role === 'purchaser_clerk' ? plans.draft : 0,
        unsavedForms: Number(forms),
        waitingForSections: projects.waiting_for_sections,
        plans,
        projects,
      });
    },
  },
};

/** Without a filter every count is kept. */
function known<T extends string>(
  tabs: readonly T[],
  totals: ReadonlyMap<string, number> | null,
): Record<T, number> {
  const counts: Partial<Record<T, number>> = {};
  const told = tabCounts(tabs, totals);
  for (const tab of tabs) counts[tab] = told[tab] ?? 0;
  return counts as Record<T, number>;
}
