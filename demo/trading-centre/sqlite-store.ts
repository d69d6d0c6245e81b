// Records in one SQLite file, each save one durable transaction.
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { RecordStore } from './records.ts';

const rowSchema = z.object({ kind: z.string(), key: z.string(), value: z.string() });

export function openSqliteStore(path: string): RecordStore & { close(): void } {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    `CREATE TABLE IF NOT EXISTS records (
      kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, key)
    ) STRICT, WITHOUT ROWID`,
  );
  const select = db.prepare('SELECT kind, key, value FROM records ORDER BY kind, key');
  const upsert = db.prepare('INSERT OR REPLACE INTO records (kind, key, value) VALUES (?, ?, ?)');
  const save = db.transaction((rows: readonly (readonly [string, string, string])[]) => {
    for (const row of rows) upsert.run(...row);
  });
  return {
    load: () =>
      select.all().map((row) => {
        const { kind, key, value } = rowSchema.parse(row);
        const parsed: unknown = JSON.parse(value);
        return { kind, key, value: parsed };
      }),
    save: (records) => save(records.map(({ kind, key, value }) => [kind, key, JSON.stringify(value)])),
    close: () => db.close(),
  };
}
