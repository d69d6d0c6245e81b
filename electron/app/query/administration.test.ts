// What administrators look at, from the replica and from the server, and that nobody else sees it.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListCursor, QueryInput, QueryName, QueryOutput } from '#shared/contract/ipc.ts';
import { oldestProtocol, protocol } from '#shared/contract/sync.ts';
import type { Actor, HumanRole } from '#shared/domain/actor.ts';
import {
  calendarYears,
  numberPatterns,
  organisations,
  platforms,
  settings,
} from '#shared/domain/admin/model.ts';
import { settingKeys } from '#shared/domain/admin/settings.ts';
import { exampleAgency, examplePlatform, examplePurchaser } from '#shared/rules/plan-example.ts';
import type { Transport, TransportRequest, TransportResponse } from '../ports.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { noTimers, type TestClock, TestDesk } from '../testing/test-desk.ts';
import { actorOf, aTown, clerk, contentNamed, idOf, office, officer } from '../testing/town.ts';

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;
const roleless: Actor = { ...actorOf('administrator', office, 20), organisationId: null };
const auditor: Actor = { ...actorOf('auditor', office, 21), organisationId: null };

beforeEach(async () => {
  ({ server, clock } = aTown());
  server.addPerson('admin', 'password of admin', roleless);
  server.addPerson('auditor', 'password of auditor', auditor);
  desk = await signedIn('admin');
});

afterEach(() => desk.remove());

async function signedIn(username: string): Promise<TestDesk> {
  const opened = await new TestDesk(server, clock, { timers: noTimers }).open();
  await opened.signIn(username);
  await opened.must('sync.now', {});
  return opened;
}

const json = (status: number, value: unknown): TransportResponse => ({
  status,
  headers: {},
  body: (async function* () {
    yield new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
  })(),
});

/** The server's answers by path, and what it was asked. */
function serving(answer: (url: URL, request: TransportRequest) => TransportResponse | undefined): string[] {
  const asked: string[] = [];
  server.alsoAnswers = async (request) => {
    asked.push(`${request.method} ${request.path}`);
    return answer(new URL(request.path, 'http://server'), request);
  };
  return asked;
}

describe('organisations', () => {
  type Filters = NonNullable<QueryInput<'organisations.list'>['filters']>;
  const filtersOf = (values: { readonly [by: string]: string | number | null }) =>
    Object.entries(values).flatMap(([by, value]) => (value === null ? [] : [{ by, value }])) as Filters;
  const more = Array.from({ length: 30 }, (_, no) => ({
    ...(no % 3 === 0 ? exampleAgency : examplePurchaser),
    id: idOf(500 + no),
    name: `Unit ${String(no).padStart(2, '0')}`,
    uscc: `9141100000000${String(no).padStart(5, '0')}`,
    regionCode: no % 2 === 0 ? '411081' : '411082',
    active: no % 5 !== 0,
  }));

  it('are paged by name, with each filter and all of them', async () => {
    server.put(organisations, ...more);
    await desk.must('sync.now', {});
    for (const kind of [null, 'agency', 'purchaser'] as const) {
      for (const regionCode of [null, '411081'] as const) {
        for (const active of [null, true, false] as const) {
          const wanted = [...more, examplePurchaser, exampleAgency, office]
            .filter((each) => kind === null || each.kind === kind)
            .filter((each) => regionCode === null || each.regionCode === regionCode)
            .filter((each) => active === null || each.active === active)
            .map(({ name }) => name)
            .toSorted();
          const names: string[] = [];
          let after: ListCursor | null = null;
          do {
            const page: QueryOutput<'organisations.list'> = await desk.see('organisations.list', {
              filters: filtersOf({ kind, regionCode, active: active === null ? null : Number(active) }),
              after,
              limit: 4,
            });
            names.push(...page.items.map(({ name }) => name));
            expect(page.total).toBe(wanted.length);
            after = page.next;
          } while (after !== null);
          expect(names).toEqual(wanted);
        }
      }
    }
  });

  it('are found by part of their name, page by page', async () => {
    server.put(organisations, ...more);
    await desk.must('sync.now', {});
    // On a busy machine the index takes up the rows in several slices.
    await expect
      .poll(async () => {
        await desk.see('search.query', { text: 'unit' });
        return (await desk.see('diagnostics', {})).notIndexed;
      })
      .toBe(0);
    const first = await desk.see('organisations.list', {
      search: 'unit',
      filters: filtersOf({ kind: 'agency' }),
      limit: 6,
    });
    expect(first.items).toHaveLength(6);
    const second = await desk.see('organisations.list', {
      search: 'unit',
      filters: filtersOf({ kind: 'agency' }),
      limit: 6,
      after: first.next,
    });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(
      more.filter(({ kind }) => kind === 'agency').map(({ name }) => name),
    );
    expect(second.next).toBeNull();
  });

  it('carry the mark of what waits for the server', async () => {
    await desk.must('organisations.save', { organisation: { ...exampleAgency, contact: 'Wang' } });
    expect(await desk.see('organisations.get', { id: exampleAgency.id })).toMatchObject({
      organisation: { contact: exampleAgency.contact },
      mark: 'waiting_for_server',
    });
    expect(await desk.ask('organisations.get', { id: idOf(77) })).toMatchObject({
      error: { code: 'not_found' },
    });
  });
});

describe('accounts', () => {
  it('are listed by user name, with their organisation, filtered and searched', async () => {
    const list = await desk.see('accounts.list', {});
    expect(list.items.map(({ username }) => username)).toEqual(['clerk', 'colleague', 'officer', 'reviewer']);
    expect(list.total).toBe(4);
    expect(list.items[0]).toMatchObject({ organisationName: examplePurchaser.name, mark: 'synced' });
    const names = async (input: QueryInput<'accounts.list'>) =>
      (await desk.see('accounts.list', input)).items.map(({ username }) => username);
    expect(await names({ filters: [{ by: 'role', value: 'procurement_office' }] })).toEqual(['officer']);
    expect(
      await names({
        filters: [
          { by: 'organisationId', value: examplePurchaser.id },
          { by: 'role', value: 'purchaser_clerk' },
        ],
      }),
    ).toEqual(['clerk', 'colleague']);
    expect(await names({ search: 'review' })).toEqual(['reviewer']);
    expect(await names({ filters: [{ by: 'active', value: 0 }] })).toEqual([]);
    const page = await desk.see('accounts.list', { limit: 3 });
    expect(await names({ limit: 3, after: page.next })).toEqual(['reviewer']);
  });

  it('are shown whole by their id', async () => {
    const [first] = (await desk.see('accounts.list', {})).items;
    expect(await desk.see('accounts.get', { id: first?.id ?? '' })).toMatchObject({
      account: { username: 'clerk', organisationId: examplePurchaser.id, regionCodes: [], active: true },
      mark: 'synced',
    });
    expect(await desk.ask('accounts.get', { id: idOf(77) })).toMatchObject({ error: { code: 'not_found' } });
  });

  it('have no place in the order of a number', async () => {
    expect(await desk.ask('accounts.list', { after: { value: 5, row: 1 } })).toMatchObject({
      error: { code: 'invalid_input', fields: [{ path: 'after' }] },
    });
    expect(await desk.ask('plans.list', { after: { value: 'text', row: 1 } })).toMatchObject({
      error: { code: 'invalid_input' },
    });
  });
});

describe('settings, holidays, number patterns and platforms', () => {
  it('are told whole, with defaults where nothing is set', async () => {
    server.put(
      settings,
      { id: 'plans.intentionDays', value: 45, updatedAt: 7 },
      { id: 'plans.autoFile', value: 'no such value', updatedAt: 8 },
    );
    server.put(numberPatterns, { id: 'plan/411000', pattern: 'XC-{yyyy}-{seq:4}', updatedAt: 9 });
    server.put(calendarYears, {
      id: '2026',
      calendar: { year: 2026, holidays: [], makeUpDays: [] } as never,
      source: 's',
      publishedAt: 1,
    });
    server.put(platforms, { ...examplePlatform, id: 'closed', active: false });
    await desk.must('sync.now', {});
    const told = (await desk.see('settings.list', {})).settings;
    expect(told.map(({ key }) => key)).toEqual(settingKeys);
    expect(told.find(({ key }) => key === 'plans.intentionDays')).toMatchObject({
      value: 45,
      isDefault: false,
      updatedAt: 7,
    });
    expect(told.find(({ key }) => key === 'plans.autoFile')).toMatchObject({ value: false, isDefault: true });
    expect((await desk.see('numberPatterns.list', {})).patterns).toHaveLength(1);
    expect((await desk.see('platforms.list', {})).platforms.map(({ id }) => id)).toEqual([
      'closed',
      'xuchang',
    ]);
    expect(await desk.see('platforms.active', {})).toEqual({
      platforms: [{ id: 'xuchang', name: examplePlatform.name, regionCode: '411000' }],
    });
  });
});

const sent = (no: number, state = 'dead') => ({
  msgId: idOf(no),
  platformId: 'xuchang',
  type: 'plan.push',
  schemaVersion: 1,
  businessKey: 'k',
  seq: 1,
  ordered: true,
  body: '{}',
  notBefore: null,
  state,
  queuedAt: 1,
  attempts: 3,
  firstAttemptAt: 1,
  lastAttemptAt: 2,
  nextAttemptAt: 3,
  claimedUntil: 0,
  claim: null,
  receivedAt: null,
  answeredAt: null,
  answer: null,
  code: null,
  field: null,
  ofMsgId: null,
});

describe('the exchange', () => {
  it('is paged as the server pages, newest first', async () => {
    const asked = serving((url) => {
      const before = url.searchParams.get('before');
      const all = [9, 8, 7, 6, 5]
        .map((no) => sent(no))
        .filter(({ msgId }) => before === null || msgId < before);
      return json(200, all.slice(0, Number(url.searchParams.get('limit'))));
    });
    const first = await desk.see('exchange.messages', { state: 'dead', limit: 3 });
    expect(first.items.map(({ msgId }) => msgId)).toEqual([idOf(9), idOf(8), idOf(7)]);
    const second = await desk.see('exchange.messages', { state: 'dead', limit: 3, after: first.next });
    expect(second.items.map(({ msgId }) => msgId)).toEqual([idOf(6), idOf(5)]);
    expect(second.next).toBeNull();
    expect(asked[0]).toBe('GET /exchange/outbox?state=dead&limit=4');
  });

  it('passes over no incoming message of the same moment', async () => {
    const all = Array.from({ length: 7 }, (_, no) => ({
      platformId: 'xuchang',
      msgId: `m${9 - no}`,
      type: 't',
      businessKey: 'k',
      seq: 1,
      ordered: true,
      contentHash: '',
      body: '{}',
      createdAt: 1,
      receivedAt: no < 1 ? 6 : 5,
      state: 'held',
      decidedAt: null,
      code: null,
      field: null,
      httpStatus: 202,
    }));
    serving((url) => {
      const before = Number(url.searchParams.get('receivedBefore') ?? Number.MAX_SAFE_INTEGER);
      return json(
        200,
        all.filter(({ receivedAt }) => receivedAt < before).slice(0, Number(url.searchParams.get('limit'))),
      );
    });
    const seen: string[] = [];
    let after: QueryOutput<'exchange.received'>['next'] = null;
    do {
      const page: QueryOutput<'exchange.received'> = await desk.see('exchange.received', {
        after,
        limit: 2,
      });
      seen.push(...page.items.map(({ msgId }) => msgId));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(all.map(({ msgId }) => msgId));
  });

  it('gives an account a password through the server', async () => {
    const asked = serving((url) => (url.pathname === '/admin/password' ? json(200, {}) : undefined));
    const input = { accountId: idOf(5), password: 'a new password' };
    expect(await desk.see('accounts.setPassword', input)).toEqual({});
    expect(asked).toEqual(['POST /admin/password']);
  });

  it('shows what differs, also of a server that does not compare announcements yet', async () => {
    const plan = {
      ...{ platformId: 'xuchang', planNo: 'P-1', kind: 'sections_differ', ourSections: 1, theirSections: 2 },
      ...{ foundAt: 1, requestedAt: 2, resolvedAt: null },
    };
    const announcement = {
      ...{ platformId: 'xuchang', announcementId: 'A-1', planNo: 'P-1', title: 'A notice' },
      ...{ ours: 'published', theirs: 'withdrawn', foundAt: 1, resolvedAt: null },
    };
    let announcements = json(200, [announcement]);
    serving((url) => (url.pathname.endsWith('/differences') ? json(200, [plan]) : announcements));
    const none = { total: null, next: null };
    const [plans, own] = ['exchange.differences', 'exchange.announcementDifferences'] as const;
    expect(await desk.see(plans, {})).toEqual({ items: [{ ...plan, id: 'xuchang/P-1' }], ...none });
    expect(await desk.see(own, {})).toEqual({ items: [{ ...announcement, id: 'xuchang/A-1' }], ...none });
    announcements = json(404, {});
    expect(await desk.see(own, {})).toEqual({ items: [], ...none });
    expect(await desk.see('exchange.eventDifferences', {})).toEqual({ items: [], ...none });
    const event = {
      ...{ platformId: 'xuchang', lotUid: 'L-1', planNo: 'P-1', kind: 'opening', ours: 0, theirs: 1 },
      ...{ foundAt: 1, requestedAt: 1, resolvedAt: null },
    };
    announcements = json(200, [event]);
    expect(await desk.see('exchange.eventDifferences', {})).toEqual({
      items: [{ ...event, id: 'xuchang/L-1/opening' }],
      ...none,
    });
    announcements = json(503, {});
    expect(await desk.ask(own, {})).toMatchObject({ error: { code: 'retry_later' } });
  });

  it('sends again, reconciles, and exports page after page', async () => {
    const asked = serving((url) => {
      if (url.pathname.endsWith('/resend')) return json(200, sent(5, 'pending'));
      if (url.pathname === '/exchange/reconcile') return json(200, { plans: 4 });
      const before = url.searchParams.get('before');
      const rows = [3, 2, 1]
        .map((no) => sent(no))
        .filter(({ msgId }) => before === null || msgId < before)
        .slice(0, 2);
      return json(200, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    });
    expect((await desk.see('exchange.resend', { msgId: idOf(5) })).item.state).toBe('pending');
    expect(await desk.see('exchange.reconcile', { platformId: 'xuchang' })).toEqual({ plans: 4 });
    expect(asked).toEqual([`POST /exchange/outbox/${idOf(5)}/resend`, 'POST /exchange/reconcile']);
    const folder = mkdtempSync(join(tmpdir(), 'zhengcai-export-'));
    const path = join(folder, 'messages.ndjson');
    expect((await desk.see('exchange.export', { state: 'dead', path })).messages).toBe(3);
    const ids = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).msgId);
    expect(ids).toEqual([idOf(3), idOf(2), idOf(1)]);
    server.always = 'cut_stream';
    expect(await desk.ask('exchange.export', { path: join(folder, 'half.ndjson') })).toMatchObject({
      error: { code: 'server_unreachable' },
    });
    expect(readdirSync(folder)).toEqual(['messages.ndjson']);
    rmSync(folder, { recursive: true });
  });

  it('says what the server refuses, and what no server of ours would say', async () => {
    serving(() =>
      json(409, { error: { code: 'wrong_state', params: { state: 'accepted' } }, requestId: 'x' }),
    );
    expect(await desk.ask('exchange.resend', { msgId: idOf(5) })).toMatchObject({
      error: { code: 'wrong_state' },
    });
    // One of the version before knows no place to go on from.
    serving(() => json(400, { error: { code: 'invalid_input' }, requestId: 'x' }));
    const next = { after: { at: 1, id: 'x' } };
    expect(await desk.ask('exchange.refusals', next)).toMatchObject({ error: { code: 'server_too_old' } });
    serving(() => json(200, '<html>'));
    expect(await desk.ask('exchange.refusals', {})).toMatchObject({ error: { code: 'server_too_old' } });
  });
});

describe('desks and the audit log', () => {
  it('name the accounts', async () => {
    serving((url, request) => {
      if (url.pathname === '/query/desks.list') {
        return json(200, [
          { id: idOf(1), accountId: clerk.accountId, lastNo: 3, createdAt: 1, lastSeenAt: 2 },
        ]);
      }
      const { before = 100, limit } = JSON.parse(String(request.body));
      const entries = [5, 4, 3]
        .filter((no) => no < before)
        .slice(0, limit)
        .map((no) => ({
          no,
          at: 1,
          accountId: officer.accountId,
          role: 'procurement_office',
          deskId: null,
          action: 'plans.file',
          commandId: null,
          inputHash: null,
          outcome: 'applied',
          code: null,
          seq: 1,
          hash: 'h',
        }));
      return json(200, entries);
    });
    expect((await desk.see('desks.list', {})).desks[0]).toMatchObject({
      username: 'clerk',
      accountName: clerk.name,
    });
    const first = await desk.see('audit.entries', { limit: 2 });
    expect(first.items.map(({ id, no, accountName }) => [id, no, accountName])).toEqual([
      ['5', 5, officer.name],
      ['4', 4, officer.name],
    ]);
    expect(await desk.see('audit.entries', { limit: 2, after: first.next })).toMatchObject({
      items: [{ no: 3 }],
      next: null,
    });
  });
});

describe('who may look', () => {
  const restricted: readonly (readonly [QueryName, object])[] = [
    ['accounts.list', {}],
    ['accounts.counts', {}],
    ['accounts.get', { id: clerk.accountId }],
    ['exchange.messages', {}],
    ['exchange.received', {}],
    ['exchange.refusals', {}],
    ['exchange.differences', {}],
    ['exchange.announcementDifferences', {}],
    ['exchange.eventDifferences', {}],
    ['exchange.resend', { msgId: idOf(5) }],
    ['exchange.reconcile', { platformId: 'xuchang' }],
    ['accounts.setPassword', { accountId: idOf(5), password: 'a new password' }],
    ['exchange.export', { path: '/nowhere/x.ndjson' }],
    ['desks.list', {}],
    ['audit.entries', {}],
  ];
  const others: readonly HumanRole[] = [
    'purchaser_clerk',
    'purchaser_reviewer',
    'agency',
    'procurement_office',
    'supervisor',
  ];

  it.each(others)('not a %s, and the server is not even asked', async (role) => {
    server.addPerson('other', 'password of other', actorOf(role, examplePurchaser, 30, ['411000']));
    const other = await signedIn('other');
    const asked = serving(() => undefined);
    for (const [name, input] of restricted) {
      expect([name, await other.dispatch(name, input)]).toEqual([
        name,
        { ok: false, error: { code: 'not_allowed' } },
      ]);
    }
    expect(asked).toEqual([]);
    await other.remove();
  });

  it('an auditor looks and does nothing', async () => {
    const other = await signedIn('auditor');
    serving(() => json(200, []));
    expect(await other.ask('exchange.refusals', {})).toEqual({
      ok: true,
      value: { items: [], total: null, next: null },
    });
    expect((await other.see('accounts.list', {})).items).toHaveLength(4);
    for (const name of ['exchange.resend', 'exchange.reconcile', 'accounts.setPassword'] as const) {
      const input = restricted.find(([each]) => each === name)?.[1];
      expect(await other.dispatch(name, input)).toMatchObject({ error: { code: 'not_allowed' } });
    }
    await other.remove();
  });

  it('and without the server everybody hears so', async () => {
    server.always = 'unreachable';
    for (const [name, input] of restricted.slice(3)) {
      expect([name, await desk.dispatch(name, input)]).toMatchObject([
        name,
        { ok: false, error: { code: name === 'exchange.export' ? 'invalid_input' : 'server_unreachable' } },
      ]);
    }
    expect((await desk.see('accounts.list', {})).items).toHaveLength(4);
  });
});

describe('session.checkServer', () => {
  it('needs nobody signed in and tells protocol and clock', async () => {
    let answer: (() => TransportResponse) | undefined;
    const transport: Transport = {
      origin: 'https://server.test',
      async request({ path, headers }) {
        expect([path, headers]).toEqual(['/healthz', {}]);
        if (answer === undefined) throw new Error('unreachable');
        return answer();
      },
    };
    const fresh = await new TestDesk(server, clock, { timers: noTimers, transport }).open();
    const health = (over: object = {}) => {
      answer = () =>
        json(200, { status: 'ok', protocol, oldestProtocol, now: clock.now() + 60_000, ...over });
    };
    health();
    const checked = await fresh.see('session.checkServer', {});
    expect(checked).toMatchObject({
      origin: 'https://server.test',
      reachable: true,
      status: 'ok',
      protocol: { ours: protocol, server: protocol, problem: null },
    });
    expect(Math.abs((checked.clockDifference ?? 0) - 60_000)).toBeLessThan(100);
    health({ protocol: protocol + 5, oldestProtocol: protocol + 1 });
    expect((await fresh.see('session.checkServer', {})).protocol.problem).toBe('client_too_old');
    health({ protocol: oldestProtocol - 1, oldestProtocol: oldestProtocol - 1 });
    expect((await fresh.see('session.checkServer', {})).protocol.problem).toBe('server_too_old');
    answer = () => json(200, '<html>Sign in to the network</html>');
    expect(await fresh.see('session.checkServer', {})).toMatchObject({
      reachable: true,
      status: 'unknown',
      clockDifference: null,
    });
    answer = undefined;
    expect(await fresh.see('session.checkServer', {})).toMatchObject({ reachable: false, status: null });
    await fresh.remove();
  });
});

describe('home.counts', () => {
  it('says what waits for whom', async () => {
    const counts = await desk.see('home.counts', {});
    expect(counts).toMatchObject({
      tasks: 0,
      attention: 0,
      waiting: 0,
      unsavedForms: 0,
    });
    const clerkDesk = await signedIn('clerk');
    await clerkDesk.must('plans.create', { id: idOf(1), content: contentNamed('One') });
    await clerkDesk.must('drafts.save', { key: 'a', form: 'plans.edit', body: {} });
    expect(await clerkDesk.see('home.counts', {})).toMatchObject({
      tasks: 0,
      waiting: 1,
      unsavedForms: 1,
    });
    server.answerInstead = {
      name: 'plans.create',
      outcome: { kind: 'rejected', error: { code: 'rule_broken' } },
    };
    await clerkDesk.must('sync.now', {});
    expect(await clerkDesk.see('home.counts', {})).toMatchObject({ attention: 1, waiting: 0 });
    await clerkDesk.remove();
  });
});
