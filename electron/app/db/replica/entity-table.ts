// One synced record type as a table: rows are written whole, with their columns computed by the entity's own functions, and everything that
// is derived from rows (counts of lists, what the search index still has to read) is kept in step here and nowhere else.
import type { ColumnValue, Entity, Row } from '#shared/domain/entity.ts';
import type { WhereRequest } from '#shared/domain/load.ts';
import type { SqliteDatabase } from '../connection.ts';
import { snakeCase } from '../names.ts';
import { listShapes } from './list-shapes.ts';
import { ParsedRows } from './parsed-rows.ts';
import { searchedColumns } from './searched-columns.ts';
import type { Tallies } from './tallies.ts';

export type StoredRow = { readonly version: number; readonly scopes: string; readonly body: string };
type Value = string | number | null;

export class EntityTable {
  readonly kind: Entity;
  readonly parsed: ParsedRows;
  readonly #db: SqliteDatabase;
  readonly #tallies: Tallies;
  readonly #columns: readonly string[];
  readonly #watched: readonly string[];
  /** Where each watched column stands among the columns; -1: derived from the row. */
  readonly #watchedAt: readonly number[];
  readonly #head;
  readonly #stored;
  readonly #insert;
  readonly #update;
  readonly #delete;
  readonly #dirty;
  readonly #shape;
  readonly #searched: readonly string[];
  readonly #where = new Map<string, ReturnType<EntityTable['bodiesStatement']>>();
  /** Ids above it are certainly new; most rows of a first sync are. Undefined: not known. */
  #highestId: string | undefined;
  #indexedUpto: number | undefined;
  #changes = 0;

  constructor(db: SqliteDatabase, kind: Entity, tallies: Tallies) {
    this.kind = kind;
    this.parsed = new ParsedRows(kind);
    this.#db = db;
    this.#tallies = tallies;
    this.#columns = Object.keys(kind.columns);
    this.#shape = listShapes.get(kind.name);
    this.#searched = searchedColumns.get(kind.name) ?? [];
    // What must be known of a row before it is overwritten: by what it was counted and found.
    const counted = this.#shape === undefined ? [] : ['status', ...this.#shape.filters];
    this.#watched = [...new Set([...counted, ...this.#searched])];
    this.#watchedAt = this.#watched.map((column) => this.#columns.indexOf(column));
    const table = kind.name;
    const names = ['version', 'scopes', 'body', ...this.#columns.map(snakeCase)];
    const watched = this.#watched.map((column) => `, ${snakeCase(column)}`).join('');
    this.#head = db
      .prepare<[string], readonly Value[]>(
        `SELECT row_no, version, scopes${watched} FROM ${table} WHERE id = ?`,
      )
      .raw();
    this.#stored = db.prepare<[string], StoredRow>(`SELECT version, scopes, body FROM ${table} WHERE id = ?`);
    this.#insert = db.prepare<Value[]>(
      `INSERT INTO ${table} (${names.join(', ')}, id) VALUES (${names.map(() => '?').join(', ')}, ?)`,
    );
    this.#update = db.prepare<Value[]>(
      `UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE row_no = ?`,
    );
    this.#delete = db.prepare<[number]>(`DELETE FROM ${table} WHERE row_no = ?`);
    this.#dirty = db.prepare<[string, number]>(
      'INSERT INTO search_dirty (entity, row_no) VALUES (?, ?) ON CONFLICT DO NOTHING',
    );
  }

  /** Grows with every write; what was read while it stood still is still so. */
  get changes(): number {
    return this.#changes;
  }

  /** What is remembered of the file, forgotten: after a rolled-back transaction. */
  reset(): void {
    this.#changes += 1;
    this.#highestId = undefined;
    this.#indexedUpto = undefined;
  }

  stored(id: string): StoredRow | undefined {
    return this.#stored.get(id);
  }

  /** Version and scopes, or undefined when it does not hold the row. */
  head(id: string): Head | undefined {
    this.#highestId ??= this.#readHighestId();
    if (id > this.#highestId) return undefined;
    const values = this.#head.get(id);
    if (values === undefined) return undefined;
    const [rowNo, version, scopes, ...watched] = values;
    return { rowNo: Number(rowNo), version: Number(version), scopes: String(scopes), watched };
  }

  /** Writes a row over `held`, which is what `head` answered for its id. */
  write(id: string, version: number, scopes: string, body: string, row: Row, held: Head | undefined): void {
    this.#changes += 1;
    const columns = this.#columns.map((column) => this.kind.columns[column]?.(row) ?? null);
    if (held === undefined) {
      const { lastInsertRowid } = this.#insert.run(version, scopes, body, ...columns, id);
      if (this.#highestId === undefined || id > this.#highestId) this.#highestId = id;
      // A number below the mark was used before.
      if (this.#searched.length > 0 && Number(lastInsertRowid) <= this.#upto())
        this.#markDirty(Number(lastInsertRowid));
      this.#count(this.#watchedOf(columns, row), 1);
      return;
    }
    this.#update.run(version, scopes, body, ...columns, held.rowNo);
    const next = this.#watchedOf(columns, row);
    if (next.every((value, index) => value === held.watched[index])) return;
    this.#count(held.watched, -1);
    this.#count(next, 1);
    if (held.rowNo <= this.#upto()) this.#markDirty(held.rowNo);
  }

  remove(held: Head): void {
    this.#changes += 1;
    this.#delete.run(held.rowNo);
    this.#count(held.watched, -1);
    if (held.rowNo <= this.#upto()) this.#markDirty(held.rowNo);
  }

  /** Bodies of all rows whose columns equal `where`. */
  bodies(where: WhereRequest['where']): readonly string[] {
    const columns = Object.keys(where).filter((column) => Object.hasOwn(this.kind.columns, column));
    if (columns.length !== Object.keys(where).length) return [];
    const key = columns.join(',');
    const statement = this.#where.get(key) ?? this.bodiesStatement(columns);
    this.#where.set(key, statement);
    return statement.all(...columns.map((column) => where[column] ?? null));
  }

  /** Whether the row with this id is among those that `where` asks for. */
  holds(id: string, where: WhereRequest['where']): boolean {
    const columns = Object.keys(where).filter((column) => Object.hasOwn(this.kind.columns, column));
    const test = columns.map((column) => ` AND ${snakeCase(column)} IS ?`).join('');
    return (
      this.#db
        .prepare<Value[]>(`SELECT 1 FROM ${this.kind.name} WHERE id = ?${test}`)
        .get(id, ...columns.map((column) => where[column] ?? null)) !== undefined
    );
  }

  /** Walks all rows without holding them in memory; not while writing to this table. */
  heads(): IterableIterator<{ readonly id: string; readonly version: number; readonly scopes: string }> {
    return this.#db
      .prepare<[], { id: string; version: number; scopes: string }>(
        `SELECT id, version, scopes FROM ${this.kind.name}`,
      )
      .iterate();
  }

  /** The search index has read up to here. */
  indexed(upto: number): void {
    this.#indexedUpto = upto;
  }

  private bodiesStatement(columns: readonly string[]) {
    const test = columns.map((column) => `${snakeCase(column)} IS ?`).join(' AND ');
    return this.#db
      .prepare<Value[], string>(`SELECT body FROM ${this.kind.name}${test === '' ? '' : ` WHERE ${test}`}`)
      .pluck();
  }

  #watchedOf(columns: readonly ColumnValue[], row: Row): readonly Value[] {
    return this.#watchedAt.map((at, index) =>
      at >= 0 ? (columns[at] ?? null) : (this.#shape?.derived.get(this.#watched[index] ?? '')?.(row) ?? null),
    );
  }

  #count(watched: readonly Value[], sign: 1 | -1): void {
    const shape = this.#shape;
    if (shape === undefined) return;
    const tab = shape.tabOf(watched[0] ?? null);
    this.#tallies.tallyCount(this.kind.name, '', '', tab, sign);
    for (const [index, filter] of shape.filters.entries()) {
      this.#tallies.tallyCount(this.kind.name, filter, String(watched[index + 1] ?? ''), tab, sign);
    }
  }

  #markDirty(rowNo: number): void {
    if (this.#searched.length > 0) this.#dirty.run(this.kind.name, rowNo);
  }

  #upto(): number {
    this.#indexedUpto ??= Number(
      this.#db
        .prepare<[string]>('SELECT upto FROM search_progress WHERE entity = ?')
        .pluck()
        .get(this.kind.name) ?? 0,
    );
    return this.#indexedUpto;
  }

  #readHighestId(): string {
    return String(this.#db.prepare(`SELECT max(id) FROM ${this.kind.name}`).pluck().get() ?? '');
  }
}

export type Head = {
  readonly rowNo: number;
  readonly version: number;
  readonly scopes: string;
  readonly watched: readonly Value[];
};
