// Tells the desks connected to this process that there is something new, whichever process wrote it. A poke carries the head and the scopes
// it concerns, so that only those who may see it pull.
import type { Scope } from '#shared/domain/actor.ts';
import { feedChannel } from '../command/finish.ts';
import type { Database } from '../db/database.ts';

export type Poke = {
  readonly head: number;
  /** Null: everyone should look. */
  readonly scopes: ReadonlySet<Scope> | null;
};

type Listener = (poke: Poke) => void;

export class HeadHub {
  readonly #listeners = new Set<Listener>();
  readonly #database: Database;
  #head = 0;
  #stop: (() => Promise<void>) | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  async start(): Promise<void> {
    this.#stop = await this.#database.listen(feedChannel, (payload) => this.#take(payload));
  }

  async close(): Promise<void> {
    await this.#stop?.();
    this.#stop = undefined;
    this.#listeners.clear();
  }

  get size(): number {
    return this.#listeners.size;
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** `<head> <scope>,<scope>` or `<head> *`; empty when the connection was lost in between. */
  #take(payload: string): void {
    const [head = '', scopes = '*'] = payload.split(' ');
    this.#head = Math.max(this.#head, Number(head) || 0);
    const poke: Poke = { head: this.#head, scopes: scopes === '*' ? null : new Set(scopes.split(',')) };
    for (const listener of this.#listeners) listener(poke);
  }
}
