// What lists, counts and pages say while the replica is being rebuilt, and of rows that cannot be read.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plans } from '#shared/domain/plans/model.ts';
import { openSqlite } from '../db/connection.ts';
import { replicaFileName } from '../db/replica/open-replica.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { noTimers, type TestClock, TestDesk } from '../testing/test-desk.ts';
import { aTown, idOf, planOf } from '../testing/town.ts';

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;

beforeEach(async () => {
  ({ server, clock } = aTown());
  server.put(plans, planOf(1, { status: 'returned' }), planOf(2), planOf(3));
  desk = await new TestDesk(server, clock).open();
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
});

afterEach(() => desk.remove());

/** The desk starts anew over a replica whose plans another version had laid out; with `noTimers` the rebuild stays where it begins. */
async function updated(held: boolean, damage = ''): Promise<void> {
  const file = join(desk.folder(), replicaFileName);
  await desk.close();
  const db = openSqlite(file, {});
  db.exec(
    `UPDATE meta SET value = json_set(value, '$.tables.plans', 'of another version') WHERE key = 'format'`,
  );
  db.exec(damage);
  db.close();
  await desk.open(held ? { timers: noTimers } : {});
}

async function rebuilt(): Promise<void> {
  await expect.poll(async () => (await desk.see('sync.status', {})).rebuild).toBeNull();
}

it('while rows are still to come, a list shows those that are here and no number of them', async () => {
  await updated(true);
  expect((await desk.see('sync.status', {})).rebuild).toEqual({ done: 0, total: 3, problem: null });
  expect(await desk.see('plans.list', {})).toEqual({ items: [], total: null, next: null });
  expect(await desk.see('plans.list', { search: 'Plan' })).toMatchObject({ total: null });
  expect(await desk.see('tasks.list', {})).toMatchObject({ total: null });
  expect(await desk.see('tasks.counts', {})).toMatchObject({
    'plans.submit': null,
    'announcements.submit': null,
  });
  expect(await desk.see('intentions.list', {})).toMatchObject({ total: null });
  expect(await desk.see('organisations.list', {})).toMatchObject({ total: null });
  expect(new Set(Object.values(await desk.see('plans.counts', {})))).toEqual(new Set([null]));
  expect(new Set(Object.values(await desk.see('projects.counts', {})))).toEqual(new Set([null]));
  expect(await desk.see('lists.unreadable', { entity: 'plans' })).toEqual({ count: null });
});

it('the menu is told what the outbox knows, and nothing of rows', async () => {
  await desk.must('drafts.save', { key: 'a', form: 'plans.edit', body: {} });
  await updated(true);
  expect(await desk.see('home.counts', {})).toMatchObject({
    tasks: null,
    attention: 0,
    waiting: 0,
    unsavedForms: 1,
  });
});

it('a record that has not been moved yet opens, one that is not there is waited for', async () => {
  await updated(true);
  expect((await desk.see('plans.get', { id: idOf(2) })).plan.id).toBe(idOf(2));
  let answered = false;
  const missing = desk.ask('plans.get', { id: idOf(77) }).then((result) => {
    answered = true;
    return result;
  });
  await desk.see('sync.status', {});
  expect(answered).toBe(false);
  // Whoever closes the program does not wait.
  await desk.close();
  expect(await missing).toEqual({ ok: false, error: { code: 'offline' } });
});

it('afterwards everything is counted again', async () => {
  await updated(false);
  await rebuilt();
  expect(await desk.see('plans.list', {})).toMatchObject({ items: [{}, {}, {}], total: 3 });
  expect(await desk.see('home.counts', {})).toMatchObject({ tasks: 1 });
  expect(await desk.see('plans.counts', {})).toMatchObject({ all: 3 });
  expect(await desk.see('projects.counts', {})).toMatchObject({ all: 0 });
  expect(await desk.see('organisations.list', {})).toMatchObject({ total: 3 });
  expect(await desk.ask('plans.get', { id: idOf(77) })).toEqual({ ok: false, error: { code: 'not_found' } });
  expect(await desk.see('lists.unreadable', { entity: 'plans' })).toEqual({ count: 0 });
});

it('rows that cannot be read are counted beside their list, each with a page that says so', async () => {
  await updated(false, `UPDATE plans SET body = '{' WHERE id IN ('${idOf(1)}', '${idOf(2)}')`);
  await rebuilt();
  expect(await desk.see('plans.list', {})).toMatchObject({ items: [{ id: idOf(3) }], total: 1 });
  expect(await desk.see('lists.unreadable', { entity: 'plans' })).toEqual({ count: 2 });
  expect(await desk.see('lists.unreadable', { entity: 'projects' })).toEqual({ count: 0 });
  expect(await desk.see('lists.unreadable', { entity: 'no_such' })).toEqual({ count: 0 });
  expect(await desk.ask('plans.get', { id: idOf(1) })).toEqual({
    ok: false,
    error: { code: 'unreadable_record' },
  });
});

it('a file says how many rows it leaves out as nobody here can read them', async () => {
  await updated(false, `UPDATE plans SET body = '{' WHERE id IN ('${idOf(1)}', '${idOf(2)}')`);
  await rebuilt();
  const path = join(desk.root, 'view.xlsx');
  expect(await desk.see('plans.export', { list: {}, path })).toMatchObject({ rows: 1, unreadable: 2 });
  // Those that were chosen could be read.
  const chosen = { list: {}, ids: [idOf(3)], path };
  expect(await desk.see('plans.export', chosen)).toMatchObject({ rows: 1, unreadable: 0 });
  expect(await desk.see('projects.export', { list: {}, path })).toMatchObject({ rows: 0, unreadable: 0 });
});

it('a whole view is worked on when all of it is here', async () => {
  await updated(true);
  let answered = false;
  const path = join(desk.root, 'view.xlsx');
  const exported = desk.ask('plans.export', { list: {}, path }).then((result) => {
    answered = true;
    return result;
  });
  await desk.see('sync.status', {});
  expect(answered).toBe(false);
  await desk.close();
  expect(await exported).toMatchObject({ error: { code: 'offline' } });
  await desk.open();
  await rebuilt();
  expect(await desk.see('plans.export', { list: {}, path })).toMatchObject({ rows: 3 });
});
