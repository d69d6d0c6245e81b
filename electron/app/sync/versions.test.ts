// A desk beside servers of other versions: each understands the other, nothing is repaired that was not broken.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fullCoverage, scopesIn } from '#shared/contract/coverage.ts';
import { protocol1, stateTo1 } from '#shared/contract/protocol-1.ts';
import { type PullState, pullStateSchema } from '#shared/contract/sync.ts';
import { scopesOf } from '#shared/domain/actor.ts';
import { entities } from '#shared/domain/entities.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { openSqlite } from '../db/connection.ts';
import { readPullState } from '../db/replica/pull-state.ts';
import type { Transport, TransportResponse } from '../ports.ts';
import { realTimers } from '../ports.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { type TestClock, TestDesk } from '../testing/test-desk.ts';
import { aNewPlan, aTown, clerk, idOf, planOf } from '../testing/town.ts';

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;

beforeEach(async () => {
  ({ server, clock } = aTown());
  server.put(plans, planOf(1), planOf(2));
  desk = await new TestDesk(server, clock).open();
});

afterEach(() => desk.remove());

const everything = fullCoverage(entities.keys(), scopesOf(clerk));

function stored(): PullState {
  const db = openSqlite(join(desk.folder(), 'replica.db'), {});
  try {
    const text = db.prepare("SELECT value FROM meta WHERE key = 'pullState'").pluck().get();
    return pullStateSchema.parse(JSON.parse(String(text)));
  } finally {
    db.close();
  }
}

/** The protocols asked for since the last look. */
function spoken(): readonly unknown[] {
  const bodies = server.requests.splice(0).filter(({ path }) => path.startsWith('/sync/'));
  return bodies.map(({ body }) => JSON.parse(String(body)).protocol);
}

async function shownPlans(): Promise<readonly string[]> {
  return (await desk.see('plans.list', {})).items.map(({ id }) => id).toSorted();
}

function nothingRepaired(): void {
  expect(desk.events.filter(({ type }) => type === 'sync.repaired' || type === 'sync.restarted')).toEqual([]);
}

describe('an older server', () => {
  it('is spoken to in its protocol, which is remembered, until it says that it is renewed', async () => {
    server.speaks = 1;
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    expect(new Set(spoken())).toEqual(new Set([2, 1]));
    await desk.must('plans.create', aNewPlan(9));
    server.put(plans, planOf(3));
    await desk.must('sync.now', {});
    expect(new Set(spoken())).toEqual(new Set([1]));
    expect(await shownPlans()).toEqual([1, 2, 3, 9].map(idOf));

    server.speaks = 2;
    server.put(plans, planOf(4));
    await desk.must('sync.now', {});
    expect(spoken().at(-1)).toBe(2);
    await desk.must('sync.now', {});
    expect(new Set(spoken())).toEqual(new Set([2]));
    expect(stored()).toMatchObject({ held: everything, gaining: null });
    expect(await shownPlans()).toEqual([1, 2, 3, 4, 9].map(idOf));
    nothingRepaired();
  });

  it('that has taken the place of a newer one is told of nothing that it could not understand', async () => {
    server.types = server.types.filter((type) => type !== 'projects');
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    server.answerInstead = {
      name: 'plans.create',
      outcome: { kind: 'retry', error: { code: 'retry_later' } },
    };
    await desk.must('plans.create', aNewPlan(9));
    server.speaks = 1;
    server.types = protocol1.types;
    await desk.must('sync.now', {});
    expect(stored()).toMatchObject({
      held: fullCoverage(protocol1.types, scopesOf(clerk)),
      gaining: null,
    });
    expect(await shownPlans()).toEqual([1, 2, 9].map(idOf));
    nothingRepaired();
  });

  it('with other rows than ours is found by its sums', async () => {
    server.speaks = 1;
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    await desk.close();
    const db = openSqlite(join(desk.folder(), 'replica.db'), {});
    db.prepare('DELETE FROM plans WHERE id = ?').run(idOf(2));
    db.prepare("UPDATE digests SET count = count - 1 WHERE entity = 'plans' AND scope LIKE 'unit:%'").run();
    db.close();
    await desk.open();
    await desk.must('sync.now', {});
    const repaired = desk.events.filter(({ type }) => type === 'sync.repaired');
    const [unit] = scopesOf(clerk).filter((scope) => scope.startsWith('unit:'));
    expect(repaired).toEqual([{ type: 'sync.repaired', scopes: [unit] }]);
    expect(await shownPlans()).toEqual([1, 2].map(idOf));
  });
});

describe('a newer server', () => {
  it('sends the rows of a type that it has learnt and the desk knows', async () => {
    server.types = server.types.filter((type) => type !== 'plans');
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    expect(await shownPlans()).toEqual([]);
    server.types = [...entities.keys()];
    await desk.must('sync.now', {});
    expect(await shownPlans()).toEqual([1, 2].map(idOf));
    expect(stored().held).toEqual(everything);
    nothingRepaired();
  });

  it('may send what nobody here knows: it is passed over and not counted', async () => {
    const transport: Transport = {
      origin: server.origin,
      async request(request) {
        const answer = await server.request(request);
        return request.path === '/sync/pull' ? withUnknownLine(answer) : answer;
      },
    };
    const other = await new TestDesk(server, clock, { transport }).open();
    await other.signIn('clerk');
    await other.must('sync.now', {});
    server.put(plans, planOf(3));
    await other.must('sync.now', {});
    expect((await other.see('plans.list', {})).items).toHaveLength(3);
    expect(other.events.filter(({ type }) => type === 'sync.repaired')).toEqual([]);
    await other.remove();
  });
});

function withUnknownLine(answer: TransportResponse): TransportResponse {
  const line = { t: 'made_up_later', i: 'c', v: 1, s: ['all'], b: { id: 'c' } };
  async function* body(): AsyncIterable<Uint8Array> {
    yield Buffer.from(`${JSON.stringify(line)}\n`);
    yield* answer.body;
  }
  return { ...answer, body: body() };
}

describe('the state that an older program has kept', () => {
  it('is read, its rows are counted by type, and nothing is fetched again for it', async () => {
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    const state = stored();
    server.answerInstead = {
      name: 'plans.create',
      outcome: { kind: 'retry', error: { code: 'retry_later' } },
    };
    // Its row stands above the base and must not be counted.
    await desk.must('plans.create', aNewPlan(9));
    await desk.close();
    const db = openSqlite(join(desk.folder(), 'replica.db'), {});
    db.prepare("UPDATE meta SET value = ? WHERE key = 'pullState'").run(JSON.stringify(stateTo1(state)));
    db.exec(
      `DELETE FROM meta WHERE key = 'format'; DROP TABLE digests;
       CREATE TABLE digests (scope text PRIMARY KEY, count integer NOT NULL, hi integer NOT NULL, lo integer NOT NULL)`,
    );
    db.close();
    await desk.open({ timers: realTimers });
    await expect.poll(async () => (await desk.see('sync.status', {})).rebuild).toBeNull();
    server.put(plans, planOf(3));
    expect(await desk.must('sync.now', {})).toMatchObject({ rows: 1 });
    expect(stored().held).toEqual(state.held);
    expect(await shownPlans()).toEqual([1, 2, 3, 9].map(idOf));
    nothingRepaired();
  });

  it('holds only what this replica has rows of', () => {
    const scopes = ['all', 'unit:a'];
    const before = {
      epoch: idOf(1),
      cursor: 7,
      held: ['all'],
      gaining: { scopes: ['unit:a'], entity: 'plans', after: 'x' },
    };
    expect(readPullState(before, entities.keys())).toEqual({
      epoch: idOf(1),
      cursor: 7,
      held: fullCoverage(protocol1.types, ['all']),
      gaining: { of: fullCoverage(protocol1.types, ['unit:a']), entity: 'plans', after: 'x' },
    });
    const now = {
      ...before,
      held: fullCoverage(['plans', 'contracts'], scopes),
      gaining: { of: fullCoverage(['contracts'], scopes), entity: 'contracts', after: '' },
    };
    const state = readPullState(now, ['plans', 'settings']);
    expect(state).toEqual({ ...before, held: fullCoverage(['plans'], scopes), gaining: null });
    expect(scopesIn(state.held)).toEqual(scopes);
  });

  it('is never a reason not to open: what nobody can read begins from nothing', () => {
    for (const broken of [null, 7, {}, { epoch: null, cursor: -1, held: [], gaining: null }]) {
      expect(readPullState(broken, entities.keys())).toEqual({
        epoch: null,
        cursor: null,
        held: [],
        gaining: null,
      });
    }
  });
});

it('a server that was restored is noticed also by a desk whose replica is lost', async () => {
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
  const backup = server.backup();
  await desk.must('plans.create', aNewPlan(9));
  await desk.must('sync.now', {});
  await desk.close();
  for (const suffix of ['', '-wal', '-shm'])
    rmSync(join(desk.folder(), `replica.db${suffix}`), { force: true });
  server.restore(backup);
  await desk.open();
  await desk.must('sync.now', {});
  expect(desk.events).toContainEqual({ type: 'sync.restarted', offeredAgain: 1 });
  expect(server.row('plans', idOf(9))).toBeDefined();
  expect(await shownPlans()).toEqual([1, 2, 9].map(idOf));
});
