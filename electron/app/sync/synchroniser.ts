// Keeps the account in step with the server: one round at a time, push before pull, so that what comes down already has what went up. A round
// that fails changes nothing that was saved; the next one simply goes on.
import type { RebuildProgress, SyncStatus } from '#shared/contract/events.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import { isDamage, storageError } from '../db/storage-error.ts';
import { type Pulled, pull, startOver } from './pull.ts';
import { align, type Pushed, push } from './push.ts';

export type Round = {
  readonly acknowledged: number;
  readonly rejected: number;
  readonly postponed: boolean;
  readonly rows: number;
};

const maxRestarts = 2;

export class Synchroniser {
  readonly #account: Account;
  readonly #ended: (result: Result<Round>) => void;
  readonly #stop = new AbortController();
  #running: Promise<Result<Round>> | undefined;
  #next: Promise<Result<Round>> | undefined;
  #error: AppError | null = null;
  #bootstrapRows: number | null = null;

  readonly #rebuild: () => RebuildProgress | null;
  readonly #files: () => SyncStatus['files'];

  /** `ended` hears of every round; `rebuild` says how far the replica is, `files` what is still to be sent. */
  constructor(
    account: Account,
    ended: (result: Result<Round>) => void,
    rebuild: () => RebuildProgress | null,
    files: () => SyncStatus['files'],
  ) {
    this.#account = account;
    this.#ended = ended;
    this.#rebuild = rebuild;
    this.#files = files;
  }

  /** A round that begins after this call: one that is under way may already have passed what the caller means. */
  now(): Promise<Result<Round>> {
    if (this.#running === undefined) {
      this.#running = this.#round().finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.now();
    });
    return this.#next;
  }

  status(): SyncStatus {
    const open = this.#account.outbox.open();
    const pending = open.filter(({ state }) => state === 'pending');
    const attention = open.filter(({ state }) => state === 'rejected' || state === 'held').length;
    const busy = this.#running !== undefined && (pending.length > 0 || this.#bootstrapRows !== null);
    const error = this.#error;
    const files = this.#files();
    const offline = error !== null && (error.code === 'server_unreachable' || error.code === 'retry_later');
    return {
      state: offline
        ? 'offline'
        : error !== null || attention > 0 || files.failed.length > 0
          ? 'needs_attention'
          : busy || pending.length > 0 || files.waiting > 0
            ? 'syncing'
            : 'synced',
      waiting: pending.length,
      waitingForServer: pending.filter(({ authority }) => authority === 'server').length,
      attention,
      lastContact: this.#account.identity.lastContact(),
      files,
      bootstrapRows: this.#bootstrapRows,
      rebuild: this.#rebuild(),
      error,
    };
  }

  /** In every round, and whenever a command has been made or given up. */
  tell(): void {
    this.#account.emit({ type: 'sync.status', status: this.status() });
  }

  /** Breaks off what waits for the server; nothing begins afterwards. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #round(): Promise<Result<Round>> {
    if (this.#stop.signal.aborted) return err({ code: 'offline' });
    this.tell();
    const result = await this.#guarded();
    this.#error = result.ok ? null : result.error;
    this.#bootstrapRows = null;
    if (!this.#stop.signal.aborted) {
      this.#ended(result);
      this.tell();
    }
    return result;
  }

  async #guarded(): Promise<Result<Round>> {
    try {
      const result = await this.#pushAndPull();
      if (result.ok) this.#account.identity.heard(this.#account.ports.clock());
      return result;
    } catch (thrown) {
      const error = storageError(thrown);
      if (error === undefined) {
        this.#account.ports.log({
          level: 'error',
          event: 'sync.failed',
          details: { reason: String(thrown) },
        });
        return err({ code: 'internal' });
      }
      if (isDamage(thrown)) this.#account.replaceDamagedReplica();
      this.#account.emit({ type: 'storage.problem', error });
      return err(error);
    }
  }

  async #pushAndPull(): Promise<Result<Round>> {
    const account = this.#account;
    let acknowledged = 0;
    let rejected = 0;
    let rows = 0;
    for (let restarts = 0; ; restarts += 1) {
      const pushed: Result<Pushed> = await push(account, this.#stop.signal);
      if (pushed.ok) {
        acknowledged += pushed.value.acknowledged;
        rejected += pushed.value.rejected;
      }
      // Whether the commands went through is not known then, and what is pulled must not overtake them.
      if (!pushed.ok && pushed.error.code !== 'epoch_changed') return pushed;
      // Nothing is written over rows that are still on their way; the rebuild's end begins another round.
      if (pushed.ok && account.rebuilding) {
        return ok({ acknowledged, rejected, postponed: pushed.value.postponed, rows });
      }
      const pulled: Result<Pulled> = pushed.ok ? await this.#pull() : pushed;
      if (pulled.ok) {
        rows += pulled.value.rows;
        return ok({ acknowledged, rejected, postponed: pushed.ok && pushed.value.postponed, rows });
      }
      const { code } = pulled.error;
      if ((code !== 'epoch_changed' && code !== 'cursor_expired') || restarts === maxRestarts) return pulled;
      if (code === 'cursor_expired') {
        // The server has lost nothing: what it acknowledged is in the new replica, and what waits keeps its numbers.
        account.ports.log({ level: 'info', event: 'sync.cursor_expired' });
        startOver(account);
        continue;
      }
      const aligned = await align(account, null, this.#stop.signal);
      if (!aligned.ok) return aligned;
      startOver(account);
      account.emit({ type: 'sync.restarted', offeredAgain: aligned.value.offeredAgain });
    }
  }

  #pull(): Promise<Result<Pulled>> {
    return pull(this.#account, {
      signal: this.#stop.signal,
      progress: (rows) => {
        this.#bootstrapRows = rows;
        this.tell();
      },
      pause: () => new Promise((resolve) => setImmediate(resolve)),
    });
  }
}
