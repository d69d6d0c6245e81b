// The machine a run was made on: figures of two machines are never compared without it.
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type OpenOptions, openDatabase } from '#server/db/open.ts';
import { median } from './statistics.ts';

export type Machine = {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly sqlite: string;
  readonly postgres: string;
  readonly pglite: string;
  /** Milliseconds to append a page to a file and have it on the disk. */
  readonly syncToDiskMs: number;
};

export async function describeMachine(folder: string, postgresUrl: string): Promise<Machine> {
  const db = new Database(':memory:');
  const sqlite = String(db.prepare('SELECT sqlite_version()').pluck().get());
  db.close();
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    sqlite,
    postgres: await versionOf({ url: postgresUrl }),
    pglite: await versionOf({}),
    syncToDiskMs: syncToDisk(join(folder, 'sync-to-disk')),
  };
}

async function versionOf(where: OpenOptions): Promise<string> {
  const database = await openDatabase(where);
  try {
    const { rows } = await database.query<{ version: string }>(
      "SELECT current_setting('server_version') AS version",
    );
    return rows[0]?.version ?? 'unknown';
  } finally {
    await database.close();
  }
}

function syncToDisk(file: string): number {
  const handle = openSync(file, 'a');
  const page = Buffer.alloc(4096, 1);
  const measured: number[] = [];
  for (let round = 0; round < 50; round += 1) {
    const start = performance.now();
    writeSync(handle, page);
    fsyncSync(handle);
    measured.push(performance.now() - start);
  }
  closeSync(handle);
  return median(measured);
}
