// 待同步 and 未通过的操作: what waits, what was refused and why, and the ways out of it; and what a newer program has made, which waits for that program.
import type { OutboxItem } from '#shared/contract/ipc.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import { runCommand } from '../command/run.ts';
import type { CommandState, OutboxCommand } from '../db/outbox/outbox.ts';
import type { Handlers } from './handler.ts';

const shown = {
  waiting: ['pending'],
  attention: ['rejected', 'held'],
  history: ['acknowledged', 'done', 'discarded'],
} as const satisfies Record<string, readonly CommandState[]>;

export const outboxHandlers: Handlers<
  'outbox.list' | 'outbox.get' | 'outbox.resubmit' | 'outbox.discard' | 'conflict.get'
> = {
  'outbox.list': {
    answer(account, { show, after, limit }) {
      const { outbox } = account;
      const commands = outbox.list(shown[show], limit + 1, after);
      const items = commands.slice(0, limit).map(itemsOf(account));
      const next = commands.length > limit ? (items.at(-1)?.no ?? null) : null;
      return ok({ items, total: outbox.count(shown[show]), next });
    },
  },
  'outbox.get': {
    answer(account, { id }) {
      const command = account.outbox.byId(id);
      if (command === undefined) return err({ code: 'not_found' });
      const item = itemsOf(account)(command);
      return ok({ item, version: command.version, input: command.input });
    },
  },
  'outbox.resubmit': {
    answer(account, { id, input }) {
      const refused = refusedCommand(account, id);
      return refused.ok ? runCommand(account, refused.value.name, input, refused.value) : refused;
    },
  },
  'outbox.discard': {
    answer(account, { id }) {
      const refused = refusedCommand(account, id);
      if (!refused.ok) return refused;
      account.outbox.discard(refused.value, account.ports.clock());
      account.outboxChanged();
      return ok({});
    },
  },
  'conflict.get': {
    answer(account, { commandId }) {
      const command = account.outbox.byId(commandId);
      if (command === undefined) return err({ code: 'not_found' });
      const item = itemsOf(account)(command);
      const conflicts = (item.error?.conflicts ?? item.doubt?.conflicts ?? []).map((conflict) => ({
        ...conflict,
        mineAt: command.madeAt,
      }));
      return ok({ item, input: command.input, conflicts });
    },
  },
};

function refusedCommand(account: Account, id: string): Result<OutboxCommand> {
  const command = account.outbox.byId(id);
  if (command === undefined) return err({ code: 'not_found' });
  return command.state === 'rejected'
    ? ok(command)
    : err({ code: 'wrong_state', params: { state: command.state } });
}

/** Commands as they are shown, with what speaks against them on the present rows. */
function itemsOf({ replica }: Account): (command: OutboxCommand) => OutboxItem {
  const doubts = new Map(replica.overlays().map(({ id, doubt }) => [id, doubt]));
  return ({ id, no, name, madeAt, authority, state, error, dependsOnRejected, replacedBy, subject }) => ({
    id,
    no,
    name,
    madeAt,
    authority,
    state,
    error,
    doubt: doubts.get(id) ?? null,
    dependsOnRejected,
    replacedBy,
    subject,
  });
}
