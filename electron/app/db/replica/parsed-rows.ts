// Rows of one table that were parsed lately, found again by their text: the unit, its settings and its plans are asked for with every command
// and every check while somebody types. The text is read from the file each time, so nothing here can be out of date.
import type { Entity, Row } from '#shared/domain/entity.ts';
import { readRow } from '#shared/domain/stored-body.ts';

/** A thousand plans or so. */
const maxChars = 3_000_000;

export class ParsedRows {
  readonly #kind: Entity;
  readonly #rows = new Map<string, Row>();
  #chars = 0;

  constructor(kind: Entity) {
    this.#kind = kind;
  }

  /** Throws UnreadableRow. What is answered is shared: nobody may change it. */
  parse(text: string): Row {
    const known = this.#rows.get(text);
    if (known !== undefined) return known;
    const row = readRow(this.#kind, text);
    this.#keep(text, row);
    return row;
  }

  #keep(text: string, row: Row): void {
    this.#rows.set(text, row);
    this.#chars += text.length;
    for (const oldest of this.#rows.keys()) {
      if (this.#chars <= maxChars) return;
      this.#rows.delete(oldest);
      this.#chars -= oldest.length;
    }
  }
}
