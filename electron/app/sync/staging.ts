// The first sync, and every one that starts over, fills a file of its own, without indexes; when it is complete the indexes are made, it
// is written to disk and takes the replica's place by one rename. Until then the old replica answers. It resumes where it stopped.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Entity } from '#shared/domain/entity.ts';
import type { OpenDatabase } from '../db/connection.ts';
import { setStagingPragmas } from '../db/connection.ts';
import { isLaidOut, layoutOf } from '../db/replica/lay-out.ts';
import { openFile, replicaFileName } from '../db/replica/open-replica.ts';
import type { Replica } from '../db/replica/replica.ts';
import { isDamage, storageError } from '../db/storage-error.ts';
import { syncFolder, syncToDisk } from '../files/durable.ts';

const fileName = 'replica.filling.db';
/** Of the versions before replicas were rebuilt, which would take ours for theirs under that name, and could not go on with it. */
const formerName = 'replica.staging.db';

export function stagingExists(folder: string): boolean {
  return existsSync(join(folder, fileName));
}

/** The file to fill: the one begun earlier where it is whole and of this version of the program, else a new one. */
export function openStaging(
  folder: string,
  entities: ReadonlyMap<string, Entity>,
  openDatabase: OpenDatabase,
): Replica {
  const file = join(folder, fileName);
  if (existsSync(file)) {
    const resumed = resume(file, entities, openDatabase);
    if (resumed !== undefined) return resumed;
  }
  dropStaging(folder);
  const staging = openFile(file, entities, openDatabase, setStagingPragmas);
  const { connection } = staging;
  connection.write(() => {
    for (const { name } of layoutOf(entities).indexes) connection.db.exec(`DROP INDEX IF EXISTS ${name}`);
  });
  return staging;
}

function resume(
  file: string,
  entities: ReadonlyMap<string, Entity>,
  openDatabase: OpenDatabase,
): Replica | undefined {
  try {
    if (!isOurs(file, entities, openDatabase)) return undefined;
    const resumed = openFile(file, entities, openDatabase, setStagingPragmas);
    if (isWorthResuming(resumed)) return resumed;
    resumed.close();
  } catch (thrown) {
    // Whatever is wrong with it: only what the disk says would be said of a new one too.
    if (!isDamage(thrown) && storageError(thrown) !== undefined) throw thrown;
  }
  return undefined;
}

/** Filling goes on with one layout only: what another version began is cheaper to fetch again than to rebuild. */
function isOurs(file: string, entities: ReadonlyMap<string, Entity>, openDatabase: OpenDatabase): boolean {
  const db = openDatabase(file, {});
  try {
    return isLaidOut(db, entities);
  } finally {
    db.close();
  }
}

/** Of a first page that broke off, rows may be there of which the feed will never say that they are gone: its beginning is not known. */
function isWorthResuming({ state, connection }: Replica): boolean {
  return state.cursor !== null && connection.db.pragma('quick_check', { simple: true }) === 'ok';
}

export function dropStaging(folder: string): void {
  for (const name of [fileName, formerName]) {
    for (const suffix of ['', '-journal', '-wal', '-shm'])
      rmSync(join(folder, `${name}${suffix}`), { force: true });
  }
}

/** Makes the indexes that the first screens need and brings everything to the disk; afterwards the file is closed and ready to be renamed. */
export async function completeStaging(
  staging: Replica,
  entities: ReadonlyMap<string, Entity>,
  folder: string,
  pause: () => Promise<void>,
): Promise<void> {
  const { connection } = staging;
  for (const { sql, later } of layoutOf(entities).indexes) {
    if (later) continue;
    connection.write(() => connection.db.exec(sql.replace('CREATE INDEX', 'CREATE INDEX IF NOT EXISTS')));
    // One index is made in one go; between two of them others get their turn.
    await pause();
  }
  connection.db.pragma('journal_mode = DELETE');
  staging.close();
  syncToDisk(join(folder, fileName));
}

/** Puts the completed file in the replica's place. The old one must be closed: its log must not be taken for the new one's. */
export function takePlace(folder: string): void {
  const target = join(folder, replicaFileName);
  for (const suffix of ['-wal', '-shm']) rmSync(`${target}${suffix}`, { force: true });
  renameSync(join(folder, fileName), target);
  syncFolder(folder);
}
