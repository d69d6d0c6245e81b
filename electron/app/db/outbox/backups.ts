// Rolling copies of the outbox beside it: the newest few are kept. Made by SQLite's own backup, so that each is whole.
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncToDisk } from '../../files/durable.ts';
import type { Connection } from '../connection.ts';

const kept = 3;
const pattern = /^outbox\.backup-\d{15}\.db$/;

/** Oldest first. */
export function backupFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(folder, name));
}

export async function backUpOutbox({ db }: Connection, folder: string, now: number): Promise<void> {
  const newest = backupFiles(folder).at(-1);
  const last = newest === undefined ? 0 : Number(/-(\d{15})\./.exec(newest)?.[1] ?? 0);
  // A clock that was put back must not make the new copy look like an old one.
  const stamp = String(Math.max(now, last + 1)).padStart(15, '0');
  const file = join(folder, `outbox.backup-${stamp}.db`);
  await db.backup(`${file}.tmp`);
  syncToDisk(`${file}.tmp`);
  renameSync(`${file}.tmp`, file);
  for (const old of backupFiles(folder).slice(0, -kept)) rmSync(old, { force: true });
}
