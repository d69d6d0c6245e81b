// The replica: what the server sent (the base) and, above it, the effects of commands it has not confirmed. A row that an unconfirmed
// command has changed has its base image in `base_rows`; putting the base images back gives exactly what the server sent. Digests always
// speak of the base, lists and counts of what is shown. Nothing here decides anything.
import { z } from 'zod';
import { type Coverage, scopesByType } from '#shared/contract/coverage.ts';
import { emptyPullState, type PullState } from '#shared/contract/sync.ts';
import { type Change, changesRow } from '#shared/domain/command.ts';
import type { ColumnValue, Entity, Row } from '#shared/domain/entity.ts';
import type { WhereRequest } from '#shared/domain/load.ts';
import { bodyOf, UnreadableRow } from '#shared/domain/stored-body.ts';
import { rowKey } from '#shared/domain/working-set.ts';
import { type AppError, appErrorSchema } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Connection, SqliteDatabase } from '../connection.ts';
import { EntityTable, type Head, type StoredRow } from './entity-table.ts';
import { share } from './one-process.ts';
import { readPullState } from './pull-state.ts';
import {
  outOfReach,
  type SourceRow,
  type SourceTable,
  sourceOf,
  sourceTable,
  unreadableSource,
} from './source-table.ts';
import { Tallies } from './tallies.ts';
import { UnreadableRows } from './unreadable-rows.ts';

/** A command whose effects are in the rows above the base. */
export type Overlay = {
  readonly no: number;
  readonly id: Id;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Refused on the present rows; the server decides. */
  readonly doubt: AppError | null;
};

const strings = z.array(z.string());
/** Another version of the program may have written a code that ours does not know. */
const doubtSchema = appErrorSchema.catch({ code: 'client_too_old' });
type OverlayRow = { no: number; id: string; reads: string; writes: string; doubt: string | null };
type BaseRow = { entity: string; id: string; version: number; scopes: string; body: string | null };

export class Replica {
  readonly connection: Connection;
  readonly tallies: Tallies;
  readonly tables: ReadonlyMap<string, EntityTable>;
  readonly unreadable: UnreadableRows;
  /** Names of the indexes that are there. */
  readonly indexes: Set<string>;
  readonly #db: SqliteDatabase;
  readonly #rows: 'here' | 'out of reach';
  readonly #insertBase;
  readonly #insertOverlay;
  readonly #meta;
  readonly #setMeta;
  #overlays: Overlay[] = [];
  #baseKeys = new Set<string>();
  #state: PullState = emptyPullState;
  /** Tables changed since the last call of `takeChanged`. */
  #changed = new Set<string>();

  /** `out of reach`: rows of these record types are in a file that there was no room to open. */
  constructor(
    connection: Connection,
    entities: ReadonlyMap<string, Entity>,
    rows: 'here' | 'out of reach' = 'here',
  ) {
    this.connection = connection;
    this.#rows = rows;
    const { db } = connection;
    this.#db = db;
    this.indexes = new Set(
      db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'index'").pluck().all(),
    );
    this.tallies = new Tallies(db);
    this.tables = new Map(
      [...entities].map(([name, kind]) => [name, new EntityTable(db, kind, this.tallies)]),
    );
    this.unreadable = new UnreadableRows(db);
    this.#findSources();
    this.#insertBase = db.prepare<[string, string, number, string, string | null]>(
      'INSERT INTO base_rows (entity, id, version, scopes, body) VALUES (?, ?, ?, ?, ?)',
    );
    this.#insertOverlay = db.prepare<[number, string, string, string, string | null]>(
      'INSERT INTO overlays (no, id, reads, writes, doubt) VALUES (?, ?, ?, ?, ?)',
    );
    this.#meta = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
    this.#setMeta = db.prepare<[string, string]>(
      'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    );
    this.#load();
  }

  get state(): PullState {
    return this.#state;
  }

  overlays(): readonly Overlay[] {
    return this.#overlays;
  }

  hasBase(entity: string, id: Id): boolean {
    return this.#baseKeys.has(rowKey(entity, id));
  }

  /** One transaction over rows, overlays, sums and pull state; what it throws leaves everything as it was, in memory too. */
  write<T>(work: () => T): T {
    try {
      return this.connection.write(() => {
        const result = work();
        this.tallies.flush();
        return result;
      });
    } catch (thrown) {
      this.#reset();
      throw thrown;
    }
  }

  /** The text of the row as it is shown. Throws UnreadableRow. */
  stored(entity: string, id: Id): StoredRow | undefined {
    const stored = this.table(entity)?.stored(id);
    if (stored === undefined && this.unreadable.get(entity, id) !== undefined)
      throw new UnreadableRow(entity);
    return stored;
  }

  /** The row as it is shown. Throws UnreadableRow. */
  row(entity: string, id: Id): Row | undefined {
    const stored = this.stored(entity, id);
    return stored === undefined ? undefined : this.table(entity)?.parsed.parse(stored.body);
  }

  /** What this program cannot read is not among them: the server decides on all. Throws NotYetRebuilt while some may still be missing. */
  rows(request: WhereRequest): readonly Row[] {
    const table = this.table(request.entity);
    return table === undefined ? [] : table.bodies(request.where).map((body) => table.parsed.parse(body));
  }

  table(entity: string): EntityTable | undefined {
    return this.tables.get(entity);
  }

  /** Puts a command's changes above the base and records it. Within `write`, in the order of command numbers. */
  overlay(overlay: Overlay, changes: readonly Change[]): void {
    for (const change of changes) this.#change(change);
    const { no, id, reads, writes, doubt } = overlay;
    const doubtText = doubt === null ? null : JSON.stringify(doubt);
    this.#insertOverlay.run(no, id, JSON.stringify(reads), JSON.stringify(writes), doubtText);
    this.#overlays.push(overlay);
  }

  /** The file has just been laid out: unconfirmed changes leave the rows. `entities`: whose tables are begun anew, and their sums with them. */
  beginRebuild(entities: ReadonlySet<string>): void {
    this.restoreBase(entities);
    this.tallies.flush();
  }

  /** Takes all unconfirmed effects out of the rows. Within `write`. `rebuilding`: record types whose sums do not have them yet. */
  restoreBase(rebuilding: ReadonlySet<string> = new Set()): void {
    const rows = this.#db
      .prepare<[], BaseRow>('SELECT entity, id, version, scopes, body FROM base_rows')
      .all();
    for (const { entity, id, version, scopes, body } of rows) {
      const table = this.table(entity);
      if (table === undefined) continue;
      // What it had been changed to, in the table as it was, goes with the change; the sums of that table are being made anew.
      const waiting = table.waiting(id);
      waiting?.source.remove(waiting.row.rowNo);
      if (body === null) this.#takeOut(table, id);
      else {
        const held = table.head(id);
        const kept = waiting?.source.keepsNumbers === true ? waiting.row.rowNo : null;
        this.#place(table, id, { version, scopes, body }, valuesOf(table, body), held, kept);
      }
      if (body !== null && rebuilding.has(entity))
        this.tallies.tallyRow(entity, id, version, scopesOf({ scopes }), 1);
      this.#changed.add(entity);
    }
    this.#db.exec('DELETE FROM base_rows; DELETE FROM overlays;');
    this.#baseKeys.clear();
    this.#overlays = [];
  }

  /** A row from the server, written over a base row. Within `write`; answers whether it was newer than what is held. */
  putBase(
    table: EntityTable,
    id: Id,
    version: number,
    scopes: readonly string[],
    body: string,
    row: Row,
  ): boolean {
    const head = this.#head(table, id);
    const held = head ?? this.unreadable.get(table.kind.name, id);
    if (held !== undefined) {
      if (held.version >= version) return false;
      this.tallies.tallyRow(table.kind.name, id, held.version, scopesOf(held), -1);
    }
    this.#place(table, id, { version, scopes: JSON.stringify(scopes), body }, valuesOf(table, row), head);
    this.tallies.tallyRow(table.kind.name, id, version, scopes, 1);
    this.#changed.add(table.kind.name);
    return true;
  }

  /** A row is gone or no longer visible, unless a newer one is held. */
  removeBase(table: EntityTable, id: Id, version: number): boolean {
    const held = this.#baseHead(table, id);
    if (held === undefined || held.version >= version) return false;
    this.#removeHeld(table, id, held);
    return true;
  }

  /** Moves a row out of the table as it was. Within `write`. */
  move(table: EntityTable, source: SourceTable, { rowNo, id, ...row }: SourceRow): void {
    source.remove(rowNo);
    const kept = source.keepsNumbers && table.isFree(rowNo) ? rowNo : null;
    this.#place(table, id, row, valuesOf(table, row.body), undefined, kept);
    this.tallies.tallyRow(table.kind.name, id, row.version, scopesOf(row), 1);
    this.#changed.add(table.kind.name);
  }

  /** Which tables of other versions still hold rows. */
  #findSources(): void {
    const names = this.#db
      .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'")
      .pluck()
      .all();
    for (const table of this.tables.values()) {
      const { name } = table.kind;
      if (this.#rows === 'out of reach') table.sources = [outOfReach(name)];
      else {
        const tables = names
          .filter((each) => sourceOf(each) === name)
          .map((each) => sourceTable(this.#db, each));
        const unreadable = unreadableSource(this.#db, name);
        table.sources = unreadable.count() > 0 ? [...tables, unreadable] : tables;
      }
    }
  }

  /** Lets go: removes every row that carries a scope dropped for its type and none that is kept for it. On the base only. */
  dropScopes(dropped: Coverage, kept: Coverage): void {
    const keptScopes = scopesByType(kept);
    for (const [entity, scopes] of scopesByType(dropped)) {
      const table = this.table(entity);
      if (table === undefined) continue;
      const gone: string[] = [];
      for (const { id, scopes: text } of this.#heads(table)) {
        const carried = scopesOf({ scopes: text });
        if (
          carried.some((scope) => scopes.has(scope)) &&
          !carried.some((scope) => keptScopes.get(entity)?.has(scope) === true)
        )
          gone.push(id);
      }
      for (const id of gone) {
        const held = this.#baseHead(table, id);
        if (held !== undefined) this.#removeHeld(table, id, held);
      }
    }
  }

  /** Counts digests again from the rows. On the base only. */
  recount(coverage: Coverage): void {
    for (const [entity, scopes] of scopesByType(coverage)) {
      this.tallies.forget(entity, scopes);
      const table = this.table(entity);
      if (table === undefined) continue;
      for (const { id, version, scopes: text } of this.#heads(table)) {
        const carried = scopesOf({ scopes: text }).filter((scope) => scopes.has(scope));
        this.tallies.tallyRow(entity, id, version, carried, 1);
      }
    }
  }

  saveState(state: PullState): void {
    this.#state = state;
    this.setMeta('pullState', state);
  }

  meta(key: string): unknown {
    const text = this.#meta.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  setMeta(key: string, value: unknown): void {
    this.#setMeta.run(key, JSON.stringify(value));
  }

  takeChanged(): readonly string[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  /** Others may open the file again: every row is where it belongs, and what waits is shown. */
  share(): void {
    share(this.#db);
  }

  close(): void {
    if (this.#db.open) this.#db.close();
  }

  #change(change: Change): void {
    if (!changesRow(change)) return;
    const id = change.op === 'put' ? change.row.id : change.id;
    const table = this.table(change.entity);
    if (table === undefined) return;
    const head = this.#head(table, id);
    this.#keepBase(change.entity, id, table);
    if (change.op === 'put') {
      const scopes = JSON.stringify(table.kind.scopes(change.row));
      const body = bodyOf(table.kind, change.row);
      this.#place(table, id, { version: head?.version ?? 0, scopes, body }, table.read(change.row), head);
    } else {
      this.#takeOut(table, id);
    }
    this.#changed.add(change.entity);
  }

  #keepBase(entity: string, id: Id, table: EntityTable): void {
    const key = rowKey(entity, id);
    if (this.#baseKeys.has(key)) return;
    const stored = table.stored(id) ?? this.unreadable.get(entity, id);
    this.#insertBase.run(entity, id, stored?.version ?? 0, stored?.scopes ?? '[]', stored?.body ?? null);
    this.#baseKeys.add(key);
  }

  /** The row's place in its table; one that is still to be moved is moved now. */
  #head(table: EntityTable, id: Id): Head | undefined {
    const waiting = table.complete ? undefined : table.waiting(id);
    if (waiting !== undefined) this.move(table, waiting.source, waiting.row);
    return table.head(id);
  }

  #baseHead(table: EntityTable, id: Id): BaseHead | undefined {
    return this.#head(table, id) ?? this.unreadable.get(table.kind.name, id);
  }

  /** Writes a row over `held` in its table, or beside the table where this program cannot read it. */
  #place(
    table: EntityTable,
    id: Id,
    row: StoredRow,
    values: readonly ColumnValue[] | undefined,
    held: Head | undefined,
    rowNo: number | null = null,
  ): void {
    const { name } = table.kind;
    if (values === undefined) {
      if (held !== undefined) table.remove(held);
      this.unreadable.put(name, id, row);
      return;
    }
    this.unreadable.remove(name, id);
    table.write(id, row, values, held, rowNo);
  }

  #takeOut(table: EntityTable, id: Id): void {
    const held = table.head(id);
    if (held !== undefined) table.remove(held);
    this.unreadable.remove(table.kind.name, id);
  }

  #removeHeld(table: EntityTable, id: Id, held: BaseHead): void {
    this.tallies.tallyRow(table.kind.name, id, held.version, scopesOf(held), -1);
    this.#takeOut(table, id);
    this.#changed.add(table.kind.name);
  }

  *#heads(
    table: EntityTable,
  ): IterableIterator<{ readonly id: string; readonly version: number; readonly scopes: string }> {
    yield* table.heads();
    yield* this.unreadable.all(table.kind.name);
  }

  #reset(): void {
    for (const table of this.tables.values()) table.reset();
    // A damaged file cannot be read again; whoever catches the error replaces the replica.
    if (!this.#db.open) return;
    this.tallies.reload();
    this.unreadable.reload();
    this.#findSources();
    this.#load();
  }

  #load(): void {
    const overlays = this.#db.prepare<[], OverlayRow>('SELECT * FROM overlays ORDER BY no').all();
    this.#overlays = overlays.map(({ no, id, reads, writes, doubt }) => ({
      no,
      id,
      reads: strings.parse(JSON.parse(reads)),
      writes: strings.parse(JSON.parse(writes)),
      doubt: doubt === null ? null : doubtSchema.parse(JSON.parse(doubt)),
    }));
    const keys = this.#db
      .prepare<[], { entity: string; id: string }>('SELECT entity, id FROM base_rows')
      .all();
    this.#baseKeys = new Set(keys.map(({ entity, id }) => rowKey(entity, id)));
    this.#state = readPullState(this.meta('pullState'), this.tables.keys());
  }
}

type BaseHead = Pick<Head, 'version' | 'scopes'>;

/** Undefined: this program cannot read it. */
function valuesOf(table: EntityTable, body: string | Row): readonly ColumnValue[] | undefined {
  try {
    return table.values(body);
  } catch (thrown) {
    if (thrown instanceof UnreadableRow) return undefined;
    throw thrown;
  }
}

function scopesOf({ scopes }: { readonly scopes: string }): readonly string[] {
  try {
    return strings.parse(JSON.parse(scopes));
  } catch {
    // Damaged: the sums will not be the server's, and its type is fetched again.
    return [];
  }
}
