// Reads and writes rows of any record type. It trusts nothing by name: entity and columns are looked up among the tables that
// exist. Reading never locks; locking is one statement per table in a fixed order (see row-cache.ts).
import type { Scope } from '#shared/domain/actor.ts';
import { entities } from '#shared/domain/entities.ts';
import type { ColumnValue, Entity, Row } from '#shared/domain/entity.ts';
import { isSynced } from '#shared/domain/kept.ts';
import type { WhereRequest } from '#shared/domain/load.ts';
import { rowDigest } from '#shared/kernel/digest.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import type { Param, Sql } from '../db/database.ts';
import { sqlTypes } from '../db/entity-tables.ts';
import type { RowMemory, Stored } from './row-memory.ts';

export type StoreTable = {
  readonly kind: Entity;
  readonly columns: ReadonlyMap<string, StoreColumn>;
  readonly insert: string;
  readonly update: string;
};

type StoreColumn = {
  readonly name: string;
  readonly sqlType: string;
  readonly read: (row: Row) => ColumnValue;
};

/** By name, in the order in which tables are locked and written. */
export type StoreTables = ReadonlyMap<string, StoreTable>;

export function tablesOf(kinds: ReadonlyMap<string, Entity>): StoreTables {
  return new Map([...kinds].map(([name, kind]) => [name, describe(kind)]));
}

/** The product's. Everything below takes others instead, which only tests have. */
export const entityTables: StoreTables = tablesOf(entities);

/** Of the record types that desks have. */
export function syncedTables(known: StoreTables = entityTables): readonly string[] {
  return [...known].flatMap(([name, { kind }]) => (isSynced(kind) ? [name] : []));
}

function describe(kind: Entity): StoreTable {
  const columns = new Map(
    Object.entries(kind.columns).map(([field, { type, read }]) => [
      field,
      { name: snakeCase(field), sqlType: sqlTypes[type], read },
    ]),
  );
  return { kind, columns, ...writeStatements(kind.name, [...columns.values()]) };
}

export function tableOf(entity: string, known: StoreTables = entityTables): StoreTable {
  const table = known.get(entity);
  if (table === undefined) throw new Error(`unknown entity ${entity}`);
  return table;
}

type StoredColumns = { id: string; version: number; scopes: string[]; text: string };
const storedColumns = 'id, version, scopes, body::text AS text';

function stored(columns: StoredColumns): Stored {
  // Written by this store, after the entity's schema: see write-rows.ts.
  return { ...columns, row: JSON.parse(columns.text) };
}

export async function fetchRows(
  sql: Sql,
  entity: string,
  ids: readonly Id[],
  known?: StoreTables,
): Promise<readonly Stored[]> {
  const { kind } = tableOf(entity, known);
  const { rows } = await sql.query<StoredColumns>(
    `SELECT ${storedColumns} FROM ${kind.name} WHERE id = ANY($1::text[])`,
    [ids],
    { name: `rows_${kind.name}` },
  );
  return rows.map(stored);
}

/** A unit's thousand plans are asked for batch after batch: only the ones that are new or changed come over with their text. */
export async function fetchSet(
  sql: Sql,
  request: WhereRequest,
  memory: RowMemory | undefined,
  known?: StoreTables,
): Promise<readonly Stored[]> {
  const { entity } = request;
  const present = await fetchSetVersions(sql, request, known);
  const held = new Map(present.map(({ id, version }) => [id, memory?.get(entity, id, version)]));
  const wanted = present.filter(({ id }) => held.get(id) === undefined).map(({ id }) => id);
  const fetched = wanted.length === 0 ? [] : await fetchRows(sql, entity, wanted, known);
  memory?.keep(entity, fetched);
  for (const row of fetched) held.set(row.id, row);
  // One that was deleted in between is missing; the set is confirmed again before anything is written.
  return [...held.values()].filter((row) => row !== undefined);
}

export type RowVersion = { readonly id: Id; readonly version: number };

export async function fetchSetVersions(
  sql: Sql,
  request: WhereRequest,
  known?: StoreTables,
): Promise<readonly RowVersion[]> {
  const { condition, params } = conditionOf(request, known);
  const name = tableOf(request.entity, known).kind.name;
  const text = `SELECT id, version FROM ${name} WHERE ${condition} ORDER BY id`;
  return (await sql.query<RowVersion>(text, params)).rows;
}

/** A page of the rows whose columns equal `where`, in the order of their ids, after the id `after`. For queries. */
export async function fetchPage(
  sql: Sql,
  request: WhereRequest,
  page: { readonly after: Id | null; readonly limit: number },
  known?: StoreTables,
): Promise<readonly Stored[]> {
  const { condition, params } = conditionOf(request, known);
  const next = params.length + 1;
  const { rows } = await sql.query<StoredColumns>(
    `SELECT ${storedColumns} FROM ${tableOf(request.entity, known).kind.name}
     WHERE ${condition} AND id > $${next} ORDER BY id LIMIT $${next + 1}::int`,
    [...params, page.after ?? '', page.limit],
  );
  return rows.map(stored);
}

/** Waits for the rows and holds them until the transaction ends: against any change (`share`), or for writing (`update`). */
export async function lockRows(
  sql: Sql,
  entity: string,
  ids: readonly Id[],
  mode: 'share' | 'update',
  known?: StoreTables,
): Promise<readonly RowVersion[]> {
  const { kind } = tableOf(entity, known);
  const strength = mode === 'share' ? 'SHARE' : 'NO KEY UPDATE';
  const { rows } = await sql.query<RowVersion>(
    `SELECT id, version FROM ${kind.name} WHERE id = ANY($1::text[]) ORDER BY id FOR ${strength}`,
    [ids],
    { name: `lock_${mode}_${kind.name}` },
  );
  return rows;
}

export type NewRow = Pick<Stored, 'id' | 'version' | 'scopes' | 'text' | 'row'>;

/** Someone else made or changed a row in the meantime: the whole transaction must be done again. */
export class Overtaken extends Error {
  readonly code = '40001';
}

/** `insert`: rows that were absent; one that exists meanwhile is a unique violation. `update`: rows that are locked. */
export async function writeRows(
  sql: Sql,
  entity: string,
  how: 'insert' | 'update',
  rows: readonly NewRow[],
  known?: StoreTables,
): Promise<void> {
  const { columns, kind, [how]: statement } = tableOf(entity, known);
  const digests = rows.map((row) => rowDigest(row.id, row.version));
  const params: Param[] = [
    rows.map((row) => row.id),
    rows.map((row) => row.version),
    rows.map((row) => arrayLiteral(row.scopes)),
    jsonTextsLiteral(rows.map((row) => row.text)),
    digests.map((digest) => digest.hi),
    digests.map((digest) => digest.lo),
    ...[...columns.values()].map((column) => rows.map((row) => column.read(row.row))),
  ];
  const { count } = await sql.query(statement, params, { name: `${how}_${kind.name}` });
  if (count !== rows.length) throw new Overtaken(`${rows.length - count} rows of ${kind.name}`);
}

export async function deleteRows(
  sql: Sql,
  entity: string,
  ids: readonly Id[],
  known?: StoreTables,
): Promise<number> {
  const { kind } = tableOf(entity, known);
  return (await sql.query(`DELETE FROM ${kind.name} WHERE id = ANY($1::text[])`, [ids])).count;
}

/** Scopes have a closed alphabet without quotes, so their array needs no escaping. */
export function arrayLiteral(scopes: readonly Scope[]): string {
  return `{${scopes.map((scope) => `"${scope}"`).join(',')}}`;
}

/** Row bodies, as one parameter. JSON text has no control characters, so its JSON string form is what an array literal wants as well;
 * the driver's own escaping costs several times as much. */
export function jsonTextsLiteral(texts: readonly (string | null)[]): string {
  return `{${texts.map((text) => (text === null ? 'NULL' : JSON.stringify(text))).join(',')}}`;
}

function writeStatements(table: string, columns: readonly StoreColumn[]) {
  const fixed = [
    ['id', 'text'],
    ['version', 'integer'],
    ['scopes', 'text'],
    ['body', 'text'],
    ['digest_hi', 'integer'],
    ['digest_lo', 'integer'],
  ];
  const all = [...fixed, ...columns.map((column) => [column.name, column.sqlType])];
  const names = all.map(([name]) => name);
  const arrays = all.map(
    ([name, type], index) => `$${index + 1}::${name === 'body' ? 'text::' : ''}${type}[]`,
  );
  const values = names.map((name) => {
    if (name === 'scopes') return 'u.scopes::text[]';
    return name === 'body' ? 'u.body::json' : `u.${name}`;
  });
  const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  const insert =
    `INSERT INTO ${table} AS t (${names.join(', ')}) ` +
    `SELECT ${values.join(', ')} FROM unnest(${arrays.join(', ')}) AS u(${names.join(', ')})`;
  // The same statement with a conflict clause: it always goes by the primary key, which an UPDATE … FROM may not.
  const update = `${insert} ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')} WHERE t.version < excluded.version`;
  return { insert, update };
}

function conditionOf(
  request: WhereRequest,
  known?: StoreTables,
): {
  readonly condition: string;
  readonly params: readonly Param[];
} {
  const { columns } = tableOf(request.entity, known);
  const params: Param[] = [];
  const parts = Object.entries(request.where).map(([field, value]) => {
    const column = columns.get(field);
    if (column === undefined) throw new Error(`unknown column ${request.entity}.${field}`);
    if (value === null) return `${column.name} IS NULL`;
    params.push(value);
    return `${column.name} = $${params.length}`;
  });
  return { condition: parts.length === 0 ? 'true' : parts.join(' AND '), params };
}
