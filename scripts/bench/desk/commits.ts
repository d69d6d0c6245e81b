// The floor of saving a command: one row, one transaction, on the disk before the next begins.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { setOutboxPragmas } from '#electron/app/db/connection.ts';

/** Milliseconds for all of them. */
export function bareCommits(folder: string, count: number): number {
  const file = join(folder, 'floor.db');
  const db = new Database(file);
  setOutboxPragmas(db);
  db.exec('CREATE TABLE rows (no INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  const insert = db.prepare<[string]>('INSERT INTO rows (body) VALUES (?)');
  const body = 'x'.repeat(600);
  const start = performance.now();
  for (let no = 0; no < count; no += 1) insert.run(body);
  const ms = performance.now() - start;
  db.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  return ms;
}
