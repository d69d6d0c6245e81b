// What runs beside an account's open files: synchronising, the search index, the queue of files, backups of the outbox. Each can fail or stop
// without the others; none holds up a command.
import type { Result } from '#shared/kernel/result.ts';
import type { Account } from './account.ts';
import { backUpOutbox } from './db/outbox/backups.ts';
import { storageError } from './db/storage-error.ts';
import { FileQueue } from './files/file-queue.ts';
import { OnlineCommands } from './online/online-commands.ts';
import type { Timers } from './ports.ts';
import { ReplicaRebuilder } from './rebuild/replica-rebuilder.ts';
import { IndexBuilder } from './search/index-builder.ts';
import { SearchIndexer } from './search/indexer.ts';
import { AutoSync } from './sync/auto-sync.ts';
import { type Round, Synchroniser } from './sync/synchroniser.ts';

const commandsPerBackup = 500;

export class Desk {
  readonly account: Account;
  readonly sync: Synchroniser;
  readonly online: OnlineCommands;
  readonly files: FileQueue;
  readonly search: SearchIndexer;
  readonly rebuilder: ReplicaRebuilder;
  readonly #auto: AutoSync | null;
  readonly #indexes: IndexBuilder;
  readonly #tokenRefused: () => void;
  #commandsSinceBackup = 0;
  #backup: Promise<void> = Promise.resolve();

  constructor(account: Account, timers: Timers, tokenRefused: () => void) {
    this.account = account;
    this.#tokenRefused = tokenRefused;
    this.files = new FileQueue(account, () => this.sync.tell());
    this.sync = new Synchroniser(
      account,
      (result) => this.#roundEnded(result),
      () => this.rebuilder.progress,
      () => this.files.waiting(),
    );
    this.rebuilder = new ReplicaRebuilder(
      account,
      timers,
      () => this.sync.tell(),
      () => this.#rebuilt(),
    );
    this.online = new OnlineCommands(account, this.sync, (result) => {
      if (!result.ok && result.error.code === 'not_signed_in') this.#tokenRefused();
      // What it changed comes down like everybody else's changes.
      if (result.ok) this.#auto?.nudge();
    });
    this.#auto = account.ports.autoSync ? new AutoSync(account, timers, () => void this.sync.now()) : null;
    this.search = new SearchIndexer(account, timers);
    this.#indexes = new IndexBuilder(account, timers);
  }

  start(): void {
    this.#followUp();
    this.#auto?.start();
  }

  /** A command has been saved. */
  commandMade(): void {
    this.#auto?.nudge();
    this.search.wake();
    this.#commandsSinceBackup += 1;
    if (this.#commandsSinceBackup >= commandsPerBackup) this.#backUp();
  }

  async stop(): Promise<void> {
    this.#auto?.stop();
    this.rebuilder.stop();
    this.search.stop();
    this.#indexes.stop();
    // An online command may be waiting for a round of the synchroniser.
    await Promise.all([this.online.stop(), this.sync.stop()]);
    await this.files.stop();
    if (this.#commandsSinceBackup > 0) this.#backUp();
    await this.#backup;
  }

  #roundEnded(result: Result<Round>): void {
    if (!result.ok && result.error.code === 'not_signed_in') this.#tokenRefused();
    this.#auto?.ended(result);
    this.#followUp();
    if (result.ok) void this.files.send();
  }

  #rebuilt(): void {
    this.sync.tell();
    this.#followUp();
    this.#auto?.nudge();
  }

  #followUp(): void {
    this.rebuilder.wake();
    this.search.wake();
    this.#indexes.wake();
  }

  #backUp(): void {
    this.#commandsSinceBackup = 0;
    const { account } = this;
    this.#backup = this.#backup
      .then(() => backUpOutbox(account.outboxConnection, account.folder, account.ports.clock()))
      .catch((thrown: unknown) => {
        const code = storageError(thrown)?.code ?? 'internal';
        account.ports.log({ level: 'warn', event: 'backup.failed', details: { code } });
      });
  }
}
