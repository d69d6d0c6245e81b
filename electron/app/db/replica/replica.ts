// The replica: what the server sent (the base) and, above it, the effects of commands it has not confirmed. A row that an unconfirmed
// command has changed has its base image in `base_rows`; putting the base images back gives exactly what the server sent. Digests always
// speak of the base, lists and counts of what is shown. Nothing here decides anything.
import { z } from 'zod';
import { type Coverage, scopesByType } from '#shared/contract/coverage.ts';
import { emptyPullState, type PullState } from '#shared/contract/sync.ts';
import type { Change } from '#shared/domain/command.ts';
import type { Entity, Row } from '#shared/domain/entity.ts';
import type { WhereRequest } from '#shared/domain/load.ts';
import { rowKey } from '#shared/domain/working-set.ts';
import { type AppError, appErrorSchema } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Connection, SqliteDatabase } from '../connection.ts';
import { EntityTable, type Head } from './entity-table.ts';
import { UnreadableRow } from './parsed-rows.ts';
import { readPullState } from './pull-state.ts';
import { Tallies } from './tallies.ts';

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
type OverlayRow = { no: number; id: string; reads: string; writes: string; doubt: string | null };
type BaseRow = { entity: string; id: string; version: number; scopes: string; body: string | null };

export class Replica {
  readonly connection: Connection;
  readonly tallies: Tallies;
  readonly tables: ReadonlyMap<string, EntityTable>;
  /** Names of the indexes that are there. */
  readonly indexes: Set<string>;
  readonly #db: SqliteDatabase;
  readonly #insertBase;
  readonly #insertOverlay;
  readonly #meta;
  readonly #setMeta;
  #overlays: Overlay[] = [];
  #baseKeys = new Set<string>();
  #state: PullState = emptyPullState;
  /** Tables changed since the last call of `takeChanged`. */
  #changed = new Set<string>();

  constructor(connection: Connection, entities: ReadonlyMap<string, Entity>) {
    this.connection = connection;
    const { db } = connection;
    this.#db = db;
    this.indexes = new Set(
      db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'index'").pluck().all(),
    );
    this.tallies = new Tallies(db);
    this.tables = new Map(
      [...entities].map(([name, kind]) => [name, new EntityTable(db, kind, this.tallies)]),
    );
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
    if (this.meta('recount') === true) this.#recountAll();
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

  /** The row as it is shown. Throws UnreadableRow. */
  row(entity: string, id: Id): Row | undefined {
    const table = this.table(entity);
    const stored = table?.stored(id);
    return table === undefined || stored === undefined ? undefined : table.parsed.parse(stored.body);
  }

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

  /** Takes all unconfirmed effects out of the rows. Within `write`. */
  restoreBase(): void {
    const rows = this.#db
      .prepare<[], BaseRow>('SELECT entity, id, version, scopes, body FROM base_rows')
      .all();
    for (const { entity, id, version, scopes, body } of rows) {
      const table = this.table(entity);
      if (table === undefined) continue;
      const held = table.head(id);
      if (body !== null) table.write(id, version, scopes, body, parseBody(body), held);
      else if (held !== undefined) table.remove(held);
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
    const held = table.head(id);
    if (held !== undefined) {
      if (held.version >= version) return false;
      this.tallies.tallyRow(table.kind.name, id, held.version, scopesOfHead(held), -1);
    }
    table.write(id, version, JSON.stringify(scopes), body, row, held);
    this.tallies.tallyRow(table.kind.name, id, version, scopes, 1);
    this.#changed.add(table.kind.name);
    return true;
  }

  /** A row is gone or no longer visible, unless a newer one is held. */
  removeBase(table: EntityTable, id: Id, version: number): boolean {
    const held = table.head(id);
    if (held === undefined || held.version >= version) return false;
    this.#removeHeld(table, id, held);
    return true;
  }

  /** Lets go: removes every row that carries a scope dropped for its type and none that is kept for it. On the base only. */
  dropScopes(dropped: Coverage, kept: Coverage): void {
    const keptScopes = scopesByType(kept);
    for (const [entity, scopes] of scopesByType(dropped)) {
      const table = this.table(entity);
      if (table === undefined) continue;
      const gone: string[] = [];
      for (const { id, scopes: text } of table.heads()) {
        const carried = strings.parse(JSON.parse(text));
        if (
          carried.some((scope) => scopes.has(scope)) &&
          !carried.some((scope) => keptScopes.get(entity)?.has(scope) === true)
        )
          gone.push(id);
      }
      for (const id of gone) {
        const held = table.head(id);
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
      for (const { id, version, scopes: text } of table.heads()) {
        const carried = strings.parse(JSON.parse(text)).filter((scope) => scopes.has(scope));
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

  close(): void {
    if (this.#db.open) this.#db.close();
  }

  #change(change: Change): void {
    if (change.op === 'send') return;
    const id = change.op === 'put' ? change.row.id : change.id;
    const table = this.table(change.entity);
    if (table === undefined) return;
    const held = table.head(id);
    this.#keepBase(change.entity, id, table);
    if (change.op === 'put') {
      const scopes = JSON.stringify(table.kind.scopes(change.row));
      table.write(id, held?.version ?? 0, scopes, JSON.stringify(change.row), change.row, held);
    } else if (held !== undefined) {
      table.remove(held);
    }
    this.#changed.add(change.entity);
  }

  #keepBase(entity: string, id: Id, table: EntityTable): void {
    const key = rowKey(entity, id);
    if (this.#baseKeys.has(key)) return;
    const stored = table.stored(id);
    this.#insertBase.run(entity, id, stored?.version ?? 0, stored?.scopes ?? '[]', stored?.body ?? null);
    this.#baseKeys.add(key);
  }

  #removeHeld(table: EntityTable, id: Id, held: Head): void {
    this.tallies.tallyRow(table.kind.name, id, held.version, scopesOfHead(held), -1);
    table.remove(held);
    this.#changed.add(table.kind.name);
  }

  /** Counts every digest, in a file that has none yet. The rows' base is counted wherever they stand above it. */
  #recountAll(): void {
    this.write(() => {
      for (const [entity, table] of this.tables) {
        for (const { id, version, scopes } of table.heads()) {
          if (!this.hasBase(entity, id))
            this.tallies.tallyRow(entity, id, version, strings.parse(JSON.parse(scopes)), 1);
        }
      }
      const bases = this.#db
        .prepare<[], BaseRow>('SELECT entity, id, version, scopes, body FROM base_rows')
        .all();
      for (const { entity, id, version, scopes, body } of bases) {
        if (body !== null) this.tallies.tallyRow(entity, id, version, strings.parse(JSON.parse(scopes)), 1);
      }
      this.#db.exec("DELETE FROM meta WHERE key = 'recount'");
    });
  }

  #reset(): void {
    for (const table of this.tables.values()) table.reset();
    // A damaged file cannot be read again; whoever catches the error replaces the replica.
    if (!this.#db.open) return;
    this.tallies.reload();
    this.#load();
  }

  #load(): void {
    const overlays = this.#db.prepare<[], OverlayRow>('SELECT * FROM overlays ORDER BY no').all();
    this.#overlays = overlays.map(({ no, id, reads, writes, doubt }) => ({
      no,
      id,
      reads: strings.parse(JSON.parse(reads)),
      writes: strings.parse(JSON.parse(writes)),
      doubt: doubt === null ? null : appErrorSchema.parse(JSON.parse(doubt)),
    }));
    const keys = this.#db
      .prepare<[], { entity: string; id: string }>('SELECT entity, id FROM base_rows')
      .all();
    this.#baseKeys = new Set(keys.map(({ entity, id }) => rowKey(entity, id)));
    this.#state = readPullState(this.meta('pullState'), this.tables.keys());
  }
}

/** A body that we have written or received ourselves; columns are read from it by the entity's own functions. */
function parseBody(body: string): Row {
  const value: unknown = JSON.parse(body);
  if (!isRow(value)) throw new UnreadableRow('body');
  return value;
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

function scopesOfHead(held: Head): readonly string[] {
  return strings.parse(JSON.parse(held.scopes));
}
