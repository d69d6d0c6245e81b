// Takes out of the feed what is older than the days it is kept. Rows and the mark that says how far they reach back change in one transaction,
// so no reader sees a feed that lacks something above its mark; the newest number always stays. The history keeps every version.
import { type Setting, settings } from '#shared/domain/admin/model.ts';
import { settingValue } from '#shared/domain/admin/settings.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import { fetchRows, tableOf } from '../command/entity-store.ts';
import type { Database, Sql } from '../db/database.ts';
import { present } from './pull.ts';

type TrimDeps = { readonly database: Database; clock(): Instant };

const dayMs = 24 * 3_600_000;
/** A slice takes a few milliseconds, the head row's part of it far less than one. */
const rowsPerSlice = 2000;

/** The number of rows removed. */
export async function trimFeed(
  { database, clock }: TrimDeps,
  sliceRows: number = rowsPerSlice,
): Promise<number> {
  const stored = await fetchRows(database, tableOf(settings.name), ['sync.feedDays']);
  const days = settingValue(
    stored.map(({ row }) => row as Setting),
    'sync.feedDays',
  );
  const before = clock() - days * dayMs;
  let removed = 0;
  for (;;) {
    const slice = await database.transaction((tx) => trimSlice(tx, before, sliceRows));
    removed += slice;
    if (slice < sliceRows) return removed;
  }
}

/** Up to the first number that is young enough: times may stand still or go back by a little, numbers never do. */
async function trimSlice(tx: Sql, before: Instant, sliceRows: number): Promise<number> {
  const { trimmedUpto, head } = await present(tx);
  const { rows } = await tx.query<{ upto: number | null }>(
    `SELECT max(seq) FILTER (WHERE old) AS upto FROM (
       SELECT seq, bool_and(at < $1::bigint) OVER (ORDER BY seq) AS old FROM (
         SELECT f.seq, (SELECT h.at FROM row_history h WHERE h.seq = f.seq AND h.n = f.n) AS at
         FROM feed f WHERE f.seq > $2 AND f.seq < $3 ORDER BY f.seq LIMIT $4::int
       ) AS oldest
     ) AS slice`,
    [before, trimmedUpto, head, sliceRows],
  );
  const upto = rows[0]?.upto ?? null;
  if (upto === null) return 0;
  const { count } = await tx.query('DELETE FROM feed WHERE seq > $1 AND seq <= $2', [trimmedUpto, upto]);
  // Last, as in every transaction: from here to the commit every writer waits.
  await tx.query('UPDATE feed_head SET trimmed_upto = greatest(trimmed_upto, $1) WHERE id = 1', [upto]);
  return count;
}
