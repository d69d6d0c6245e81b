// What disks do to a desk: broken files, a full disk, a read-only folder, files of a newer program. Each is said with a code that has words, the
// desk goes on as far as it can, and every unsent command is kept and reaches the server in the end.
import { cp, glob, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomOf } from '#demo/data/random.ts';
import { type Network, startNetwork } from '#demo/walkthrough/network.ts';
import { openDatabase } from '#server/db/open.ts';
import type { Account } from '#shared/domain/admin/model.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { DeskProcess } from '#test/support/desk.ts';
import { type PostgresServer, postgresServer } from '#test/support/postgres.ts';
import { endAll, eventually, type Folder, temporaryFolder } from '#test/support/processes.ts';
import { seedPassword } from '#test/support/seed.ts';
import { beginServer, type ServerProcess, startServer } from '#test/support/server-process.ts';
import { type SmallDisk, smallDisk } from '#test/support/small-disk.ts';
import { must } from './proof.ts';
import { accountsOf, contentOfUnit, foundTown } from './town.ts';

let postgres: PostgresServer;
let url: string;
let folder: Folder;
let server: ServerProcess;
let network: Network;
const clerks = accountsOf('purchaser_clerk');
let used = 0;

beforeAll(async () => {
  postgres = await postgresServer();
  folder = await temporaryFolder();
  url = await postgres.createDatabase();
  await foundTown({ url });
  server = await startServer({ url, folder: join(folder.path, 'server') });
  network = await startNetwork(() => Number(new URL(server.origin).port));
});
afterEach(() => network.set('open'));
afterAll(async () => {
  await network.close();
  await endAll();
  await folder.remove();
  await postgres.stop();
});

/** A desk whose user has worked without a network and switched off: its folder, and what only it has. */
type Left = { readonly home: string; readonly account: Account; readonly unsent: readonly string[] };

function open(home: string, through: readonly string[] = []): DeskProcess {
  return new DeskProcess({ folder: home, server: network.origin, through });
}

async function value<T>(answer: Promise<Result<T> | undefined>, desk: DeskProcess): Promise<T> {
  const result = await answer;
  if (result === undefined) throw new Error(`the desk is gone: ${desk.running.errors()}`);
  return must(result);
}

async function leftBehind(): Promise<Left> {
  const account = clerks[used];
  if (account === undefined) throw new Error('no clerk is left');
  used += 1;
  const home = join(folder.path, account.username);
  const desk = open(home);
  await value(desk.ask('session.signIn', { username: account.username, password: seedPassword }), desk);
  await value(desk.ask('sync.now', {}), desk);
  network.set('cut');
  const random = randomOf(`damage/${account.username}`);
  const unsent: string[] = [];
  for (let count = 0; count < 30; count += 1) {
    unsent.push(await drafted(desk, account, random.uuid(Date.now())));
  }
  await desk.stop();
  return { home, account, unsent };
}

async function drafted(desk: DeskProcess, account: Account, id: string): Promise<string> {
  const content = contentOfUnit(account.organisationId ?? '');
  return (await value(desk.act('plans.create', { id, content }), desk)).commandId;
}

/** All of them still wait to be sent. */
async function stillWaiting(desk: DeskProcess, unsent: readonly string[]): Promise<void> {
  const { items } = await value(desk.ask('outbox.list', { show: 'waiting', limit: 200 }), desk);
  expect(items.map(({ id }) => id).sort()).toEqual([...unsent].sort());
}

/** With the network back everything reaches the server, and the desk shows what the server has. */
async function reachesTheServer(desk: DeskProcess, { account, unsent }: Left): Promise<void> {
  network.set('open');
  await eventually('everything is sent', async () => {
    await desk.ask('sync.now', {});
    return (await value(desk.ask('sync.status', {}), desk)).waiting === 0;
  });
  const database = await openDatabase({ url });
  try {
    const { rows } = await database.query<{ id: string; outcome: string }>(
      'SELECT command_id AS id, outcome FROM audit_log WHERE command_id = ANY($1::text[]) ORDER BY command_id',
      [unsent],
    );
    expect(rows).toEqual([...unsent].sort().map((id) => ({ id, outcome: 'applied' })));
    const plans = await database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM plans WHERE purchaser_id = $1',
      [account.organisationId],
    );
    const page = await value(desk.ask('plans.list', {}), desk);
    expect(page.total).toBe(plans.rows[0]?.count);
  } finally {
    await database.close();
  }
  expect(await desk.stop()).toMatchObject({ code: 0 });
}

async function fileOf(home: string, name: string): Promise<string> {
  for await (const found of glob(`**/${name}`, { cwd: home })) return join(home, found);
  throw new Error(`no ${name} in ${home}`);
}

async function scribble(file: string, from: number, length: number): Promise<void> {
  const bytes = await readFile(file);
  const random = randomOf(`scribble/${from}`);
  for (let at = from; at < Math.min(bytes.length, from + length); at += 1) bytes[at] = random.int(0, 255);
  await writeFile(file, bytes);
}

const damages: readonly (readonly [string, (file: string) => Promise<void>])[] = [
  ['cut in half', async (file) => truncate(file, Math.floor((await readFile(file)).length / 2))],
  ['cut inside a page', async (file) => truncate(file, 4096 * 5 + 123)],
  ['empty', (file) => truncate(file, 0)],
  ['scribbled over at its head', (file) => scribble(file, 0, 200)],
  ['scribbled over in the middle', (file) => scribble(file, 4096 * 6, 4096 * 4)],
  ['scribbled over from the second page on', (file) => scribble(file, 4096, 1_000_000)],
  ['another file', (file) => writeFile(file, '这不是数据库'.repeat(1000))],
  ['gone', (file) => rm(file)],
];

describe('a replica that is', () => {
  it.each(damages)('%s is made again, and no unsent command is lost', async (_how, damage) => {
    const left = await leftBehind();
    await damage(await fileOf(left.home, 'replica.db'));
    const desk = open(left.home);
    expect(await value(desk.ask('session.current', {}), desk)).toMatchObject({ error: null, locked: false });
    // Damage in the middle shows itself when it is met; then it is said once.
    await desk.ask('plans.list', {});
    await desk.ask('plans.list', { sort: { by: 'budgetAmount', direction: 'asc' } });
    await stillWaiting(desk, left.unsent);
    await reachesTheServer(desk, left);
  });
});

describe('an outbox that is', () => {
  it.each(damages)('%s is brought back from what is left and its copies', async (_how, damage) => {
    const left = await leftBehind();
    await damage(await fileOf(left.home, 'outbox.db'));
    const desk = open(left.home);
    expect(await value(desk.ask('session.current', {}), desk)).toMatchObject({ error: null });
    await stillWaiting(desk, left.unsent);
    // A further command finds its place behind the ones that came back.
    const more = await drafted(desk, left.account, randomOf(left.home).uuid(Date.now()));
    await reachesTheServer(desk, { ...left, unsent: [...left.unsent, more] });
  });
});

describe('files of a newer program', () => {
  it('nothing of a newer outbox is touched, and the older program says so', async () => {
    const left = await leftBehind();
    const file = await fileOf(left.home, 'outbox.db');
    const version = setVersion(file, 999);
    const before = await readFile(file);
    const desk = open(left.home);
    const state = await value(desk.ask('session.current', {}), desk);
    expect(state.error?.code).toBe('schema_too_new' satisfies ErrorCode);
    expect(await desk.ask('plans.list', {})).toMatchObject({
      ok: false,
      error: { code: 'schema_too_new' },
    });
    expect(await desk.act('plans.delete', { id: crypto.randomUUID() })).toMatchObject({
      ok: false,
      error: { code: 'schema_too_new' },
    });
    await desk.stop();
    expect(await readFile(file)).toEqual(before);
    // The newer program again, as far as the file can tell.
    setVersion(file, version);
    const again = open(left.home);
    await stillWaiting(again, left.unsent);
    await reachesTheServer(again, left);
  });

  it('the server refuses a newer database and leaves it alone', async () => {
    const newer = await postgres.createDatabase();
    await foundTown({ url: newer });
    const database = await openDatabase({ url: newer });
    try {
      await database.query(
        "INSERT INTO schema_migrations (no, tag, sha256) VALUES (9999, '9999_future', '')",
      );
      const starting = beginServer({ url: newer, folder: join(folder.path, 'newer') });
      await expect(starting.origin).rejects.toThrow(/failed: schema_too_new/);
      expect(await starting.running.ended).toMatchObject({ code: 1, signal: null });
      const { rows } = await database.query(
        'SELECT count(*)::int AS n FROM schema_migrations WHERE no = 9999',
      );
      expect(rows).toEqual([{ n: 1 }]);
    } finally {
      await database.close();
    }
  });
});

describe('a disk', () => {
  let disk: SmallDisk;
  let left: Left;
  let home: string;

  beforeEach(async () => {
    left = await leftBehind();
    home = join(folder.path, `disk-of-${left.account.username}`);
    await mkdir(home);
    disk = await smallDisk(home, 16);
    const outside = join(folder.path, `copy-of-${left.account.username}`);
    await cp(left.home, outside, { recursive: true });
    await disk.run('cp', '-a', `${outside}/.`, home);
  });
  afterEach(async () => {
    await disk.close();
  });

  it('that is full says so; what was saved stays, and with room again everything goes on', async () => {
    const desk = open(home, disk.inside);
    expect(await desk.ready).toBe(true);
    await disk.fill();
    const random = randomOf('full');
    const saved = [...left.unsent];
    let refusal: string | undefined;
    // What the log of the file has room for already may still be taken.
    for (let count = 0; count < 200 && refusal === undefined; count += 1) {
      const content = contentOfUnit(left.account.organisationId ?? '');
      const answer = await desk.act('plans.create', { id: random.uuid(Date.now()), content });
      if (answer === undefined) throw new Error(desk.running.errors());
      if (answer.ok) saved.push(answer.value.commandId);
      else refusal = answer.error.code;
    }
    expect(refusal).toBe('disk_full' satisfies ErrorCode);
    expect(
      await desk.ask('drafts.save', { key: 'k', form: 'plans.edit', body: 'x'.repeat(100_000) }),
    ).toMatchObject({
      ok: false,
      error: { code: 'disk_full' },
    });
    await stillWaiting(desk, saved);
    await desk.kill();

    const full = open(home, disk.inside);
    expect(await full.ready).toBe(true);
    const state = await value(full.ask('session.current', {}), full);
    expect([null, 'disk_full']).toContain(state.error?.code ?? null);
    await full.kill();

    await disk.makeRoom();
    const roomy = open(home, disk.inside);
    await stillWaiting(roomy, saved);
    saved.push(await drafted(roomy, left.account, random.uuid(Date.now())));
    await reachesTheServer(roomy, { ...left, unsent: saved });
  });

  it('that is full goes on with the same program once there is room', async () => {
    const desk = open(home, disk.inside);
    expect(await desk.ready).toBe(true);
    await disk.fill();
    const random = randomOf('room');
    const saved = [...left.unsent];
    const content = contentOfUnit(left.account.organisationId ?? '');
    for (let count = 0; count < 200; count += 1) {
      const answer = await desk.act('plans.create', { id: random.uuid(Date.now()), content });
      if (answer?.ok !== true) break;
      saved.push(answer.value.commandId);
    }
    await disk.makeRoom();
    for (let count = 0; count < 5; count += 1) {
      saved.push(await drafted(desk, left.account, random.uuid(Date.now())));
    }
    await stillWaiting(desk, saved);
    await reachesTheServer(desk, { ...left, unsent: saved });
  });

  it('that cannot be written says so, and shows what is there as soon as it can', async () => {
    await disk.setReadOnly(true);
    const desk = open(home, disk.inside);
    expect(await desk.ready).toBe(true);
    const state = await value(desk.ask('session.current', {}), desk);
    expect(state.error?.code).toBe('read_only' satisfies ErrorCode);
    expect(await desk.ask('plans.list', {})).toMatchObject({ ok: false, error: { code: 'read_only' } });
    expect(await desk.act('plans.delete', { id: crypto.randomUUID() })).toMatchObject({
      ok: false,
      error: { code: 'read_only' },
    });
    await desk.stop();
    await disk.setReadOnly(false);
    const again = open(home, disk.inside);
    await stillWaiting(again, left.unsent);
    await reachesTheServer(again, left);
  });
});

function setVersion(file: string, version: number): number {
  const db = new Database(file);
  const before = Number(db.pragma('user_version', { simple: true }));
  db.pragma(`user_version = ${version}`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return before;
}
