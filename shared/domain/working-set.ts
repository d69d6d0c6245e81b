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
  /** Answers to set requests, kept up with every change: a run of many commands asks for the same large set again and again. */
  readonly #answers = new Map<string, { readonly request: WhereRequest; rows: readonly Row[] }>();
  #reads = new Set<string>();

  constructor(entities: ReadonlyMap<string, Entity>) {
    this.#entities = entities;
  }

  /** Puts a fetched row (or its absence) under what commands have already changed: a changed row is never overwritten. */
  fetched(entity: string, id: Id, row: Row | null): void {
    const key = rowKey(entity, id);
    if (this.#slots.has(key)) return;
    this.#slots.set(key, { entity, row });
    if (row !== null && this.#answers.size > 0) this.#forgetAnswers(entity);
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
        this.#change(entity, row.id, row);
      } else if (change.op === 'delete') {
        this.#change(change.entity, change.id, null);
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

  #change(entity: string, id: Id, row: Row | null): void {
    this.#slots.set(rowKey(entity, id), { entity, row });
    const kind = this.#entities.get(entity);
    for (const answer of this.#answers.values()) {
      if (answer.request.entity !== entity || kind === undefined) continue;
      const others = answer.rows.filter((each) => each.id !== id);
      const member = row !== null && matches(kind, row, answer.request.where);
      // A new list each time: the old one may still be in the hands of a command.
      answer.rows = member ? [...others, row].sort(byId) : others;
    }
  }

  #forgetAnswers(entity: string): void {
    for (const [key, { request }] of this.#answers) if (request.entity === entity) this.#answers.delete(key);
  }

  #answer(request: LoadRequest): unknown {
    if (request.kind === 'one') return this.#slots.get(rowKey(request.entity, request.id))?.row ?? undefined;
    const kind = this.#entities.get(request.entity);
    if (kind === undefined) throw new Error(`unknown entity ${request.entity}`);
    const key = setKey(request);
    const known = this.#answers.get(key);
    if (known !== undefined) return known.rows;
    const rows: Row[] = [];
    for (const slot of this.#slots.values()) {
      if (slot.entity === request.entity && slot.row !== null && matches(kind, slot.row, request.where)) {
        rows.push(slot.row);
      }
    }
    this.#answers.set(key, { request, rows: rows.sort(byId) });
    return rows;
  }
}

const byId = (a: Row, b: Row): number => (a.id < b.id ? -1 : 1);

export function matches(kind: Entity, row: Row, where: { readonly [column: string]: ColumnValue }): boolean {
  return Object.entries(where).every(([column, value]) => kind.columns[column]?.read(row) === value);
}

export function setKey(request: WhereRequest): string {
  const parts = Object.keys(request.where)
    .sort()
    .map((column) => `${column}=${JSON.stringify(request.where[column])}`);
  return `${request.entity}?${parts.join('&')}`;
}
