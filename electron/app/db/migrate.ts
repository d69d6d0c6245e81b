// Brings a file's schema up to ours, one numbered step a transaction. A file from a newer program is not touched at all.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { AppError } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Connection } from './connection.ts';

/** One migration: its statements in order. */
export type Migration = { readonly name: string; readonly statements: readonly string[] };

const journalSchema = z.object({ entries: z.array(z.object({ idx: z.int(), tag: z.string() })) });

/** Reads the numbered files that drizzle-kit made. */
export function readMigrations(folder: URL): readonly Migration[] {
  const journal = journalSchema.parse(
    JSON.parse(readFileSync(new URL('meta/_journal.json', folder), 'utf8')),
  );
  return journal.entries
    .toSorted((a, b) => a.idx - b.idx)
    .map(({ tag }) => ({
      name: tag,
      statements: readFileSync(new URL(`${tag}.sql`, folder), 'utf8')
        .split('--> statement-breakpoint')
        .map((statement) => statement.trim())
        .filter((statement) => statement !== ''),
    }));
}

/** `prepare` runs once the file is known to be ours to write. Error codes: `schema_too_new`. */
export function migrate(
  connection: Connection,
  migrations: readonly Migration[],
  prepare: () => void = () => undefined,
): Result<void, AppError> {
  const version = schemaVersion(connection);
  if (version > migrations.length) {
    return err({ code: 'schema_too_new', params: { found: version, known: migrations.length } });
  }
  prepare();
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    connection.write(() => {
      for (const statement of migration.statements) connection.db.exec(statement);
      connection.db.pragma(`user_version = ${index + 1}`);
    });
  }
  return ok(undefined);
}

export function schemaVersion({ db }: Connection): number {
  return z.int().parse(db.pragma('user_version', { simple: true }));
}
