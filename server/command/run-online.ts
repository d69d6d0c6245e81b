// Carries out one online command while its desk waits: the same way as a pushed one, exactly once in effect per desk and command id. Effects,
// audit and outcome are one transaction; asked again, it answers the stored outcome. It has no number and never stops an outbox.
import { type OnlineCommand, type OnlineOutcome, onlineOutcomeSchema } from '#shared/contract/online.ts';
import { UnreadableRow } from '#shared/domain/stored-body.ts';
import { rowKey } from '#shared/domain/working-set.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { isContention, type Sql } from '../db/database.ts';
import { actorOfAccount } from './actor-of-account.ts';
import { type ApplyDeps, type DeskSession, enterDesk } from './apply.ts';
import { CommandBug, contentHash, inputHash, isRetry, type Refused } from './decide.ts';
import { finish, nothingMore } from './finish.ts';
import { runBatch } from './run-batch.ts';

const attempts = 4;
const later: OnlineOutcome = { kind: 'retry', error: { code: 'retry_later' } };

/** Refusals, with nothing kept: unknown_name (also of commands that go by the outbox), desk_unknown, desk_taken, not_allowed. */
export async function runOnline(
  deps: ApplyDeps,
  session: DeskSession,
  command: OnlineCommand,
): Promise<Result<OnlineOutcome>> {
  if (deps.commands.get(command.name)?.authority !== 'online') return err({ code: 'unknown_name' });
  try {
    return await withRetries(deps, session, command);
  } catch (error) {
    const refused = (code: 'unreadable_record' | 'internal') =>
      withRetries(deps, session, command, new Map([[command.id, { code }]]));
    if (error instanceof UnreadableRow) return await refused('unreadable_record');
    if (!(error instanceof CommandBug)) throw error;
    deps.reportBug(command.name, error.cause ?? error);
    return await refused('internal');
  }
}

async function withRetries(
  deps: ApplyDeps,
  session: DeskSession,
  command: OnlineCommand,
  refused: Refused = new Map(),
): Promise<Result<OnlineOutcome>> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return await deps.database.transaction((tx) => runIn(tx, deps, session, command, refused));
    } catch (error) {
      if (!isContention(error)) throw error;
    }
  }
  return ok(later);
}

async function runIn(
  tx: Sql,
  deps: ApplyDeps,
  session: DeskSession,
  command: OnlineCommand,
  refused: Refused,
): Promise<Result<OnlineOutcome>> {
  const entered = await enterDesk(tx, deps, session);
  if (!entered.ok) return entered;
  const hash = contentHash(command, inputHash(command, deps));
  const known = await storedOutcome(tx, session.deskId, command.id, hash);
  if (known !== undefined) return ok(known);
  const { cache, lastNo } = entered.value;
  const { accountId, deskId } = session;
  const now = deps.clock();
  const batch = await runBatch(tx, cache, deps, {
    requests: [command],
    now,
    deskId,
    actor: (set) => actorOfAccount(set.row('accounts', accountId) ?? null),
    actorKey: rowKey('accounts', accountId),
    refused,
  });
  const result = batch.decisions[0]?.result ?? err({ code: 'internal' } as const);
  if (!result.ok && isRetry(result.error.code)) return ok({ kind: 'retry', error: result.error });
  const error = result.ok ? null : result.error;
  await tx.query(
    'INSERT INTO online_outcomes (desk_id, command_id, content_hash, error, at) VALUES ($1, $2, $3, $4::text::json, $5)',
    [deskId, command.id, hash, error === null ? null : JSON.stringify(error), now],
  );
  await finish(tx, { ...nothingMore, ...batch, at: now, desk: { id: deskId, lastNo } });
  return ok(error === null ? { kind: 'done' } : { kind: 'rejected', error });
}

async function storedOutcome(
  tx: Sql,
  deskId: Id,
  commandId: Id,
  hash: string,
): Promise<OnlineOutcome | undefined> {
  const { rows } = await tx.query<{ content_hash: string; error: unknown }>(
    'SELECT content_hash, error FROM online_outcomes WHERE desk_id = $1 AND command_id = $2',
    [deskId, commandId],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  if (row.content_hash !== hash) {
    return { kind: 'rejected', error: { code: 'duplicate_mismatch' } };
  }
  return onlineOutcomeSchema.parse(
    row.error === null ? { kind: 'done' } : { kind: 'rejected', error: row.error },
  );
}
