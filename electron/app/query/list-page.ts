// One page of a list, with or without a search. A common word is found by walking the list in its order, a rare one through the index; which
// of the two is decided by how many rows the index says there are.
import { z } from 'zod';
import type { ListCursor } from '#shared/contract/ipc.ts';
import type { ListShape } from '../db/replica/list-shapes.ts';
import type { Replica } from '../db/replica/replica.ts';
import { matchExpression, queryWords } from '../search/terms.ts';
import { type ListRequest, listStatement, totalOf } from './list-statement.ts';

export type ListPage<T> = {
  readonly items: readonly T[];
  readonly total: number | null;
  readonly next: ListCursor | null;
};

type RawRow = Readonly<Record<string, string | number | null>>;
const rowsSchema = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])));

export function listPage<T>(
  replica: Replica,
  shape: ListShape,
  columns: readonly string[],
  request: ListRequest & { readonly limit: number; readonly search: string },
  item: (row: RawRow) => T,
): ListPage<T> {
  const { limit, search } = request;
  const words = queryWords(search);
  if (words.length === 0) {
    const total = totalOf(shape, request.tab, request.filter, replica.tallies);
    // Nothing under this tab: no need to walk what the filter has elsewhere.
    if (total === 0) return { items: [], total: 0, next: null };
    return pageOf(walk(replica, shape, columns, request, [], limit + 1), limit, total, item);
  }
  const found = rareRows(replica, shape, words, limit);
  if (found === undefined) {
    return pageOf(walk(replica, shape, columns, request, words, limit + 1), limit, null, item);
  }
  const rows = pick(replica, shape, columns, request, words, found);
  const rest = request.after === null ? rows : rows.filter((row) => isAfter(row, request));
  return pageOf(rest.slice(0, limit + 1), limit, rows.length, item);
}

function walk(
  replica: Replica,
  shape: ListShape,
  columns: readonly string[],
  request: ListRequest,
  words: readonly string[],
  limit: number,
): readonly RawRow[] {
  const { sql, values } = listStatement(shape, columns, request, replica.tallies, words, limit);
  return rowsSchema.parse(replica.connection.db.prepare<(string | number)[]>(sql).all(...values));
}

/** Row numbers that may have all words, or undefined when there are so many that walking the list finds a page sooner. */
function rareRows(
  replica: Replica,
  shape: ListShape,
  words: readonly string[],
  limit: number,
): readonly number[] | undefined {
  const expression = matchExpression(words);
  if (expression === undefined) return undefined;
  const rows = totalOf(shape, null, null, replica.tallies);
  // A walk passes about rows / hits × limit rows, the index costs each hit twice: sorting and checking.
  const most = Math.max(200, Math.round(Math.sqrt((limit * rows) / 2)));
  const found = replica.connection.db
    .prepare<[string, number], number>(
      `SELECT rowid FROM ${shape.entity}_search WHERE ${shape.entity}_search MATCH ? LIMIT ?`,
    )
    .pluck()
    .all(expression, most + 1);
  return found.length > most ? undefined : found;
}

/** The rows among those found that really have the words, tab and filter, in the list's order. */
function pick(
  replica: Replica,
  shape: ListShape,
  columns: readonly string[],
  request: ListRequest,
  words: readonly string[],
  found: readonly number[],
): readonly RawRow[] {
  const { entity } = shape;
  const sortColumn = shape.sorts.get(request.sort.by) ?? 'updated_at';
  const tests = words.map(() => ' AND instr(w.text, ?) > 0').join('');
  const one = replica.connection.db.prepare<(string | number)[], RawRow>(
    `SELECT ${columns.map((column) => `r.${column}`).join(', ')}, r.${sortColumn} AS sort_value, r.${shape.tabColumn} AS tab_value
     FROM ${entity}_words w JOIN ${entity} r ON r.row_no = w.row_no WHERE w.row_no = ?${tests}`,
  );
  const filterColumn = request.filter === null ? '' : (shape.filterColumns.get(request.filter.by) ?? '');
  const rows = found.flatMap((rowNo) => {
    const row = one.get(rowNo, ...words);
    if (row === undefined) return [];
    if (request.tab !== null && row['tab_value'] !== request.tab) return [];
    if (request.filter !== null && row[filterColumn] !== request.filter.value) return [];
    return [row];
  });
  const sign = request.sort.direction === 'desc' ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(cursorOf(a), cursorOf(b)));
}

function isAfter(row: RawRow, { after, sort }: ListRequest): boolean {
  if (after === null) return true;
  const order = compare(cursorOf(row), after);
  return sort.direction === 'desc' ? order < 0 : order > 0;
}

function compare(a: ListCursor, b: ListCursor): number {
  if (a.value !== b.value) return a.value - b.value;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function cursorOf(row: RawRow): ListCursor {
  return { value: Number(row['sort_value']), id: String(row['id']) };
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
