// What is in a desk's folder and in a server's database, in few words, read by plain SQL: what later versions must still find there. Reads only
// tables and columns that every version has.
import { join } from 'node:path';
import { openSqlite } from '#electron/app/db/connection.ts';
import type { Database } from '#server/db/database.ts';

type Plain = Readonly<Record<string, unknown>>;

export type SeenOnDesk = {
  readonly commands: readonly Plain[];
  readonly drafts: readonly Plain[];
  readonly uploads: readonly Plain[];
  readonly identity: readonly Plain[];
  readonly rows: Readonly<Record<string, readonly string[]>>;
  readonly base: readonly string[];
  readonly overlays: readonly Plain[];
  readonly indexed: number;
};

const recordTables = [
  'accounts',
  'announcements',
  'calendar_years',
  'number_patterns',
  'number_series',
  'organisations',
  'plans',
  'platforms',
  'projects',
  'sections',
  'settings',
] as const;

/** Of a closed account folder; opens both files and closes them again. */
export function seenOnDesk(folder: string): SeenOnDesk {
  const outbox = openSqlite(join(folder, 'outbox.db'), {});
  const replica = openSqlite(join(folder, 'replica.db'), {});
  try {
    const all = (sql: string) => outbox.prepare<[], Plain>(sql).all();
    const versions = (sql: string) => replica.prepare<[], string>(sql).pluck().all();
    return {
      commands: all(
        `SELECT no, id, name, version, state, seq, json_extract(error, '$.code') AS error, json_extract(subject, '$.id') AS subject,
           depends_on_rejected AS dependsOn, replaced_by AS replacedBy FROM commands ORDER BY no`,
      ),
      drafts: all('SELECT key, form, body FROM drafts ORDER BY key'),
      uploads: all('SELECT sha256, file_name AS fileName, size, state FROM uploads ORDER BY sha256'),
      identity: all("SELECT key, value FROM identity WHERE key IN ('deskId', 'epoch') ORDER BY key"),
      rows: Object.fromEntries(
        recordTables.map((table) => [
          table,
          versions(`SELECT id || ' ' || version FROM ${table} ORDER BY id`),
        ]),
      ),
      base: versions("SELECT entity || ' ' || id || ' ' || version FROM base_rows ORDER BY entity, id"),
      overlays: replica.prepare<[], Plain>('SELECT no, id, doubt FROM overlays ORDER BY no').all(),
      indexed: Number(replica.prepare('SELECT count(*) FROM plans_words').pluck().get()),
    };
  } finally {
    outbox.close();
    replica.close();
  }
}

export type SeenOnServer = {
  readonly head: unknown;
  readonly rows: Readonly<Record<string, readonly string[]>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly digests: readonly string[];
};

const countedTables = [
  'attachment_refs',
  'audit_log',
  'credentials',
  'desks',
  'exchange_outbox',
  'feed',
  'file_uploaders',
  'files',
  'outcomes',
  'sessions',
  'website_announcements',
] as const;

export async function seenOnServer(database: Database): Promise<SeenOnServer> {
  const texts = async (sql: string) =>
    (await database.query<{ text: string }>(sql)).rows.map(({ text }) => text);
  const rows: Record<string, readonly string[]> = {};
  for (const table of recordTables) {
    rows[table] = await texts(`SELECT id || ' ' || version AS text FROM ${table} ORDER BY id COLLATE "C"`);
  }
  const counts: Record<string, number> = {};
  for (const table of countedTables) {
    const [count] = await texts(`SELECT count(*)::text AS text FROM ${table}`);
    counts[table] = Number(count);
  }
  counts['tombstones'] = Number(
    (await texts("SELECT count(*)::text AS text FROM feed WHERE op = 'delete'"))[0],
  );
  return {
    head: (await texts("SELECT seq || ' ' || audit_no || ' ' || audit_hash AS text FROM feed_head"))[0],
    rows,
    counts,
    digests: await texts((await hasColumn(database, 'scope_digests', 'entity')) ? sumsByType : sumsByScope),
  };
}

const sumsByScope = `SELECT scope || ' ' || count || ' ' || hi || ' ' || lo AS text
  FROM scope_digests WHERE count > 0 ORDER BY scope COLLATE "C"`;
/** Versions from protocol 2 on keep them by record type. */
const sumsByType = `SELECT scope || ' ' || sum(row_count) || ' ' || bit_xor(hi) || ' ' || bit_xor(lo) AS text
  FROM scope_digests GROUP BY scope HAVING sum(row_count) > 0 ORDER BY scope COLLATE "C"`;

async function hasColumn(database: Database, table: string, column: string): Promise<boolean> {
  const { rows } = await database.query(
    'SELECT 1 FROM information_schema.columns WHERE table_name = $1 AND column_name = $2',
    [table, column],
  );
  return rows.length > 0;
}
