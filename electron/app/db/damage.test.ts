// Broken, full, locked and foreign files: each is said plainly, and no unsent command is lost.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failingDisk } from '../testing/failing-disk.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { noTimers, type TestClock, TestDesk } from '../testing/test-desk.ts';
import { aNewPlan, aTown, idOf } from '../testing/town.ts';
import { openSqlite } from './connection.ts';

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;

beforeEach(async () => {
  ({ server, clock } = aTown());
  desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
  await desk.must('plans.create', aNewPlan(1));
  await desk.must('sync.now', {});
  await desk.must('plans.create', aNewPlan(2));
});

afterEach(() => desk.remove());

/** Overwrites bytes of a file that no program has open. */
function damage(file: string, from: number, length: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, from, Math.min(bytes.length, from + length));
  writeFileSync(file, bytes);
}

const waiting = async () =>
  (await desk.see('outbox.list', { show: 'waiting', limit: 200 })).items.map(({ subject }) => subject?.title);

describe('a damaged replica', () => {
  it.each([
    ['at its head', 0],
    ['in the middle', 40_960],
  ])('%s is set aside and built again', async (_where, from) => {
    await desk.close();
    const file = join(desk.folder(), 'replica.db');
    damage(file, from, readFileSync(file).length);
    await desk.open();
    // Damage in the middle shows itself when it is read.
    await desk.ask('plans.list', {});
    expect(await waiting()).toEqual(['Plan 2']);
    await desk.must('sync.now', {});
    expect((await desk.see('plans.list', {})).total).toBe(2);
    expect(readdirSync(desk.folder()).some((name) => name.startsWith('replica.db.broken-'))).toBe(true);
    expect(desk.events).toContainEqual({
      type: 'storage.recovered',
      file: 'replica',
      commands: 0,
      complete: true,
    });
    expect(server.row('plans', idOf(2))).toBeDefined();
  });

  it('that is gone is built again', async () => {
    await desk.close();
    rmSync(join(desk.folder(), 'replica.db'));
    await desk.open();
    expect(await waiting()).toEqual(['Plan 2']);
    await desk.must('sync.now', {});
    expect((await desk.see('plans.list', {})).total).toBe(2);
  });

  it('that is no database of ours is set aside', async () => {
    await desk.close();
    writeFileSync(
      join(desk.folder(), 'replica.db'),
      'not a database at all, but long enough to look at'.repeat(100),
    );
    await desk.open();
    await desk.must('sync.now', {});
    expect((await desk.see('plans.list', {})).total).toBe(2);
  });
});

describe('a damaged outbox', () => {
  const manyPlans = async (count: number) => {
    server.always = 'unreachable';
    for (let no = 3; no < 3 + count; no += 1) await desk.must('plans.create', aNewPlan(no));
    server.always = null;
  };

  it('with a broken first page gives back every command, with the help of a backup', async () => {
    await manyPlans(20);
    await desk.close();
    damage(join(desk.folder(), 'outbox.db'), 0, 4096);
    await desk.open();
    expect(desk.events.find(({ type }) => type === 'storage.recovered')).toMatchObject({
      file: 'outbox',
      commands: 22,
    });
    expect(await waiting()).toHaveLength(21);
    await desk.must('sync.now', {});
    await desk.must('sync.now', {});
    for (let no = 1; no < 23; no += 1) expect(server.row('plans', idOf(no)), `plan ${no}`).toBeDefined();
    expect(await desk.see('sync.status', {})).toMatchObject({ state: 'synced', waiting: 0 });
    expect(readdirSync(desk.folder()).some((name) => name.startsWith('outbox.db.broken-'))).toBe(true);
  });

  it('with broken pages inside keeps what stands on the others, and fills the rest from the backup', async () => {
    await manyPlans(40);
    await desk.close();
    const file = join(desk.folder(), 'outbox.db');
    const pages = readFileSync(file).length / 4096;
    damage(file, Math.floor(pages / 2) * 4096, 8192);
    await desk.open();
    expect(await waiting()).toHaveLength(41);
    await desk.must('plans.create', aNewPlan(90));
    await desk.must('sync.now', {});
    for (let no = 1; no < 43; no += 1) expect(server.row('plans', idOf(no)), `plan ${no}`).toBeDefined();
    expect(server.row('plans', idOf(90))).toBeDefined();
  });

  it('in which one command cannot be read gives back the others, and keeps the broken file', async () => {
    await desk.must('plans.create', aNewPlan(3));
    await desk.close();
    for (const name of readdirSync(desk.folder())) {
      if (name.startsWith('outbox.backup-')) rmSync(join(desk.folder(), name));
    }
    const db = openSqlite(join(desk.folder(), 'outbox.db'), {});
    db.exec("UPDATE commands SET input = '{' WHERE no = (SELECT max(no) FROM commands) - 1");
    db.close();
    await desk.open();
    expect(await waiting()).toContain('Plan 3');
    expect(readdirSync(desk.folder()).some((name) => name.startsWith('outbox.db.broken-'))).toBe(true);
  });

  it('without any backup still gives back what can be read', async () => {
    await manyPlans(40);
    await desk.close();
    for (const name of readdirSync(desk.folder())) {
      if (name.startsWith('outbox.backup-')) rmSync(join(desk.folder(), name));
    }
    const file = join(desk.folder(), 'outbox.db');
    damage(file, readFileSync(file).length - 8192, 4096);
    await desk.open();
    const recovered = desk.events.find((event) => event.type === 'storage.recovered');
    const kept = (await waiting()).length;
    expect(kept).toBeGreaterThan(30);
    expect(recovered).toMatchObject({ file: 'outbox', complete: kept === 41 });
    await desk.must('sync.now', {});
    expect(await desk.see('sync.status', {})).toMatchObject({ waiting: 0 });
  });

  it('keeps drafts, refused commands and the desk’s identity', async () => {
    const { deskId } = await desk.see('diagnostics', {});
    server.answerInstead = {
      name: 'plans.create',
      outcome: { kind: 'rejected', error: { code: 'rule_broken' } },
    };
    await desk.must('sync.now', {});
    server.answerInstead = null;
    await desk.must('drafts.save', { key: 'k', form: 'plans.edit', body: { half: 'a sentence' } });
    await desk.close();
    damage(join(desk.folder(), 'outbox.db'), 0, 2048);
    await desk.open();
    expect((await desk.see('drafts.get', { key: 'k' })).draft?.body).toEqual({ half: 'a sentence' });
    expect((await desk.see('outbox.list', { show: 'attention' })).items).toMatchObject([
      { error: { code: 'rule_broken' } },
    ]);
    expect((await desk.see('diagnostics', {})).deskId).toBe(deskId);
    await desk.must('plans.create', aNewPlan(7));
    await desk.must('sync.now', {});
    expect(server.row('plans', idOf(7))).toBeDefined();
  });
});

describe('a recovery that is ended in the middle', () => {
  it('loses nothing, wherever that was', async () => {
    server.always = 'unreachable';
    for (let no = 3; no < 9; no += 1) await desk.must('plans.create', aNewPlan(no));
    await desk.close();
    damage(join(desk.folder(), 'outbox.db'), 0, 4096);
    let moment = 0;
    let last = Number.POSITIVE_INFINITY;
    while (moment < last) {
      moment += 1;
      const folder = `${desk.root}-${moment}`;
      cpSync(desk.root, folder, { recursive: true });
      const disk = failingDisk();
      disk.crashAt(moment);
      const crashing = new TestDesk(server, clock, { folder, timers: noTimers, openDatabase: disk.open });
      await crashing.open();
      if (disk.moments() < moment) last = moment;
      crashing.vanish();
      disk.close();
      const again = await new TestDesk(server, clock, { folder, timers: noTimers }).open();
      const { items } = await again.see('outbox.list', { show: 'waiting', limit: 200 });
      expect(items, `after an end at ${moment}`).toHaveLength(7);
      await again.remove();
    }
    expect(moment).toBeGreaterThan(3);
    server.always = null;
  });

  it('is finished at the next start when only its last step is missing', async () => {
    await desk.close();
    const file = join(desk.folder(), 'outbox.db');
    cpSync(file, `${file}.recovered`);
    damage(file, 0, 4096);
    await desk.open();
    expect(await waiting()).toEqual(['Plan 2']);
    expect(desk.events).toContainEqual(
      expect.objectContaining({ type: 'storage.recovered', file: 'outbox', complete: false }),
    );
    expect(existsSync(`${file}.recovered`)).toBe(false);
  });

  it.each([
    ['gone', (file: string) => rmSync(file)],
    ['empty', (file: string) => writeFileSync(file, '')],
  ])('and an outbox that is %s beside its copies is not taken for a new one', async (_how, lose) => {
    await desk.close();
    lose(join(desk.folder(), 'outbox.db'));
    await desk.open();
    expect(await waiting()).toEqual(['Plan 2']);
    expect(desk.events.some(({ type }) => type === 'storage.recovered')).toBe(true);
  });
});

describe('a file of a newer program', () => {
  it('the outbox is not touched, and it is said', async () => {
    await desk.close();
    const file = join(desk.folder(), 'outbox.db');
    const db = openSqlite(file, {});
    db.pragma('user_version = 9999');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const before = readFileSync(file);
    await desk.open();
    expect(await desk.see('session.current', {})).toMatchObject({ error: { code: 'schema_too_new' } });
    expect(await desk.dispatch('plans.create', aNewPlan(5))).toMatchObject({
      ok: false,
      error: { code: 'schema_too_new' },
    });
    await desk.close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('a full disk', () => {
  it('refuses what it cannot save, keeps what it has, and goes on when there is room', async () => {
    const disk = failingDisk();
    await desk.close();
    await desk.open({ openDatabase: disk.open });
    disk.failWith('SQLITE_FULL');
    expect(await desk.dispatch('plans.create', aNewPlan(3))).toMatchObject({
      ok: false,
      error: { code: 'disk_full' },
    });
    expect(await desk.dispatch('drafts.save', { key: 'k', form: 'f', body: 1 })).toMatchObject({
      ok: false,
      error: { code: 'disk_full' },
    });
    expect(await desk.dispatch('sync.now', {})).toMatchObject({ ok: false, error: { code: 'disk_full' } });
    expect((await desk.see('plans.list', {})).total).toBe(2);
    disk.failWith(null);
    await desk.must('plans.create', aNewPlan(3));
    await desk.must('sync.now', {});
    for (const no of [1, 2, 3]) expect(server.row('plans', idOf(no))).toBeDefined();
    expect(await desk.see('sync.status', {})).toMatchObject({ state: 'synced' });
  });

  it('that only the rows do not fit on: the command is saved, and shown as soon as there is room', async () => {
    const disk = failingDisk();
    await desk.close();
    await desk.open({ openDatabase: disk.open });
    disk.failWith('SQLITE_FULL', 'replica.db');
    expect(await desk.dispatch('plans.create', aNewPlan(3))).toMatchObject({ ok: true });
    expect(desk.events).toContainEqual({ type: 'storage.problem', error: { code: 'disk_full' } });
    expect(await waiting()).toContain('Plan 3');
    disk.failWith(null);
    await desk.must('plans.create', aNewPlan(4));
    expect((await desk.see('plans.list', {})).items.map(({ id }) => id).toSorted()).toEqual(
      [1, 2, 3, 4].map(idOf),
    );
  });
});

describe('a read-only folder', () => {
  it('lets one look, and says why nothing can be saved', async () => {
    const disk = failingDisk();
    await desk.close();
    await desk.open({ openDatabase: disk.open });
    disk.failWith('SQLITE_READONLY');
    expect(await desk.dispatch('plans.create', aNewPlan(3))).toMatchObject({
      ok: false,
      error: { code: 'read_only' },
    });
    expect((await desk.see('plans.list', {})).total).toBe(2);
  });

  it('that cannot be opened at all is told by the session', async () => {
    await desk.close();
    const refuse = () => {
      throw Object.assign(new Error('no'), { code: 'SQLITE_CANTOPEN' });
    };
    await desk.open({ openDatabase: refuse });
    expect(await desk.see('session.current', {})).toMatchObject({ error: { code: 'read_only' } });
    expect(await desk.dispatch('plans.list', {})).toMatchObject({ ok: false, error: { code: 'read_only' } });
  });
});

describe('backups', () => {
  it('are rolling, whole, and made when the program ends', async () => {
    for (let round = 0; round < 5; round += 1) {
      await desk.must('drafts.save', { key: 'k', form: 'f', body: round });
      await desk.must('plans.create', aNewPlan(10 + round));
      await desk.close();
      await desk.open();
    }
    const backups = readdirSync(desk.folder()).filter((name) => name.startsWith('outbox.backup-'));
    expect(backups).toHaveLength(3);
    const copy = join(desk.folder(), 'looked-at.db');
    cpSync(join(desk.folder(), backups.toSorted().at(-1) ?? ''), copy);
    const db = openSqlite(copy, {});
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    expect(db.prepare('SELECT count(*) FROM commands').pluck().get()).toBe(7);
    db.close();
    expect(existsSync(join(desk.folder(), 'outbox.db.reading'))).toBe(false);
  });
});
