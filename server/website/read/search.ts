// Announcements that have all the words, the newest first. A common word is found among the newest months, and the whole index is asked only for
// rare ones: months and years are terms of the index, so a small part of it answers with whole pages.
import { addDays, type Instant, startOfDay, toPlainDate } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Param, Sql } from '../../db/database.ts';
import { filterTerm, monthTerm, queryOf, unitTerms, wordTerms, yearTerm } from '../search-terms.ts';
import type { Cursor } from './cursor.ts';
import { type Filters, spanOf } from './filters.ts';
import { type Item, itemColumns, type Page, pageOf, pageSize } from './items.ts';

export type Found = Item & { readonly body: string };

/** `words` as `wordsOf` gives them. Nothing is found without a pair of characters to look for. */
export async function searchPage(
  sql: Sql,
  words: readonly string[],
  filters: Filters,
  cursor: Cursor | undefined,
  now: Instant,
): Promise<Page<Found>> {
  const wanted = [...wordTerms(words), ...unitTerms(filters.unit ?? '')];
  if (wanted.length === 0) return pageOf<Found>([], cursor, pageSize);
  const all = [...wanted, ...filterTerms(filters)];
  const { since, until } = spanOf(filters);
  const from = cursor?.place.at ?? Math.min(until - 1, now);
  const newer = cursor?.side === 'newer';
  let rows: readonly Found[] = [];
  const { months, years } = spans(from, newer);
  for (let oneOf: readonly string[] = months; ; ) {
    const params: Param[] = [queryOf(all, oneOf), since, until, ...markOf(cursor), newer, pageSize + 1];
    rows = (await sql.query<Found>(statement(newer), params)).rows;
    if (rows.length > pageSize || oneOf.length === 0) break;
    // Not once in two months: everything there is will not be much.
    oneOf = oneOf === months && rows.length > 0 ? years : [];
  }
  return pageOf(rows, cursor, pageSize);
}

const statement = (newer: boolean) => `SELECT ${itemColumns}, w.body
  FROM website_announcements w WHERE w.id = ANY(ARRAY(SELECT website_matches($1::tsquery, $2, $3, $4, $5, $6, $7)))
  ORDER BY ${newer ? 'w.published_at, w.id' : 'w.published_at DESC, w.id DESC'}`;

/** Beyond every place there is, where no cursor names one. */
function markOf(cursor: Cursor | undefined): readonly [Instant, Id] {
  return cursor === undefined ? [Number.MAX_SAFE_INTEGER, ''] : [cursor.place.at, cursor.place.id];
}

function filterTerms({ column, region, method }: Filters): readonly string[] {
  const named = [
    ['column', column],
    ['region', region],
    ['method', method],
  ] as const;
  return named.flatMap(([name, code]) => (code === undefined ? [] : [filterTerm(name, code)]));
}

/** Two months, and the two years around them. */
function spans(from: Instant, newer: boolean) {
  const step = newer ? 1 : -1;
  const month = toPlainDate(Math.min(latest, Math.max(earliest, from))).slice(0, 7);
  const next = addDays(`${month}-15`, step * 30).slice(0, 7);
  const year = addDays(`${month}-15`, step * 365);
  return {
    months: [monthTerm(month), monthTerm(next)],
    years: [yearTerm(month), yearTerm(year)],
  };
}

/** A year on either side of them is still a day that there is. */
const earliest = startOfDay('1902-01-01');
const latest = startOfDay('2190-01-01');
