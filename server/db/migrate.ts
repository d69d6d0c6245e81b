// Brings the tables up to this program's version: all missing migrations in one transaction, one process at a time. A database that a
// newer program has written is refused, never touched.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { AppError } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Database } from './database.ts';

export const migrationsFolder = new URL('./migrations/', import.meta.url);
const advisoryLock = 727_411_001;

export type Migration = { readonly no: number; readonly tag: string; readonly script: string };

export async function readMigrations(folder: URL = migrationsFolder): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_.+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      no: Number(name.slice(0, 4)),
      tag: name.slice(0, -4),
      script: (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n'),
    })),
  );
}

/** The tags applied now; `schema_too_new` when the database holds a migration that this program does not know. */
export function migrate(
  database: Database,
  migrations: readonly Migration[],
): Promise<Result<readonly string[], AppError>> {
  return database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1::bigint)', [advisoryLock]);
    await tx.exec(
      'CREATE TABLE IF NOT EXISTS schema_migrations (no integer PRIMARY KEY, tag text NOT NULL, sha256 text NOT NULL)',
    );
    const { rows } = await tx.query<{ no: number; tag: string }>(
      'SELECT no, tag FROM schema_migrations ORDER BY no',
    );
    const known = new Map(migrations.map((migration) => [migration.no, migration]));
    const newer = rows.find((row) => !known.has(row.no));
    if (newer !== undefined) return err({ code: 'schema_too_new', params: { found: newer.tag } });
    const applied = new Set(rows.map((row) => row.no));
    const missing = migrations.filter((migration) => !applied.has(migration.no));
    for (const { no, tag, script } of missing) {
      await tx.exec(script);
      await tx.query('INSERT INTO schema_migrations (no, tag, sha256) VALUES ($1, $2, $3)', [
        no,
        tag,
        createHash('sha256').update(script).digest('hex'),
      ]);
    }
    return ok(missing.map((migration) => migration.tag));
  });
}
