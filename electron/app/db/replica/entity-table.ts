// One synced record type as a table: rows are written whole, with their columns computed by the entity's own functions, and everything that
// is derived from rows (counts of lists, what the search index still has to read) is kept in step here and nowhere else. While the table is
// being rebuilt (rebuild.ts) a row may still stand in `source`, the table as it was: asked for by its id it is found there too.
import type { ColumnValue, Entity, Row } from '#shared/domain/entity.ts';
import type { WhereRequest } from '#shared/domain/load.ts';
import { presentBody, presentRow } from '#shared/domain/stored-body.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import { columnReader, type ReadColumns } from '#shared/replica-format/column-values.ts';
import { columnsOnDesk } from '#shared/replica-format/tables.ts';
import type { SqliteDatabase } from '../connection.ts';
import { ParsedRows } from './parsed-rows.ts';
import { NotYetRebuilt, type SourceRow, type SourceTable } from './source-table.ts';
import type { Tallies } from './tallies.ts';

export type StoredRow = { readonly version: number; readonly scopes: string; readonly body: string };
export type Head = {
  readonly rowNo: number;
  readonly version: number;
  readonly scopes: string;
  readonly watched: readonly ColumnValue[];
};

export class EntityTable {
  readonly kind: Entity;
  readonly parsed: ParsedRows;
  readonly #db: SqliteDatabase;
  readonly #tallies: Tallies;
  readonly #columns: readonly string[];
  /** The values of the columns of a row of the present revision. Throws UnreadableRow. */
  readonly read: ReadColumns;
  /** What must be known of a row before it is overwritten: by what it was counted and found; places among the columns. */
  readonly #watchedAt: readonly number[];
  /** Places among what is watched. */
  readonly #counted: {
    readonly tab: number | null;
    readonly by: readonly (readonly [column: string, at: number])[];
  } | null;
  readonly #head;
  readonly #stored;
  readonly #insert;
  readonly #update;
  readonly #delete;
  readonly #dirty;
  readonly #taken;
  /** By the columns that they ask for. */
  readonly #where = new Map<string, ReturnType<EntityTable['bodiesStatement']>>();
  readonly #holds = new Map<string, ReturnType<EntityTable['holdsStatement']>>();
  #sources: readonly SourceTable[] = [];
  /** Ids above it are certainly new; most rows of a first sync are. Undefined: not known. */
  #highestId: string | undefined;
  #indexedUpto: number | undefined;
  #changes = 0;

  constructor(db: SqliteDatabase, kind: Entity, tallies: Tallies) {
    this.kind = kind;
    this.parsed = new ParsedRows(kind);
    this.#db = db;
    this.#tallies = tallies;
    this.#columns = Object.keys(columnsOnDesk(kind));
    this.read = columnReader(kind);
    const { counted, searched } = kind;
    const watched = [
      ...new Set([...(counted === null ? [] : [counted.tab ?? [], ...counted.by].flat()), ...searched]),
    ];
    const at = (column: string) => watched.indexOf(column);
    this.#counted =
      counted === null
        ? null
        : {
            tab: counted.tab === null ? null : at(counted.tab),
            by: counted.by.map((column) => [column, at(column)]),
          };
    this.#watchedAt = watched.map((column) => this.#columns.indexOf(column));
    const table = kind.name;
    const names = ['version', 'scopes', 'body', ...this.#columns.map(snakeCase)];
    const watchedColumns = watched.map((column) => `, ${snakeCase(column)}`).join('');
    this.#head = db
      .prepare<[string], readonly ColumnValue[]>(
        `SELECT row_no, version, scopes${watchedColumns} FROM ${table} WHERE id = ?`,
      )
      .raw();
    this.#stored = db.prepare<[string], StoredRow>(`SELECT version, scopes, body FROM ${table} WHERE id = ?`);
    this.#insert = db.prepare<ColumnValue[]>(
      `INSERT INTO ${table} (${names.join(', ')}, id, row_no) VALUES (${names.map(() => '?').join(', ')}, ?, ?)`,
    );
    this.#update = db.prepare<ColumnValue[]>(
      `UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE row_no = ?`,
    );
    this.#delete = db.prepare<[number]>(`DELETE FROM ${table} WHERE row_no = ?`);
    this.#taken = db.prepare<[number]>(`SELECT 1 FROM ${table} WHERE row_no = ?`);
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

  /** Whether every row stands in this table: no rebuild is under way. */
  get complete(): boolean {
    return this.#sources.length === 0;
  }

  /** Tables as other versions had them, from which rows are still to be moved here. */
  get sources(): readonly SourceTable[] {
    return this.#sources;
  }

  set sources(sources: readonly SourceTable[]) {
    this.#sources = sources;
  }

  stored(id: string): StoredRow | undefined {
    return this.#stored.get(id) ?? this.waiting(id)?.row;
  }

  /** A row that is still to be moved here. */
  waiting(id: string): { readonly source: SourceTable; readonly row: SourceRow } | undefined {
    for (const source of this.#sources) {
      const row = source.row(id);
      if (row !== undefined) return { source, row };
    }
    return undefined;
  }

  /** As `read`, for a stored body of whichever revision, as text or parsed. Throws UnreadableRow. */
  values(body: string | Row): readonly ColumnValue[] {
    return this.read(typeof body === 'string' ? presentRow(this.kind, body) : presentBody(this.kind, body));
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

  /**
   * Writes a row over `held`, which is what `head` answered for its id. `rowNo`: the number of a new row, if it had one in the table as it was;
   * what the search index knows under it stays true.
   */
  write(
    id: string,
    row: StoredRow,
    values: readonly ColumnValue[],
    held: Head | undefined,
    rowNo: number | null = null,
  ): void {
    this.#changes += 1;
    const { version, scopes, body } = row;
    const watched = this.#watchedAt.map((at) => values[at] ?? null);
    if (held === undefined) {
      const { lastInsertRowid } = this.#insert.run(version, scopes, body, ...values, id, rowNo);
      // Not known: the table may hold higher ones.
      if (this.#highestId !== undefined && id > this.#highestId) this.#highestId = id;
      // A number below the mark was used before.
      if (rowNo === null && Number(lastInsertRowid) <= this.#upto()) this.#markDirty(Number(lastInsertRowid));
      this.#count(watched, 1);
      return;
    }
    this.#update.run(version, scopes, body, ...values, held.rowNo);
    if (watched.every((value, index) => value === held.watched[index])) return;
    this.#count(held.watched, -1);
    this.#count(watched, 1);
    if (held.rowNo <= this.#upto()) this.#markDirty(held.rowNo);
  }

  isFree(rowNo: number): boolean {
    return this.#taken.get(rowNo) === undefined;
  }

  remove(held: Head): void {
    this.#changes += 1;
    this.#delete.run(held.rowNo);
    this.#count(held.watched, -1);
    if (held.rowNo <= this.#upto()) this.#markDirty(held.rowNo);
  }

  /** Bodies of all rows whose columns equal `where`. Throws NotYetRebuilt. */
  bodies(where: WhereRequest['where']): readonly string[] {
    if (!this.complete) throw new NotYetRebuilt(this.kind.name);
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
    const key = columns.join(',');
    const statement = this.#holds.get(key) ?? this.holdsStatement(columns);
    this.#holds.set(key, statement);
    return statement.get(id, ...columns.map((column) => where[column] ?? null)) !== undefined;
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

  private holdsStatement(columns: readonly string[]) {
    const test = columns.map((column) => ` AND ${snakeCase(column)} IS ?`).join('');
    return this.#db.prepare<ColumnValue[]>(`SELECT 1 FROM ${this.kind.name} WHERE id = ?${test}`);
  }

  private bodiesStatement(columns: readonly string[]) {
    const test = columns.map((column) => `${snakeCase(column)} IS ?`).join(' AND ');
    return this.#db
      .prepare<ColumnValue[], string>(
        `SELECT body FROM ${this.kind.name}${test === '' ? '' : ` WHERE ${test}`}`,
      )
      .pluck();
  }

  #count(watched: readonly ColumnValue[], sign: 1 | -1): void {
    if (this.#counted === null) return;
    const { name } = this.kind;
    const { tab: tabAt, by } = this.#counted;
    const tab = tabAt === null ? '' : String(watched[tabAt] ?? '');
    this.#tallies.tallyCount(name, '', '', tab, sign);
    for (const [filter, at] of by) {
      this.#tallies.tallyCount(name, filter, String(watched[at] ?? ''), tab, sign);
    }
  }

  #markDirty(rowNo: number): void {
    if (this.kind.searched.length > 0) this.#dirty.run(this.kind.name, rowNo);
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
