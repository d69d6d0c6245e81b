// Commands of the machines: the server itself and the trading centre through its signed messages. They go the same way as a desk's, in a
// transaction of the caller, so that what the message leaves behind and what the command does are one.
import type { Actor } from '#shared/domain/actor.ts';
import { UnreadableRow } from '#shared/domain/stored-body.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Database, isContention, type Sql } from '../db/database.ts';
import type { Refused } from './decide.ts';
import { finish, nothingMore } from './finish.ts';
import { RowCache } from './row-cache.ts';
import { type BatchDeps, runBatch } from './run-batch.ts';

export type MachineDeps = BatchDeps & { clock(): Instant };

export type MachineRequest = {
  readonly commandId: Id;
  readonly name: string;
  readonly input: unknown;
  readonly actor: Actor;
};

/**
 * `seq`: of the command, or the present head when it changed nothing. A refusal has changed nothing but the audit log; beside the command's own
 * codes there is unreadable_record.
 */
export async function runInTransaction(
  tx: Sql,
  deps: MachineDeps,
  request: MachineRequest,
): Promise<Result<{ readonly seq: number; readonly changed: boolean }>> {
  const now = deps.clock();
  const version = deps.commands.get(request.name)?.version ?? 1;
  const run = (refused: Refused) =>
    runBatch(tx, new RowCache(tx, { tables: deps.tables }), deps, {
      requests: [{ id: request.commandId, name: request.name, version, input: request.input, madeAt: now }],
      now,
      deskId: null,
      actor: () => request.actor,
      actorKey: null,
      refused,
    });
  const batch = await run(new Map()).catch((error: unknown) => {
    // Rows are read before anything is written.
    if (!(error instanceof UnreadableRow)) throw error;
    return run(new Map([[request.commandId, { code: 'unreadable_record' }]]));
  });
  const { base } = await finish(tx, { ...nothingMore, ...batch, at: now });
  const result = batch.decisions[0]?.result ?? err({ code: 'internal' } as const);
  return result.ok ? ok({ seq: base + (batch.offsets[0] ?? 0), changed: batch.changed }) : result;
}

const attempts = 5;

/** In a transaction of its own, done again when another one was in its way. */
export async function runAsMachine(
  database: Database,
  deps: MachineDeps,
  request: MachineRequest,
): Promise<Result<{ readonly seq: number; readonly changed: boolean }>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction((tx) => runInTransaction(tx, deps, request));
    } catch (error) {
      if (attempt === attempts || !isContention(error)) throw error;
    }
  }
}
