// Makes a replica file's tables those of this program, whichever made it: an older one, a newer one after a roll-back, or none. A record type
// whose table differs is set aside under another name and begun anew, to be filled from there (rebuild.ts); one whose indexes alone differ
// loses those, and the index builder makes ours. Everything in one transaction: a process that dies in it has changed nothing.
import { z } from 'zod';
import type { Entity } from '#shared/domain/entity.ts';
import {
  type Fingerprints,
  searchFingerprint,
  tableFingerprint,
} from '#shared/replica-format/fingerprints.ts';
import {
  bookkeepingTables,
  createIndexes,
  createSearchTables,
  createTable,
  type IndexText,
} from '#shared/replica-format/tables.ts';
import type { SqliteDatabase } from '../connection.ts';
import { recordTables, sourceName, sourceOf } from './source-table.ts';

/**
 * Programs of before replicas were rebuilt take a file with this `user_version` for one of their own, stumble over its tables, set it aside and fetch
 * everything anew; a higher one they would refuse to open at all. It is never raised: the fingerprints tell versions apart.
 */
const userVersion = 5;

/** Made anew with the rows. */
const sums = ['digests', 'counts'] as const;

const formatSchema = z.object({
  tables: z.record(z.string(), z.string()),
  search: z.record(z.string(), z.string()),
});
type Format = { readonly tables: Fingerprints; readonly search: Fingerprints };

export type Layout = { readonly format: Format; readonly indexes: readonly IndexText[] };

export function layoutOf(entities: ReadonlyMap<string, Entity>): Layout {
  const kinds = [...entities.values()];
  return {
    format: {
      tables: Object.fromEntries(kinds.map((kind) => [kind.name, tableFingerprint(kind)])),
      search: Object.fromEntries(kinds.map((kind) => [kind.name, searchFingerprint(kind)])),
    },
    indexes: kinds.flatMap(createIndexes),
  };
}

/** Whether the file's records are laid out as this program does it. Indexes may be missing: those are made later. */
export function isLaidOut(db: SqliteDatabase, entities: ReadonlyMap<string, Entity>): boolean {
  const layout = layoutOf(entities);
  if (JSON.stringify(formatOf(db)) !== JSON.stringify(layout.format)) return false;
  return [...entities.values()].every((kind) => otherIndexes(db, kind).length === 0);
}

/** Within a transaction. Answers which record types are begun anew although the file has rows of them. */
export function layOut(db: SqliteDatabase, entities: ReadonlyMap<string, Entity>): ReadonlySet<string> {
  const layout = layoutOf(entities);
  const before = formatOf(db);
  if (before === undefined) dropOldBookkeeping(db);
  for (const sql of bookkeepingTables) db.exec(sql);
  const present = recordTables(db);
  for (const table of present) {
    // A record type of a newer program: nothing of it can be shown, and what it held is sent again to a program that knows it.
    if (!entities.has(sourceOf(table) ?? table)) forget(db, sourceOf(table) ?? table, table);
  }
  const anew = new Set<string>();
  for (const kind of entities.values()) {
    const same = before?.tables[kind.name] === layout.format.tables[kind.name];
    const exists = present.includes(kind.name);
    if (exists && !same) {
      setAside(db, kind.name, sourceName(kind.name, present));
      db.prepare<[string]>('UPDATE unreadable_rows SET again = 1 WHERE entity = ?').run(kind.name);
      anew.add(kind.name);
    }
    if (!exists || !same) {
      db.exec(createTable(kind));
      for (const { sql, later } of createIndexes(kind)) {
        // Each index costs every row that is moved; the index builder makes those once for all rows.
        if (!exists || !later) db.exec(sql);
      }
    } else {
      for (const index of otherIndexes(db, kind)) db.exec(`DROP INDEX ${index}`);
    }
    if (before?.search[kind.name] !== layout.format.search[kind.name]) beginSearchAnew(db, kind);
  }
  db.prepare<[string]>(
    "INSERT INTO meta (key, value) VALUES ('format', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  ).run(JSON.stringify(layout.format));
  db.pragma(`user_version = ${userVersion}`);
  return anew;
}

function formatOf(db: SqliteDatabase): Format | undefined {
  if (!tables(db).includes('meta')) return undefined;
  const text = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'format'").pluck().get();
  // A format of another shape is another version's: everything is begun anew.
  return text === undefined ? undefined : formatSchema.safeParse(JSON.parse(text)).data;
}

/** Of a file from before there were fingerprints: sums whose tables were of another shape, made anew with the rows. */
function dropOldBookkeeping(db: SqliteDatabase): void {
  for (const table of sums) db.exec(`DROP TABLE IF EXISTS ${table}`);
}

function setAside(db: SqliteDatabase, entity: string, name: string): void {
  for (const index of indexesOf(db, entity)) db.exec(`DROP INDEX ${index.name}`);
  db.exec(`ALTER TABLE ${entity} RENAME TO ${name}`);
  forgetRowsOf(db, entity, sums);
}

function forget(db: SqliteDatabase, entity: string, table: string): void {
  db.exec(`DROP TABLE ${table}`);
  for (const suffix of ['words', 'search']) db.exec(`DROP TABLE IF EXISTS ${entity}_${suffix}`);
  forgetRowsOf(db, entity, ['base_rows', 'unreadable_rows', 'search_progress', 'search_dirty', ...sums]);
}

function forgetRowsOf(db: SqliteDatabase, entity: string, tables: readonly string[]): void {
  for (const table of tables) db.prepare<[string]>(`DELETE FROM ${table} WHERE entity = ?`).run(entity);
}

function otherIndexes(db: SqliteDatabase, kind: Entity): readonly string[] {
  const ours = new Map(createIndexes(kind).map(({ name, sql }) => [name, sql]));
  return indexesOf(db, kind.name).flatMap(({ name, sql }) => (ours.get(name) === sql ? [] : [name]));
}

/** Rows keep their numbers when a table is begun anew, so that only other words or other terms need this. */
function beginSearchAnew(db: SqliteDatabase, kind: Entity): void {
  for (const suffix of ['words', 'search']) db.exec(`DROP TABLE IF EXISTS ${kind.name}_${suffix}`);
  forgetRowsOf(db, kind.name, ['search_progress', 'search_dirty']);
  for (const sql of createSearchTables(kind)) db.exec(sql);
}

function indexesOf(
  db: SqliteDatabase,
  table: string,
): readonly { readonly name: string; readonly sql: string }[] {
  return db
    .prepare<[string], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
    )
    .all(table);
}

function tables(db: SqliteDatabase): readonly string[] {
  return db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
}
