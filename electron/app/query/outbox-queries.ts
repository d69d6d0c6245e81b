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
    answer(account, { show, before, limit }) {
      const commands = account.outbox.list(shown[show], limit, before);
      return ok({ items: commands.map((command) => itemOf(account, command)) });
    },
  },
  'outbox.get': {
    answer(account, { id }) {
      const command = account.outbox.byId(id);
      if (command === undefined) return err({ code: 'not_found' });
      return ok({ item: itemOf(account, command), version: command.version, input: command.input });
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
      const item = itemOf(account, command);
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

function itemOf(account: Account, command: OutboxCommand): OutboxItem {
  const { id, no, name, madeAt, authority, state, error, dependsOnRejected, replacedBy, subject } = command;
  const overlay = account.replica.overlays().find((each) => each.id === id);
  return {
    id,
    no,
    name,
    madeAt,
    authority,
    state,
    error,
    doubt: overlay?.doubt ?? null,
    dependsOnRejected,
    replacedBy,
    subject,
  };
}
