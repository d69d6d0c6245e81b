// Moves rows out of tables that another version of the program had made into ours, a slice at a time: each row stands in exactly one of the two, so
// a process that dies anywhere goes on where it stopped, and no room is needed for a second copy. First the newest rows of every record
// type, in the order in which others refer to them, so that the first page of each list is there; then the rest.
import type { EntityTable } from './entity-table.ts';
import type { Replica } from './replica.ts';

/** A page of a list and what it refers to. */
const newestFirst = 1_000;
const rowsAtOnce = 20;

export class Rebuild {
  readonly #replica: Replica;
  /** Rows of each table that came in the first round. */
  readonly #early = new Map<string, number>();
  readonly total: number;
  #preferred: string | undefined;
  #done = 0;

  constructor(replica: Replica) {
    this.#replica = replica;
    this.total = waitingTables(replica).reduce(
      (sum, { sources }) => sum + sources.reduce((rows, source) => rows + source.count(), 0),
      0,
    );
  }

  get done(): number {
    return Math.min(this.#done, this.total);
  }

  get finished(): boolean {
    return waitingTables(this.#replica).length === 0;
  }

  /** Somebody waits for this record type: it comes next. */
  prefer(entity: string): void {
    this.#preferred = entity;
  }

  /** Works for about so long, in one transaction; true when there is more to do. */
  slice(milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    let moved = 0;
    this.#replica.write(() => {
      do {
        const table = this.#next();
        if (table === undefined) return;
        moved += this.#step(table, end);
      } while (performance.now() < end);
    });
    this.#done += moved;
    return !this.finished;
  }

  /** A few rows of one table; a table that is empty goes. */
  #step(table: EntityTable, end: number): number {
    const [source] = table.sources;
    if (source === undefined) return 0;
    const rows = source.next(rowsAtOnce);
    let moved = 0;
    for (const row of rows) {
      this.#replica.move(table, source, row);
      moved += 1;
      // A single row may be large.
      if (performance.now() >= end) break;
    }
    this.#early.set(table.kind.name, (this.#early.get(table.kind.name) ?? 0) + moved);
    if (rows.length === 0) {
      source.end();
      table.sources = table.sources.slice(1);
    }
    return moved;
  }

  #next(): EntityTable | undefined {
    const waiting = waitingTables(this.#replica);
    const preferred = waiting.find(({ kind }) => kind.name === this.#preferred);
    if (preferred !== undefined) return preferred;
    return waiting.find(({ kind }) => (this.#early.get(kind.name) ?? 0) < newestFirst) ?? waiting[0];
  }
}

function waitingTables(replica: Replica): readonly EntityTable[] {
  return [...replica.tables.values()].filter((table) => !table.complete);
}
