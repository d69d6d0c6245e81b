// Numbers for the menu: kept up with the rows, in memory, or read from an index alone.
import { planList } from '#shared/domain/plans/list.ts';
import { projectList } from '#shared/domain/projects/list.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import type { Handlers } from './handler.ts';
import { tabCounts } from './lists.ts';
import { taskCounts } from './tasks.ts';

export const homeHandlers: Handlers<'home.counts'> = {
  'home.counts': {
    answer(account) {
      const { actor, outbox, outboxConnection } = account;
      const plans = tabCounts(account, planList, []);
      const projects = tabCounts(account, projectList, []);
      const forms = outboxConnection.db.prepare('SELECT count(*) FROM drafts').pluck().get();
      return ok({
        tasks: taskCount(account),
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

/** Null while some may still be missing. */
function taskCount(account: Account): number | null {
  if (account.rebuilding) return null;
  return [...taskCounts(account).values()].reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
