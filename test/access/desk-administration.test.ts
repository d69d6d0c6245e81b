// The administrator's pages from end to end: a desk asks a real server over a real socket, and every answer fits what the window was promised.
// Whoever is neither administrator nor auditor gets none of it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { httpTransport } from '#electron/app/sync/http-transport.ts';
import { noTimers, TestClock, TestDesk } from '#electron/app/testing/test-desk.ts';
import { aTown } from '#electron/app/testing/town.ts';
import type { QueryInput, QueryName, QueryOutput } from '#shared/contract/ipc.ts';
import { type HumanRole, humanRoles } from '#shared/domain/actor.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { givePasswords, seedPassword, storeAll } from '#test/support/seed.ts';
import { type TestServer, testServer } from '#test/support/test-server.ts';
import { actingAccounts, circumstances, idOf, matrixClock } from './cast.ts';
import { groundRows } from './cells.ts';

const { platformId } = circumstances('trading_platform', 'own');
const dead = idOf('a dead letter');
const waiting = idOf('a waiting message');
const desks = new Map<HumanRole, TestDesk>();
let held: TestDatabase;
let server: TestServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhengcai-admin-'));
  const [engine] = databases();
  if (engine === undefined) throw new Error('no database');
  held = await engine.open();
  const centre = { inboxUrl: 'http://127.0.0.1:1/exchange/inbox', keyId: 'k', publicKey: 'p' };
  await storeAll(held.database, groundRows(centre), matrixClock - 86_400_000);
  await givePasswords(held.database, Object.values(actingAccounts));
  server = await testServer(held.database, matrixClock);
  const origin = await server.http.listen({ port: 0, host: '127.0.0.1' });
  await anExchange();
  for (const role of humanRoles) {
    const desk = new TestDesk(aTown().server, new TestClock(matrixClock), {
      timers: noTimers,
      transport: httpTransport(origin),
    });
    await desk.open();
    await desk.signIn(actingAccounts[role].username, seedPassword);
    await desk.must('sync.now', {});
    desks.set(role, desk);
  }
});

afterAll(async () => {
  for (const desk of desks.values()) await desk.remove();
  expect(server.bugs).toEqual([]);
  await server.close();
  await held.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Messages of every kind that the pages show. */
async function anExchange(): Promise<void> {
  const { database } = held;
  for (const [id, state, seq] of [
    [dead, 'dead', 1],
    [waiting, 'pending', 2],
  ] as const) {
    await database.query(
      `INSERT INTO exchange_outbox (msg_id, platform_id, type, schema_version, business_key, seq, ordered, body, state, queued_at, next_attempt_at)
       VALUES ($1, $2, 'plan.push', 1, 'plan', $3, true, '{"a":1}', $4, 1, 2)`,
      [id, platformId, seq, state],
    );
  }
  await database.query(
    `INSERT INTO exchange_inbox (platform_id, msg_id, type, business_key, seq, ordered, content_hash, body, created_at, received_at, state, http_status)
     VALUES ($1, 'm', 'section.push', 'lot', 1, true, 'h', '{}', 1, 2, 'held', 202)`,
    [platformId],
  );
  await database.query(
    `INSERT INTO exchange_refusals (bucket, verified, code, count, first_at, last_at) VALUES ('b', false, 'bad_signature', 3, 1, 2)`,
  );
  await database.query(
    `INSERT INTO exchange_differences (platform_id, plan_no, kind, our_sections, their_sections, found_at) VALUES ($1, 'P-1', 'sections_differ', 1, 2, 3)`,
    [platformId],
  );
  await database.query(
    `INSERT INTO exchange_announcement_differences (platform_id, announcement_id, project_id, plan_no, ours, theirs, found_at)
     VALUES ($1, 'A-1', 'project', 'P-1', 'published', 'withdrawn', 3)`,
    [platformId],
  );
}

function desk(role: HumanRole): TestDesk {
  const found = desks.get(role);
  if (found === undefined) throw new Error(role);
  return found;
}

const asked: { readonly [N in QueryName]?: QueryInput<N> } = {
  'accounts.list': {},
  'accounts.counts': {},
  'exchange.messages': {},
  'exchange.received': {},
  'exchange.refusals': {},
  'exchange.differences': {},
  'exchange.announcementDifferences': {},
  'exchange.eventDifferences': {},
  'desks.list': {},
  'audit.entries': {},
};

it.each(humanRoles)('%s gets all of it or none', async (role) => {
  const may = role === 'administrator' || role === 'auditor';
  for (const [name, input] of Object.entries(asked)) {
    // `ask` holds the answer against the schema the window is promised.
    const answer = await desk(role).ask(name as QueryName, input);
    expect([name, answer.ok || answer.error]).toEqual([name, may ? true : { code: 'not_allowed' }]);
  }
  const resend = await desk(role).ask('exchange.resend', { msgId: waiting });
  const expected = role === 'administrator' ? 'wrong_state' : 'not_allowed';
  expect(resend).toMatchObject({ ok: false, error: { code: expected } });
});

it('gives page after page, of many rows of one moment too', async () => {
  const { database } = held;
  const numbers = [1, 2, 3, 4, 5];
  for (const no of numbers) {
    await database.query(
      `INSERT INTO exchange_refusals (bucket, verified, code, count, first_at, last_at) VALUES ($1, false, 'stale_message', 1, 9, 9)`,
      [`b${no}`],
    );
    await database.query(
      `INSERT INTO exchange_differences (platform_id, plan_no, kind, our_sections, their_sections, found_at) VALUES ($1, $2, 'plan_unknown', 1, 2, 9)`,
      [platformId, `P-1${no}`],
    );
    await database.query(
      `INSERT INTO exchange_announcement_differences (platform_id, announcement_id, project_id, plan_no, ours, theirs, found_at)
       VALUES ($1, $2, 'project', 'P-1', 'published', 'none', 9)`,
      [platformId, `A-1${no}`],
    );
  }
  const lists = ['exchange.refusals', 'exchange.differences', 'exchange.announcementDifferences'] as const;
  for (const name of lists) {
    const pages: string[][] = [];
    let after: QueryOutput<(typeof lists)[number]>['next'] = null;
    do {
      const page: QueryOutput<(typeof lists)[number]> = await desk('auditor').see(name, { after, limit: 2 });
      pages.push(page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    // The one of before is the last.
    expect([name, pages.map(({ length }) => length)]).toEqual([name, [2, 2, 2]]);
    expect([name, new Set(pages.flat()).size]).toEqual([name, numbers.length + 1]);
  }
  await database.exec(`DELETE FROM exchange_refusals WHERE last_at = 9; DELETE FROM exchange_differences WHERE found_at = 9;
    DELETE FROM exchange_announcement_differences WHERE found_at = 9`);
});

it('tells the administrator what there is, sends again, exports and reconciles', async () => {
  const admin = desk('administrator');
  expect((await admin.see('exchange.messages', { state: 'dead' })).items.map(({ msgId }) => msgId)).toEqual([
    dead,
  ]);
  expect((await admin.see('exchange.received', { state: 'held' })).items).toMatchObject([{ msgId: 'm' }]);
  expect((await admin.see('exchange.refusals', {})).items).toMatchObject([
    { code: 'bad_signature', count: 3 },
  ]);
  expect(await admin.see('exchange.differences', {})).toMatchObject({
    items: [{ planNo: 'P-1' }],
  });
  expect(await admin.see('exchange.announcementDifferences', {})).toMatchObject({
    items: [{ announcementId: 'A-1', title: null, ours: 'published', theirs: 'withdrawn' }],
  });
  const path = join(folder, 'messages.ndjson');
  expect((await admin.see('exchange.export', { platformId, path })).messages).toBe(2);
  expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(2);
  expect((await admin.see('exchange.resend', { msgId: dead })).item.state).toBe('pending');
  expect((await admin.see('exchange.messages', { state: 'dead' })).items).toEqual([]);
  expect(await admin.see('exchange.reconcile', { platformId })).toEqual({ plans: 0 });
  const { items } = await admin.see('audit.entries', { limit: 1 });
  expect(items[0]).toMatchObject({
    action: 'exchange.reconcile',
    accountName: actingAccounts.administrator.name,
  });
  const own = (await admin.see('desks.list', {})).desks.filter(
    ({ username }) => username === actingAccounts.administrator.username,
  );
  expect(own).toHaveLength(1);
});

it('tells everybody how the server is', async () => {
  expect(await desk('agency').see('session.checkServer', {})).toMatchObject({
    reachable: true,
    status: 'ok',
    protocol: { problem: null },
  });
});
