// Makes the indexes that are missing, one at a time with pauses in between: after a first sync those that the first screens did not need, and
// after an update those that are new.
import type { Account } from '../account.ts';
import { layoutOf } from '../db/replica/lay-out.ts';
import { storageError } from '../db/storage-error.ts';
import type { Timers } from '../ports.ts';

const pauseMs = 50;

export class IndexBuilder {
  readonly #account: Account;
  readonly #timers: Timers;
  #timer: unknown;
  #stopped: boolean = false;

  constructor(account: Account, timers: Timers) {
    this.#account = account;
    this.#timers = timers;
  }

  /** The replica may be another file now. */
  wake(): void {
    if (this.#stopped || this.#timer !== undefined || this.#missing() === undefined) return;
    this.#timer = this.#timers.setTimeout(() => {
      this.#timer = undefined;
      if (this.#stopped) return;
      if (this.#make()) this.wake();
    }, pauseMs);
  }

  stop(): void {
    this.#stopped = true;
    this.#timers.clearTimeout(this.#timer);
  }

  #missing() {
    const { indexes } = this.#account.replica;
    return layoutOf(this.#account.rules.entities).indexes.find(({ name }) => !indexes.has(name));
  }

  #make(): boolean {
    const missing = this.#missing();
    if (missing === undefined) return false;
    const { replica, ports } = this.#account;
    try {
      replica.write(() => replica.connection.db.exec(missing.sql));
      replica.indexes.add(missing.name);
      return true;
    } catch (thrown) {
      // A full disk: lists stay slower until the next round.
      const code = storageError(thrown)?.code ?? 'internal';
      ports.log({ level: 'warn', event: 'index.failed', details: { code } });
      return false;
    }
  }
}
