// The SQL of one page of a list. Every offered tab, filter and sort has an index in the order of the sort, row number included, so that a page is the
// first rows of a range and never a sort; which index is used is said, not left to guesses.
import type { ListCursor } from '#shared/contract/ipc.ts';
import type { ColumnTest, List } from '#shared/domain/list.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import type { Replica } from '../db/replica/replica.ts';
import type { Tallies } from '../db/replica/tallies.ts';

export type ListFilter = { readonly by: string; readonly value: string | number };
/** Days, both included; null: without a bound. */
export type DayRange = {
  readonly column: string;
  readonly from: PlainDate | null;
  readonly until: PlainDate;
};
export type ListRequest = {
  readonly tab: string | null;
  /** Of the tab, only the rows whose day lies in it. */
  readonly days?: DayRange | null;
  /** Each by another column; a row meets all of them. */
  readonly filters: readonly ListFilter[];
  readonly sort: { readonly by: string; readonly direction: 'asc' | 'desc' };
  readonly after: ListCursor | null;
  /** Where the index is still to be made: only rows numbered above it are looked through. */
  readonly above?: number | null;
};
type Selection = Pick<ListRequest, 'tab' | 'days' | 'filters'>;

type Value = string | number;
export type Statement = { readonly sql: string; readonly values: readonly Value[] };
type Indexes = Pick<Replica, 'indexes'>;
type Counted = Pick<Replica, 'connection' | 'tallies' | 'indexes'>;

/** Answers the value of the sort, the row number, and these columns. */
export function listStatement(
  list: List,
  columns: readonly string[],
  { sort, after, above = null, ...selection }: ListRequest,
  replica: Pick<Replica, 'tallies' | 'indexes'>,
  words: readonly string[],
  limit: number,
): Statement {
  const table = list.kind.name;
  const order = orderColumn(list, sort.by);
  const leading = leadingColumn(list, selection, replica.tallies);
  const { tests, values } = conditions(list, selection, leading);
  const index = indexedBy(list, leading, sort.by, replica);
  const narrowed = index === '' && above !== null;
  if (narrowed) {
    tests.push('r.row_no > ?');
    values.push(above);
  }
  if (after !== null) {
    tests.push(`(r.${order}, r.row_no) ${sort.direction === 'desc' ? '<' : '>'} (?, ?)`);
    values.push(after.value, after.row);
  }
  for (const word of words) {
    tests.push('instr(w.text, ?) > 0');
    values.push(word);
  }
  const joined = words.length === 0 ? '' : ` CROSS JOIN ${table}_words w ON w.row_no = r.row_no`;
  const direction = sort.direction === 'desc' ? 'DESC' : 'ASC';
  const sql =
    `SELECT ${selected(list, sort.by, columns)} FROM ${table} r${narrowed ? ' NOT INDEXED' : index}` +
    `${joined}${where(tests)} ORDER BY r.${order} ${direction}, r.row_no ${direction} LIMIT ${limit}`;
  return { sql, values };
}

/** The rows among the search index's hits for an expression that really have the words, tab and filters; in no order. */
export function rareStatement(
  list: List,
  { sort, ...selection }: Omit<ListRequest, 'after'>,
  words: readonly string[],
  expression: string,
): Statement {
  const table = list.kind.name;
  const { tests, values } = conditions(list, selection, undefined);
  return {
    sql: `SELECT ${selected(list, sort.by, [])}
       FROM (SELECT rowid AS hit FROM ${table}_search WHERE ${table}_search MATCH ?) s
       CROSS JOIN ${table}_words w ON w.row_no = s.hit
       CROSS JOIN ${table} r ON r.row_no = s.hit${where([...words.map(() => 'instr(w.text, ?) > 0'), ...tests])}`,
    values: [expression, ...words, ...values],
  };
}

/** One row, if it has the words, tab and filters: its id is bound before the values. */
export function chosenStatement(
  list: List,
  { sort, ...selection }: Omit<ListRequest, 'after'>,
  words: readonly string[],
): Statement {
  const table = list.kind.name;
  const { tests, values } = conditions(list, selection, undefined);
  const joined = words.length === 0 ? '' : ` CROSS JOIN ${table}_words w ON w.row_no = r.row_no`;
  const all = ['r.id = ?', ...words.map(() => 'instr(w.text, ?) > 0'), ...tests];
  return {
    sql: `SELECT ${selected(list, sort.by, [])} FROM ${table} r${joined}${where(all)}`,
    values: [...words, ...values],
  };
}

/** One row by its number, as `listStatement` answers it. */
export function rowStatement(
  list: List,
  columns: readonly string[],
  { sort }: Pick<ListRequest, 'sort'>,
): string {
  return `SELECT ${selected(list, sort.by, columns)} FROM ${list.kind.name} r WHERE r.row_no = ?`;
}

/** How many rows each tab has, counted one by one. */
export function countStatement(
  list: List,
  selection: Selection,
  replica: Pick<Replica, 'tallies'> & Indexes,
): Statement {
  const leading = leadingColumn(list, selection, replica.tallies);
  const { tests, values } = conditions(list, selection, leading);
  const tab = list.tabColumn === null ? "''" : `r.${snakeCase(list.tabColumn)}`;
  const indexed = indexedBy(list, leading, list.start.by, replica);
  return {
    sql: `SELECT ${tab} AS tab, count(*) AS n FROM ${list.kind.name} r${indexed}${where(tests)} GROUP BY 1`,
    values,
  };
}

function selected(list: List, by: string, columns: readonly string[]): string {
  const order = orderColumn(list, by);
  return [order, 'row_no', ...columns.map(snakeCase)].map((column) => `r.${column}`).join(', ');
}

function orderColumn(list: List, by: string): string {
  const sort = list.sorts.get(by);
  if (sort === undefined) throw new TypeError(`${list.name} is not ordered by ${by}`);
  return snakeCase(sort.column);
}

function where(tests: readonly string[]): string {
  return tests.length === 0 ? '' : ` WHERE ${tests.join(' AND ')}`;
}

/** What a row has to be. */
function testsOf(list: List, { tab, filters }: Selection): readonly ColumnTest[] {
  return [
    ...list.only,
    ...filters.map(({ by, value }) => ({ column: by, value })),
    ...(tab === null || list.tabColumn === null ? [] : [{ column: list.tabColumn, value: tab }]),
  ];
}

/** A plus keeps a term from being looked for in an index that is not the one named; with nothing leading, no index is. */
function conditions(
  list: List,
  selection: Selection,
  leading: string | undefined,
): { readonly tests: string[]; readonly values: Value[] } {
  const wanted = testsOf(list, selection);
  const days = dayTests(selection);
  const tests = wanted.map(({ column, value }) => {
    const term = `${leading === undefined || leading === column ? '' : '+'}r.${snakeCase(column)}`;
    return value === null ? `${term} IS NULL` : `${term} = ?`;
  });
  return {
    tests: [...tests, ...days.map(([test]) => test)],
    values: [
      ...wanted.flatMap(({ value }) => (value === null ? [] : [value])),
      ...days.map(([, value]) => value),
    ],
  };
}

function dayTests({ days = null }: Selection): readonly (readonly [test: string, day: PlainDate])[] {
  if (days === null) return [];
  const column = `r.${snakeCase(days.column)}`;
  return [
    ...(days.from === null ? [] : [[`${column} >= ?`, days.from] as const]),
    [`${column} <= ?`, days.until],
  ];
}

/** The rarest of tab and filters leads: the fewest rows are passed over. */
function leadingColumn(list: List, { tab, filters }: Selection, tallies: Tallies): string {
  const [only] = list.only;
  if (only !== undefined) return only.column;
  const candidates = filters.map((filter) => ({
    column: filter.by,
    rows: tallied(list, null, filter, tallies),
  }));
  if (tab !== null && list.tabColumn !== null) {
    candidates.push({ column: list.tabColumn, rows: tallied(list, tab, undefined, tallies) });
  }
  const [first] = candidates.toSorted((a, b) => a.rows - b.rows);
  return first?.column ?? '';
}

/** The desk counts rows of a list without tabs under the empty one. */
function tabsOf({ tabColumn, tabNames, dayTabs }: List): readonly string[] {
  return tabColumn === null ? [''] : tabNames.filter((tab) => tab !== 'all' && !dayTabs.has(tab));
}

/** How many rows a tab and one filter have; from the counts that are kept with the rows. */
function tallied(list: List, tab: string | null, filter: ListFilter | undefined, tallies: Tallies): number {
  const by = filter?.by ?? '';
  const value = filter === undefined ? '' : String(filter.value);
  const tabs = tab === null ? tabsOf(list) : [tab];
  return tabs.reduce((sum, each) => sum + tallies.count(list.kind.name, by, value, each), 0);
}

/** No more rows than these under tab and filters; exact with at most one filter. */
export function mostRows(list: List, { tab, filters }: Selection, replica: Counted): number {
  // Such lists are short.
  if (list.counted === null) return sumOf(counted(list, { tab, filters }, replica));
  if (filters.length === 0) return tallied(list, tab, undefined, replica.tallies);
  return Math.min(...filters.map((filter) => tallied(list, tab, filter, replica.tallies)));
}

/** Rows that are counted one by one without anybody waiting for it. */
const countable = 1000;

/** How many rows each tab has under the filters; null where that is known neither from what is kept nor by a short count. */
export function tabTotals(
  list: List,
  filters: readonly ListFilter[],
  replica: Counted,
): ReadonlyMap<string, number> | null {
  const selection = { tab: null, filters };
  if (list.counted === null) return counted(list, selection, replica);
  if (filters.length <= 1) {
    return new Map(tabsOf(list).map((tab) => [tab, tallied(list, tab, filters[0], replica.tallies)]));
  }
  return mostRows(list, selection, replica) > countable ? null : counted(list, selection, replica);
}

function counted(list: List, selection: Selection, replica: Counted): ReadonlyMap<string, number> {
  const { sql, values } = countStatement(list, selection, replica);
  const rows = replica.connection.db.prepare<Value[], { tab: string; n: number }>(sql).all(...values);
  const found = new Map(rows.map(({ tab, n }) => [tab, n]));
  return new Map(tabsOf(list).map((tab) => [tab, found.get(tab) ?? 0]));
}

/** How many rows of the tab lie in the days: rows that are open, counted in the index of the day alone where nothing is filtered. */
export function daysStatement(list: List, selection: Selection, replica: Indexes): Statement {
  const leading = selection.tab === null ? '' : (list.tabColumn ?? '');
  const { tests, values } = conditions(list, selection, leading);
  const by = [...list.sorts].find(([, { column }]) => column === selection.days?.column)?.[0] ?? '';
  const indexed = indexedBy(list, leading, by, replica);
  return { sql: `SELECT count(*) FROM ${list.kind.name} r${indexed}${where(tests)}`, values };
}

export function daysTotal(list: List, selection: Selection, replica: Counted): number {
  const { sql, values } = daysStatement(list, selection, replica);
  return (
    replica.connection.db
      .prepare<Value[], number>(sql)
      .pluck()
      .get(...values) ?? 0
  );
}

/** How many rows there are under tab and filters, or null when counting them would cost more than a page. */
export function totalOf(list: List, selection: Selection, replica: Counted): number | null {
  if ((selection.days ?? null) !== null) return daysTotal(list, selection, replica);
  const { tab, filters } = selection;
  const most = mostRows(list, { tab, filters }, replica);
  if (filters.length <= 1 || most === 0) return most;
  const totals = tabTotals(list, filters, replica);
  if (totals === null) return null;
  return tab === null ? sumOf(totals) : (totals.get(tab) ?? 0);
}

export function sumOf(totals: ReadonlyMap<string, number>): number {
  return [...totals.values()].reduce((sum, n) => sum + n, 0);
}

/** After a first sync or a rebuild some indexes are still being made; until then the list is sorted the slow way. */
function indexedBy(list: List, leading: string, by: string, { indexes }: Indexes): string {
  const index = list.indexes.get(`${leading}:${by}`)?.name ?? '';
  return indexes.has(index) ? ` INDEXED BY ${index}` : '';
}
