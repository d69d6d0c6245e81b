// 待办: for every role exactly what it was when each module had a list of its own, whatever one asks for and in whichever order.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '#demo/seed-steps.ts';
import type { QueryInput, QueryOutput } from '#shared/contract/ipc.ts';
import { type Actor, humanRoles } from '#shared/domain/actor.ts';
import { accounts, settings } from '#shared/domain/admin/model.ts';
import { settingValue } from '#shared/domain/admin/settings.ts';
import {
  type Announcement,
  announcementStatuses,
  announcements,
} from '#shared/domain/announcements/model.ts';
import { availableActions } from '#shared/domain/announcements/workflow.ts';
import { entities, syncedEntities } from '#shared/domain/entities.ts';
import { titleOf, waitingIndexOf } from '#shared/domain/entity.ts';
import { taskKindsOf } from '#shared/domain/module.ts';
import { modules } from '#shared/domain/modules.ts';
import { type Plan, plans } from '#shared/domain/plans/model.ts';
import { label } from '#shared/text/index.ts';
import { anActor, anAgency, anotherUnit, aUnit } from '#test/builders/actors.ts';
import { anAnnouncement } from '#test/builders/announcement-rows.ts';
import { demoRows } from '#test/support/demo-rows.ts';
import type { Domain } from '../account.ts';
import { openSqlite } from '../db/connection.ts';
import { layOut } from '../db/replica/lay-out.ts';
import { FakeServer } from '../testing/fake-server.ts';
import { domainWithout } from '../testing/other-version.ts';
import { noTimers, TestClock, TestDesk } from '../testing/test-desk.ts';
import { idOf, planOf } from '../testing/town.ts';
import { countStatement, pageStatement } from './task-statement.ts';

type Task = QueryOutput<'tasks.list'>['items'][number];

/** As `tasks.list` and `announcements.tasks` answered before they were one. */
function before(server: FakeServer, actor: Actor, agencyReviews: boolean): readonly string[] {
  const seen = [...server.visibleTo(actor)];
  const status = {
    purchaser_clerk: 'returned',
    purchaser_reviewer: 'unit_review',
    procurement_office: 'office_review',
  } as const satisfies { readonly [role: string]: Plan['status'] };
  const ofPlans = seen.filter(
    ([key, { row }]) =>
      key.startsWith('plans/') &&
      Object.hasOwn(status, actor.role) &&
      (row as Plan).status === status[actor.role as keyof typeof status],
  );
  const wanted: Readonly<Record<string, string>> = {
    review: 'announcements.approve',
    approved: 'announcements.publish',
    returned: 'announcements.submit',
  };
  const ofAnnouncements = seen.filter(([key, { row }]) => {
    if (!key.startsWith('announcements/')) return false;
    const announcement = row as Announcement;
    if (announcement.status === 'approved' && actor.role === 'purchaser_reviewer') return false;
    const command = wanted[announcement.status] ?? '';
    return availableActions(actor, announcement, agencyReviews).includes(command);
  });
  return [...ofPlans, ...ofAnnouncements].map(([key]) => key).toSorted();
}

async function walked(desk: TestDesk, input: QueryInput<'tasks.list'> = {}): Promise<readonly Task[]> {
  const items: Task[] = [];
  let after: QueryOutput<'tasks.list'>['next'] = null;
  do {
    const page: QueryOutput<'tasks.list'> = await desk.see('tasks.list', { limit: 7, ...input, after });
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}

const keysOf = (items: readonly Task[]) => items.map(({ entity, id }) => `${entity}/${id}`);

function agencyReviews(server: FakeServer, value: boolean): void {
  server.put(settings, { id: 'announcements.agencyReviews', value, updatedAt: 1 });
}

async function deskOf(
  server: FakeServer,
  clock: TestClock,
  actor: Actor,
  domain?: Domain,
): Promise<TestDesk> {
  const name = `${actor.role} ${actor.accountId}`.replaceAll(/[^a-z0-9]/g, '').slice(-30);
  server.addPerson(name, 'password', actor);
  if (actor.role !== 'trading_platform' && actor.role !== 'system') {
    const { role, organisationId, regionCodes } = actor;
    const account = { id: actor.accountId, username: name, name: actor.name, phone: '', active: true };
    server.put(accounts, { ...account, role, organisationId, regionCodes: [...regionCodes] });
  }
  const desk = await new TestDesk(server, clock, { timers: noTimers }).open({}, domain);
  await desk.signIn(name, 'password');
  await desk.must('sync.now', {});
  return desk;
}

/** On one desk after the other, each under both values of the setting. */
async function sameAsBefore(server: FakeServer, actor: Actor): Promise<number> {
  const desk = await deskOf(server, new TestClock(), actor);
  let most = 0;
  try {
    for (const value of [true, false]) {
      agencyReviews(server, value);
      await desk.must('sync.now', {});
      const items = await walked(desk);
      expect(keysOf(items).toSorted(), `${actor.role}, ${value}`).toEqual(before(server, actor, value));
      const counts = await desk.see('tasks.counts', {});
      for (const [kind, count] of Object.entries(counts)) {
        expect(items.filter((item) => item.kind === kind)).toHaveLength(count ?? -1);
      }
      expect(items.every(({ kind }) => Object.hasOwn(counts, kind))).toBe(true);
      expect((await desk.see('tasks.list', {})).total).toBe(items.length);
      expect((await desk.see('home.counts', {})).tasks).toBe(items.length);
      most = Math.max(most, items.length);
    }
  } finally {
    await desk.remove();
  }
  return most;
}

describe('the tasks of the demo', () => {
  it('are for everybody what they were', async () => {
    const { store, world } = await demoRows(140);
    const server = new FakeServer(new TestClock().now);
    server.put(plans, ...store.all(plans));
    server.put(announcements, ...store.all(announcements));
    const waiting = new Map<string, number>();
    const tried = new Map<string, number>();
    for (const account of world.accounts) {
      const actor = actorOf(account);
      const expected = Math.max(...[true, false].map((value) => before(server, actor, value).length));
      const { role } = actor;
      // Of each role some with the most different work; those without any are all alike.
      const some = expected > 0 ? 4 : 1;
      const key = `${role} ${expected > 0}`;
      if ((tried.get(key) ?? 0) >= some) continue;
      tried.set(key, (tried.get(key) ?? 0) + 1);
      waiting.set(role, (waiting.get(role) ?? 0) + (await sameAsBefore(server, actor)));
    }
    for (const role of ['purchaser_clerk', 'purchaser_reviewer', 'agency', 'procurement_office']) {
      expect(waiting.get(role), role).toBeGreaterThan(0);
    }
    for (const role of ['supervisor', 'administrator', 'auditor']) expect(waiting.get(role), role).toBe(0);
  });
});

describe('every announcement that there can be', () => {
  const people: readonly Actor[] = [
    anActor('purchaser_clerk'),
    anActor('purchaser_reviewer'),
    anActor('agency'),
    anActor('agency', anAgency, 'another agent'),
    anActor('purchaser_clerk', anotherUnit),
    anActor('procurement_office'),
    { ...anActor('agency'), organisationId: null },
  ];
  let server: FakeServer;

  beforeAll(() => {
    server = new FakeServer(new TestClock().now);
    let no = 0;
    for (const status of announcementStatuses) {
      for (const draftedBy of ['purchaser', 'agency'] as const) {
        for (const agencyId of [anAgency.id, null]) {
          // Accounts change their roles: also a reviewer may have submitted what waits for the review.
          for (const submittedBy of [null, ...people.slice(0, 4).map(({ accountId }) => accountId)]) {
            no += 1;
            const parts = { id: idOf(no), status, draftedBy, agencyId, submittedBy, updatedAt: no % 5 };
            const row = anAnnouncement().with(parts).build();
            const out = status === 'published' || status === 'withdrawn';
            server.put(announcements, out ? { ...row, publishedAt: 1 } : row);
          }
        }
      }
    }
  });

  it.each(people.map((actor) => [`${actor.role} ${actor.name} of ${actor.organisationId}`, actor] as const))(
    'waits for whom it did: %s',
    async (_name, actor) => {
      const most = await sameAsBefore(server, actor);
      const own = actor.organisationId === aUnit.id || actor.organisationId === anAgency.id;
      expect(most > 0).toBe(own);
    },
  );
});

describe('the list', () => {
  const reviewer = anActor('purchaser_reviewer');
  const names = ['roof', 'roof 7 of the annex', 'lamps'] as const;
  const server = new FakeServer(new TestClock().now);
  let desk: TestDesk;

  beforeAll(async () => {
    const name = (no: number) => names[no % 3] ?? '';
    for (let no = 1; no <= 40; no += 1) {
      // Many at the same time, in both tables.
      const at = { updatedAt: 1_700_000_000_000 + (no % 4) };
      const plan = planOf(no, { status: 'unit_review', ...at });
      server.put(plans, { ...plan, content: { ...plan.content, projectName: name(no), budgetAmount: no } });
      const announcement = anAnnouncement()
        .submitted()
        .with({ id: idOf(100 + no), title: name(no), ...at });
      server.put(announcements, announcement.build());
    }
    desk = await deskOf(server, new TestClock(), reviewer);
    // A question takes up a slice of what is still to be indexed.
    while ((await desk.see('diagnostics', {})).notIndexed > 0) await desk.see('tasks.list', { search: 'ab' });
  });
  afterAll(() => desk.remove());

  it.each(['desc', 'asc'] as const)('goes through both tables as one, %s', async (direction) => {
    const items = await walked(desk, { direction });
    expect(new Set(keysOf(items)).size).toBe(80);
    const times = items.map(({ updatedAt }) => updatedAt);
    expect(times).toEqual(times.toSorted((a, b) => (direction === 'desc' ? b - a : a - b)));
    const whole = (await desk.see('tasks.list', { direction, limit: 200 })).items;
    expect(keysOf(items)).toEqual(keysOf(whole));
    const back = await walked(desk, { direction: direction === 'desc' ? 'asc' : 'desc', limit: 3 });
    expect(keysOf(back)).toEqual(keysOf(items).toReversed());
  });

  it('says of a task what it is', async () => {
    const { items } = await desk.see('tasks.list', { limit: 200 });
    expect(items.find(({ id }) => id === idOf(1))).toEqual({
      entity: 'plans',
      id: idOf(1),
      page: { entity: 'plans', id: idOf(1) },
      kind: 'plans.approve',
      title: names[1],
      detail: null,
      purchaserName: aUnit.name,
      amount: 1,
      status: 'unit_review',
      states: 'plans.status',
      updatedAt: 1_700_000_000_001,
      mark: 'synced',
    });
    const row = anAnnouncement().build();
    expect(items.find(({ id }) => id === idOf(101))).toMatchObject({
      entity: 'announcements',
      kind: 'announcements.approve',
      detail: row.projectName,
      amount: null,
      status: 'review',
      states: 'announcements.status',
    });
  });

  it('has the words of its own for the state of an invitation: it is sent, not published', async () => {
    const own = new FakeServer(new TestClock().now);
    for (const [no, type] of (['TENDER', 'TENDER_INVITATION', 'INVITATION_CORRECTION'] as const).entries()) {
      own.put(
        announcements,
        anAnnouncement()
          .submitted()
          .with({ id: idOf(100 + no), type })
          .build(),
      );
    }
    const other = await deskOf(own, new TestClock(), reviewer);
    const { items } = await other.see('tasks.list', { limit: 200 });
    const shown = items.map(({ id, states }) => [id, label(`${states}.approved`)]);
    expect(Object.fromEntries(shown)).toEqual({
      [idOf(100)]: '待发布',
      [idOf(101)]: '待发出',
      [idOf(102)]: '待发出',
    });
    await other.remove();
  });

  it('can be asked for one kind, one unit, and by words', async () => {
    const ofKind = await walked(desk, { kind: 'plans.approve' });
    expect(new Set(ofKind.map(({ entity }) => entity))).toEqual(new Set(['plans']));
    expect(ofKind).toHaveLength(40);
    // Neither of another role nor of any.
    for (const kind of ['plans.file', 'no.such', '__proto__']) {
      expect(await desk.see('tasks.list', { kind })).toEqual({ items: [], total: 0, next: null });
    }
    expect(await walked(desk, { purchaserId: aUnit.id })).toHaveLength(80);
    expect(await walked(desk, { purchaserId: anotherUnit.id })).toEqual([]);
    // A kind of any other module that can wait for this person is counted too.
    const counts = await desk.see('tasks.counts', { purchaserId: anotherUnit.id });
    expect(counts).toMatchObject({ 'plans.approve': 0, 'announcements.approve': 0 });
    expect(new Set(Object.values(counts))).toEqual(new Set([0]));
    const found = await walked(desk, { search: 'annex roof' });
    expect(new Set(found.map(({ title }) => title))).toEqual(new Set([names[1]]));
    expect(found).toHaveLength(28);
    expect((await desk.see('tasks.list', { search: 'annex roof' })).total).toBe(28);
    // A single sign is in no index: the range is walked, and nobody counts it.
    expect(await walked(desk, { search: '7', kind: 'plans.approve' })).toHaveLength(14);
    expect((await desk.see('tasks.list', { search: '7' })).total).toBeNull();
    expect(await walked(desk, { search: 'nothing of that' })).toEqual([]);
  });

  it('goes on behind a row that is gone, and of a table that this program does not know', async () => {
    const first = await desk.see('tasks.list', { limit: 10 });
    const after = first.next ?? { updatedAt: 0, entity: '', row: 0 };
    const rest = await desk.see('tasks.list', { after, limit: 200 });
    expect(rest.items).toHaveLength(70);
    const elsewhere = await desk.see('tasks.list', { after: { ...after, entity: 'no_such' }, limit: 200 });
    expect(elsewhere.items.every(({ updatedAt }) => updatedAt < after.updatedAt)).toBe(true);
  });
});

describe('a program that does not know all record types of the product', () => {
  it('lists, counts and finds those that it knows', async () => {
    const server = new FakeServer(new TestClock().now);
    const clerk = anActor('purchaser_clerk');
    server.put(plans, planOf(1, { status: 'returned' }));
    const desk = await deskOf(server, new TestClock(), clerk, domainWithout(announcements.name));
    try {
      expect(keysOf(await walked(desk))).toEqual([`plans/${idOf(1)}`]);
      const counts = await desk.see('tasks.counts', {});
      expect(counts).toMatchObject({ 'plans.submit': 1 });
      // What sections wait for it knows.
      expect(Object.keys(counts).filter((kind) => kind.startsWith('announcements.'))).toEqual([
        'announcements.create',
      ]);
      expect((await desk.see('home.counts', {})).tasks).toBe(1);
      const { hits } = await desk.see('search.query', { text: 'Plan' });
      expect(hits.map(({ id }) => id)).toEqual([idOf(1)]);
    } finally {
      await desk.remove();
    }
  });
});

describe('the statements', () => {
  const kinds = [...taskKindsOf(modules).values()];

  it.each(kinds.map((kind) => [kind.command, kind] as const))(
    '%s: a page is a range of the index, a count reads nothing else',
    (_, kind) => {
      const db = openSqlite(':memory:', {});
      layOut(db, syncedEntities);
      const planOfQuery = ({ sql, values }: ReturnType<typeof countStatement>) =>
        db
          .prepare<(string | number)[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
          .all(...values)
          .map(({ detail }) => detail);
      const index = waitingIndexOf(kind.entity);
      let claims = 0;
      for (const role of humanRoles) {
        for (const value of [true, false]) {
          const claim = kind.claim(anActor(role), (key) =>
            settingValue([{ id: 'announcements.agencyReviews', value, updatedAt: 1 }], key),
          );
          for (const waitsFor of claim?.waitsFor ?? []) {
            claims += 1;
            for (const purchaserId of [null, aUnit.id]) {
              const range = { kind, waitsFor, claim: claim ?? { waitsFor: [] }, purchaserId, index };
              const walked = { ...range, today: '2026-03-02', words: [], rare: null };
              // Another record of the row is looked for by its id, among the few rows that wait for the same.
              const [own, ...others] = planOfQuery(countStatement(walked));
              expect(own).toBe(`SEARCH r USING COVERING INDEX ${index} (waits_for=?)`);
              expect(others.length > 0).toBe(claim?.while !== undefined);
              for (const other of others) expect(other).toMatch(/^CORRELATED|^SEARCH o .*\(id=\?\)$/);
              for (const after of [null, { updatedAt: 5, row: 7 }]) {
                for (const words of [[], ['word']]) {
                  const plan = planOfQuery(pageStatement({ ...walked, words }, 'desc', after, 51));
                  expect(plan[0]).toMatch(new RegExp(`^SEARCH r USING INDEX ${index} \\(waits_for=\\?`));
                  expect(plan.join('\n')).not.toMatch(/TEMP B-TREE|SCAN/);
                }
              }
            }
          }
        }
      }
      expect(claims).toBeGreaterThan(0);
      db.close();
    },
  );

  it.each(kinds.map((kind) => [kind.command, kind] as const))(
    '%s names columns that are there',
    (_, kind) => {
      const entity = entities.get(kind.entity.name);
      const columns = new Set(Object.keys({ ...entity?.columns, ...entity?.deskColumns }));
      const title = titleOf(kind.entity);
      const { detail = title, amount = title } = kind.columns;
      for (const column of [title, detail, amount, 'purchaserId', 'purchaserName', 'status', 'updatedAt']) {
        expect(columns).toContain(column);
      }
    },
  );
});
