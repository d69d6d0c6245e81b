// Pages as they were made, the ones asked for last, up to a number of bytes. Each is right as long as the projection has the number under which it
// was made; whichever process changed it, that number is read from the database with every request.
import type { Made } from './packed-answer.ts';

type Kept = { readonly version: number; readonly made: Made };

export class PageCache {
  readonly #kept = new Map<string, Kept>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(key: string, version: number): Made | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    this.#kept.delete(key);
    if (kept.version !== version) {
      this.#bytes -= sizeOf(key, kept.made);
      return undefined;
    }
    this.#kept.set(key, kept);
    return kept.made;
  }

  /** What is larger than a twentieth of all is not kept. */
  set(key: string, version: number, made: Made): void {
    const size = sizeOf(key, made);
    if (size * 20 > this.#maxBytes) return;
    this.#forget(key);
    this.#kept.set(key, { version, made });
    this.#bytes += size;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    const kept = this.#kept.get(key);
    if (kept === undefined) return;
    this.#kept.delete(key);
    this.#bytes -= sizeOf(key, kept.made);
  }
}

/** With its packed form, of about a quarter. */
const sizeOf = (key: string, { body }: Made): number => key.length * 2 + body.length * 1.25 + 200;
