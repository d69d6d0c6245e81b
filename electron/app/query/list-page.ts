// One page of a list, with or without a search. A common word is found by walking the list in its order, a rare one through the index; which
// of the two is decided by how many rows the index says there are.
import { z } from 'zod';
import type { ListCursor } from '#shared/contract/ipc.ts';
import { matchExpression, queryWords } from '#shared/replica-format/terms.ts';
import type { Account } from '../account.ts';
import type { ListShape } from '../db/replica/list-shapes.ts';
import type { Replica } from '../db/replica/replica.ts';
import { NotYetRebuilt } from '../db/replica/source-table.ts';
import { type ListRequest, listStatement, mostRows, totalOf } from './list-statement.ts';

export type ListPage<T> = {
  readonly items: readonly T[];
  readonly total: number | null;
  readonly next: ListCursor | null;
};

/** So many of the newest rows are looked through for a page whose index is made when the table is complete. */
const lookedThrough = 10_000;

type RawRow = Readonly<Record<string, string | number | null>>;
const rowsSchema = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])));

/** While the replica is being rebuilt it is a page of the rows that are here, and nobody knows how many there are. */
export function listPage<T>(
  { replica, rebuilding }: Pick<Account, 'replica' | 'rebuilding'>,
  shape: ListShape,
  columns: readonly string[],
  request: ListRequest & { readonly limit: number; readonly search: string },
  item: (row: RawRow) => T,
): ListPage<T> {
  const { limit, search } = request;
  const words = queryWords(search);
  if (words.length === 0) {
    const total = rebuilding ? null : totalOf(shape, request, replica);
    // Nothing under this tab: no need to walk what the filter has elsewhere.
    if (total === 0) return { items: [], total: 0, next: null };
    return pageOf(walk(replica, shape, columns, request, [], limit + 1), limit, total, item);
  }
  const expression = rareExpression(replica, shape, words, limit);
  if (expression === undefined) {
    return pageOf(walk(replica, shape, columns, request, words, limit + 1), limit, null, item);
  }
  const keys = rareKeys(replica, shape, request, words, expression);
  const rest = request.after === null ? keys : keys.filter((key) => isAfter(key, request));
  const rows = rowsOf(replica, shape, columns, request, rest.slice(0, limit + 1));
  return pageOf(rows, limit, rebuilding ? null : keys.length, item);
}

/** The places of rows in the list's order, for work on all of them; `more`: there are others behind. Throws NotYetRebuilt. */
export function listKeys(
  replica: Replica,
  shape: ListShape,
  request: ListRequest & { readonly limit: number; readonly search: string },
): { readonly keys: readonly ListCursor[]; readonly more: boolean } {
  if (replica.table(shape.entity)?.complete === false) throw new NotYetRebuilt(shape.entity);
  const { limit, search } = request;
  const words = queryWords(search);
  const expression = words.length === 0 ? undefined : rareExpression(replica, shape, words, limit);
  const found =
    expression === undefined
      ? walk(replica, shape, ['row_no'], request, words, limit + 1).map(cursorOf)
      : rareKeys(replica, shape, request, words, expression).filter((key) => isAfter(key, request));
  return { keys: found.slice(0, limit), more: found.length > limit };
}

function walk(
  replica: Replica,
  shape: ListShape,
  columns: readonly string[],
  request: ListRequest,
  words: readonly string[],
  limit: number,
): readonly RawRow[] {
  const above = newestAbove(replica, shape);
  const { sql, values } = listStatement(shape, columns, { ...request, above }, replica, words, limit);
  return rowsSchema.parse(replica.connection.db.prepare<(string | number)[]>(sql).all(...values));
}

/** While rows are moved in, lists are asked for again and again; each time through all rows would hold up everything else. */
function newestAbove(replica: Replica, { entity }: ListShape): number | null {
  if (replica.table(entity)?.complete !== false) return null;
  const last = replica.connection.db
    .prepare<[], number | null>(`SELECT max(row_no) FROM ${entity}`)
    .pluck()
    .get();
  return (last ?? 0) - lookedThrough;
}

/** What to ask the index for, or undefined when it has so many rows that walking the list finds a page sooner. */
function rareExpression(
  replica: Replica,
  shape: ListShape,
  words: readonly string[],
  limit: number,
): string | undefined {
  const expression = matchExpression(words);
  if (expression === undefined) return undefined;
  const rows = mostRows(shape, { tab: null, filters: [] }, replica.tallies);
  // A walk passes about limit × rows / hits rows, the index has to look at every hit: equal where hits² = limit × rows.
  const most = Math.max(200, Math.round(Math.sqrt(limit * rows)));
  const search = `${shape.entity}_search`;
  const hits = replica.connection.db
    .prepare<[string, number], number>(
      `SELECT count(*) FROM (SELECT rowid FROM ${search} WHERE ${search} MATCH ? LIMIT ?)`,
    )
    .pluck()
    .get(expression, most + 1);
  return hits === undefined || hits > most ? undefined : expression;
}

const keysSchema = z.array(z.tuple([z.number(), z.int()]));

/** The rows among the index's hits that really have the words, tab and filter, in the list's order. */
function rareKeys(
  replica: Replica,
  shape: ListShape,
  request: ListRequest,
  words: readonly string[],
  expression: string,
): readonly ListCursor[] {
  const { entity } = shape;
  const tests = words.map(() => 'instr(w.text, ?) > 0');
  const values: (string | number)[] = [expression, ...words];
  if (request.tab !== null) {
    tests.push(`r.${shape.tabColumn} = ?`);
    values.push(request.tab);
  }
  for (const { by, value } of request.filters) {
    tests.push(`r.${shape.filterColumns.get(by) ?? ''} = ?`);
    values.push(value);
  }
  const rows = replica.connection.db
    .prepare<(string | number)[]>(
      `SELECT r.${sortColumnOf(shape, request)}, r.row_no
       FROM (SELECT rowid AS hit FROM ${entity}_search WHERE ${entity}_search MATCH ?) s
       CROSS JOIN ${entity}_words w ON w.row_no = s.hit
       CROSS JOIN ${entity} r ON r.row_no = s.hit WHERE ${tests.join(' AND ')}`,
    )
    .raw()
    .all(...values);
  const sign = request.sort.direction === 'desc' ? -1 : 1;
  return keysSchema
    .parse(rows)
    .map(([value, row]) => ({ value, row }))
    .toSorted((a, b) => sign * compare(a, b));
}

function rowsOf(
  replica: Replica,
  shape: ListShape,
  columns: readonly string[],
  request: ListRequest,
  keys: readonly ListCursor[],
): readonly RawRow[] {
  const one = replica.connection.db.prepare<[number], RawRow>(
    `SELECT ${columns.join(', ')}, ${sortColumnOf(shape, request)} AS sort_value, row_no FROM ${shape.entity} WHERE row_no = ?`,
  );
  return keys.flatMap((key) => {
    const row = one.get(key.row);
    return row === undefined ? [] : [row];
  });
}

function sortColumnOf(shape: ListShape, { sort }: ListRequest): string {
  return shape.sorts.get(sort.by) ?? 'updated_at';
}

function isAfter(key: ListCursor, { after, sort }: ListRequest): boolean {
  if (after === null) return true;
  const order = compare(key, after);
  return sort.direction === 'desc' ? order < 0 : order > 0;
}

function compare(a: ListCursor, b: ListCursor): number {
  return a.value === b.value ? a.row - b.row : a.value - b.value;
}

function cursorOf(row: RawRow): ListCursor {
  return { value: Number(row['sort_value']), row: Number(row['row_no']) };
}

function pageOf<T>(
  rows: readonly RawRow[],
  limit: number,
  total: number | null,
  item: (row: RawRow) => T,
): ListPage<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    total,
    next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}
