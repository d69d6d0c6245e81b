// Rows this process has read lately, already parsed. A row's content never changes under one version within one epoch, so nothing here can be
// out of date: whoever asks has just learnt the present version from the database. Only committed rows may come in here.
import type { Scope } from '#shared/domain/actor.ts';
import type { Row } from '#shared/domain/entity.ts';
import type { Id } from '#shared/kernel/ids.ts';

/** A row as the table holds it. `text` is the JSON that desks get, never made anew. */
export type Stored = {
  readonly id: Id;
  readonly version: number;
  readonly scopes: readonly Scope[];
  readonly text: string;
  readonly row: Row;
};

const maxChars = 24_000_000;

export class RowMemory {
  readonly #rows = new Map<string, Stored>();
  #epoch = '';
  #chars = 0;

  /** Everything is forgotten when the database has begun another life. */
  enter(epoch: string): void {
    if (epoch === this.#epoch) return;
    this.#epoch = epoch;
    this.#rows.clear();
    this.#chars = 0;
  }

  get(entity: string, id: Id, version: number): Stored | undefined {
    const stored = this.#rows.get(`${entity}/${id}`);
    return stored?.version === version ? stored : undefined;
  }

  keep(entity: string, rows: readonly Stored[]): void {
    for (const row of rows) {
      this.#forget(`${entity}/${row.id}`);
      this.#rows.set(`${entity}/${row.id}`, row);
      this.#chars += row.text.length;
    }
    for (const key of this.#rows.keys()) {
      if (this.#chars <= maxChars) return;
      this.#forget(key);
    }
  }

  #forget(key: string): void {
    this.#chars -= this.#rows.get(key)?.text.length ?? 0;
    this.#rows.delete(key);
  }
}
