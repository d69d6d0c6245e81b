// Whether the library can be worked with: said by /healthz and, at the start, in the log.
import { expertLibraries, libraryId } from '#shared/domain/experts/library/model.ts';
import type { Vault } from '#shared/domain/vault.ts';
import { fetchRows, type StoreTables, tableOf } from '../../command/entity-store.ts';
import type { Sql } from '../../db/database.ts';

export const libraryStates = ['open', 'no_key', 'wrong_key'] as const;
export type LibraryState = (typeof libraryStates)[number];

export async function libraryState(
  sql: Sql,
  tables: StoreTables | undefined,
  vault: Vault | undefined,
): Promise<LibraryState> {
  if (vault === undefined) return 'no_key';
  const [stored] = await fetchRows(sql, tableOf(expertLibraries.name, tables), [libraryId]);
  if (stored === undefined) return 'open';
  return expertLibraries.schema.parse(stored.row).keyId === vault.keyId ? 'open' : 'wrong_key';
}

/** Undefined without the key, and with another than the library's. */
export async function openVault({
  database,
  tables,
  vault,
}: {
  readonly database: Sql;
  readonly tables?: StoreTables | undefined;
  readonly vault?: Vault | undefined;
}): Promise<Vault | undefined> {
  return (await libraryState(database, tables, vault)) === 'open' ? vault : undefined;
}
