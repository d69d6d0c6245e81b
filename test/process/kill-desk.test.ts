// Kill −9 of real desk processes, a hundred times: while they start, save, synchronise, or fetch everything anew, at random distances from what
// they have just done. Whatever a desk said it had saved is there after the next start, which needs nobody's help; in the end each replica equals
// the server, and each saved command took effect there once.
import { glob, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Random, randomOf } from '#demo/data/random.ts';
import type { Database } from '#server/db/database.ts';
import { openDatabase } from '#server/db/open.ts';
import { type Actor, scopesOf } from '#shared/domain/actor.ts';
import { syncedEntities } from '#shared/domain/entities.ts';
import { DeskProcess } from '#test/support/desk.ts';
import { type PostgresServer, postgresServer } from '#test/support/postgres.ts';
import { endAll, eventually, type Folder, pause, temporaryFolder } from '#test/support/processes.ts';
import { seedPassword } from '#test/support/seed.ts';
import { type ServerProcess, startServer } from '#test/support/server-process.ts';
import { deskStep, type Saved } from './desk-steps.ts';
import { must } from './proof.ts';
import { accountsOf, foundTown } from './town.ts';

/** More of them by hand: `KILLS=1000 npm run test:process -- kill`. */
const kills = Number(process.env['KILLS'] ?? 100);

let postgres: PostgresServer;
let folder: Folder;
let server: ServerProcess;
let database: Database;

beforeAll(async () => {
  postgres = await postgresServer();
  folder = await temporaryFolder();
  const url = await postgres.createDatabase();
  await foundTown({ url });
  server = await startServer({ url, folder: join(folder.path, 'server') });
  database = await openDatabase({ url });
});
afterAll(async () => {
  await database.close();
  await endAll();
  await folder.remove();
  await postgres.stop();
});

it('keeps what it said it had saved', async () => {
  const [clerk] = accountsOf('purchaser_clerk');
  const colleagues = accountsOf('purchaser_reviewer').filter(
    (each) => each.organisationId === clerk?.organisationId,
  );
  const offices = accountsOf('procurement_office').slice(0, 1);
  const watchers = accountsOf('supervisor').slice(0, 1);
  const usernames = [clerk, ...colleagues, ...offices, ...watchers].flatMap((each) => each?.username ?? []);
  expect(usernames.length).toBe(4);
  const victims = await Promise.all(usernames.map((username) => Victim.enrol(username)));
  const share = [0.4, 0.2, 0.2, 0.2];
  const killed = await Promise.all(
    victims.map((victim, index) => victim.suffer(Math.ceil(kills * (share[index] ?? 0)))),
  );
  expect(killed.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(kills);
  for (const victim of victims) await victim.inspect();
  const saved = victims.flatMap((victim) => victim.saved);
  // Otherwise nothing has been shown.
  expect(saved.length).toBeGreaterThan(kills / 2);
  await onceEach(saved);
});

class Victim {
  readonly saved: Saved[] = [];
  readonly #folder: string;
  readonly #actor: Actor;
  readonly #random: Random;
  /** Of its own: what is done in a life does not change when the next ones end. */
  readonly #fate: Random;
  /** How long a start takes on this machine at this hour. */
  readonly #startMs: number;
  #rounds = 0;
  #typed: string | undefined;

  private constructor(home: string, actor: Actor, startMs: number) {
    this.#folder = home;
    this.#actor = actor;
    this.#startMs = startMs;
    this.#random = randomOf(`victim/${actor.name}`);
    this.#fate = randomOf(`fate/${actor.name}`);
  }

  static async enrol(username: string): Promise<Victim> {
    const home = join(folder.path, username);
    const begun = performance.now();
    const desk = new DeskProcess({ folder: home, server: server.origin });
    expect(await desk.ready).toBe(true);
    const startMs = performance.now() - begun;
    const state = await desk.ask('session.signIn', { username, password: seedPassword });
    if (state === undefined) throw new Error(desk.running.errors());
    const { actor } = must(state);
    if (actor === null) throw new Error('nobody is signed in');
    const synced = await desk.ask('sync.now', {});
    if (synced === undefined) throw new Error(desk.running.errors());
    must(synced);
    await desk.stop();
    return new Victim(home, actor, startMs);
  }

  /** One life after the other, each ended by force. */
  async suffer(times: number): Promise<number> {
    for (let life = 0; life < times; life += 1) {
      const desk = new DeskProcess({ folder: this.#folder, server: server.origin });
      const work = this.#work(desk);
      // What fails in its work fails at once.
      await Promise.race([this.#moment(desk, life), work]);
      await desk.kill();
      await work;
      // Now and then the replica is lost as well: it is only a copy.
      if (this.#fate.chance(0.1)) await this.#loseReplica();
    }
    return times;
  }

  /** One in five is killed while it starts, one before it has done much, most when they have just said that something is saved. */
  async #moment(desk: DeskProcess, life: number): Promise<void> {
    const kind = life % 5;
    if (kind === 4) return pause(this.#fate.next() * this.#startMs);
    if (kind === 3) await desk.ready;
    else {
      const enough = this.#progress + this.#fate.int(3, 6);
      await Promise.race([
        eventually(`${this.#actor.name} does more`, () => this.#progress >= enough),
        desk.running.ended.then(() =>
          Promise.reject(new Error(`nobody killed it: ${desk.running.errors()}`)),
        ),
      ]);
    }
    await pause(this.#fate.int(0, 200));
  }

  /** What a clerk has saved. Whether the others find something to do depends on the clerk: what counts is that they have looked. */
  get #progress(): number {
    return this.#actor.role === 'purchaser_clerk' ? this.saved.length : this.#rounds;
  }

  async #work(desk: DeskProcess): Promise<void> {
    if (!(await desk.ready)) return;
    await this.#stillThere(desk, this.saved.slice(-5));
    for (;;) {
      const saved = await deskStep(desk, this.#actor, this.#random);
      if (saved !== undefined) this.saved.push(saved);
      await this.#type(desk);
      if (this.#random.chance(0.2)) void desk.ask('sync.now', {});
      this.#rounds += 1;
      if (desk.running.child.signalCode !== null) return;
      if (saved === undefined) await pause(5);
    }
  }

  async #type(desk: DeskProcess): Promise<void> {
    const body = String(this.#random.int(0, 1_000_000));
    const kept = await desk.ask('drafts.save', { key: 'form', form: 'plans.edit', body });
    if (kept?.ok === true) this.#typed = body;
    // Nobody heard that it was saved; it may have been all the same.
    else if (kept === undefined) this.#typed = undefined;
  }

  async #stillThere(desk: DeskProcess, saved: readonly Saved[]): Promise<void> {
    for (const { commandId, name } of saved) {
      const kept = await desk.ask('outbox.get', { id: commandId });
      if (kept === undefined) return;
      expect([name, commandId, kept.ok]).toEqual([name, commandId, true]);
    }
    if (this.#typed === undefined) return;
    const draft = await desk.ask('drafts.get', { key: 'form' });
    if (draft !== undefined) expect(must(draft).draft?.body).toBe(this.#typed);
  }

  async #loseReplica(): Promise<void> {
    for await (const file of glob('**/replica.db*', { cwd: this.#folder }))
      await rm(join(this.#folder, file));
  }

  /** Left in peace: everything sent, everything received, nothing lost on the way. */
  async inspect(): Promise<void> {
    const desk = new DeskProcess({ folder: this.#folder, server: server.origin });
    expect(await desk.ready).toBe(true);
    await eventually('everything is sent', async () => {
      await desk.ask('sync.now', {});
      const status = await desk.ask('sync.status', {});
      return status?.ok === true && status.value.waiting === 0;
    });
    await this.#stillThere(desk, this.saved);
    // What the others sent last may still be on its way.
    const round = await desk.ask('sync.now', {});
    if (round === undefined) throw new Error(desk.running.errors());
    must(round);
    const rows = Object.entries(await desk.rows());
    expect(
      new Map(rows.map(([key, { version, body }]) => [key, { version, body: JSON.parse(body) }])),
    ).toEqual(await truthFor(this.#actor));
    expect(await desk.stop()).toMatchObject({ code: 0 });
  }
}

async function truthFor(actor: Actor): Promise<ReadonlyMap<string, unknown>> {
  const truth = new Map<string, unknown>();
  for (const entity of syncedEntities.keys()) {
    const { rows } = await database.query<{ id: string; version: number; body: unknown }>(
      `SELECT id, version, body FROM ${entity} WHERE scopes && $1::text[]`,
      [scopesOf(actor)],
    );
    for (const { id, version, body } of rows) truth.set(`${entity}/${id}`, { version, body });
  }
  return truth;
}

/** Each saved command was carried out once or refused once. */
async function onceEach(saved: readonly Saved[]): Promise<void> {
  const { rows } = await database.query<{ id: string; times: number }>(
    'SELECT command_id AS id, count(*)::int AS times FROM audit_log WHERE desk_id IS NOT NULL AND command_id IS NOT NULL GROUP BY 1',
  );
  const times = new Map(rows.map((row) => [row.id, row.times]));
  expect(saved.map(({ commandId }) => [commandId, times.get(commandId)])).toEqual(
    saved.map(({ commandId }) => [commandId, 1]),
  );
  expect(rows.filter((row) => row.times !== 1)).toEqual([]);
}
