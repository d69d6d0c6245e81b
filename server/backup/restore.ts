// Puts a backup in the place of what the database holds, in one transaction: all of it or nothing. It begins a new epoch, so that desks notice,
// start over, and offer again what they had sent since the backup; and it is a link of the audit chain.
import type { Instant } from '#shared/kernel/dates.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { finish, nothingMore } from '../command/finish.ts';
import type { Database, Sql } from '../db/database.ts';
import { migrate, readMigrations } from '../db/migrate.ts';
import { systemActor } from '../exchange/actors.ts';
import { projections } from '../modules.ts';
import { upgradeDatabase } from '../upgrade.ts';
import { type BackupLine, backedUpTables, openBackup } from './backup.ts';

export type Restored = { readonly rows: number; readonly head: number; readonly epoch: Id };

/**
 * Refusals: storage_damaged (no backup, or an incomplete one), schema_too_new (made by a newer program), wrong_state (the database has newer
 * tables than the backup: restore into an empty one).
 */
export async function restore(
  database: Database,
  file: string,
  now: Instant,
  epoch: Id,
): Promise<Result<Restored, AppError>> {
  const backup = await openBackup(file);
  if (!backup.ok) return backup;
  const { head, lines } = backup.value;
  const migrations = await readMigrations();
  const newest = migrations.at(-1)?.no ?? 0;
  if (head.migration > newest) return err({ code: 'schema_too_new', params: { found: head.migration } });
  const upToBackup = await migrate(
    database,
    migrations.filter(({ no }) => no <= head.migration),
  );
  if (!upToBackup.ok) return err({ code: 'wrong_state', params: { backup: head.migration } });

  const loaded = await database
    .transaction(async (tx) => {
      await tx.exec(`TRUNCATE ${(await presentTables(tx)).join(', ')}`);
      const rows = await load(tx, lines).catch(() => undefined);
      if (rows === undefined) throw new Incomplete();
      return rows;
    })
    .catch((error: unknown) => {
      if (error instanceof Incomplete) return undefined;
      throw error;
    });
  if (loaded === undefined) return err({ code: 'storage_damaged' });

  const upgraded = await upgradeDatabase(database);
  if (!upgraded.ok) return upgraded;
  for (const { rebuild } of projections) await rebuild(database);
  await database.transaction((tx) => beginEpoch(tx, epoch, now));
  return ok({ rows: loaded, head: head.head, epoch });
}

class Incomplete extends Error {}

/** A backup of an older program does not have them all; the migrations after it make the rest. */
async function presentTables(tx: Sql): Promise<readonly string[]> {
  const { rows } = await tx.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename = ANY($1::text[])",
    [backedUpTables],
  );
  return rows.map(({ name }) => name);
}

/** Undefined, when the file breaks off. */
async function load(tx: Sql, lines: AsyncGenerator<BackupLine>): Promise<number | undefined> {
  let rows = 0;
  for await (const line of lines) {
    if ('end' in line) return line.rows === rows ? rows : undefined;
    rows += line.rows.length;
    await tx.query(
      `INSERT INTO ${line.table} SELECT * FROM json_populate_recordset(NULL::${line.table}, $1::json)`,
      [JSON.stringify(line.rows)],
    );
  }
  return undefined;
}

async function beginEpoch(tx: Sql, epoch: Id, now: Instant): Promise<void> {
  await tx.query("UPDATE server_meta SET value = $1 WHERE key = 'epoch'", [epoch]);
  const { accountId, role } = systemActor;
  const what = {
    deskId: null,
    action: 'server.restore',
    commandId: epoch,
    inputHash: null,
    code: null,
  } as const;
  await finish(tx, {
    ...nothingMore,
    at: now,
    audit: [{ at: now, accountId, role, ...what, outcome: 'applied', offset: null }],
  });
}
