// Lock-out, counted in the database so that it holds across processes. An attempt is taken before the password is looked at, in one
// statement, so that guesses sent all at once are counted as well as guesses sent one by one.
import type { Instant } from '#shared/kernel/dates.ts';
import type { Sql } from '../db/database.ts';

export type AttemptLimit = {
  readonly max: number;
  readonly windowMs: number;
  readonly lockMs: number;
};

/** Undefined: go on. Else locked until then. */
export async function takeAttempt(
  sql: Sql,
  key: string,
  limit: AttemptLimit,
  now: Instant,
): Promise<Instant | undefined> {
  const { rows } = await sql.query<{ locked_until: number }>(
    `INSERT INTO sign_in_failures AS f (key, count, since, locked_until) VALUES ($1, 1, $2::bigint, 0)
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN f.locked_until > $2 THEN f.count
         WHEN f.locked_until > 0 OR f.since <= $2 - $3::bigint THEN 1 ELSE f.count + 1 END,
       since = CASE WHEN f.locked_until > $2 THEN f.since
         WHEN f.locked_until > 0 OR f.since <= $2 - $3::bigint THEN $2 ELSE f.since END,
       locked_until = CASE WHEN f.locked_until > $2 THEN f.locked_until
         WHEN f.locked_until = 0 AND f.since > $2 - $3::bigint AND f.count >= $4::int THEN $2 + $5::bigint ELSE 0 END
     RETURNING locked_until`,
    [key, now, limit.windowMs, limit.max, limit.lockMs],
  );
  const lockedUntil = rows[0]?.locked_until ?? 0;
  return lockedUntil > now ? lockedUntil : undefined;
}

/** After a success: the name's count is gone, the address gets its attempt back. */
export async function giveBack(sql: Sql, nameKey: string, addressKey: string): Promise<void> {
  await sql.query('DELETE FROM sign_in_failures WHERE key = $1', [nameKey]);
  await sql.query('UPDATE sign_in_failures SET count = greatest(count - 1, 0) WHERE key = $1', [addressKey]);
}
