// Queries that run again by themselves. However much changes at once, a query runs once; an answer that is overtaken by a newer run is not told.
import type { AppEvent } from '#shared/contract/events.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Timers } from '../ports.ts';

type LiveQuery = {
  readonly tables: readonly string[];
  readonly run: () => Promise<Result<unknown>>;
  readonly tell: (result: Result<unknown>) => void;
  generation: number;
};

const coalesceMs = 15;

export class LiveQueries {
  readonly #timers: Timers;
  readonly #queries = new Set<LiveQuery>();
  readonly #due = new Set<LiveQuery>();
  #timer: unknown;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  watch(
    tables: readonly string[],
    run: () => Promise<Result<unknown>>,
    tell: (result: Result<unknown>) => void,
  ): () => void {
    const query: LiveQuery = { tables, run, tell, generation: 0 };
    this.#queries.add(query);
    void this.#run(query);
    return () => {
      this.#queries.delete(query);
    };
  }

  /** Something happened that answers may stand on. */
  heard(event: AppEvent): void {
    const changed =
      event.type === 'replica.changed'
        ? event.tables
        : event.type === 'outbox.changed'
          ? ['outbox']
          : undefined;
    const everything = event.type === 'session.changed';
    if (changed === undefined && !everything) return;
    for (const query of this.#queries) {
      if (everything || query.tables.some((table) => changed?.includes(table) === true)) this.#due.add(query);
    }
    if (this.#due.size === 0 || this.#timer !== undefined) return;
    this.#timer = this.#timers.setTimeout(() => {
      this.#timer = undefined;
      const due = [...this.#due];
      this.#due.clear();
      for (const query of due) void this.#run(query);
    }, coalesceMs);
  }

  stop(): void {
    this.#timers.clearTimeout(this.#timer);
    this.#queries.clear();
  }

  async #run(query: LiveQuery): Promise<void> {
    query.generation += 1;
    const { generation } = query;
    const result = await query.run();
    if (this.#queries.has(query) && query.generation === generation) query.tell(result);
  }
}
