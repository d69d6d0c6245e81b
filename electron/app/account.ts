// The files of one account on one server, open. Outbox and replica are written in this order and no other: the outbox first, durably, then
// the replica; what the replica misses after a crash is replayed into it when it is opened.

import { join } from 'node:path';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Connection, OpenDatabase } from './db/connection.ts';
import type { Identity } from './db/outbox/identity.ts';
import { type OpenedOutbox, openOutbox } from './db/outbox/open-outbox.ts';
import type { Outbox } from './db/outbox/outbox.ts';
import { openReplica, replicaFileName, setAside } from './db/replica/open-replica.ts';
import type { Replica } from './db/replica/replica.ts';
import type { Ports } from './ports.ts';
import { bringUpToDate, type Rules } from './sync/rebase.ts';
import type { ServerCall } from './sync/server-call.ts';
import { Speech } from './sync/speech.ts';

export type Domain = Pick<Rules, 'commands' | 'entities'>;

export type AccountDeps = {
  readonly ports: Ports;
  readonly openDatabase: OpenDatabase;
  readonly domain: Domain;
  readonly folder: string;
  readonly deskId: Id;
  readonly actor: () => Actor;
  readonly server: ServerCall;
  readonly emit: (event: AppEvent) => void;
};

export class Account {
  readonly ports: Ports;
  readonly folder: string;
  readonly deskId: Id;
  readonly outbox: Outbox;
  readonly outboxConnection: Connection;
  readonly identity: Identity;
  readonly server: ServerCall;
  readonly speech: Speech = new Speech();
  readonly openDatabase: OpenDatabase;
  readonly emit: (event: AppEvent) => void;
  readonly #deps: AccountDeps;
  #replica: Replica;
  /** Something that is saved could not be shown. */
  #behind: boolean = false;

  private constructor(deps: AccountDeps, opened: OpenedOutbox, replica: Replica) {
    this.#deps = deps;
    this.ports = deps.ports;
    this.folder = deps.folder;
    this.deskId = opened.deskId;
    this.outbox = opened.outbox;
    this.outboxConnection = opened.connection;
    this.identity = opened.identity;
    this.server = deps.server;
    this.openDatabase = deps.openDatabase;
    this.emit = deps.emit;
    this.#replica = replica;
  }

  /** Error codes: schema_too_new. Throws what the disk says. */
  static open(deps: AccountDeps): Result<Account> {
    const { folder, domain, openDatabase } = deps;
    const outbox = openOutbox({ ...deps, stamp: () => stamp(deps.ports.clock()) });
    if (!outbox.ok) return outbox;
    try {
      const replica = openReplica(folder, domain.entities, openDatabase, () => stamp(deps.ports.clock()));
      if (!replica.ok) {
        outbox.value.connection.db.close();
        return replica;
      }
      const account = new Account(deps, outbox.value, replica.value.replica);
      if (outbox.value.recovered !== null)
        account.emit({ type: 'storage.recovered', file: 'outbox', ...outbox.value.recovered });
      if (replica.value.setAside)
        account.emit({ type: 'storage.recovered', file: 'replica', commands: 0, complete: true });
      account.outbox.revive(replica.value.replica.state.cursor);
      const serverTime = account.identity.serverTime();
      if (serverTime !== null) account.outbox.purge(serverTime);
      account.bringUpToDate();
      return ok(account);
    } catch (thrown) {
      outbox.value.connection.db.close();
      throw thrown;
    }
  }

  get replica(): Replica {
    return this.#replica;
  }

  get actor(): Actor {
    return this.#deps.actor();
  }

  get rules(): Rules {
    const { commands, entities } = this.#deps.domain;
    return { commands, entities, actor: this.actor, log: this.ports.log };
  }

  /** Our clock, put right by the last known difference to the server's. */
  now(): number {
    return this.ports.clock() + this.identity.clockDifference();
  }

  /** Makes the replica show exactly what is not confirmed, where it does not; a full disk may have stopped it earlier. */
  bringUpToDate(): void {
    this.#behind = true;
    bringUpToDate(this.#replica, this.outbox.live(this.#replica.state.cursor), this.rules);
    this.#behind = false;
    this.replicaChanged();
  }

  /** A full disk has kept the rows behind what is saved. */
  fellBehind(): void {
    this.#behind = true;
  }

  catchUp(): void {
    if (this.#behind) this.bringUpToDate();
  }

  replicaChanged(): void {
    const tables = this.#replica.takeChanged();
    if (tables.length > 0) this.emit({ type: 'replica.changed', tables: [...tables] });
  }

  outboxChanged(): void {
    this.emit({ type: 'outbox.changed', waiting: this.outbox.pendingCount });
  }

  /** A replica made elsewhere takes the old one's place. `move` puts its file there. */
  exchangeReplica(move: () => void): Result<void, AppError> {
    const { connection } = this.#replica;
    connection.db.pragma('wal_checkpoint(TRUNCATE)');
    this.#replica.close();
    move();
    return this.#reopenReplica();
  }

  /** Sets the damaged replica aside and begins a new one from what is not confirmed; the next sync fills it. */
  replaceDamagedReplica(): Result<void, AppError> {
    this.ports.log({ level: 'error', event: 'replica.damaged' });
    closeQuietly(this.#replica);
    setAside(join(this.folder, replicaFileName), stamp(this.ports.clock()));
    const reopened = this.#reopenReplica();
    if (reopened.ok) this.emit({ type: 'storage.recovered', file: 'replica', commands: 0, complete: true });
    return reopened;
  }

  /** Whether the outbox file is sound; the other one is then the replica's. */
  outboxIsSound(): boolean {
    try {
      return this.outboxConnection.db.pragma('quick_check(1)', { simple: true }) === 'ok';
    } catch {
      return false;
    }
  }

  close(): void {
    closeQuietly(this.#replica);
    closeQuietly(this.outboxConnection.db);
  }

  #reopenReplica(): Result<void, AppError> {
    const { folder, domain, openDatabase } = this.#deps;
    const opened = openReplica(folder, domain.entities, openDatabase, () => stamp(this.ports.clock()));
    if (!opened.ok) return opened;
    this.#replica = opened.value.replica;
    this.outbox.revive(this.#replica.state.cursor);
    this.bringUpToDate();
    this.emit({ type: 'replica.changed', tables: [...domain.entities.keys()] });
    return ok(undefined);
  }
}

function closeQuietly(file: { close(): void }): void {
  try {
    file.close();
  } catch {
    // A file so broken that it cannot be closed properly is set aside all the same.
  }
}

function stamp(now: number): string {
  return String(now);
}
