// The text of the tables and indexes of a desk's replica. A record type's table follows from its declaration; the tables at the end are the
// replica's own bookkeeping.
import type { Columns } from '#shared/domain/column.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';

/** Stands before the record's own columns; `row_no` is a stable number for the search index, as ids are text. */
const ownColumns = [
  'row_no INTEGER PRIMARY KEY',
  'id TEXT NOT NULL UNIQUE',
  'version INTEGER NOT NULL',
  'scopes TEXT NOT NULL',
] as const;

/** Every column computed from a row on the desk, in the order of the table. */
export function columnsOnDesk(kind: Entity): Columns<never> {
  return { ...kind.columns, ...kind.deskColumns };
}

/** `name`: another name than the record type's, for a table that is being made beside it. */
export function createTable(kind: Entity, name = kind.name): string {
  const columns = Object.entries(columnsOnDesk(kind)).map(
    ([column, { type, notNull }]) =>
      `${snakeCase(column)} ${type.toUpperCase()}${notNull ? ' NOT NULL' : ''}`,
  );
  // The body last: reading a column never means reading over it.
  return `CREATE TABLE ${name} (${[...ownColumns, ...columns, 'body TEXT NOT NULL'].join(', ')})`;
}

export type IndexText = {
  readonly name: string;
  readonly table: string;
  readonly sql: string;
  /** May be missing until the first screens are there. */
  readonly later: boolean;
};

export function createIndexes(kind: Entity): readonly IndexText[] {
  return Object.entries(kind.indexes.desk).map(([name, columns]) => ({
    name,
    table: kind.name,
    sql: `CREATE INDEX ${name} ON ${kind.name} (${columns.map(snakeCase).join(', ')})`,
    later: kind.indexes.later.includes(name),
  }));
}

/**
 * `_words` holds each row's text made comparable (for checking a hit and for walking a common word in list order), `_search` its terms. Terms
 * are made in JS, so the tokenizer only has to split at blanks.
 */
export function createSearchTables(kind: Entity): readonly string[] {
  if (kind.searched.length === 0) return [];
  return [
    `CREATE TABLE ${kind.name}_words (row_no INTEGER PRIMARY KEY NOT NULL, text TEXT NOT NULL)`,
    `CREATE VIRTUAL TABLE ${kind.name}_search USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
  ];
}

export const bookkeepingTables: readonly string[] = [
  // What the server last said of rows that unconfirmed commands have changed; no body: it had none.
  `CREATE TABLE IF NOT EXISTS base_rows (entity TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, scopes TEXT NOT NULL, body TEXT,
    PRIMARY KEY (entity, id))`,
  // Rows that this program cannot read: of a newer one, or damaged. They wait here for one that can.
  // `again`: this program has not tried yet.
  `CREATE TABLE IF NOT EXISTS unreadable_rows (entity TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, scopes TEXT NOT NULL,
    body TEXT NOT NULL, again INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (entity, id))`,
  // The commands whose effects are in the rows above the base, in order. `doubt`: refused on the present rows; the server decides.
  `CREATE TABLE IF NOT EXISTS overlays (no INTEGER PRIMARY KEY NOT NULL, id TEXT NOT NULL, reads TEXT NOT NULL, writes TEXT NOT NULL, doubt TEXT)`,
  // Count and XOR of row digests a record type and scope, of rows as the server has them.
  `CREATE TABLE IF NOT EXISTS digests (entity TEXT NOT NULL, scope TEXT NOT NULL, count INTEGER NOT NULL, hi INTEGER NOT NULL,
    lo INTEGER NOT NULL, PRIMARY KEY (entity, scope))`,
  // Rows of lists by tab and filter value, of rows as they are shown.
  `CREATE TABLE IF NOT EXISTS counts (entity TEXT NOT NULL, filter TEXT NOT NULL, value TEXT NOT NULL, tab TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (entity, filter, value, tab))`,
  // Rows numbered above `upto` are not in the search index yet; of those up to it, `search_dirty` names the ones changed or gone since.
  `CREATE TABLE IF NOT EXISTS search_progress (entity TEXT PRIMARY KEY NOT NULL, upto INTEGER NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS search_dirty (entity TEXT NOT NULL, row_no INTEGER NOT NULL, PRIMARY KEY (entity, row_no))`,
  // The pull state, the fingerprints and other single values, as JSON.
  `CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)`,
];
