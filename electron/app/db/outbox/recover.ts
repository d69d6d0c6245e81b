// Brings what can still be read of a damaged outbox into a new one. Reads the broken file command by command, from both ends and one by one, so
// that a broken page costs only what stood on it, and fills the holes from the newest readable backup. The broken file stays in its place until
// the new one is whole and on the disk, so a program that ends in the middle, or a full disk, costs nothing.
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Id } from '#shared/kernel/ids.ts';
import { syncFolder, syncToDisk } from '../../files/durable.ts';
import { connect, type OpenDatabase, type SqliteDatabase, setOutboxPragmas } from '../connection.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { backupFiles } from './backups.ts';
import {
  commandValues,
  insertCommandSql,
  type OutboxCommand,
  strictCommandRowSchema,
} from './command-row.ts';

type How = { readonly openDatabase: OpenDatabase; readonly stamp: string; readonly deskId: Id };
type Plain = Readonly<Record<string, string | number | null>>;
type Salvage = {
  readonly commands: Map<Id, OutboxCommand>;
  readonly identity: Map<string, Plain>;
  readonly drafts: Map<string, Plain>;
  readonly uploads: Map<string, Plain>;
  /** Whether every page that was asked for could be read. */
  whole: boolean;
};

/** New numbers begin this far behind the last one known, so that none can meet a number the server knows and we have lost. */
const leap = 1_000_000;

export function recoverOutbox(
  file: string,
  how: How,
): { readonly commands: number; readonly complete: boolean } {
  const backup = backupFiles(dirname(file)).at(-1);
  // Reading happens on copies: opening a file already changes it.
  const work = `${file}.reading`;
  copyWithLog(file, work);
  const salvage: Salvage = {
    commands: new Map(),
    identity: new Map(),
    drafts: new Map(),
    uploads: new Map(),
    whole: true,
  };
  const readable = readAll(work, how.openDatabase, salvage);
  if (!readable && backup !== undefined) {
    // Without its first page a file cannot be opened at all; every outbox of one schema has the same one but for its length.
    lendFirstPage(work, backup);
    readAll(work, how.openDatabase, salvage);
  }
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${work}${suffix}`, { force: true });
  const own = salvage.commands.size;
  if (backup !== undefined) readAll(backup, how.openDatabase, salvage);
  const making = `${file}.making`;
  for (const suffix of sidecars) rmSync(`${making}${suffix}`, { force: true });
  writeNew(making, how, salvage);
  syncToDisk(making);
  renameSync(making, recoveredName(file));
  syncFolder(dirname(file));
  finishRecovery(file, how.stamp);
  return { commands: salvage.commands.size, complete: salvage.whole && own === salvage.commands.size };
}

const sidecars = ['-wal', '-shm', ''] as const;
const recoveredName = (file: string) => `${file}.recovered`;

/** Puts a recovered file into its place; false when there is none. Also called at the start, for a program that ended before this. */
export function finishRecovery(file: string, stamp: string): boolean {
  if (!existsSync(recoveredName(file))) return false;
  for (const suffix of sidecars) {
    if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, `${file}.broken-${stamp}${suffix}`);
  }
  renameSync(recoveredName(file), file);
  syncFolder(dirname(file));
  return true;
}

/** SQLite takes a missing or empty file for a new one; beside copies of an outbox it is one that was lost. */
export function isLost(file: string): boolean {
  const empty = !existsSync(file) || statSync(file).size === 0;
  return empty && existsSync(dirname(file)) && backupFiles(dirname(file)).length > 0;
}

/** The schema number in the header of the file, or of the newest backup where that is higher; 0 where none can be read. */
export function schemaOnDisk(file: string): number {
  const backup = backupFiles(dirname(file)).at(-1);
  return Math.max(...[file, ...(backup === undefined ? [] : [backup])].map(schemaInHeader));
}

function schemaInHeader(file: string): number {
  if (!existsSync(file)) return 0;
  const header = readFileSync(file).subarray(0, 100);
  const isSqlite = header.length === 100 && header.toString('latin1', 0, 15) === 'SQLite format 3';
  return isSqlite ? header.readUInt32BE(60) : 0;
}

function copyWithLog(from: string, to: string): void {
  for (const suffix of ['', '-wal']) {
    rmSync(`${to}${suffix}`, { force: true });
    if (existsSync(`${from}${suffix}`)) copyFileSync(`${from}${suffix}`, `${to}${suffix}`);
  }
}

function lendFirstPage(file: string, backup: string): void {
  const page = readFileSync(backup).subarray(0, 4096);
  const content = readFileSync(file);
  if (content.length < page.length || page.length < 4096) return;
  page.copy(content, 0);
  content.writeUInt32BE(Math.floor(statSync(file).size / 4096), 28);
  // "Version valid for" and change counter must agree, or the length is not believed.
  content.copy(content, 92, 24, 28);
  writeFileSync(file, content);
  rmSync(`${file}-wal`, { force: true });
  rmSync(`${file}-shm`, { force: true });
}

/** False when the file cannot be opened at all. What is in the salvage already is kept: it was read from a newer file. */
function readAll(file: string, openDatabase: OpenDatabase, salvage: Salvage): boolean {
  let db: SqliteDatabase | undefined;
  try {
    db = openDatabase(file, {});
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    readCommands(db, salvage);
    readSmall(db, 'identity', 'key', salvage.identity, salvage);
    readSmall(db, 'drafts', 'key', salvage.drafts, salvage);
    readSmall(db, 'uploads', 'sha256', salvage.uploads, salvage);
    return true;
  } catch {
    salvage.whole = false;
    return false;
  } finally {
    try {
      db?.close();
    } catch {
      // A broken log cannot be written back; it is only a copy.
    }
  }
}

function readCommands(db: SqliteDatabase, salvage: Salvage): void {
  const upwards = db.prepare<[number]>('SELECT * FROM commands WHERE no > ? ORDER BY no LIMIT 1');
  const downwards = db.prepare<[number]>('SELECT * FROM commands WHERE no < ? ORDER BY no DESC LIMIT 1');
  const one = db.prepare<[number]>('SELECT * FROM commands WHERE no = ?');
  const take = (row: unknown): number | undefined => {
    const parsed = strictCommandRowSchema.safeParse(row);
    if (!parsed.success) return undefined;
    const { id, no } = parsed.data;
    if (!salvage.commands.has(id)) salvage.commands.set(id, parsed.data);
    return no;
  };
  const low = walk((from) => upwards.get(from), take, Number.MIN_SAFE_INTEGER);
  if (low.ended) return;
  salvage.whole = false;
  const high = walk((from) => downwards.get(from), take, Number.MAX_SAFE_INTEGER);
  const last = Math.min(high.reached, low.reached + 100_000);
  for (let no = low.reached + 1; no < last; no += 1) {
    try {
      take(one.get(no));
    } catch {
      // On the broken page.
    }
  }
}

/** From one end until the end or the first broken page. */
function walk(
  next: (from: number) => unknown,
  take: (row: unknown) => number | undefined,
  start: number,
): { readonly ended: boolean; readonly reached: number } {
  let reached = start;
  try {
    for (;;) {
      const row = next(reached);
      if (row === undefined) return { ended: true, reached };
      const no = take(row);
      if (no === undefined) return { ended: false, reached };
      reached = no;
    }
  } catch {
    return { ended: false, reached: Math.abs(reached) === Number.MAX_SAFE_INTEGER ? 0 : reached };
  }
}

function readSmall(
  db: SqliteDatabase,
  table: string,
  key: string,
  into: Map<string, Plain>,
  salvage: Salvage,
): void {
  try {
    for (const row of db.prepare<[], Plain>(`SELECT * FROM ${table}`).iterate()) {
      const name = String(row[key]);
      if (!into.has(name)) into.set(name, row);
    }
  } catch {
    salvage.whole = false;
  }
}

function writeNew(file: string, how: How, salvage: Salvage): void {
  const db = how.openDatabase(file, {});
  try {
    const connection = connect(db);
    migrate(connection, readMigrations(new URL('./migrations/', import.meta.url)), () =>
      setOutboxPragmas(db),
    );
    const insert = db.prepare<(string | number | null)[]>(insertCommandSql);
    const commands = [...salvage.commands.values()].toSorted((a, b) => a.no - b.no);
    const used = new Set<number>();
    connection.write(() => {
      for (const command of commands) {
        if (used.has(command.no)) continue;
        used.add(command.no);
        insert.run(...commandValues(command));
      }
      for (const row of salvage.drafts.values()) insertPlain(db, 'drafts', row);
      for (const row of salvage.uploads.values()) insertPlain(db, 'uploads', row);
      for (const row of salvage.identity.values()) insertPlain(db, 'identity', row);
      const next = Math.max(commands.at(-1)?.no ?? 0, 0) + leap;
      for (const [key, value] of [
        ['nextNo', String(next)],
        ['askLastNo', 'yes'],
      ]) {
        insertPlain(db, 'identity', { key: key ?? '', value: value ?? '' });
      }
      if (!salvage.identity.has('deskId')) insertPlain(db, 'identity', { key: 'deskId', value: how.deskId });
    });
  } finally {
    db.close();
  }
}

/** Never of the commands: those are inserted once, and nothing is replaced. */
function insertPlain(db: SqliteDatabase, table: 'drafts' | 'uploads' | 'identity', row: Plain): void {
  const columns = Object.keys(row);
  db.prepare<(string | number | null)[]>(
    `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  ).run(...Object.values(row));
}
