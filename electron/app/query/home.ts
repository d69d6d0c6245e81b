// Numbers for the menu, kept up with the rows or in memory; announcements that wait for me are few and are looked at one by one.
import type { ListCounts } from '#shared/contract/lists.ts';
import { planList } from '#shared/domain/plans/list.ts';
import { projectList } from '#shared/domain/projects/list.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import { announcementTasks } from './announcements.ts';
import type { Handlers } from './handler.ts';
import { tabCounts, taskTab } from './lists.ts';

export const homeHandlers: Handlers<'home.counts'> = {
  'home.counts': {
    tables: ['plans', 'projects', 'announcements', 'settings', 'outbox'],
    answer(account) {
      const { actor, outbox, outboxConnection } = account;
      const plans = tabCounts(account, planList, []);
      const projects = tabCounts(account, projectList, []);
      const forms = outboxConnection.db.prepare('SELECT count(*) FROM drafts').pluck().get();
      return ok({
        tasks: taskCount(account, plans),
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

/** Null while the announcements that wait for me may still be missing. */
function taskCount(account: Account, plans: ListCounts<typeof planList>): number | null {
  if (account.rebuilding) return null;
  const tab = taskTab(account.actor);
  return (tab === null ? 0 : (plans[tab] ?? 0)) + announcementTasks(account).length;
}
