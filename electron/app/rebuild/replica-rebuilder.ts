// Rebuilds the replica behind what the user does: slices short enough that no question waits for one noticeably. What cannot be answered before
// its table is complete waits here; where the disk has no room it is told so, and the rebuild is tried again by itself.
import type { RebuildProgress } from '#shared/contract/events.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import { Rebuild } from '../db/replica/rebuild.ts';
import type { Replica } from '../db/replica/replica.ts';
import { isDamage, storageError } from '../db/storage-error.ts';
import type { Timers } from '../ports.ts';

const sliceMs = 12;
const betweenSlicesMs = 4;
const againMs = 30_000;
const tellEveryMs = 250;

type Waiter = { readonly entity: string; readonly tell: (result: Result<void>) => void };

export class ReplicaRebuilder {
  readonly #account: Account;
  readonly #timers: Timers;
  readonly #told: () => void;
  readonly #finished: () => void;
  #of: { readonly replica: Replica; readonly rebuild: Rebuild } | undefined;
  #waiters: Waiter[] = [];
  #problem: AppError | null = null;
  #timer: unknown;
  #toldAt = 0;
  #stopped: boolean = false;

  /** `told` hears that progress or problem have changed, `finished` that every row is where it belongs. */
  constructor(account: Account, timers: Timers, told: () => void, finished: () => void) {
    this.#account = account;
    this.#timers = timers;
    this.#told = told;
    this.#finished = finished;
  }

  /** Null: nothing is being rebuilt. */
  get progress(): RebuildProgress | null {
    if (!this.#account.rebuilding) return null;
    const { done, total } = this.#rebuild();
    return { done, total, problem: this.#problem };
  }

  /** The replica may be another file now. */
  wake(): void {
    if (this.#account.rebuilding) this.#workIn(0);
  }

  stop(): void {
    this.#stopped = true;
    this.#timers.clearTimeout(this.#timer);
    this.#tellWaiters(() => true, err({ code: 'offline' }));
  }

  /** Until every row of the record type can be asked for. Error codes: offline (closed meanwhile), disk_full and others of the disk. */
  ready(entity: string): Promise<Result<void>> {
    if (this.#stopped) return Promise.resolve(err({ code: 'offline' }));
    if (!this.#account.rebuilding) return Promise.resolve(ok(undefined));
    if (this.#problem !== null) return Promise.resolve(err(this.#problem));
    this.#rebuild().prefer(entity);
    return new Promise((tell) => {
      this.#waiters.push({ entity, tell });
      this.wake();
    });
  }

  #workIn(milliseconds: number): void {
    if (this.#stopped || this.#timer !== undefined) return;
    this.#timer = this.#timers.setTimeout(() => {
      this.#timer = undefined;
      if (!this.#stopped) this.#work();
    }, milliseconds);
  }

  #work(): void {
    try {
      this.#account.findRoom();
      const more = this.#rebuild().slice(sliceMs);
      this.#problem = null;
      this.#tellProgress(!more);
      this.#tellReady();
      if (more) this.#workIn(betweenSlicesMs);
      else this.#end();
    } catch (thrown) {
      this.#failed(thrown);
    }
  }

  #end(): void {
    this.#account.rebuilt();
    this.#tellWaiters(() => true, ok(undefined));
    this.#finished();
  }

  #failed(thrown: unknown): void {
    const { ports } = this.#account;
    const error: AppError = storageError(thrown) ?? { code: 'internal' };
    ports.log({ level: 'error', event: 'rebuild.failed', details: { code: error.code } });
    // What is no word of the disk's is a file that nobody can go on with.
    if (isDamage(thrown) || storageError(thrown) === undefined) this.#replace();
    else this.#stopFor(error);
  }

  #replace(): void {
    try {
      this.#account.replaceDamagedReplica();
      this.#tellWaiters(() => true, ok(undefined));
      this.#finished();
    } catch (thrown) {
      this.#stopFor(storageError(thrown) ?? { code: 'internal' });
    }
  }

  #stopFor(error: AppError): void {
    this.#problem =
      error.code === 'disk_full' ? { ...error, params: { needed: this.#account.spaceNeeded() } } : error;
    this.#tellWaiters(() => true, err(this.#problem));
    this.#tellProgress(true);
    this.#workIn(againMs);
  }

  #rebuild(): Rebuild {
    const { replica } = this.#account;
    if (this.#of?.replica !== replica) this.#of = { replica, rebuild: new Rebuild(replica) };
    return this.#of.rebuild;
  }

  #tellProgress(now: boolean): void {
    const at = this.#account.ports.clock();
    if (!now && Math.abs(at - this.#toldAt) < tellEveryMs) return;
    this.#toldAt = at;
    this.#account.replicaChanged();
    this.#told();
  }

  #tellReady(): void {
    const { replica } = this.#account;
    this.#tellWaiters(({ entity }) => replica.table(entity)?.complete === true, ok(undefined));
  }

  #tellWaiters(which: (waiter: Waiter) => boolean, result: Result<void>): void {
    const told = this.#waiters.filter(which);
    this.#waiters = this.#waiters.filter((waiter) => !told.includes(waiter));
    for (const { tell } of told) tell(result);
  }
}
