// Forgets what has no use any more.
import type { Instant } from '#shared/kernel/dates.ts';
import type { Database } from '../db/database.ts';

type CleanupDeps = { readonly database: Database; clock(): Instant };

const day = 24 * 3_600_000;
/** Desks offer acknowledged commands again for 30 days; twice that is kept. */
const keepOutcomesMs = 60 * day;

/** The number removed. Lock-outs that are over go as well. */
export async function removeExpiredSessions({ database, clock }: CleanupDeps): Promise<number> {
  const now = clock();
  const { count } = await database.query('DELETE FROM sessions WHERE expires_at <= $1', [now]);
  await database.query('DELETE FROM sign_in_failures WHERE locked_until <= $1 AND since <= $2', [
    now,
    now - day,
  ]);
  return count;
}

/** The last numbered outcome of a desk always stays: it may be asked for whenever the desk comes back. */
export async function forgetOutcomes({ database, clock }: CleanupDeps): Promise<number> {
  const before = clock() - keepOutcomesMs;
  const { count } = await database.query(
    'DELETE FROM outcomes o USING desks d WHERE d.id = o.desk_id AND o.at < $1 AND o.no < d.last_no',
    [before],
  );
  const online = await database.query('DELETE FROM online_outcomes WHERE at < $1', [before]);
  return count + online.count;
}

/** PostgreSQL tidies its tables up and counts them by itself; the embedded one only when it is told to. */
export async function tidyEmbedded({ database }: CleanupDeps): Promise<void> {
  if (database.engine !== 'pglite') return;
  const { rows } = await database.query<{ seq: number }>('SELECT seq FROM feed_head WHERE id = 1');
  if ((rows[0]?.seq ?? 0) >= worthTidying) await database.exec('VACUUM ANALYZE');
}

/** Sequence numbers; below, there is nothing to gain. */
const worthTidying = 1000;
