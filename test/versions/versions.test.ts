// What earlier versions left behind is opened by this one: everything is there, nothing is changed by looking, and desk and server go on from
// where they stood.
import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type Ports, realTimers } from '#electron/app/ports.ts';
import { FakeServer } from '#electron/app/testing/fake-server.ts';
import { TestClock, TestDesk } from '#electron/app/testing/test-desk.ts';
import { idOf } from '#electron/app/testing/town.ts';
import { restore } from '#server/backup/restore.ts';
import { anId } from '#test/builders/ids.ts';
import { databases } from '#test/support/database.ts';
import { seedPassword } from '#test/support/seed.ts';
import { testServer } from '#test/support/test-server.ts';
import {
  accountFolder,
  afterwards,
  backupOf,
  expectedOf,
  type How,
  loadDesk,
  loadServer,
  versionNames,
} from './load.ts';
import { seenOnDesk, seenOnServer } from './seen.ts';
import { Wire } from './wire.ts';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

function rootOf(version: (typeof versionNames)[number], how?: How): string {
  const root = loadDesk(version, how);
  roots.push(root);
  return root;
}

/** A desk on that folder whose server does not answer, unless another transport is given; its replica is rebuilt by then. */
async function deskOn(root: string, clock: TestClock, over: Partial<Ports> = {}): Promise<TestDesk> {
  const nobody = new FakeServer(clock.now);
  nobody.always = 'unreachable';
  const desk = await new TestDesk(nobody, clock, { folder: root, timers: realTimers, ...over }).open();
  await expect.poll(async () => (await desk.see('sync.status', {})).rebuild).toBeNull();
  return desk;
}

const statesOf = (commands: readonly Readonly<Record<string, unknown>>[]) =>
  Object.groupBy(commands, ({ state }) => String(state));

describe.each(versionNames)('the fixtures of %s', (version) => {
  const { desk, server } = expectedOf(version);

  it('hold every state there is', () => {
    const states = statesOf(desk.commands);
    expect(Object.fromEntries(Object.entries(states).map(([state, all]) => [state, all?.length]))).toEqual({
      done: 6,
      rejected: 3,
      discarded: 2,
      acknowledged: 1,
      pending: 7,
    });
    expect(states['rejected']?.map(({ error }) => error)).toEqual(['conflict', 'not_found', 'not_found']);
    expect(desk.base).toHaveLength(4);
    expect(desk.uploads.map(({ state }) => state).toSorted()).toEqual(['done', 'waiting']);
    expect(desk.indexed).toBeGreaterThan(0);
    expect(desk.indexed).toBeLessThan(desk.rows['plans']?.length ?? 0);
    for (const [table, rows] of Object.entries(server.rows))
      expect([table, rows.length]).not.toEqual([table, 0]);
    for (const [what, count] of Object.entries(server.counts)) expect([what, count]).not.toEqual([what, 0]);
    expect(server.rows['sections']?.some((row) => row.endsWith(' 2'))).toBe(true);
  });

  it('are as the version left them, also where a process was killed, whose log belongs to the file', () => {
    expect(seenOnDesk(accountFolder(rootOf(version)))).toEqual(desk);
    expect(seenOnDesk(accountFolder(rootOf(version, { killed: true })))).toEqual(desk);
    const older = accountFolder(rootOf(version, { killed: true, log: false }));
    expect(() => seenOnDesk(older)).toThrow();
  });
});

describe.each(versionNames)('a desk of %s', (version) => {
  it.each([{}, { killed: true }])('is opened offline with all it had, and loses nothing: %o', async (how) => {
    const { desk: expected } = expectedOf(version);
    const root = rootOf(version, how);
    const desk = await deskOn(root, new TestClock(afterwards));
    expect(await desk.see('session.current', {})).toMatchObject({
      actor: { role: 'purchaser_clerk' },
      error: null,
    });
    const shown = async (show: 'waiting' | 'attention' | 'history') =>
      (await desk.see('outbox.list', { show })).items.map(({ id }) => id).toReversed();
    const states = statesOf(expected.commands);
    const ids = (...names: readonly string[]) =>
      expected.commands.filter(({ state }) => names.includes(String(state))).map(({ id }) => id);
    expect(await shown('waiting')).toEqual(states['pending']?.map(({ id }) => id));
    expect(await shown('attention')).toEqual(states['rejected']?.map(({ id }) => id));
    expect(await shown('history')).toEqual(ids('done', 'discarded', 'acknowledged'));
    const conflict = states['rejected']?.find(({ error }) => error === 'conflict');
    expect((await desk.see('conflict.get', { commandId: String(conflict?.['id']) })).conflicts).toMatchObject(
      [{ path: 'contact', base: 'Li', mine: 'Zhao', theirs: 'Wang' }],
    );
    expect((await desk.see('drafts.list', {})).drafts.map(({ key }) => key).toSorted()).toEqual(
      expected.drafts.map(({ key }) => key),
    );
    const hashes = expected.uploads.map(({ sha256 }) => String(sha256));
    expect((await desk.see('files.list', { hashes })).files.map(({ state }) => state).toSorted()).toEqual([
      'here',
      'sent',
    ]);
    const plans = await desk.see('plans.list', { limit: 200 });
    expect(plans.items.map(({ id, mark }) => `${id} ${mark}`).toSorted()).toEqual(
      [
        `${idOf(1)} synced`,
        `${idOf(3)} pending`,
        `${idOf(4)} pending`,
        `${anId('plan')} synced`,
        `${anId('shared')} refused`,
      ].toSorted(),
    );
    expect((await desk.see('projects.list', {})).items.map(({ mark }) => mark).toSorted()).toEqual([
      'synced',
      'waiting_for_server',
    ]);
    expect((await desk.see('search.query', { text: '改了名字' })).hits).toHaveLength(1);
    await desk.close();
    const { indexed, ...rest } = seenOnDesk(accountFolder(root));
    expect({ ...rest, indexed: expected.indexed }).toEqual(expected);
    expect(indexed).toBeGreaterThanOrEqual(expected.indexed);
  });

  it('can be unlocked with its password', async () => {
    const desk = await deskOn(rootOf(version), new TestClock(afterwards));
    await desk.must('session.lock', {});
    expect(await desk.ask('session.unlock', { username: 'clerk', password: 'wrong' })).toMatchObject({
      ok: false,
    });
    expect(await desk.ask('session.unlock', { username: 'clerk', password: seedPassword })).toMatchObject({
      ok: true,
      value: { locked: false },
    });
    await desk.close();
  });
});

describe.each(versionNames)('a server of %s', (version) => {
  describe.each(databases())('on $name', (engine) => {
    it('is read as it stands, and goes on with its desk', async () => {
      const held = await loadServer(version, engine);
      try {
        expect(await seenOnServer(held.database)).toEqual(expectedOf(version).server);
        const clock = new TestClock(afterwards);
        const server = await testServer(held.database, afterwards, { clock: clock.now });
        const root = rootOf(version);
        const desk = await deskOn(root, clock, { transport: new Wire(server) });
        expect(await desk.must('sync.now', {})).toMatchObject({
          acknowledged: 7,
          rejected: 0,
          postponed: false,
        });
        await desk.must('sync.now', {});
        expect(await desk.see('sync.status', {})).toMatchObject({
          state: 'needs_attention',
          waiting: 0,
          attention: 3,
          error: null,
        });
        expect(
          desk.events.filter(({ type }) => type === 'sync.repaired' || type === 'storage.recovered'),
        ).toEqual([]);
        const { rows } = await held.database.query<{ text: string }>(
          `SELECT id || ' ' || version AS text FROM plans ORDER BY id COLLATE "C"`,
        );
        await desk.close();
        expect(seenOnDesk(accountFolder(root)).rows['plans']).toEqual(rows.map(({ text }) => text));
        expect(server.bugs).toEqual([]);
        await server.close();
      } finally {
        await held.close();
      }
    });

    it('is restored from its own backup into an empty database, with all that versions since then keep of it', async () => {
      const held = await engine.open();
      try {
        await held.database.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
        const restored = await restore(held.database, backupOf(version), afterwards, anId('epoch'));
        expect(restored).toMatchObject({ ok: true });
        const { rows, digests } = expectedOf(version).server;
        expect(await seenOnServer(held.database)).toMatchObject({ rows, digests });
        // Its feed had every version of every row; so has the history.
        const { rows: missing } = await held.database.query(
          `SELECT entity, id, version FROM feed EXCEPT SELECT entity, id, version FROM row_history
           UNION ALL SELECT 'plans', id, version FROM plans EXCEPT SELECT entity, id, version FROM row_history`,
        );
        expect(missing).toEqual([]);
      } finally {
        await held.close();
      }
    });
  });
});
