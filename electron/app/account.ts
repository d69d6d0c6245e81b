// The files of one account on one server, open. Outbox and replica are written in this order and no other: the outbox first, durably, then
// the replica; what the replica misses after a crash is replayed into it when it is opened.

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { actorOfAccount } from '#shared/domain/admin/actor-of.ts';
import { accounts } from '#shared/domain/admin/model.ts';
import type { List } from '#shared/domain/list.ts';
import { searchKindsOf, taskKindsOf } from '#shared/domain/module.ts';
import { modules } from '#shared/domain/modules.ts';
import type { SearchKind } from '#shared/domain/search-kind.ts';
import { UnreadableRow } from '#shared/domain/stored-body.ts';
import type { TaskKind } from '#shared/domain/task.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Connection, OpenDatabase } from './db/connection.ts';
import type { Identity } from './db/outbox/identity.ts';
import { type OpenedOutbox, openOutbox } from './db/outbox/open-outbox.ts';
import type { Outbox } from './db/outbox/outbox.ts';
import { type OpenedReplica, openReplica, replicaFileName, setAside } from './db/replica/open-replica.ts';
import type { Replica } from './db/replica/replica.ts';
import { NotYetRebuilt } from './db/replica/source-table.ts';
import { storageError } from './db/storage-error.ts';
import type { Ports } from './ports.ts';
import { bringUpToDate, type Rules } from './sync/rebase.ts';
import type { ServerCall } from './sync/server-call.ts';
import { Speech } from './sync/speech.ts';

/** The log of a rebuild's transactions before it is written back. */
const rebuildLogBytes = 64_000_000;

/** Lists, task and search kinds, where they are left out, are the product's; those of record types that are not among `entities` are passed over. */
export type Domain = Pick<Rules, 'commands' | 'entities'> & {
  readonly lists?: readonly List[];
  readonly tasks?: ReadonlyMap<string, TaskKind>;
  readonly search?: readonly SearchKind[];
};
const productTasks = taskKindsOf(modules);
const productSearch = searchKindsOf(modules);

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
  /** The replica is an empty one in memory, as there was no room to open the file. */
  #noRoom: boolean;
  #startedOver: boolean = false;

  private constructor(deps: AccountDeps, opened: OpenedOutbox, { replica, noRoom }: OpenedReplica) {
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
    this.#noRoom = noRoom;
  }

  /** Open at once, also where the replica has to be rebuilt first (`rebuilding`). Error codes: schema_too_new. Throws what the disk says. */
  static open(deps: AccountDeps): Result<Account> {
    const { folder, domain, openDatabase } = deps;
    const outbox = openOutbox({
      ...deps,
      stamp: () => stamp(deps.ports.clock()),
      knows: ({ name, version }) => version <= (domain.commands.get(name)?.version ?? 0),
    });
    if (!outbox.ok) return outbox;
    let replica: OpenedReplica | undefined;
    try {
      replica = openReplica(folder, domain.entities, openDatabase, () => stamp(deps.ports.clock()));
      const account = new Account(deps, outbox.value, replica);
      if (outbox.value.recovered !== null)
        account.emit({ type: 'storage.recovered', file: 'outbox', ...outbox.value.recovered });
      if (replica.setAside)
        account.emit({ type: 'storage.recovered', file: 'replica', commands: 0, complete: true });
      account.#goOn();
      return ok(account);
    } catch (thrown) {
      if (replica !== undefined) closeQuietly(replica.replica);
      closeQuietly(outbox.value.connection.db);
      throw thrown;
    }
  }

  get replica(): Replica {
    return this.#replica;
  }

  /** Whether rows are still to come from a table of another version, or from a file there was no room to open. */
  get rebuilding(): boolean {
    return this.#noRoom || [...this.#replica.tables.values()].some(({ complete }) => !complete);
  }

  get actor(): Actor {
    return this.#deps.actor();
  }

  /** Who this account is by its row; undefined where that is not here, switched off or not to be read. */
  actorAsStored(accountId: Id): Actor | undefined {
    try {
      return actorOfAccount(this.#replica.row(accounts.name, accountId));
    } catch (thrown) {
      if (thrown instanceof NotYetRebuilt || thrown instanceof UnreadableRow) return undefined;
      throw thrown;
    }
  }

  get rules(): Rules {
    const { commands, entities } = this.#deps.domain;
    return { commands, entities, actor: this.actor, log: this.ports.log };
  }

  get tasks(): ReadonlyMap<string, TaskKind> {
    return this.#deps.domain.tasks ?? productTasks;
  }

  get search(): readonly SearchKind[] {
    return this.#deps.domain.search ?? productSearch;
  }

  /** Our clock, put right by the last known difference to the server's. */
  now(): number {
    return this.ports.clock() + this.identity.clockDifference();
  }

  /**
   * Makes the replica show exactly what is not confirmed, where it does not; a full disk may have stopped it earlier. While rows are missing it
   * may have to wait for them.
   */
  bringUpToDate(): void {
    this.#behind = true;
    try {
      bringUpToDate(this.#replica, this.outbox.live(this.#replica.state.cursor), this.rules);
      this.#behind = false;
    } catch (thrown) {
      if (!(thrown instanceof NotYetRebuilt)) throw thrown;
    }
    this.replicaChanged();
  }

  /** A full disk has kept the rows behind what is saved. */
  fellBehind(): void {
    this.#behind = true;
  }

  /** Throws NotYetRebuilt: what is saved does not show yet, and nothing may be decided without it. */
  catchUp(): void {
    if (this.#behind) this.bringUpToDate();
    if (this.#behind) throw new NotYetRebuilt('overlays');
  }

  /** Rows that no repair brings right are fetched anew as a whole, once as long as the account is open: a server that is wrong would go on for ever. */
  startOverOnce(begin: () => void): void {
    if (this.#startedOver) return;
    this.#startedOver = true;
    begin();
  }

  /** Every row has come. */
  rebuilt(): void {
    this.bringUpToDate();
    this.#replica.share();
    this.emit({ type: 'replica.changed', tables: [...this.#deps.domain.entities.keys()] });
  }

  /** Where there was no room to open the replica's file: opens it now. Throws what the disk says. */
  findRoom(): void {
    if (!this.#noRoom) return;
    const { folder, domain, openDatabase } = this.#deps;
    const opened = openReplica(folder, domain.entities, openDatabase, () => stamp(this.ports.clock()));
    if (opened.noRoom) {
      opened.replica.close();
      throw new NoRoom();
    }
    this.#take(opened);
  }

  /** Bytes that the rebuild may take at most for a moment: its log, and what new columns add. */
  spaceNeeded(): number {
    const file = join(this.folder, replicaFileName);
    const size = existsSync(file) ? statSync(file).size : 0;
    return rebuildLogBytes + Math.ceil(size / 4);
  }

  replicaChanged(): void {
    const tables = this.#replica.takeChanged();
    if (tables.length > 0) this.emit({ type: 'replica.changed', tables: [...tables] });
  }

  outboxChanged(): void {
    this.emit({ type: 'outbox.changed', waiting: this.outbox.pendingCount });
  }

  /** A replica made elsewhere takes the old one's place. `move` puts its file there. */
  exchangeReplica(move: () => void): void {
    const { connection } = this.#replica;
    connection.db.pragma('wal_checkpoint(TRUNCATE)');
    this.#replica.close();
    move();
    this.#reopenReplica();
  }

  /** Sets the damaged replica aside and begins a new one from what is not confirmed; the next sync fills it. */
  replaceDamagedReplica(): void {
    this.ports.log({ level: 'error', event: 'replica.damaged' });
    closeQuietly(this.#replica);
    setAside(join(this.folder, replicaFileName), stamp(this.ports.clock()));
    this.#reopenReplica();
    this.emit({ type: 'storage.recovered', file: 'replica', commands: 0, complete: true });
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

  #reopenReplica(): void {
    const { folder, domain, openDatabase } = this.#deps;
    this.#take(openReplica(folder, domain.entities, openDatabase, () => stamp(this.ports.clock())));
  }

  #take({ replica, noRoom, setAside }: OpenedReplica): void {
    if (this.#replica !== replica) closeQuietly(this.#replica);
    this.#replica = replica;
    this.#noRoom = noRoom;
    if (setAside) this.emit({ type: 'storage.recovered', file: 'replica', commands: 0, complete: true });
    this.#goOn();
    this.emit({ type: 'replica.changed', tables: [...this.#deps.domain.entities.keys()] });
  }

  /** Commands that the replica has lost again count again, what ended long ago goes, what waits is shown. On a full disk all can wait. */
  #goOn(): void {
    this.#behind = true;
    try {
      this.outbox.revive(this.#replica.state.cursor);
      const serverTime = this.identity.serverTime();
      if (serverTime !== null) this.outbox.purge(serverTime);
      this.bringUpToDate();
    } catch (thrown) {
      if (storageError(thrown)?.code !== 'disk_full') throw thrown;
    }
  }
}

/** As SQLite says it: the file's own attempt failed the same way. */
class NoRoom extends Error {
  readonly code = 'SQLITE_FULL';
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
