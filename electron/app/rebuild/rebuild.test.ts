// A desk whose program was updated or rolled back, as its user meets it: nothing hangs, nothing is refused that only has to wait, nothing is lost.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Plan } from '#shared/domain/plans/model.ts';
import { plans } from '#shared/domain/plans/model.ts';
import type { Timers } from '../ports.ts';
import { failingDisk } from '../testing/failing-disk.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { domainWith, plansWithPlace } from '../testing/other-version.ts';
import { noTimers, type TestClock, TestDesk } from '../testing/test-desk.ts';
import { aNewPlan, aTown, contentNamed, idOf, planOf } from '../testing/town.ts';

/** Timers that fire when the test says so, in order. */
function handTimers(): Timers & { tick(): boolean } {
  const waiting: (() => void)[] = [];
  return {
    setTimeout(callback) {
      waiting.push(callback);
      return callback;
    },
    clearTimeout(handle) {
      const at = waiting.indexOf(handle as () => void);
      if (at >= 0) waiting.splice(at, 1);
    },
    tick() {
      const next = waiting.shift();
      next?.();
      return next !== undefined;
    },
  };
}

const rows = 60;
let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;
let timers: ReturnType<typeof handTimers>;

beforeEach(async () => {
  ({ server, clock } = aTown());
  for (let no = 1; no <= rows; no += 1)
    server.put(plans, planOf(no, { status: 'filed', planNo: `No ${no}` }));
  desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
});
afterEach(() => desk.remove());

/** The next version of the program opens the same files. */
async function updated(over: ConstructorParameters<typeof TestDesk>[2] = {}): Promise<TestDesk> {
  await desk.close();
  timers = handTimers();
  desk = new TestDesk(server, clock, { timers, folder: desk.root, ...over });
  return desk.open({}, domainWith(plansWithPlace));
}

async function finishRebuild(): Promise<void> {
  for (let turns = 0; turns < 1000; turns += 1) {
    if ((await desk.see('sync.status', {})).rebuild === null) return;
    timers.tick();
  }
  throw new Error('the rebuild does not end');
}

const plan = async (no: number): Promise<Plan> => (await desk.see('plans.get', { id: idOf(no) })).plan;

it('opens at once, says how far it is, and shows single records meanwhile', async () => {
  await updated();
  expect(await desk.see('session.current', {})).toMatchObject({ error: null, locked: false });
  expect((await desk.see('sync.status', {})).rebuild).toEqual({ done: 0, total: rows, problem: null });
  expect(await plan(1)).toMatchObject({ planNo: 'No 1' });
  expect((await desk.see('plans.list', {})).items).toEqual([]);
  await finishRebuild();
  expect((await desk.see('plans.list', { limit: 200 })).items).toHaveLength(rows);
  expect((await desk.see('plans.counts', { filters: [] })).filed).toBe(rows);
  const progress = desk.events.flatMap((event) =>
    event.type === 'sync.status' ? [event.status.rebuild] : [],
  );
  expect(progress.at(-1)).toBeNull();
});

it('keeps what waits to be sent, shows it again, and sends it once', async () => {
  await desk.must('plans.create', aNewPlan(100));
  await desk.must('plans.edit', {
    id: idOf(100),
    changes: [{ field: 'projectName', from: 'Plan 100', to: 'Edited' }],
  });
  server.always = 'unreachable';
  await updated();
  await finishRebuild();
  expect(await plan(100)).toMatchObject({ content: { projectName: 'Edited' } });
  expect(await desk.dispatch('sync.now', {})).toMatchObject({ ok: false });
  server.always = null;
  await desk.must('sync.now', {});
  expect(await desk.see('sync.status', {})).toMatchObject({ waiting: 0, attention: 0, state: 'synced' });
  expect(await plan(100)).toMatchObject({ content: { projectName: 'Edited' } });
  expect(desk.events.filter(({ type }) => type === 'sync.repaired')).toEqual([]);
});

it('lets a command wait that needs rows which are still to come, and carries out one that does not', async () => {
  await updated();
  // Its rules look at everything that the unit buys in the year.
  await desk.must('plans.create', aNewPlan(101));
  const submitted = desk.dispatch('plans.submit', { id: idOf(101), acknowledged: [] });
  let answered = false;
  void submitted.then(() => {
    answered = true;
  });
  await Promise.resolve();
  expect(answered).toBe(false);
  await finishRebuild();
  const result = await submitted;
  // Refused or accepted by its rules, never for want of rows.
  expect(
    result.ok || result.error.code === 'warning_unacknowledged' || result.error.code === 'rule_broken',
  ).toBe(true);
});

it('answers whoever waits when it is closed', async () => {
  await updated();
  await desk.must('plans.create', aNewPlan(101));
  const submitted = desk.dispatch('plans.submit', { id: idOf(101), acknowledged: [] });
  await desk.close();
  expect(await submitted).toMatchObject({ ok: false, error: { code: 'offline' } });
});

it('pulls nothing over rows that are on their way, and everything afterwards', async () => {
  server.put(plans, planOf(7, { status: 'filed', planNo: 'Newer' }));
  await updated();
  expect(await desk.must('sync.now', {})).toMatchObject({ rows: 0 });
  expect(await plan(7)).toMatchObject({ planNo: 'No 7' });
  await finishRebuild();
  await desk.must('sync.now', {});
  expect(await plan(7)).toMatchObject({ planNo: 'Newer' });
  expect(desk.events.filter(({ type }) => type === 'sync.repaired')).toEqual([]);
});

it('opens on a full disk with drafts and outbox, names the room it needs, and goes on by itself', async () => {
  await desk.must('plans.create', { ...aNewPlan(100), content: contentNamed('Waiting') });
  await desk.must('drafts.save', { key: 'k', form: 'f', body: { typed: 1 } });
  const disk = failingDisk();
  disk.failWith('SQLITE_FULL');
  await updated({ openDatabase: disk.open });
  expect(await desk.see('session.current', {})).toMatchObject({ error: null });
  expect(await desk.see('drafts.get', { key: 'k' })).toMatchObject({ draft: { body: { typed: 1 } } });
  expect((await desk.see('sync.status', {})).waiting).toBe(1);
  timers.tick();
  const { rebuild } = await desk.see('sync.status', {});
  expect(rebuild?.problem).toMatchObject({ code: 'disk_full' });
  expect(Number(rebuild?.problem?.params?.['needed'])).toBeGreaterThan(1_000_000);
  // Whoever asks for rows that are not there is told so instead of waiting for ever.
  expect(await desk.dispatch('plans.create', aNewPlan(102))).toMatchObject({
    ok: false,
    error: { code: 'disk_full' },
  });
  disk.failWith(null);
  await finishRebuild();
  expect(await plan(100)).toMatchObject({ content: { projectName: 'Waiting' } });
  expect((await desk.see('plans.list', { limit: 200 })).items).toHaveLength(rows + 1);
  await desk.must('sync.now', {});
  expect(await desk.see('sync.status', {})).toMatchObject({ waiting: 0, state: 'synced' });
});
