// The SQL of one page of a list. Every offered tab, filter and sort has an index in the order of the sort, row number included, so that a page is the
// first rows of a range and never a sort; which index is used is said, not left to guesses.
import type { ListShape } from '../db/replica/list-shapes.ts';
import type { Tallies } from '../db/replica/tallies.ts';

export type ListRequest = {
  readonly tab: string | null;
  readonly filter: { readonly by: string; readonly value: string | number } | null;
  readonly sort: { readonly by: string; readonly direction: 'asc' | 'desc' };
  readonly after: { readonly value: number; readonly row: number } | null;
};

type Value = string | number;
export type Statement = { readonly sql: string; readonly values: readonly Value[] };

/** Columns by which rows of a list are counted, found and shown, and the index for each. */
export function listStatement(
  shape: ListShape,
  columns: readonly string[],
  { tab, filter, sort, after }: ListRequest,
  { tallies, indexes }: { readonly tallies: Tallies; readonly indexes: ReadonlySet<string> },
  words: readonly string[],
  limit: number,
): Statement {
  const { entity } = shape;
  const sortColumn = shape.sorts.get(sort.by) ?? 'updated_at';
  const leading = leadingColumn(shape, { tab, filter }, tallies);
  const index = shape.indexes.get(`${leading}:${sort.by}`) ?? '';
  // After a first sync some indexes are still being made; until then the list is sorted the slow way.
  const indexed = indexes.has(index) ? ` INDEXED BY ${index}` : '';
  const tests: string[] = [];
  const values: Value[] = [];
  if (filter !== null) {
    // A plus keeps a term from being looked for in an index that is not the one named.
    tests.push(`${leading === filter.by ? '' : '+'}r.${shape.filterColumns.get(filter.by) ?? ''} = ?`);
    values.push(filter.value);
  }
  if (tab !== null) {
    tests.push(`${leading === 'tab' ? '' : '+'}r.${shape.tabColumn} = ?`);
    values.push(tab);
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
    `SELECT ${columns.map((column) => `r.${column}`).join(', ')}, r.${sortColumn} AS sort_value, r.row_no FROM ${entity} r${indexed}` +
    `${joined}${where} ORDER BY r.${sortColumn} ${direction}, r.row_no ${direction} LIMIT ${limit}`;
  return { sql, values };
}

/** With tab and filter both, the rarer one leads: fewer rows are passed over. */
function leadingColumn(
  shape: ListShape,
  { tab, filter }: Pick<ListRequest, 'tab' | 'filter'>,
  tallies: Tallies,
): string {
  if (filter === null) return tab === null ? '' : 'tab';
  if (tab === null) return filter.by;
  const ofTab = tallies.count(shape.entity, '', '', tab);
  const ofFilter = totalOf(shape, null, filter, tallies);
  return ofTab < ofFilter ? 'tab' : filter.by;
}

/** How many rows a tab and filter have; from the counts that are kept with the rows. */
export function totalOf(
  shape: ListShape,
  tab: string | null,
  filter: ListRequest['filter'],
  tallies: Tallies,
): number {
  const by = filter?.by ?? '';
  const value = filter === null ? '' : String(filter.value);
  const tabs = tab === null ? shape.tabs : [tab];
  return tabs.reduce((sum, each) => sum + tallies.count(shape.entity, by, value, each), 0);
}
