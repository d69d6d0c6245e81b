// How each record stands with the server, seen from the commands that are not settled. The strongest word wins: refused, waiting, pending.
import type { Mark } from '#shared/contract/ipc.ts';
import { rowKey } from '#shared/domain/working-set.ts';
import type { Account } from '../account.ts';
import type { OutboxCommand } from '../db/outbox/outbox.ts';

const strength: readonly Mark[] = ['synced', 'pending', 'waiting_for_server', 'refused'];

export function marksOf(account: Account): (entity: string, id: string) => Mark {
  const marks = new Map<string, Mark>();
  for (const command of account.outbox.open()) {
    const mark = markOf(command);
    for (const key of touched(command)) {
      const present = marks.get(key) ?? 'synced';
      if (strength.indexOf(mark) > strength.indexOf(present)) marks.set(key, mark);
    }
  }
  return (entity, id) => marks.get(rowKey(entity, id)) ?? 'synced';
}

function markOf({ state, authority }: OutboxCommand): Mark {
  if (state === 'rejected') return 'refused';
  return authority === 'server' && state === 'pending' ? 'waiting_for_server' : 'pending';
}

/** What only the server decides may have no preview: then its record carries the mark. */
function touched({ writes, subject }: OutboxCommand): readonly string[] {
  return subject === null ? writes : [...writes, rowKey(subject.entity, subject.id)];
}
