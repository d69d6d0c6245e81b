// Whether a pull comes from a desk that was away longer than the feed is kept: seen from outside, by the request and the server's tables.
import { z } from 'zod';
import type { Database } from '#server/db/database.ts';
import type { ServerRequest } from './network.ts';

/** Of either protocol. */
const pullSchema = z.looseObject({
  state: z.looseObject({ epoch: z.string().nullable(), cursor: z.int().nullable() }),
});

/** The epoch of the server where it is the desk's own and the feed no longer reaches back to the desk's cursor. */
export async function expiredIn(
  database: Database,
  { path, body }: ServerRequest,
): Promise<string | undefined> {
  if (path !== '/sync/pull' || typeof body !== 'string') return undefined;
  const { state } = pullSchema.parse(JSON.parse(body));
  const { rows } = await database.query<{ epoch: string }>(
    `SELECT m.value AS epoch FROM feed_head h, server_meta m
     WHERE m.key = 'epoch' AND m.value = $1 AND h.trimmed_upto > $2::bigint`,
    [state.epoch, state.cursor],
  );
  return rows[0]?.epoch;
}
