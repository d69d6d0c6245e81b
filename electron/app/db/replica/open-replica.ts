// Opens the replica file and makes its tables ours, or sets a damaged one aside and begins a new one: it is a copy, so neither is ever a reason to
// stop. Where the disk has no room to begin a rebuild the file stays as it is, whole, and an empty replica in memory takes its place.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Entity } from '#shared/domain/entity.ts';
import {
  connect,
  type OpenDatabase,
  openSqlite,
  type SqliteDatabase,
  setReplicaPragmas,
} from '../connection.ts';
import { isDamage, storageError } from '../storage-error.ts';
import { isLaidOut, layOut } from './lay-out.ts';
import { keepToOurselves, share } from './one-process.ts';
import { Replica } from './replica.ts';
import { isComplete } from './source-table.ts';

export const replicaFileName = 'replica.db';

export type OpenedReplica = {
  readonly replica: Replica;
  readonly setAside: boolean;
  /** The file could not be opened for want of room; this replica is an empty one in memory. */
  readonly noRoom: boolean;
};

/** Throws what the disk says when no new file can be made either. */
export function openReplica(
  folder: string,
  entities: ReadonlyMap<string, Entity>,
  openDatabase: OpenDatabase,
  stamp: () => string,
): OpenedReplica {
  const file = join(folder, replicaFileName);
  const open = () => openFile(file, entities, openDatabase, setReplicaPragmas);
  try {
    return { replica: open(), setAside: false, noRoom: false };
  } catch (thrown) {
    if (storageError(thrown)?.code === 'disk_full')
      return { replica: inMemory(entities), setAside: false, noRoom: true };
    if (!isDamage(thrown) && !isForeign(thrown)) throw thrown;
  }
  setAside(file, stamp());
  return { replica: open(), setAside: true, noRoom: false };
}

/** Rows that stand in tables of another version are still to be moved: see rebuild.ts. */
export function openFile(
  file: string,
  entities: ReadonlyMap<string, Entity>,
  openDatabase: OpenDatabase,
  setPragmas: (db: SqliteDatabase) => void,
): Replica {
  const db = openDatabase(file, {});
  try {
    setPragmas(db);
    return laidOut(db, entities);
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** Moves a file and its companions out of the way. */
export function setAside(file: string, stamp: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
  if (existsSync(file)) renameSync(file, `${file}.broken-${stamp}`);
}

function laidOut(db: SqliteDatabase, entities: ReadonlyMap<string, Entity>): Replica {
  const connection = connect(db);
  const done = isLaidOut(db, entities);
  if (!done || !isComplete(db)) keepToOurselves(db);
  const replica = done
    ? new Replica(connection, entities)
    : connection.write(() => {
        const anew = layOut(db, entities);
        const made = new Replica(connection, entities);
        made.beginRebuild(anew);
        // Of a record type that went with its table nothing is held any more.
        if (made.state.cursor !== null) made.saveState(made.state);
        return made;
      });
  if (isComplete(db)) share(db);
  return replica;
}

/** Its tables know that their rows are elsewhere: nothing is decided, and no record is said to be missing. */
function inMemory(entities: ReadonlyMap<string, Entity>): Replica {
  const db = openSqlite(':memory:', {});
  layOut(db, entities);
  return new Replica(connect(db), entities, 'out of reach');
}

/** Tables or values that are not as any of our versions makes them: not our file, or half of one. */
function isForeign(thrown: unknown): boolean {
  if (thrown instanceof SyntaxError || thrown instanceof z.ZodError) return true;
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_ERROR';
}
