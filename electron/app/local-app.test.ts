import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisations } from '#shared/domain/admin/model.ts';
import { planSchema, plans } from '#shared/domain/plans/model.ts';
import { examplePurchaser } from '#shared/rules/plan-example.ts';
import type { FakeServer } from './testing/fake-server.ts';
import { type TestClock, TestDesk } from './testing/test-desk.ts';
import { aNewPlan, aTown, clerk, idOf } from './testing/town.ts';

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;

beforeEach(async () => {
  ({ server, clock } = aTown());
  desk = await new TestDesk(server, clock).open();
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
});

afterEach(() => desk.remove());

const rename = (no: number, from: string, to: string) => ({
  id: idOf(no),
  changes: [{ field: 'projectName', from, to }],
});

describe('a plan made offline', () => {
  it('is shown at once, kept in the outbox, and reaches the server and back', async () => {
    server.always = 'unreachable';
    const receipt = await desk.must('plans.create', aNewPlan(1));
    expect(receipt).toMatchObject({ no: 1, state: 'applied' });
    expect(await desk.see('plans.get', { id: idOf(1) })).toMatchObject({ version: 0, mark: 'pending' });
    expect(await desk.dispatch('sync.now', {})).toMatchObject({
      ok: false,
      error: { code: 'server_unreachable' },
    });
    expect(await desk.see('sync.status', {})).toMatchObject({ state: 'offline', waiting: 1 });

    server.always = null;
    expect(await desk.must('sync.now', {})).toMatchObject({ acknowledged: 1, rejected: 0, postponed: false });
    expect(await desk.see('plans.get', { id: idOf(1) })).toMatchObject({ version: 1, mark: 'synced' });
    expect(await desk.see('sync.status', {})).toMatchObject({ state: 'synced', waiting: 0 });
    expect(await desk.see('outbox.list', { show: 'waiting' })).toEqual({ items: [], total: 0, next: null });
    expect((await desk.see('outbox.list', { show: 'history' })).items).toMatchObject([
      { name: 'plans.create', state: 'done', subject: { entity: 'plans', id: idOf(1), title: 'Plan 1' } },
    ]);
  });

  it('takes effect once although the answer was lost', async () => {
    await desk.must('plans.create', aNewPlan(1));
    server.faults = ['lose_answer'];
    expect(await desk.dispatch('sync.now', {})).toMatchObject({ ok: false });
    expect(server.row('plans', idOf(1))).toBeDefined();
    expect(await desk.must('sync.now', {})).toMatchObject({ acknowledged: 1 });
    expect(server.lastNo((await desk.see('diagnostics', {})).deskId)).toBe(1);
  });

  it('leaves no trace when it is refused on the desk', async () => {
    const refused = await desk.dispatch('plans.create', {
      id: idOf(1),
      content: { ...aNewPlan(1).content, classified: true },
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'classified' } });
    expect(await desk.ask('plans.get', { id: idOf(1) })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
    expect(await desk.see('sync.status', {})).toMatchObject({ waiting: 0 });
  });

  it('is refused before it is saved when it could never be sent', async () => {
    const huge = { ...aNewPlan(1), padding: 'x'.repeat(1_000_000) };
    expect(await desk.dispatch('plans.create', huge)).toMatchObject({
      ok: false,
      error: { code: 'too_large' },
    });
  });
});

describe('two people', () => {
  it('who change different fields both keep their work', async () => {
    await desk.must('plans.create', aNewPlan(1));
    await desk.must('sync.now', {});
    const other = await new TestDesk(server, clock).open();
    await other.signIn('colleague');
    await other.must('sync.now', {});

    await desk.must('plans.edit', rename(1, 'Plan 1', 'Renamed'));
    await other.must('plans.edit', {
      id: idOf(1),
      changes: [{ field: 'contact', from: aNewPlan(1).content.contact, to: 'Somebody' }],
    });
    await other.must('sync.now', {});
    await desk.must('sync.now', {});
    await other.must('sync.now', {});
    for (const each of [desk, other]) {
      const { plan } = await each.see('plans.get', { id: idOf(1) });
      expect(plan.content).toMatchObject({ projectName: 'Renamed', contact: 'Somebody' });
    }
    await other.remove();
  });

  it('who change the same field: the later sees both values, and chooses', async () => {
    await desk.must('plans.create', aNewPlan(1));
    await desk.must('sync.now', {});
    const other = await new TestDesk(server, clock).open();
    await other.signIn('colleague');
    await other.must('sync.now', {});
    await other.must('plans.edit', rename(1, 'Plan 1', 'Theirs'));
    await other.must('sync.now', {});

    await desk.must('plans.edit', rename(1, 'Plan 1', 'Mine'));
    expect(await desk.must('sync.now', {})).toMatchObject({ rejected: 1 });
    expect((await desk.see('plans.get', { id: idOf(1) })).plan.content.projectName).toBe('Theirs');
    const [item] = (await desk.see('outbox.list', { show: 'attention' })).items;
    expect(item?.error?.code).toBe('conflict');
    const conflict = await desk.see('conflict.get', { commandId: item?.id ?? '' });
    expect(conflict.conflicts).toMatchObject([
      {
        path: 'projectName',
        base: 'Plan 1',
        mine: 'Mine',
        theirs: 'Theirs',
        theirAuthor: 'purchaser_clerk 2',
      },
    ]);

    await desk.must('outbox.resubmit', { id: item?.id, input: rename(1, 'Theirs', 'Mine') });
    expect(await desk.see('outbox.list', { show: 'attention' })).toEqual({ items: [], total: 0, next: null });
    await desk.must('sync.now', {});
    expect(planSchema.parse(server.row('plans', idOf(1))).content.projectName).toBe('Mine');
    await other.remove();
  });
});

describe('pulling while commands wait', () => {
  it('puts what comes in below what is not confirmed', async () => {
    await desk.must('plans.create', aNewPlan(1));
    await desk.must('sync.now', {});
    await desk.must('plans.edit', rename(1, 'Plan 1', 'Mine'));
    const [seen] = [planSchema.parse(server.row('plans', idOf(1)))];
    server.put(plans, { ...seen, content: { ...seen.content, contact: 'Changed meanwhile' } });
    server.answerInstead = { name: 'plans.edit', outcome: { kind: 'retry', error: { code: 'retry_later' } } };
    expect(await desk.must('sync.now', {})).toMatchObject({ postponed: true });
    const { plan } = await desk.see('plans.get', { id: idOf(1) });
    expect(plan.content).toMatchObject({ projectName: 'Mine', contact: 'Changed meanwhile' });

    server.answerInstead = null;
    await desk.must('sync.now', {});
    expect(planSchema.parse(server.row('plans', idOf(1))).content).toMatchObject({
      projectName: 'Mine',
      contact: 'Changed meanwhile',
    });
    expect((await desk.see('plans.get', { id: idOf(1) })).mark).toBe('synced');
  });

  it('keeps a command that would now be refused, and says so', async () => {
    await desk.must('plans.create', aNewPlan(1));
    await desk.must('sync.now', {});
    await desk.must('plans.edit', rename(1, 'Plan 1', 'Mine'));
    const seen = planSchema.parse(server.row('plans', idOf(1)));
    server.put(plans, { ...seen, content: { ...seen.content, projectName: 'Theirs' } });
    server.answerInstead = { name: 'plans.edit', outcome: { kind: 'retry', error: { code: 'retry_later' } } };
    await desk.must('sync.now', {});
    expect((await desk.see('plans.get', { id: idOf(1) })).plan.content.projectName).toBe('Theirs');
    const [item] = (await desk.see('outbox.list', { show: 'waiting' })).items;
    expect(item).toMatchObject({
      state: 'pending',
      error: { code: 'retry_later' },
      doubt: { code: 'conflict' },
    });
  });

  it('lets a deleted record go although a command waits on it', async () => {
    await desk.must('plans.create', aNewPlan(1));
    await desk.must('sync.now', {});
    await desk.must('plans.edit', rename(1, 'Plan 1', 'Mine'));
    server.remove('plans', idOf(1));
    expect(await desk.must('sync.now', {})).toMatchObject({ rejected: 1 });
    expect(await desk.ask('plans.get', { id: idOf(1) })).toMatchObject({ ok: false });
    expect((await desk.see('outbox.list', { show: 'attention' })).items).toMatchObject([
      { error: { code: 'not_found' } },
    ]);
  });
});

describe('a refused command', () => {
  it('leaves the rows, stays with its input, blocks nothing, and marks what stood on it', async () => {
    await desk.must('plans.create', aNewPlan(1));
    await desk.must('plans.edit', rename(1, 'Plan 1', 'Better'));
    await desk.must('plans.create', aNewPlan(2));
    server.answerInstead = {
      name: 'plans.create',
      outcome: { kind: 'rejected', error: { code: 'rule_broken' } },
    };
    server.faults = [];
    await desk.must('sync.now', {});
    server.answerInstead = null;
    const { items } = await desk.see('outbox.list', { show: 'attention' });
    expect(items.map(({ no, name, error }) => [no, name, error?.code])).toEqual([
      [3, 'plans.create', 'rule_broken'],
      [2, 'plans.edit', 'not_found'],
      [1, 'plans.create', 'rule_broken'],
    ]);
    expect(items.map(({ dependsOnRejected }) => dependsOnRejected)).toEqual([null, items[2]?.id, null]);
    expect(await desk.ask('plans.get', { id: idOf(1) })).toMatchObject({ ok: false });
    expect(await desk.see('sync.status', {})).toMatchObject({
      state: 'needs_attention',
      attention: 3,
      waiting: 0,
    });

    const kept = await desk.see('outbox.get', { id: items[2]?.id ?? '' });
    expect(kept.input).toEqual(aNewPlan(1));
    await desk.must('outbox.resubmit', { id: kept.item.id, input: kept.input });
    await desk.must('outbox.discard', { id: items[1]?.id });
    await desk.must('outbox.discard', { id: items[0]?.id });
    // Told at once, not with the next round.
    expect(desk.events.findLast(({ type }) => type === 'sync.status')).toMatchObject({
      status: { state: 'syncing', attention: 0, waiting: 1 },
    });
    await desk.must('plans.create', aNewPlan(4));
    expect(await desk.must('sync.now', {})).toMatchObject({ acknowledged: 2, rejected: 0 });
    expect(server.row('plans', idOf(1))).toBeDefined();
    expect(await desk.see('sync.status', {})).toMatchObject({ state: 'synced', attention: 0 });
    expect(await desk.dispatch('outbox.discard', { id: kept.item.id })).toMatchObject({
      ok: false,
      error: { code: 'wrong_state' },
    });
  });
});

describe('what only the server decides', () => {
  it('waits without effect and says so', async () => {
    const office = await new TestDesk(server, clock).open();
    await office.signIn('officer');
    const admin = { organisation: { ...examplePurchaser, name: 'Another name' } };
    expect(await office.dispatch('organisations.save', admin)).toMatchObject({
      ok: false,
      error: { code: 'not_allowed' },
    });
    server.addPerson('admin', 'password of admin', {
      ...clerk,
      accountId: idOf(8100),
      role: 'administrator',
    });
    const root = await new TestDesk(server, clock).open();
    await root.signIn('admin');
    await root.must('sync.now', {});
    expect(await root.must('organisations.save', admin)).toMatchObject({ state: 'waiting_for_server' });
    expect(await root.see('sync.status', {})).toMatchObject({ waiting: 1, waitingForServer: 1 });
    const before = await root.see('organisations.search', { kind: 'purchaser' });
    expect(before.organisations[0]?.name).toBe(examplePurchaser.name);
    await root.must('sync.now', {});
    const after = await root.see('organisations.search', { kind: 'purchaser' });
    expect(after.organisations.map(({ name }) => name)).toContain('Another name');
    await office.remove();
    await root.remove();
  });
});

describe('calls nobody should make', () => {
  it('are answered with a code', async () => {
    for (const name of ['nothing', '__proto__', 'constructor', 'toString', '']) {
      expect(await desk.dispatch(name, {})).toMatchObject({ ok: false, error: { code: 'unknown_name' } });
    }
    expect(await desk.dispatch('plans.list', { limit: 100_000 })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input' },
    });
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(await desk.dispatch('plans.create', loop)).toMatchObject({
      ok: false,
      error: { code: 'invalid_input' },
    });
    expect(await desk.dispatch('plans.create', undefined)).toMatchObject({ ok: false });
  });

  it('need someone signed in', async () => {
    const stranger = await new TestDesk(server, clock).open();
    for (const name of ['plans.list', 'plans.create', 'sync.now', 'diagnostics']) {
      expect(await stranger.dispatch(name, {})).toMatchObject({
        ok: false,
        error: { code: 'not_signed_in' },
      });
    }
    await stranger.remove();
  });
});

it('the example unit is there for everyone', async () => {
  const found = await desk.see('organisations.search', { text: '', kind: 'purchaser' });
  expect(found.organisations.map(({ id }) => id)).toContain(organisations.schema.parse(examplePurchaser).id);
});
