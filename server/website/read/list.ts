// A page of announcements under filters, by the index that these filters have.
import type { Param, Sql } from '../../db/database.ts';
import type { Cursor } from './cursor.ts';
import { type Filters, spanOf } from './filters.ts';
import { type Item, itemColumns, type Page, pageOf, pageSize } from './items.ts';

type ListQuery = { readonly text: string; readonly params: readonly Param[] };

/** Without `unit`, which only the search index answers. */
export async function listPage(
  sql: Sql,
  filters: Filters,
  cursor: Cursor | undefined,
  size: number = pageSize,
): Promise<Page> {
  const { text, params } = listQuery(filters, cursor, size + 1);
  return pageOf((await sql.query<Item>(text, params)).rows, cursor, size);
}

export function listQuery(filters: Filters, cursor: Cursor | undefined, most: number): ListQuery {
  const params: Param[] = [];
  const parts: string[] = [];
  const equal = (column: string, value: string | undefined) => {
    if (value === undefined) return;
    params.push(value);
    parts.push(`w.${column} = $${params.length}`);
  };
  equal('column_code', filters.column);
  equal('region_code', filters.region);
  equal('method', filters.method);
  const { since, until } = spanOf(filters);
  params.push(since, until);
  parts.push(`w.published_at >= $${params.length - 1} AND w.published_at < $${params.length}`);
  const newer = cursor?.side === 'newer';
  if (cursor !== undefined) {
    params.push(cursor.place.at, cursor.place.id);
    parts.push(
      `(w.published_at, w.id) ${newer ? '>' : '<'} ($${params.length - 1}::bigint, $${params.length}::text)`,
    );
  }
  const order = newer ? 'w.published_at, w.id' : 'w.published_at DESC, w.id DESC';
  params.push(most);
  const text = `SELECT ${itemColumns} FROM website_announcements w WHERE ${parts.join(' AND ')} ORDER BY ${order} LIMIT $${params.length}`;
  return { text, params };
}
