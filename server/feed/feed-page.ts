// Lines from the feed after a cursor, of the types and scopes held, with their bodies from the history. A page ends only after a whole sequence
// number. A row that occurs several times in what is read at once is sent once, as the last line that concerns this desk; a row that left all scopes held becomes
// a drop.
import type { Scope } from '#shared/domain/actor.ts';
import type { Sql } from '../db/database.ts';
import type { Permitted } from './plan-page.ts';

/** Takes the lines at once, as the database must not wait for a slow network. False: too many of them wait for it, the page ends where it may. */
export type LineSink = (lines: string) => boolean;

type Key = {
  readonly seq: number;
  readonly n: number;
  readonly entity: string;
  readonly id: string;
  readonly size: number;
};

const keysPerStatement = 500;
/** How much is read before the network is looked at again; where it lags, the page ends there. */
const runChars = 1_000_000;

/** The sequence number up to which everything has been written. */
export async function feedPage(
  tx: Sql,
  cursor: number,
  held: Permitted,
  limit: number,
  head: number,
  maxChars: number,
  write: LineSink,
): Promise<number> {
  if (cursor >= head) return head;
  // WITH TIES: all rows of the last sequence number come along.
  const { rows } = await tx.query<Key>(
    `SELECT seq, n, entity, id, size FROM feed
     WHERE seq > $1 AND entity = ANY($4::text[]) AND (scopes && $2::text[] OR prev_scopes && $2::text[])
     ORDER BY seq FETCH FIRST ($3::int) ROWS WITH TIES`,
    [cursor, held.scopes, limit, held.types],
    { name: 'feed_keys' },
  );
  const { keys, cursor: reached } = cut(rows, limit, head, maxChars);
  for (let start = 0; start < keys.length; ) {
    const run = cut(keys.slice(start), Number.POSITIVE_INFINITY, reached, runChars);
    if (!(await writeRun(tx, run.keys, held.scopes, write))) return run.cursor;
    start += run.keys.length;
  }
  return reached;
}

async function writeRun(
  tx: Sql,
  keys: readonly Key[],
  scopes: readonly Scope[],
  write: LineSink,
): Promise<boolean> {
  const lines = lastOfEachRow(keys);
  let goesOn = true;
  for (let start = 0; start < lines.length; start += keysPerStatement) {
    const text = await linesOf(tx, lines.slice(start, start + keysPerStatement), scopes);
    if (text !== null) goesOn = write(text);
  }
  return goesOn;
}

/** Exported for its test: where a page ends, by count and by size, always behind a whole sequence number. */
export function cut<K extends Pick<Key, 'seq' | 'size'>>(
  rows: readonly K[],
  limit: number,
  head: number,
  maxChars: number,
): { readonly keys: readonly K[]; readonly cursor: number } {
  let chars = 0;
  for (const [index, row] of rows.entries()) {
    chars += row.size;
    const next = rows[index + 1];
    if (next !== undefined && next.seq !== row.seq && chars >= maxChars) {
      return { keys: rows.slice(0, index + 1), cursor: row.seq };
    }
  }
  const last = rows.at(-1);
  return { keys: rows, cursor: last !== undefined && rows.length >= limit ? last.seq : head };
}

function lastOfEachRow(keys: readonly Key[]): readonly Key[] {
  const last = new Map<string, Key>();
  for (const key of keys) {
    const name = `${key.entity}/${key.id}`;
    last.delete(name);
    last.set(name, key);
  }
  return [...last.values()];
}

async function linesOf(tx: Sql, keys: readonly Key[], kept: readonly Scope[]): Promise<string | null> {
  const { rows } = await tx.query<{ lines: string | null }>(
    `SELECT string_agg(CASE
        WHEN h.op = 'delete' THEN '{"t":"' || h.entity || '","d":' || to_json(h.id)::text || ',"v":' || h.version || E'}\\n'
        WHEN h.scopes && $3::text[] THEN '{"t":"' || h.entity || '","i":' || to_json(h.id)::text || ',"v":' || h.version ||
          ',"s":' || array_to_json(h.scopes)::text || ',"b":' || h.body::text || E'}\\n'
        ELSE '{"t":"' || h.entity || '","x":' || to_json(h.id)::text || ',"v":' || h.version || E'}\\n'
      END, '' ORDER BY k.place) AS lines
     FROM unnest($1::bigint[], $2::int[]) WITH ORDINALITY AS k(seq, n, place)
     JOIN row_history h ON h.seq = k.seq AND h.n = k.n`,
    [keys.map((key) => key.seq), keys.map((key) => key.n), kept],
    { name: 'feed_lines' },
  );
  return rows[0]?.lines ?? null;
}
