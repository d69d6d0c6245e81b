// Carries a command out on the desk's rows without writing anything: the same execute() as the server's, its requests answered from the
// replica. Says what it read and what it would write.
import type { Actor } from '#shared/domain/actor.ts';
import type { Change, Command } from '#shared/domain/command.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { execute } from '#shared/domain/execute.ts';
import type { LoadRequest } from '#shared/domain/load.ts';
import { UnreadableRow } from '#shared/domain/stored-body.ts';
import { rowKey, WorkingSet } from '#shared/domain/working-set.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import type { Replica } from '../db/replica/replica.ts';

export type Made = {
  readonly id: Id;
  readonly input: unknown;
  readonly version: number;
  readonly madeAt: Instant;
  readonly decidedAt: Instant;
};

export type Attempt = {
  readonly result: Result<readonly Change[]>;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
};

/** Error codes: those of the command, and `unreadable_record` for a row that this program cannot read. Throws NotYetRebuilt. */
export function attempt(
  command: Command,
  made: Made,
  actor: Actor,
  replica: Replica,
  entities: ReadonlyMap<string, Entity>,
  set = new WorkingSet(entities),
): Attempt {
  const { id, input, version, madeAt, decidedAt } = made;
  set.takeReads();
  const result = run();
  if (result.ok) set.apply(result.value);
  const writes = result.ok ? result.value.flatMap(writtenKey) : [];
  return { result, reads: [...set.takeReads()], writes: [...new Set(writes)] };

  function run(): Result<readonly Change[]> {
    try {
      const running = execute(command, input, version, { actor, commandId: id, madeAt, now: decidedAt });
      let request: LoadRequest | undefined;
      for (;;) {
        const step = set.advance(running, request);
        if (step.kind === 'done') return step.value;
        request = step.request;
        answer(replica, set, request);
      }
    } catch (thrown) {
      if (thrown instanceof UnreadableRow) return err({ code: 'unreadable_record' });
      throw thrown;
    }
  }
}

function answer(replica: Replica, set: WorkingSet, request: LoadRequest): void {
  if (request.kind === 'one')
    set.fetched(request.entity, request.id, replica.row(request.entity, request.id) ?? null);
  else set.fetchedSet(request, replica.rows(request));
}

function writtenKey(change: Change): readonly string[] {
  if (change.op === 'put') return [rowKey(change.entity, change.row.id)];
  return change.op === 'delete' ? [rowKey(change.entity, change.id)] : [];
}
