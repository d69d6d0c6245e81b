// Keeps the effects of unconfirmed commands above the base, in the order of their numbers. A command that would now be refused stays: the
// server decides; until then it is marked as doubtful and has no effect on what is shown.
import type { Actor } from '#shared/domain/actor.ts';
import type { Command } from '#shared/domain/command.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { WorkingSet } from '#shared/domain/working-set.ts';
import { err } from '#shared/kernel/result.ts';
import { type Attempt, attempt } from '../command/attempt.ts';
import type { OutboxCommand } from '../db/outbox/outbox.ts';
import type { Replica } from '../db/replica/replica.ts';
import { NotYetRebuilt } from '../db/replica/source-table.ts';
import { isDamage, storageError } from '../db/storage-error.ts';
import type { LogEntry } from '../ports.ts';

export type Rules = {
  readonly commands: ReadonlyMap<string, Command>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly actor: Actor;
  readonly log: (entry: LogEntry) => void;
};

/** What the server alone decides has no effect before it has. */
export function shown(live: readonly OutboxCommand[]): readonly OutboxCommand[] {
  return live.filter(({ authority }) => authority === 'local');
}

/** Puts the commands' effects on the rows as they are. Within a transaction of the replica. Throws NotYetRebuilt. */
export function replay(replica: Replica, live: readonly OutboxCommand[], rules: Rules): void {
  const set = new WorkingSet(rules.entities);
  for (const command of shown(live)) {
    const { result, reads, writes } = attemptAgain(replica, command, rules, set);
    const doubt = result.ok ? null : result.error;
    replica.overlay({ no: command.no, id: command.id, reads, writes, doubt }, result.ok ? result.value : []);
  }
}

/** Makes the replica show exactly the effects of `live`; does nothing where it already does. */
export function bringUpToDate(replica: Replica, live: readonly OutboxCommand[], rules: Rules): void {
  const wanted = shown(live);
  const overlays = replica.overlays();
  const isPrefix = overlays.every(
    ({ no, id }, index) => wanted[index]?.no === no && wanted[index]?.id === id,
  );
  if (isPrefix && overlays.length === wanted.length) return;
  replica.write(() => {
    if (!isPrefix) replica.restoreBase();
    replay(replica, isPrefix ? wanted.slice(overlays.length) : wanted, rules);
  });
}

function attemptAgain(replica: Replica, made: OutboxCommand, rules: Rules, set: WorkingSet): Attempt {
  const command = rules.commands.get(made.name);
  if (command === undefined) return { result: err({ code: 'unknown_name' }), reads: [], writes: [] };
  if (command.authority === 'online') {
    return { result: err({ code: 'online_only' }), reads: made.reads, writes: [] };
  }
  try {
    return attempt(command, made, rules.actor, replica, rules.entities, set);
  } catch (thrown) {
    if (thrown instanceof NotYetRebuilt || isDamage(thrown) || storageError(thrown) !== undefined)
      throw thrown;
    rules.log({ level: 'error', event: 'replay.failed', details: { name: made.name } });
    return { result: err({ code: 'internal' }), reads: made.reads, writes: [] };
  }
}
