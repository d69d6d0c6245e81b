// One page of a list, with or without a search. A common word is found by walking the list in its order, a rare one through the index; which
// of the two is decided by how many rows the index says there are. Rows are as SQLite answers them, whose tables this program has made: the
// bridge to the window is where they are held against the contract.
import type { ListCursor } from '#shared/contract/ipc.ts';
import type { ItemOf } from '#shared/contract/lists.ts';
import type { ColumnValue } from '#shared/domain/column.ts';
import type { List } from '#shared/domain/list.ts';
import { queryWords } from '#shared/replica-format/terms.ts';
import type { Account } from '../account.ts';
import type { Replica } from '../db/replica/replica.ts';
import { NotYetRebuilt } from '../db/replica/source-table.ts';
import { rareExpression } from '../search/rare.ts';
import {
  chosenStatement,
  type ListRequest,
  listStatement,
  mostRows,
  rareStatement,
  rowStatement,
  type Statement,
  totalOf,
} from './list-statement.ts';
import { marksOf } from './marks.ts';

/** So many of the newest rows are looked through for a page whose index is made when the table is complete. */
const lookedThrough = 10_000;

/** `search`: the words as they were typed. */
export type PageRequest = ListRequest & { readonly limit: number; readonly search: string };
type Page<Item> = { items: Item[]; total: number | null; next: ListCursor | null };
/** The value of the sort, the row number, the columns. */
type RawRow = readonly [number | string, number, ...ColumnValue[]];

/** While the replica is being rebuilt it is a page of the rows that are here, and nobody knows how many there are. */
export function listPage<L extends List>(account: Account, list: L, request: PageRequest): Page<ItemOf<L>> {
  const { rows, total } = found(account, list, request);
  const shown = rows.slice(0, request.limit);
  const last = shown.at(-1);
  return {
    items: itemsOf(account, list, shown),
    total,
    next: rows.length > request.limit && last !== undefined ? cursorOf(last) : null,
  };
}

/** One row more than the page has, if there is one. */
function found(
  { replica, rebuilding }: Account,
  list: List,
  request: PageRequest,
): { readonly rows: readonly RawRow[]; readonly total: number | null } {
  const { limit, search } = request;
  const words = queryWords(search);
  if (words.length === 0) {
    const total = rebuilding ? null : totalOf(list, request, replica);
    // Nothing under this tab: no need to walk what the filter has elsewhere.
    if (total === 0) return { rows: [], total };
    return { rows: walk(replica, list, list.shows, request, [], limit + 1), total };
  }
  const expression = rare(replica, list, words, limit);
  if (expression === undefined) {
    return { rows: walk(replica, list, list.shows, request, words, limit + 1), total: null };
  }
  const keys = rareKeys(replica, list, request, words, expression);
  const rest = request.after === null ? keys : keys.filter((key) => isAfter(key, request));
  const one = replica.connection.db.prepare<[number], RawRow>(rowStatement(list, list.shows, request)).raw();
  const rows = rest.slice(0, limit + 1).flatMap((key) => {
    const row = one.get(key.row);
    return row === undefined ? [] : [row];
  });
  return { rows, total: rebuilding ? null : keys.length };
}

/** The places of rows in the list's order, for work on all of them; `more`: there are others behind. Throws NotYetRebuilt. */
export function listKeys(
  replica: Replica,
  list: List,
  request: PageRequest,
): { readonly keys: readonly ListCursor[]; readonly more: boolean } {
  if (replica.table(list.kind.name)?.complete === false) throw new NotYetRebuilt(list.kind.name);
  const { limit, search } = request;
  const words = queryWords(search);
  const expression = words.length === 0 ? undefined : rare(replica, list, words, limit);
  const keys =
    expression === undefined
      ? walk(replica, list, [], request, words, limit + 1).map(cursorOf)
      : rareKeys(replica, list, request, words, expression).filter((key) => isAfter(key, request));
  return { keys: keys.slice(0, limit), more: keys.length > limit };
}

/** The places of the rows with these ids, as far as they are in the view, in its order. Throws NotYetRebuilt. */
export function chosenKeys(
  replica: Replica,
  list: List,
  request: Omit<PageRequest, 'after' | 'limit'>,
  ids: readonly string[],
): readonly ListCursor[] {
  if (replica.table(list.kind.name)?.complete === false) throw new NotYetRebuilt(list.kind.name);
  const { sql, values } = chosenStatement(list, request, queryWords(request.search));
  const one = replica.connection.db.prepare<(string | number)[], RawRow>(sql).raw();
  return inOrder(
    [...new Set(ids)].flatMap((id) => one.all(id, ...values).map(cursorOf)),
    request,
  );
}

function walk(
  replica: Replica,
  list: List,
  columns: readonly string[],
  request: ListRequest,
  words: readonly string[],
  limit: number,
): readonly RawRow[] {
  const above = newestAbove(replica, list);
  return rowsOf(replica, listStatement(list, columns, { ...request, above }, replica, words, limit));
}

function rowsOf(replica: Replica, { sql, values }: Statement): readonly RawRow[] {
  return replica.connection.db
    .prepare<(string | number)[], RawRow>(sql)
    .raw()
    .all(...values);
}

/** While rows are moved in, lists are asked for again and again; each time through all rows would hold up everything else. */
function newestAbove(replica: Replica, { kind: { name } }: List): number | null {
  if (replica.table(name)?.complete !== false) return null;
  const last = replica.connection.db
    .prepare<[], number | null>(`SELECT max(row_no) FROM ${name}`)
    .pluck()
    .get();
  return (last ?? 0) - lookedThrough;
}

/** A walk passes about limit × rows / hits rows, the index has to look at every hit: equal where hits² = limit × rows. */
function rare(replica: Replica, list: List, words: readonly string[], limit: number): string | undefined {
  const rows = mostRows(list, { tab: null, filters: [] }, replica);
  const most = Math.max(200, Math.round(Math.sqrt(limit * rows)));
  return rareExpression(replica, list.kind.name, words, most);
}

/** The rows among the index's hits that really have the words, tab and filter, in the list's order. */
function rareKeys(
  replica: Replica,
  list: List,
  request: ListRequest,
  words: readonly string[],
  expression: string,
): readonly ListCursor[] {
  return inOrder(rowsOf(replica, rareStatement(list, request, words, expression)).map(cursorOf), request);
}

function inOrder(keys: readonly ListCursor[], { sort }: Pick<ListRequest, 'sort'>): readonly ListCursor[] {
  const sign = sort.direction === 'desc' ? -1 : 1;
  return keys.toSorted((a, b) => sign * compare(a, b));
}

function itemsOf<L extends List>(account: Account, list: L, rows: readonly RawRow[]): ItemOf<L>[] {
  const { shows, kind } = list;
  const mark = marksOf(account);
  const named = Object.entries(list.organisations);
  const nameOf = named.length === 0 ? undefined : organisationNames(account.replica);
  const items = rows.map(([, , ...values]) => {
    const item: Record<string, ColumnValue> = {};
    for (const [at, column] of shows.entries()) item[column] = values[at] ?? null;
    for (const [member, column] of named) item[member] = nameOf?.get(item[column] ?? null) ?? null;
    item['mark'] = mark(kind.name, String(item['id']));
    return item;
  });
  // The columns that the list shows, of the types that they are declared with.
  return items as ItemOf<L>[];
}

function organisationNames({ connection }: Replica) {
  return connection.db.prepare<[ColumnValue], string>('SELECT name FROM organisations WHERE id = ?').pluck();
}

function isAfter(key: ListCursor, { after, sort }: ListRequest): boolean {
  if (after === null) return true;
  const order = compare(key, after);
  return sort.direction === 'desc' ? order < 0 : order > 0;
}

function compare(a: ListCursor, b: ListCursor): number {
  if (a.value === b.value) return a.row - b.row;
  // As SQLite orders texts, by their bytes: JavaScript puts rare characters, of two units, before others that SQLite puts first.
  if (typeof a.value === 'string' && typeof b.value === 'string') {
    return Buffer.compare(Buffer.from(a.value), Buffer.from(b.value));
  }
  return a.value < b.value ? -1 : 1;
}

function cursorOf([value, row]: RawRow): ListCursor {
  return { value, row };
}
