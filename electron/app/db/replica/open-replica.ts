// Opens the replica file, or sets it aside and begins a new one: it is a copy, so a damaged one is never a reason to stop. Only a file of a
// newer program is left alone, because the program that wrote it will want it back.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Entity } from '#shared/domain/entity.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Connection, connect, type OpenDatabase, openSqlite, setReplicaPragmas } from '../connection.ts';
import { type Migration, migrate, readMigrations } from '../migrate.ts';
import { isDamage } from '../storage-error.ts';
import { Replica } from './replica.ts';

export const replicaFileName = 'replica.db';
export const replicaMigrations: readonly Migration[] = readMigrations(
  new URL('./migrations/', import.meta.url),
);

export type OpenedReplica = { readonly replica: Replica; readonly setAside: boolean };

/** Error codes: schema_too_new. Throws what the disk says when no new file can be made either. */
export function openReplica(
  folder: string,
  entities: ReadonlyMap<string, Entity>,
  openDatabase: OpenDatabase,
  stamp: () => string,
): Result<OpenedReplica> {
  const file = join(folder, replicaFileName);
  try {
    const opened = openFile(file, entities, openDatabase, setReplicaPragmas);
    return opened.ok ? ok({ replica: opened.value, setAside: false }) : opened;
  } catch (thrown) {
    if (!isDamage(thrown) && !isForeign(thrown)) throw thrown;
  }
  setAside(file, stamp());
  const opened = openFile(file, entities, openDatabase, setReplicaPragmas);
  return opened.ok ? ok({ replica: opened.value, setAside: true }) : opened;
}

export function openFile(
  file: string,
  entities: ReadonlyMap<string, Entity>,
  openDatabase: OpenDatabase,
  setPragmas: (db: Connection['db']) => void,
): Result<Replica> {
  const db = openDatabase(file, {});
  try {
    const connection = connect(db);
    const migrated = migrate(connection, replicaMigrations, () => setPragmas(db));
    if (!migrated.ok) {
      db.close();
      return err(migrated.error);
    }
    return ok(new Replica(connection, entities));
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** Moves a file and its companions out of the way, keeping only the newest of such files. */
export function setAside(file: string, stamp: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
  if (existsSync(file)) renameSync(file, `${file}.broken-${stamp}`);
}

/** The statements that make the lists' indexes, as a migrated file has them. */
export function indexStatements(): readonly { readonly name: string; readonly sql: string }[] {
  const db = openSqlite(':memory:', {});
  try {
    migrate(connect(db), replicaMigrations);
    return db
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX%' ORDER BY name",
      )
      .all();
  } finally {
    db.close();
  }
}

/** Tables that are not as any of our versions makes them: not our file, or half of one. */
function isForeign(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_ERROR';
}
