// One desk of a world: the real local app on real files, with a clock of its own that may be wrong, a network that may fail and a process
// that may die. It keeps the user's own books: what the app said was saved.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { demoPassword } from '#demo/data/accounts.ts';
import type { SqliteDatabase } from '#electron/app/db/connection.ts';
import { openSqlite } from '#electron/app/db/connection.ts';
import { createLocalApp, type LocalApp } from '#electron/app/local-app.ts';
import type { Ports, TransportRequest, TransportResponse } from '#electron/app/ports.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import { commandReceiptSchema } from '#shared/contract/ipc.ts';
import { syncedEntities } from '#shared/domain/entities.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Chance } from './chance.ts';
import type { VirtualClock } from './clock.ts';
import { type CrashingSqlite, crashingSqlite, imageOf } from './crashing-sqlite.ts';
import type { DeskBooks, Saved } from './invariants/commands.ts';
import { Life } from './life.ts';
import { loseRow } from './lose-row.ts';
import type { Mutation } from './mutations.ts';
import { type Answer, type Link, type ServerRequest, Unreachable } from './network.ts';
import { type DeskName, deskAccounts } from './people.ts';
import {
  type OutboxRow,
  type ReplicaTables,
  readOutbox,
  readReplica,
  readVersions,
  type SeenVersions,
} from './read-desk.ts';
import type { Tally } from './tally.ts';
import { before, domainBefore, stateBefore } from './versions.ts';

const byKill = 'a kill';
export const serverOrigin = 'https://server.example';

export type DeskParts = {
  readonly name: DeskName;
  readonly clock: VirtualClock;
  readonly chance: Chance;
  readonly link: Link;
  readonly tally: Tally;
  /** A folder of its own; each life of the desk has one below it. */
  readonly folder: string;
  readonly mutation?: Mutation | undefined;
  /** Whether it begins with the version before. */
  readonly older: boolean;
  handle(request: ServerRequest): Promise<Answer>;
  /** Resolves when this desk may go on; several work at once. */
  turn(): Promise<void>;
};

/** What the user sees of a call: an answer, or a program that has vanished. */
export type Called =
  | { readonly kind: 'answer'; readonly result: Result<unknown> }
  | { readonly kind: 'crashed' };

export class WorldDesk {
  readonly name: DeskName;
  readonly link: Link;
  readonly saved: Saved[] = [];
  readonly givenUp = new Set<string>();
  /** What was wrong already while the history ran. */
  readonly problems: string[] = [];
  /** Forms whose contents the app said it had kept. */
  readonly drafts = new Map<string, string>();
  /** What the user does while the n-th request of a round is on its way, or its answer has just come. */
  waiting:
    | { requests: number; readonly place: 'before' | 'after'; readonly act: () => Promise<void> }
    | undefined;
  /** Changes what this desk sends, as another version of the program would send it. */
  rewrite: ((body: string) => string) | undefined;
  /** Whether rows were changed behind the app: counts and search index know nothing of that. */
  damaged: boolean;
  readonly #parts: DeskParts;
  #older: boolean;
  #days = 0;
  #armed: number | null = null;
  #crashes = 0;
  #seen: SeenVersions = { epoch: null, versions: new Map() };
  #life = new Life();
  #sqlite: CrashingSqlite;
  #app: LocalApp | undefined;
  #folder: string;
  readonly #underWay = new Set<Promise<unknown>>();
  /** Whether the user does something while a request is under way; that must not wait for the request. */
  #acting: boolean;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#acting = false;
    this.damaged = false;
    this.#older = parts.older;
    this.name = parts.name;
    this.link = parts.link;
    this.#folder = mkdtempSync(join(parts.folder, 'life-'));
    this.#sqlite = crashingSqlite(this.#life);
  }

  /** The files to begin with, as another world left them. */
  startFrom(image: string): void {
    imageOf(image, this.#folder);
  }

  get folder(): string {
    return this.#folder;
  }

  get running(): boolean {
    return this.#app !== undefined && !this.#life.ended;
  }

  /** Whether it is of the version before. */
  get older(): boolean {
    return this.#older;
  }

  /** The record types it knows. */
  get types(): readonly string[] {
    return [...(this.#older ? domainBefore.entities : syncedEntities).keys()];
  }

  /** The version of now from here on, over the files that the one before has left. */
  renew(): void {
    if (!this.#older) return;
    this.kill();
    this.#sqlite.closeAll();
    this.#older = false;
    this.read('replica.db', (db) => {
      const state = db.prepare("SELECT value FROM meta WHERE key = 'pullState'").pluck().get();
      if (typeof state !== 'string') return;
      db.prepare("UPDATE meta SET value = ? WHERE key = 'pullState'").run(stateBefore(state));
    });
  }

  setClock(days: number): void {
    this.#days = days;
  }

  now(): number {
    return this.#parts.clock.now() + this.#days * 86_400_000;
  }

  async open(): Promise<void> {
    if (this.running) return;
    if (this.#life.ended) this.#newLife();
    const { chance, name } = this.#parts;
    const ports: Ports = {
      folder: this.#folder,
      clock: () => this.now(),
      randomBytes: chance.bytes(`desk ${name}`),
      transport: { origin: serverOrigin, request: (request) => this.#request(request) },
      secrets: {
        protect: (text) => new TextEncoder().encode(text),
        reveal: (bytes) => new TextDecoder().decode(bytes),
      },
      log: () => undefined,
      openDatabase: this.#sqlite.open,
      // Nothing happens by itself in a world.
      timers: { setTimeout: () => null, clearTimeout: () => undefined },
      autoSync: false,
    };
    this.#app = await createLocalApp(ports, this.#older ? domainBefore : undefined);
    this.#app.events((event) => this.#heard(event));
  }

  /** Asks the app; opens it first where it is not running. */
  async call(name: string, input: unknown): Promise<Called> {
    await this.open();
    const app = this.#app;
    if (app === undefined) return this.#crashed();
    let result: Result<unknown>;
    try {
      result = await app.dispatch(name, input);
    } catch (thrown) {
      if (this.#life.ended) return this.#crashed();
      throw thrown;
    } finally {
      // A page fetched ahead may still be on its way when the call has failed; nothing of it may reach into the next step.
      while (!this.#acting && this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
    }
    // What a dying program still says, nobody hears.
    return this.#life.ended ? this.#crashed() : { kind: 'answer', result };
  }

  /** A command by its user. Undefined when the desk died; the command may have been saved or not. */
  async command(name: string, input: unknown): Promise<Result<unknown> | undefined> {
    const called = await this.call(name, input);
    if (called.kind === 'crashed') return undefined;
    this.#keep(name, input, called.result);
    return called.result;
  }

  async resubmit(refused: OutboxRow, input: unknown): Promise<Result<unknown> | undefined> {
    // Decided before the call: a desk that dies after saving has given the old one up.
    const called = await this.call('outbox.resubmit', { id: refused.id, input });
    if (called.kind === 'crashed') {
      this.givenUp.add(refused.id);
      return undefined;
    }
    if (called.result.ok) {
      this.givenUp.add(refused.id);
      this.#parts.tally.count('resubmitted');
    }
    this.#keep(refused.name, input, called.result);
    return called.result;
  }

  async discard(refused: OutboxRow): Promise<void> {
    const called = await this.call('outbox.discard', { id: refused.id });
    if (called.kind === 'crashed' || called.result.ok) this.givenUp.add(refused.id);
    if (called.kind === 'answer' && called.result.ok) this.#parts.tally.count('discarded');
  }

  async keepDraft(key: string, body: string): Promise<void> {
    const called = await this.call('drafts.save', { key, form: 'plans.edit', body });
    if (called.kind === 'crashed') this.drafts.delete(key);
    else if (called.result.ok) this.drafts.set(key, body);
  }

  async sync(): Promise<Result<unknown> | undefined> {
    const called = await this.call('sync.now', {});
    this.#watchVersions();
    return called.kind === 'crashed' ? undefined : called.result;
  }

  /** Within one life of the server, what a desk holds never becomes older. */
  #watchVersions(): void {
    const replica = this.read('replica.db', readVersions);
    if (replica === undefined) return;
    const before = this.#seen.epoch === replica.epoch ? this.#seen.versions : new Map<string, number>();
    for (const [key, version] of replica.versions) {
      const earlier = before.get(key) ?? 0;
      if (version < earlier)
        this.problems.push(`${this.name}: ${key} went back from v${earlier} to v${version}`);
    }
    this.#seen = { epoch: replica.epoch, versions: new Map([...before, ...replica.versions]) };
  }

  async signIn(): Promise<Result<unknown> | undefined> {
    const { username } = deskAccounts[this.name];
    const called = await this.call('session.signIn', { username, password: demoPassword });
    return called.kind === 'crashed' ? undefined : called.result;
  }

  /** The process will die at the n-th durable point from now. */
  arm(n: number): void {
    this.#armed = n;
    this.#life.crashAt(n);
  }

  spare(): void {
    this.#life.spare();
  }

  /** Arms again what was spared, counting from now. */
  rearm(): void {
    if (this.#armed !== null) this.#life.crashAt(this.#armed);
  }

  /** Whether a crash has happened that was armed. */
  get died(): boolean {
    return this.#crashes > 0 || (this.#life.ended && this.#life.endedAt !== byKill);
  }

  /** kill −9, now. */
  kill(): void {
    if (this.#app === undefined) return;
    this.#life.end(byKill);
    this.#parts.tally.count('desk kill');
    this.#app = undefined;
    const { mutation } = this.#parts;
    if (mutation?.killed === undefined) return;
    this.#sqlite.closeAll();
    this.read('outbox.db', mutation.killed);
  }

  async close(): Promise<void> {
    const app = this.#app;
    this.#app = undefined;
    if (app === undefined || this.#life.ended) return;
    await app.close();
  }

  /** The desk's files, read from beside the app. */
  files(): { readonly replica: ReplicaTables | null; readonly outbox: readonly OutboxRow[] } {
    return {
      replica: this.read('replica.db', readReplica) ?? null,
      outbox: this.read('outbox.db', readOutbox) ?? [],
    };
  }

  /** Undefined when there is no such file: nobody has signed in here yet. */
  read<T>(file: string, reader: (db: SqliteDatabase) => T): T | undefined {
    const open = this.#sqlite.opened(file);
    if (open !== undefined) return reader(open);
    const path = this.#sqlite.find(this.#folder, file);
    if (path === undefined) return undefined;
    const db = openSqlite(path, { fileMustExist: true });
    try {
      return reader(db);
    } finally {
      db.close();
    }
  }

  /** Whether there are files of an account here, open now. */
  get signedIn(): boolean {
    return this.#sqlite.opened('replica.db') !== undefined && this.running;
  }

  /** Leaves it as it is: the world is over. */
  abandon(): void {
    this.#life.end('the end of the world');
    this.#app = undefined;
    this.#sqlite.closeAll();
  }

  /**
   * While the app is not running, a row disappears or stands at an older version, as if a line of the feed had been lost: rows and sums
   * agree with each other and not with the server.
   */
  damageReplica(pick: number, draw: number): void {
    this.kill();
    const file = this.#sqlite.find(this.#folder, 'replica.db');
    this.#sqlite.closeAll();
    this.#seen = { epoch: null, versions: new Map() };
    this.damaged = true;
    if (file !== undefined && loseRow(file, pick, draw)) this.#parts.tally.count('replica damaged');
  }

  /** The replica's file is gone, as if the disk had lost it. */
  loseReplica(): void {
    this.kill();
    const file = this.#sqlite.find(this.#folder, 'replica.db');
    this.#sqlite.closeAll();
    if (file === undefined) return;
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  }

  get deskId(): string | undefined {
    return this.read('outbox.db', (db) =>
      String(db.prepare("SELECT value FROM identity WHERE key = 'deskId'").pluck().get()),
    );
  }

  books(connected: boolean): DeskBooks {
    const { name, deskId, saved, givenUp } = this;
    return { desk: name, deskId, saved, givenUp, outbox: this.files().outbox, connected };
  }

  #keep(name: string, input: unknown, result: Result<unknown>): void {
    if (!result.ok) return;
    const { commandId } = commandReceiptSchema.parse(result.value);
    this.saved.push({ id: commandId, name, input: JSON.parse(JSON.stringify(input)) });
    this.#parts.tally.count('saved');
  }

  #heard(event: AppEvent): void {
    const { tally } = this.#parts;
    if (event.type === 'sync.repaired') {
      tally.count('repaired');
      // The checksums would hide a fault of ours by mending what it did.
      const problem = `${this.name}: was repaired, and nothing had been damaged`;
      if (!this.damaged && !this.problems.includes(problem)) this.problems.push(problem);
    }
    if (event.type === 'sync.restarted') {
      tally.count('offered again', event.offeredAgain);
      if (tally.get('server restore') === 0)
        this.problems.push(`${this.name}: was told that the server had been restored, and it had not`);
    }
    if (event.type === 'storage.recovered') tally.count(`recovered ${event.file}`);
  }

  #crashed(): Called {
    this.#app = undefined;
    return { kind: 'crashed' };
  }

  /** The next life starts from an image of what lies on the disk. */
  #newLife(): void {
    if (this.#life.endedAt !== byKill) {
      this.#parts.tally.count('desk crash');
      this.#crashes += 1;
    }
    const next = mkdtempSync(join(this.#parts.folder, 'life-'));
    imageOf(this.#folder, next);
    this.#sqlite.closeAll();
    rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = next;
    this.#life = new Life();
    this.#sqlite = crashingSqlite(this.#life);
  }

  /** Asks for smaller pages than the app would, so that few rows make many pages. */
  #smaller(body: string | Uint8Array | undefined): string | Uint8Array | undefined {
    const random = this.#parts.chance.of(`pages ${this.name}`);
    if (typeof body !== 'string' || !random.chance(0.4)) return body;
    const request: unknown = JSON.parse(body);
    return JSON.stringify(Object.assign({}, request, { limit: random.int(1, 25) }));
  }

  #mutated(body: Uint8Array): Uint8Array {
    const { mutation } = this.#parts;
    if (mutation?.pulled === undefined) return body;
    return new TextEncoder().encode(mutation.pulled(new TextDecoder().decode(body)));
  }

  async #meanwhile(place: 'before' | 'after'): Promise<void> {
    const { waiting } = this;
    if (waiting === undefined || waiting.place !== place) return;
    waiting.requests -= 1;
    if (waiting.requests > 0) return;
    this.waiting = undefined;
    this.#acting = true;
    await waiting.act().finally(() => {
      this.#acting = false;
    });
  }

  async #request(request: TransportRequest): Promise<TransportResponse> {
    const carried = this.#carry(request);
    this.#underWay.add(carried);
    try {
      return await carried;
    } finally {
      this.#underWay.delete(carried);
    }
  }

  async #carry(request: TransportRequest): Promise<TransportResponse> {
    const { method, path, headers } = request;
    const { mutation, handle } = this.#parts;
    const asked = path === '/sync/pull' ? this.#smaller(request.body) : request.body;
    const rewrite = this.rewrite ?? (path === '/sync/pull' ? mutation?.asked : undefined);
    const body = typeof asked === 'string' && rewrite !== undefined ? rewrite(asked) : asked;
    const life = this.#life;
    await this.#parts.turn();
    await this.#meanwhile('before');
    const carried = await this.#parts.link.carry(() => {
      const sent = { method, path, headers, body };
      return this.#older ? before(sent, handle) : handle(sent);
    });
    await this.#meanwhile('after');
    if (life.ended) throw new Unreachable('nobody waits for the answer');
    const received =
      path === '/sync/pull' && carried.status === 200 ? this.#mutated(carried.body) : carried.body;
    return { status: carried.status, headers: carried.headers, body: bytesOf(received, carried.cutAt) };
  }
}

/** The body in chunks of odd sizes, as a network brings it. */
async function* bytesOf(body: Uint8Array, cutAt: number | null): AsyncIterable<Uint8Array> {
  const end = cutAt ?? body.length;
  const size = 7_001;
  for (let from = 0; from < end; from += size) yield body.subarray(from, Math.min(end, from + size));
  if (cutAt !== null && cutAt % 2 === 0) throw new Unreachable('the connection broke');
}

export function isRefusal(result: Result<unknown> | undefined, code: AppError['code']): boolean {
  return result !== undefined && !result.ok && result.error.code === code;
}

export function deskFolder(root: string, name: DeskName): string {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
