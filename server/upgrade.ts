// Makes a database fit for this program before anybody is served from it: tables, then the columns that stored rows lack. Older processes
// may serve meanwhile; what they write is filled by the regular job.
import type { AppError } from '#shared/kernel/errors.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { fillColumns } from './command/fill-columns.ts';
import { registerGenerations } from './db/column-generations.ts';
import type { Database } from './db/database.ts';
import { migrate, readMigrations } from './db/migrate.ts';

export type Upgraded = { readonly migrations: readonly string[]; readonly filled: number };

/** Refusal: schema_too_new. Killed anywhere, it goes on where it was. */
export async function upgradeDatabase(database: Database): Promise<Result<Upgraded, AppError>> {
  const migrated = await migrate(database, await readMigrations());
  if (!migrated.ok) return migrated;
  await registerGenerations(database);
  return ok({ migrations: migrated.value, filled: await fillColumns(database) });
}
