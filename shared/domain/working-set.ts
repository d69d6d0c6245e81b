// The rows one run of commands works on: what was fetched, overlaid by what was changed. It answers load requests without I/O and
// names what is missing; the side that owns it fetches and goes on. It remembers what was read and written, per command.
import type { Id } from '#shared/kernel/ids.ts';
import type { Change } from './command.ts';
import type { ColumnValue, Entity, Row } from './entity.ts';
import type { Load, LoadRequest, WhereRequest } from './load.ts';

export type RowKey = `${string}/${Id}`;
export const rowKey = (entity: string, id: Id): RowKey => `${entity}/${id}`;

/** undefined = not fetched; null = fetched and absent. */
type Slot = { readonly entity: string; readonly row: Row | null };

export type Step<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'missing'; readonly request: LoadRequest };

export class WorkingSet {
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #slots = new Map<RowKey, Slot>();
  readonly #sets = new Set<string>();
  #reads = new Set<string>();

  constructor(entities: ReadonlyMap<string, Entity>) {
    this.#entities = entities;
  }

  /** Puts a fetched row (or its absence) under what commands have already changed: a changed row is never overwritten. */
  fetched(entity: string, id: Id, row: Row | null): void {
    const key = rowKey(entity, id);
    if (!this.#slots.has(key)) this.#slots.set(key, { entity, row });
  }

  /** All rows of a set request; from now on the set is answered from memory. */
  fetchedSet(request: WhereRequest, rows: readonly Row[]): void {
    for (const row of rows) this.fetched(request.entity, row.id, row);
    this.#sets.add(setKey(request));
  }

  row(entity: string, id: Id): Row | null | undefined {
    return this.#slots.get(rowKey(entity, id))?.row;
  }

  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.op === 'put') {
        const { entity, row } = change;
        this.#slots.set(rowKey(entity, row.id), { entity, row });
      } else if (change.op === 'delete') {
        this.#slots.set(rowKey(change.entity, change.id), { entity: change.entity, row: null });
      }
    }
  }

  /** Runs a generator as far as the fetched rows reach. Pass the same generator again after fetching what was missing. */
  advance<T>(run: Load<T>, pending?: LoadRequest): Step<T> {
    let request = pending;
    for (;;) {
      if (request !== undefined && !this.has(request)) return { kind: 'missing', request };
      const step = request === undefined ? run.next() : run.next(this.#answer(request));
      if (step.done === true) return { kind: 'done', value: step.value };
      request = step.value;
      this.#reads.add(request.kind === 'one' ? rowKey(request.entity, request.id) : setKey(request));
    }
  }

  has(request: LoadRequest): boolean {
    return request.kind === 'one'
      ? this.#slots.has(rowKey(request.entity, request.id))
      : this.#sets.has(setKey(request));
  }

  /** What has been asked for since the last call: row keys, and `entity?column=value` for sets. */
  takeReads(): ReadonlySet<string> {
    const reads = this.#reads;
    this.#reads = new Set();
    return reads;
  }

  #answer(request: LoadRequest): unknown {
    if (request.kind === 'one') return this.#slots.get(rowKey(request.entity, request.id))?.row ?? undefined;
    const kind = this.#entities.get(request.entity);
    if (kind === undefined) throw new Error(`unknown entity ${request.entity}`);
    const rows: Row[] = [];
    for (const slot of this.#slots.values()) {
      if (slot.entity === request.entity && slot.row !== null && matches(kind, slot.row, request.where)) {
        rows.push(slot.row);
      }
    }
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

export function matches(kind: Entity, row: Row, where: { readonly [column: string]: ColumnValue }): boolean {
  return Object.entries(where).every(([column, value]) => kind.columns[column]?.(row) === value);
}

export function setKey(request: WhereRequest): string {
  const parts = Object.keys(request.where)
    .sort()
    .map((column) => `${column}=${JSON.stringify(request.where[column])}`);
  return `${request.entity}?${parts.join('&')}`;
}
