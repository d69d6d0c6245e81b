// The rows one transaction knows. Commands read without locks; when they have decided, everything they read or wrote is locked in one
// fixed order (tables as in entities.ts, rows by id), so that two transactions can never wait for each other in a circle, and compared
// with what was read. Whatever changed in between is fetched again and the commands decide once more, now on rows that stand still.
import type { LoadRequest, WhereRequest } from '#shared/domain/load.ts';
import { type RowKey, rowKey, setKey, WorkingSet } from '#shared/domain/working-set.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Sql } from '../db/database.ts';
import {
  entityTables,
  fetchRows,
  fetchSet,
  fetchSetVersions,
  lockRows,
  type ReadText,
  type RowVersion,
  type StoreTables,
  tableOf,
} from './entity-store.ts';
import type { RowMemory, Stored } from './row-memory.ts';

type KnownSet = { readonly request: WhereRequest; readonly ids: readonly Id[] };
type Lock = 'share' | 'update';
export type CacheOptions = {
  readonly memory?: RowMemory | undefined;
  readonly read?: ReadText | undefined;
  /** Other than the product's, for tests. */
  readonly tables?: StoreTables | undefined;
};

export class RowCache {
  readonly tables: StoreTables;
  readonly #sql: Sql;
  readonly #memory: RowMemory | undefined;
  readonly #read: ReadText | undefined;
  readonly #rows = new Map<RowKey, Stored | null>();
  readonly #sets = new Map<string, KnownSet>();
  readonly #locks = new Map<RowKey, Lock>();

  /** `memory` only where this transaction has written nothing before: what it holds must be committed. */
  constructor(sql: Sql, { memory, read, tables = entityTables }: CacheOptions = {}) {
    this.#sql = sql;
    this.#memory = memory;
    this.#read = read;
    this.tables = tables;
  }

  /** Takes in a row that another statement of this transaction has read already. */
  know(entity: string, id: Id, stored: Stored | null): void {
    this.#rows.set(rowKey(entity, id), stored);
  }

  stored(entity: string, id: Id): Stored | null {
    const stored = this.#rows.get(rowKey(entity, id));
    if (stored === undefined) throw new Error(`never read: ${entity}`);
    return stored;
  }

  knows(entity: string, id: Id): boolean {
    return this.#rows.has(rowKey(entity, id));
  }

  /** A working set that holds everything known so far. */
  workingSet(): WorkingSet {
    const set = new WorkingSet(new Map([...this.tables].map(([name, { kind }]) => [name, kind])));
    for (const [key, stored] of this.#rows) {
      const slash = key.indexOf('/');
      set.fetched(key.slice(0, slash), key.slice(slash + 1), stored?.row ?? null);
    }
    for (const known of this.#sets.values()) set.fetchedSet(known.request, []);
    return set;
  }

  /** One statement per table for single rows, one per set; the answers go into the working set. Throws UnreadableRow. */
  async fetch(requests: readonly LoadRequest[], into: WorkingSet): Promise<void> {
    const wanted = new Map<string, Set<Id>>();
    const sets = new Map<string, WhereRequest>();
    for (const request of requests) {
      if (request.kind === 'where') {
        sets.set(setKey(request), request);
      } else if (!this.knows(request.entity, request.id)) {
        const ids = wanted.get(request.entity) ?? new Set();
        wanted.set(request.entity, ids.add(request.id));
      }
    }
    for (const request of sets.values()) await this.#fetchSet(request, into);
    for (const [entity, ids] of wanted) {
      const rows = await fetchRows(this.#sql, tableOf(entity, this.tables), [...ids], this.#read);
      const found = new Map(rows.map((row) => [row.id, row]));
      for (const id of ids) this.know(entity, id, found.get(id) ?? null);
    }
    for (const request of requests) {
      if (request.kind === 'where') continue;
      into.fetched(request.entity, request.id, this.stored(request.entity, request.id)?.row ?? null);
    }
  }

  async #fetchSet(request: WhereRequest, into: WorkingSet): Promise<void> {
    const key = setKey(request);
    if (!this.#sets.has(key)) {
      const table = tableOf(request.entity, this.tables);
      const rows = await fetchSet(this.#sql, table, request.where, this.#memory, this.#read);
      for (const row of rows) {
        if (!this.knows(request.entity, row.id)) this.know(request.entity, row.id, row);
      }
      this.#sets.set(key, { request, ids: rows.map((row) => row.id) });
    }
    const ids = this.#sets.get(key)?.ids ?? [];
    const rows = ids.flatMap((id) => this.stored(request.entity, id)?.row ?? []);
    into.fetchedSet(request, rows);
  }

  /** False when something that was read has changed: it is forgotten, and must be read and decided upon again. */
  async lock(reads: ReadonlySet<string>, written: ReadonlyMap<string, ReadonlySet<Id>>): Promise<boolean> {
    const sets = [...this.#sets].filter(([key]) => reads.has(key)).map(([, known]) => known);
    await this.#lockSets(sets.filter(({ request }) => written.has(request.entity)));
    let same = true;
    for (const entity of this.tables.keys()) {
      const mode: Lock = written.has(entity) ? 'update' : 'share';
      const ids = this.#idsToLock(entity, mode, reads, written.get(entity));
      if (ids.length > 0) same = (await this.#lockIds(entity, mode, ids)) && same;
    }
    for (const known of sets) same = (await this.#confirmSet(known)) && same;
    return same;
  }

  /**
   * Two transactions that looked through the same set in order to change something of its kind (is the name free? how much has the unit
   * spent?) go one after the other. The members themselves stay unlocked, there may be a thousand: a change of one by someone who did
   * not look at the set is as if it had come after.
   */
  async #lockSets(sets: readonly KnownSet[]): Promise<void> {
    if (sets.length === 0) return;
    const keys = sets.map((known) => setKey(known.request)).sort();
    await this.#sql.query(
      'SELECT pg_advisory_xact_lock(hashtextextended(k, 0)) FROM unnest($1::text[]) AS k',
      [keys],
    );
  }

  #idsToLock(
    entity: string,
    mode: Lock,
    reads: ReadonlySet<string>,
    written: ReadonlySet<Id> | undefined,
  ): readonly Id[] {
    const prefix = `${entity}/`;
    const ids = new Set<Id>(written);
    for (const key of reads) if (key.startsWith(prefix)) ids.add(key.slice(prefix.length));
    return [...ids]
      .filter((id) => {
        const held = this.#locks.get(rowKey(entity, id));
        return held === undefined || (held === 'share' && mode === 'update');
      })
      .sort();
  }

  async #lockIds(entity: string, mode: Lock, ids: readonly Id[]): Promise<boolean> {
    const locked = await lockRows(this.#sql, entity, ids, mode, this.tables);
    const now = new Map(locked.map((row) => [row.id, row.version]));
    let same = true;
    for (const id of ids) {
      const key = rowKey(entity, id);
      const version = now.get(id);
      // What is not there cannot be locked; if someone makes it now, our own insert of it fails.
      if (version !== undefined) this.#locks.set(key, mode);
      const known = this.#rows.get(key);
      if (known !== undefined && known?.version === version) continue;
      this.#rows.delete(key);
      same = false;
    }
    // A set may have held the row that was forgotten.
    if (!same) {
      for (const [key, { request }] of this.#sets) if (request.entity === entity) this.#sets.delete(key);
    }
    return same;
  }

  async #confirmSet({ request, ids }: KnownSet): Promise<boolean> {
    const now: readonly RowVersion[] = await fetchSetVersions(
      this.#sql,
      tableOf(request.entity, this.tables),
      request.where,
    );
    const changed = now.filter(
      ({ id, version }) => this.#rows.get(rowKey(request.entity, id))?.version !== version,
    );
    if (changed.length === 0 && now.length === ids.length) return true;
    for (const { id } of changed) this.#rows.delete(rowKey(request.entity, id));
    this.#sets.delete(setKey(request));
    return false;
  }
}
