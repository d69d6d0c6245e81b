// No list of the website sorts, and none looks at more rows than it shows: every set of filters walks its own index in the order of the list.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { publish, published } from '#test/support/website.ts';
import type { Sql } from '../../db/database.ts';
import { queryOf } from '../search-terms.ts';
import type { Cursor } from './cursor.ts';
import { type Filters, noFilters } from './filters.ts';
import { listQuery } from './list.ts';

const start = Date.UTC(2026, 0, 5, 2);
const choices = {
  column: [undefined, 'notice'],
  region: [undefined, '411002'],
  method: [undefined, 'OPEN_TENDER'],
} as const;
const spans = [{}, { from: '2026-01-01', to: '2026-03-20' }] as const;
/** Amid the rows, so that either side is long. */
const place = { at: start + 1000 * 3_600_000, id: '018a0000-0000-7000-9000-000000000001' };
const cursors: readonly (Cursor | undefined)[] = [
  undefined,
  { place, side: 'older' },
  { place, side: 'newer' },
];

const cases = choices.column.flatMap((column) =>
  choices.region.flatMap((region) =>
    choices.method.flatMap((method) =>
      spans.flatMap((span) =>
        cursors.map((cursor) => {
          const filters: Filters = { ...noFilters, column, region, method, ...span };
          const named = [column, region, method].map((each) => each ?? 'all').join(', ');
          return {
            title: `${named}, ${'from' in span ? 'some days' : 'ever'}, ${cursor?.side ?? 'newest'}`,
            filters,
            cursor,
          };
        }),
      ),
    ),
  ),
);

describe.each(databases())('query plans of the website on $name', (engine) => {
  let held: TestDatabase;

  beforeAll(async () => {
    held = await engine.open();
    const rows = Array.from({ length: 2000 }, (_, index) =>
      published(`row ${index}`, start + index * 3_600_000, {
        type: index % 19 === 0 ? 'TENDER' : 'CONTRACT',
        regionCode: index % 23 === 0 ? '411002' : '411000',
        method: index % 17 === 0 ? 'OPEN_TENDER' : 'INQUIRY',
      }),
    );
    await publish(held.database, ...rows);
    await held.database.exec('ANALYZE website_announcements');
  });
  afterAll(() => held.close());

  /** A table of a few rows is read whole whatever there is; a large one is not. */
  const planOf = (text: string, params: Parameters<Sql['query']>[1]) =>
    held.database.transaction(async (tx) => {
      await tx.exec('SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off');
      const { rows } = await tx.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, params);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });

  it.each(cases)('$title', async ({ filters, cursor }) => {
    const { text, params } = listQuery(filters, cursor, 21);
    // What is said about each line (was it corrected?) is asked by an index of its own.
    const [list = ''] = (await planOf(text, params)).split('SubPlan');
    expect(list).toMatch(/Index (Only )?Scan/);
    expect(list).not.toMatch(/Sort|Seq Scan/);
    const fixed = [filters.column, filters.region, filters.method].filter(
      (each) => each !== undefined,
    ).length;
    expect(list.match(/(column_code|region_code|method) = /g) ?? []).toHaveLength(fixed);
    expect(list).not.toContain('Filter');
  });

  it('a search goes by the index of terms', async () => {
    const { rows } = await held.database.query<{ id: string }>(
      'SELECT website_matches($1::tsquery, 0, $2, $3, $4, false, 21) AS id',
      [queryOf(['ro']), Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, ''],
    );
    expect(rows).toHaveLength(21);
    const plan = await held.database.transaction(async (tx) => {
      await tx.exec('SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off');
      const answer = await tx.query<{ 'QUERY PLAN': string }>(
        "EXPLAIN SELECT id FROM website_announcements WHERE terms @@ 'ro'::tsquery ORDER BY published_at DESC, id DESC LIMIT 21",
      );
      return answer.rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('Bitmap Index Scan on website_terms');
  });
});
