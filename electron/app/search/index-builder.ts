// Makes the indexes that are missing, one at a time with pauses in between: after a first sync or a rebuild those that the first screens did not
// need, and after an update those that are new.
import { sortedOnDisk } from '../db/connection.ts';
import { layoutOf } from '../db/replica/lay-out.ts';
import type { Replica } from '../db/replica/replica.ts';
import { storageError } from '../db/storage-error.ts';
import type { Ports, Timers } from '../ports.ts';
import type { Rules } from '../sync/rebase.ts';

const pauseMs = 50;

/** An account's; the replica may be another file the next time it is asked for. */
type Indexed = {
  readonly replica: Replica;
  readonly rules: Pick<Rules, 'entities'>;
  readonly ports: Pick<Ports, 'log'>;
};

export class IndexBuilder {
  readonly #account: Indexed;
  readonly #timers: Timers;
  #timer: unknown;
  #stopped: boolean = false;

  constructor(account: Indexed, timers: Timers) {
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
    const { replica, rules } = this.#account;
    // While rows are moved into a table every index costs each of them.
    return layoutOf(rules.entities).indexes.find(
      ({ name, table }) => !replica.indexes.has(name) && replica.table(table)?.complete === true,
    );
  }

  #make(): boolean {
    const missing = this.#missing();
    if (missing === undefined) return false;
    const { replica, ports } = this.#account;
    try {
      const { db } = replica.connection;
      sortedOnDisk(db, () => replica.write(() => db.exec(missing.sql)));
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
