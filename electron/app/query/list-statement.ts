// The SQL of one page of a list. Every offered tab, filter and sort has an index in the order of the sort, row number included, so that a page is the
// first rows of a range and never a sort; which index is used is said, not left to guesses.
import type { ListShape } from '../db/replica/list-shapes.ts';
import type { Replica } from '../db/replica/replica.ts';
import type { Tallies } from '../db/replica/tallies.ts';

export type ListFilter = { readonly by: string; readonly value: string | number };
export type ListRequest = {
  readonly tab: string | null;
  /** Each by another column; a row meets all of them. */
  readonly filters: readonly ListFilter[];
  readonly sort: { readonly by: string; readonly direction: 'asc' | 'desc' };
  readonly after: { readonly value: number; readonly row: number } | null;
  /** Where the index is still to be made: only rows numbered above it are looked through. */
  readonly above?: number | null;
};

type Value = string | number;
export type Statement = { readonly sql: string; readonly values: readonly Value[] };

/** Columns by which rows of a list are counted, found and shown, and the index for each. */
export function listStatement(
  shape: ListShape,
  columns: readonly string[],
  { tab, filters, sort, after, above = null }: ListRequest,
  { tallies, indexes }: { readonly tallies: Tallies; readonly indexes: ReadonlySet<string> },
  words: readonly string[],
  limit: number,
): Statement {
  const { entity } = shape;
  const sortColumn = shape.sorts.get(sort.by) ?? 'updated_at';
  const leading = leadingColumn(shape, { tab, filters }, tallies);
  const index = indexedBy(shape, leading, sort.by, indexes);
  const { tests, values } = conditions(shape, { tab, filters }, leading);
  const narrowed = index === '' && above !== null;
  if (narrowed) {
    tests.push('r.row_no > ?');
    values.push(above);
  }
  if (after !== null) {
    tests.push(`(r.${sortColumn}, r.row_no) ${sort.direction === 'desc' ? '<' : '>'} (?, ?)`);
    values.push(after.value, after.row);
  }
  for (const word of words) {
    tests.push('instr(w.text, ?) > 0');
    values.push(word);
  }
  const joined = words.length === 0 ? '' : ` CROSS JOIN ${entity}_words w ON w.row_no = r.row_no`;
  const where = tests.length === 0 ? '' : ` WHERE ${tests.join(' AND ')}`;
  const direction = sort.direction === 'desc' ? 'DESC' : 'ASC';
  const sql =
    `SELECT ${columns.map((column) => `r.${column}`).join(', ')}, r.${sortColumn} AS sort_value, r.row_no FROM ${entity} r${narrowed ? ' NOT INDEXED' : index}` +
    `${joined}${where} ORDER BY r.${sortColumn} ${direction}, r.row_no ${direction} LIMIT ${limit}`;
  return { sql, values };
}

/** What a row has to meet. A plus keeps a term from being looked for in an index that is not the one named. */
function conditions(
  shape: ListShape,
  { tab, filters }: Selection,
  leading: string,
): { readonly tests: string[]; readonly values: Value[] } {
  const tests = filters.map(
    ({ by }) => `${leading === by ? '' : '+'}r.${shape.filterColumns.get(by) ?? ''} = ?`,
  );
  const values: Value[] = filters.map(({ value }) => value);
  if (tab !== null) {
    tests.push(`${leading === 'tab' ? '' : '+'}r.${shape.tabColumn} = ?`);
    values.push(tab);
  }
  return { tests, values };
}

type Selection = Pick<ListRequest, 'tab' | 'filters'>;

/** The rarest of tab and filters leads: the fewest rows are passed over. */
function leadingColumn(shape: ListShape, { tab, filters }: Selection, tallies: Tallies): string {
  const candidates = filters.map((filter) => ({
    name: filter.by,
    rows: tallied(shape, null, filter, tallies),
  }));
  if (tab !== null) candidates.push({ name: 'tab', rows: tallies.count(shape.entity, '', '', tab) });
  const [first] = candidates.toSorted((a, b) => a.rows - b.rows);
  return first?.name ?? '';
}

/** How many rows a tab and one filter have; from the counts that are kept with the rows. */
function tallied(
  shape: ListShape,
  tab: string | null,
  filter: ListFilter | undefined,
  tallies: Tallies,
): number {
  const by = filter?.by ?? '';
  const value = filter === undefined ? '' : String(filter.value);
  const tabs = tab === null ? shape.tabs : [tab];
  return tabs.reduce((sum, each) => sum + tallies.count(shape.entity, by, value, each), 0);
}

/** No more rows than these under tab and filters; exact with at most one filter. */
export function mostRows(shape: ListShape, { tab, filters }: Selection, tallies: Tallies): number {
  if (filters.length === 0) return tallied(shape, tab, undefined, tallies);
  return Math.min(...filters.map((filter) => tallied(shape, tab, filter, tallies)));
}

/** Rows that are counted one by one without anybody waiting for it. */
const countable = 1000;

/** How many rows each tab has under the filters; null where that is known neither from what is kept nor by a short count. */
export function tabTotals(
  shape: ListShape,
  filters: readonly ListFilter[],
  replica: Pick<Replica, 'connection' | 'tallies' | 'indexes'>,
): ReadonlyMap<string, number> | null {
  const { tallies } = replica;
  if (filters.length <= 1) {
    return new Map(shape.tabs.map((tab) => [tab, tallied(shape, tab, filters[0], tallies)]));
  }
  if (mostRows(shape, { tab: null, filters }, tallies) > countable) return null;
  const leading = leadingColumn(shape, { tab: null, filters }, tallies);
  const { tests, values } = conditions(shape, { tab: null, filters }, leading);
  const rows = replica.connection.db
    .prepare<Value[], { tab: string; n: number }>(
      `SELECT r.${shape.tabColumn} AS tab, count(*) AS n FROM ${shape.entity} r${indexedBy(shape, leading, shape.sorts.keys().next().value ?? '', replica.indexes)}
       WHERE ${tests.join(' AND ')} GROUP BY 1`,
    )
    .all(...values);
  const counted = new Map(rows.map(({ tab, n }) => [tab, n]));
  return new Map(shape.tabs.map((tab) => [tab, counted.get(tab) ?? 0]));
}

/** How many rows there are under tab and filters, or null when counting them would cost more than a page. */
export function totalOf(
  shape: ListShape,
  { tab, filters }: Selection,
  replica: Pick<Replica, 'connection' | 'tallies' | 'indexes'>,
): number | null {
  const most = mostRows(shape, { tab, filters }, replica.tallies);
  if (filters.length <= 1 || most === 0) return most;
  const totals = tabTotals(shape, filters, replica);
  if (totals === null) return null;
  return tab === null ? [...totals.values()].reduce((sum, n) => sum + n, 0) : (totals.get(tab) ?? 0);
}

/** After a first sync or a rebuild some indexes are still being made; until then the list is sorted the slow way. */
function indexedBy(shape: ListShape, leading: string, sort: string, indexes: ReadonlySet<string>): string {
  const index = shape.indexes.get(`${leading}:${sort}`) ?? '';
  return indexes.has(index) ? ` INDEXED BY ${index}` : '';
}
