// Reads and writes rows of any record type. It trusts nothing by name: entity and columns are looked up among the tables that
// exist. Reading never locks; locking is one statement per table in a fixed order (see row-cache.ts).
import type { Scope } from '#shared/domain/actor.ts';
import type { ColumnType } from '#shared/domain/column.ts';
import { entities } from '#shared/domain/entities.ts';
import type { ColumnValue, Entity, Row } from '#shared/domain/entity.ts';
import { isSynced } from '#shared/domain/kept.ts';
import type { WhereRequest } from '#shared/domain/load.ts';
import { presentRow } from '#shared/domain/stored-body.ts';
import { matches } from '#shared/domain/working-set.ts';
import { rowDigest } from '#shared/kernel/digest.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import { generationOf } from '../db/column-generations.ts';
import type { Param, Sql } from '../db/database.ts';
import { sqlTypes } from '../db/entity-tables.ts';
import type { RowMemory, Stored } from './row-memory.ts';

export type StoreTable = {
  readonly kind: Entity;
  readonly columns: ReadonlyMap<string, StoreColumn>;
  readonly insert: string;
  readonly update: string;
  /** SQL: of which generation rows are that this program writes. Rows of an older one lack some of its columns. */
  readonly generation: string;
};

type StoreColumn = {
  readonly name: string;
  readonly type: ColumnType;
  readonly read: (row: Row) => ColumnValue;
};

/** By name, in the order in which tables are locked and written. */
export type StoreTables = ReadonlyMap<string, StoreTable>;

export function tablesOf(kinds: ReadonlyMap<string, Entity>): StoreTables {
  return new Map([...kinds].map(([name, kind]) => [name, storeTable(kind)]));
}

/** The product's; tests have others beside them. */
export const entityTables: StoreTables = tablesOf(entities);

/** Of the record types that desks have. */
export function syncedTables(known: StoreTables = entityTables): readonly string[] {
  return [...known].flatMap(([name, { kind }]) => (isSynced(kind) ? [name] : []));
}

export function storeTable(kind: Entity): StoreTable {
  const columns = new Map(
    Object.entries(kind.columns).map(([field, { type, read }]) => [
      field,
      { name: snakeCase(field), type, read },
    ]),
  );
  const generation = generationOf(kind);
  return { kind, columns, generation, ...writeStatements(kind.name, generation, [...columns.values()]) };
}

export function tableOf(entity: string, known: StoreTables = entityTables): StoreTable {
  const table = known.get(entity);
  if (table === undefined) throw new Error(`unknown entity ${entity}`);
  return table;
}

type StoredColumns = { id: string; version: number; scopes: string[]; text: string };
const storedColumns = 'id, version, scopes, body::text AS text';

/** How a stored text becomes a row: `presentRow`, as what this store wrote fits the schema, or `readRow` where that is in doubt. */
export type ReadText = (kind: Entity, text: string) => Row;

export type StoredText = Omit<Stored, 'row'>;

/** As they are stored, whether this program can read them or not. */
export async function fetchTexts(
  sql: Sql,
  { kind }: StoreTable,
  ids: readonly Id[],
): Promise<readonly StoredText[]> {
  const { rows } = await sql.query<StoredColumns>(
    `SELECT ${storedColumns} FROM ${kind.name} WHERE id = ANY($1::text[])`,
    [ids],
    { name: `rows_${kind.name}` },
  );
  return rows;
}

/** Throws UnreadableRow: whoever needs one that cannot be read cannot go on. */
export async function fetchRows(
  sql: Sql,
  table: StoreTable,
  ids: readonly Id[],
  read: ReadText = presentRow,
): Promise<readonly Stored[]> {
  const texts = await fetchTexts(sql, table, ids);
  return texts.map((each) => ({ ...each, row: read(table.kind, each.text) }));
}

/**
 * A unit's thousand plans are asked for batch after batch: only the ones that are new or changed come over with their text. Throws
 * UnreadableRow when one of them cannot be read: what is decided on a set must know all of it.
 */
export async function fetchSet(
  sql: Sql,
  table: StoreTable,
  where: WhereRequest['where'],
  memory?: RowMemory,
  read?: ReadText,
): Promise<readonly Stored[]> {
  const { name } = table.kind;
  const present = await fetchSetVersions(sql, table, where);
  const known = new Map(present.map(({ id, version }) => [id, memory?.get(name, id, version)]));
  const wanted = present.filter(({ id }) => known.get(id) === undefined).map(({ id }) => id);
  const fetched = wanted.length === 0 ? [] : await fetchRows(sql, table, wanted, read);
  memory?.keep(name, fetched);
  for (const row of fetched) known.set(row.id, row);
  // One that was deleted in between is missing; the set is confirmed again before anything is written.
  return [...known.values()].filter((row) => row !== undefined);
}

export type RowVersion = { readonly id: Id; readonly version: number };

/** Too many rows still lack columns of this program: the fill is under way, and what needs them waits for it. */
export class ColumnsMissing extends Error {
  readonly code = '55P03';
}

/** An older program that still runs writes a few rows between two fills. Looking through so many costs a question nothing. */
const maxUnfilled = 500;

/** Rows that lack columns of this program are found by their bodies, in the same snapshot. Throws ColumnsMissing. */
export async function fetchSetVersions(
  sql: Sql,
  table: StoreTable,
  where: WhereRequest['where'],
): Promise<readonly RowVersion[]> {
  const { kind, generation } = table;
  const { condition, params } = conditionOf(table, where);
  // The sort and the limit keep the planner, which knows nothing of the number, on the index of generations.
  const { rows } = await sql.query<RowVersion & { readonly text: string | null }>(
    `SELECT id, version, NULL AS text FROM ${kind.name} WHERE ${condition}
     UNION ALL (
       SELECT id, version, body::text FROM ${kind.name} WHERE columns_generation < ${generation}
       ORDER BY columns_generation LIMIT ${maxUnfilled + 1}
     ) ORDER BY id`,
    params,
  );
  const unfilled = rows.flatMap(({ id, text }) => (text === null ? [] : [{ id, text }]));
  if (unfilled.length > maxUnfilled) throw new ColumnsMissing(kind.name);
  const fits = new Map(unfilled.map(({ id, text }) => [id, fitsBody(kind, where, text)]));
  return rows
    .filter(({ id, text }) => fits.get(id) === (text === null ? undefined : true))
    .map(({ id, version }) => ({ id, version }));
}

/** Undefined for a body that cannot be read: then its columns count, as they were when somebody could. */
function fitsBody(kind: Entity, where: WhereRequest['where'], text: string): boolean | undefined {
  try {
    return matches(kind, presentRow(kind, text), where);
  } catch {
    return undefined;
  }
}

/**
 * A page of the rows whose columns equal `where`, in the order of their ids, after the id `after`. For queries. Throws UnreadableRow.
 */
export async function fetchPage(
  sql: Sql,
  table: StoreTable,
  where: WhereRequest['where'],
  page: { readonly after: Id | null; readonly limit: number },
): Promise<readonly Stored[]> {
  const { kind } = table;
  const { condition, params } = conditionOf(table, where);
  const next = params.length + 1;
  const { rows } = await sql.query<StoredColumns>(
    `SELECT ${storedColumns} FROM ${kind.name}
     WHERE ${condition} AND id > $${next} ORDER BY id LIMIT $${next + 1}::int`,
    [...params, page.after ?? '', page.limit],
  );
  return rows.map((each) => ({ ...each, row: presentRow(kind, each.text) }));
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
  table: StoreTable,
  how: 'insert' | 'update',
  rows: readonly NewRow[],
): Promise<void> {
  const { columns, kind, [how]: statement } = table;
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

function writeStatements(table: string, generation: string, columns: readonly StoreColumn[]) {
  const fixed = [
    ['id', 'text'],
    ['version', 'integer'],
    ['scopes', 'text'],
    ['body', 'text'],
    ['digest_hi', 'integer'],
    ['digest_lo', 'integer'],
  ];
  const all = [...fixed, ...columns.map((column) => [column.name, sqlTypes[column.type]])];
  const names = all.map(([name]) => name);
  const arrays = all.map(
    ([name, type], index) => `$${index + 1}::${name === 'body' ? 'text::' : ''}${type}[]`,
  );
  const values = names.map((name) => {
    if (name === 'scopes') return 'u.scopes::text[]';
    return name === 'body' ? 'u.body::json' : `u.${name}`;
  });
  const updates = [...names.filter((name) => name !== 'id'), 'columns_generation'].map(
    (name) => `${name} = excluded.${name}`,
  );
  const insert =
    `INSERT INTO ${table} AS t (${names.join(', ')}, columns_generation) ` +
    `SELECT ${values.join(', ')}, ${generation} FROM unnest(${arrays.join(', ')}) AS u(${names.join(', ')})`;
  // The same statement with a conflict clause: it always goes by the primary key, which an UPDATE … FROM may not.
  const update = `${insert} ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')} WHERE t.version < excluded.version`;
  return { insert, update };
}

function conditionOf(
  { kind, columns }: StoreTable,
  where: WhereRequest['where'],
): { readonly condition: string; readonly params: readonly Param[] } {
  const params: Param[] = [];
  const parts = Object.entries(where).map(([field, value]) => {
    const column = columns.get(field);
    if (column === undefined) throw new Error(`unknown column ${kind.name}.${field}`);
    if (value === null) return `${column.name} IS NULL`;
    params.push(value);
    return `${column.name} = $${params.length}`;
  });
  return { condition: parts.length === 0 ? 'true' : `(${parts.join(' AND ')})`, params };
}
