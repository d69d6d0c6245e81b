// Numbers for the menu: read from an index alone, or from the outbox.
import { ok } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import type { Handlers } from './handler.ts';
import { taskCounts } from './tasks.ts';

export const homeHandlers: Handlers<'home.counts'> = {
  'home.counts': {
    answer(account) {
      const { outbox, outboxConnection } = account;
      const forms = outboxConnection.db.prepare('SELECT count(*) FROM drafts').pluck().get();
      return ok({
        tasks: taskCount(account),
        attention: outbox.open().filter(({ state }) => state === 'rejected' || state === 'held').length,
        waiting: outbox.pendingCount,
        unsavedForms: Number(forms),
      });
    },
  },
};

/** Null while some may still be missing. */
function taskCount(account: Account): number | null {
  if (account.rebuilding) return null;
  return [...taskCounts(account).values()].reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
