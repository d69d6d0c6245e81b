// When a desk synchronises by itself: after commands, on pokes, when the line ends, by timer, and ever more rarely while nobody answers.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plans } from '#shared/domain/plans/model.ts';
import type { Timers, TransportRequest, TransportResponse } from '../ports.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { type TestClock, TestDesk } from '../testing/test-desk.ts';
import { aNewPlan, aTown, idOf, planOf } from '../testing/town.ts';

/** Timers that run when the test says so. */
class HandTimers implements Timers {
  readonly waiting = new Map<number, { readonly callback: () => void; readonly milliseconds: number }>();
  #next = 1;

  setTimeout(callback: () => void, milliseconds: number): number {
    this.#next += 1;
    this.waiting.set(this.#next, { callback, milliseconds });
    return this.#next;
  }

  clearTimeout(handle: unknown): void {
    if (typeof handle === 'number') this.waiting.delete(handle);
  }

  /** The longest wait that is planned: that of the next round; the others are the index's. */
  get longest(): number {
    return Math.max(0, ...[...this.waiting.values()].map(({ milliseconds }) => milliseconds));
  }

  run(): void {
    const due = [...this.waiting.values()];
    this.waiting.clear();
    for (const { callback } of due) callback();
  }
}

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;
let timers: HandTimers;
/** Null: the server hangs up. */
let poke: (data: string | null) => void;
/** How often the desk has waited for a poke: what came before has been taken in. */
let awaited: number;

beforeEach(async () => {
  ({ server, clock } = aTown());
  timers = new HandTimers();
  awaited = 0;
  server.alsoAnswers = (request: TransportRequest): TransportResponse | undefined =>
    request.path === '/sync/events' ? { status: 200, headers: {}, body: pokes(request.signal) } : undefined;
  desk = await new TestDesk(server, clock, { timers, autoSync: true }).open();
  await desk.signIn('clerk');
  timers.run();
  await expect
    .poll(async () => (await desk.see('sync.status', {})).lastContact ?? server.requests.length)
    .toBeTruthy();
  await expect.poll(() => server.requests.some(({ path }) => path === '/sync/events')).toBe(true);
});

afterEach(() => desk.remove());

/** Does something once, while a round asks for what is new. */
function whilePulling(act: () => Promise<unknown>): void {
  const answer = server.request.bind(server);
  server.request = async (request) => {
    if (request.path === '/sync/pull') {
      server.request = answer;
      await act();
    }
    return answer(request);
  };
}

async function* pokes(signal: AbortSignal | undefined): AsyncIterable<Uint8Array> {
  for (;;) {
    const data = await new Promise<string | null>((resolve) => {
      poke = resolve;
      awaited += 1;
      signal?.addEventListener('abort', () => resolve(null));
    });
    if (data === null) return;
    yield new TextEncoder().encode(`: heartbeat\n\nevent: head\ndata: ${data}\n\n`);
  }
}

it('sends a command soon after it was made', async () => {
  await desk.must('plans.create', aNewPlan(1));
  timers.run();
  await expect.poll(() => server.row('plans', idOf(1)) !== undefined).toBe(true);
});

it('sends at once also what was made while a round was ending', async () => {
  whilePulling(() => desk.must('plans.create', aNewPlan(1)));
  await desk.dispatch('sync.now', {});
  expect(server.row('plans', idOf(1))).toBeUndefined();
  expect(timers.longest).toBeLessThanOrEqual(1_000);
  timers.run();
  await expect.poll(() => server.row('plans', idOf(1)) !== undefined).toBe(true);
});

it('sends at once also what was made in the round that ends an outage', async () => {
  server.always = 'unreachable';
  await desk.dispatch('sync.now', {});
  server.always = null;
  whilePulling(() => desk.must('plans.create', aNewPlan(1)));
  timers.run();
  await expect.poll(async () => (await desk.see('sync.status', {})).error).toBe(null);
  await expect.poll(() => timers.longest).toBeLessThanOrEqual(1_000);
  timers.run();
  await expect.poll(() => server.row('plans', idOf(1)) !== undefined).toBe(true);
});

it('asks soon whether the server is still there when the line ends', async () => {
  expect(timers.longest).toBeGreaterThanOrEqual(30_000);
  server.always = 'unreachable';
  poke(null);
  await expect.poll(() => timers.longest).toBeLessThanOrEqual(1_000);
  timers.run();
  await expect.poll(async () => (await desk.see('sync.status', {})).state).toBe('offline');
});

it('comes back ever more rarely to a server that hangs up at once', async () => {
  let lines = 0;
  async function* hangUp(): AsyncIterable<Uint8Array> {
    yield new Uint8Array();
    lines += 1;
  }
  server.alsoAnswers = ({ path }) =>
    path === '/sync/events' ? { status: 200, headers: {}, body: hangUp() } : undefined;
  poke(null);
  const waits: number[] = [];
  for (let round = 1; round <= 8; round += 1) {
    await expect.poll(() => timers.longest).toBeGreaterThan(0);
    timers.run();
    await expect.poll(() => lines).toBe(round);
    // What follows the end of a line follows before anything else does.
    await new Promise((resolve) => setImmediate(resolve));
    waits.push(timers.longest);
  }
  expect(waits[0]).toBeLessThanOrEqual(2_000);
  expect(waits.at(-1)).toBeGreaterThanOrEqual(30_000);
});

it('pulls when the server says that there is something new, and not for what it has', async () => {
  const before = server.requests.length;
  await expect.poll(() => awaited).toBe(1);
  poke(JSON.stringify({ head: 0 }));
  await expect.poll(() => awaited).toBe(2);
  server.put(plans, planOf(3));
  poke(JSON.stringify({ head: server.head, epoch: idOf(1) }));
  await expect
    .poll(() => [...timers.waiting.values()].some(({ milliseconds }) => milliseconds === 30))
    .toBe(true);
  expect(server.requests).toHaveLength(before);
  timers.run();
  await expect.poll(async () => (await desk.see('plans.list', {})).total).toBe(1);
});

it('waits longer and longer while nobody answers, and is prompt again afterwards', async () => {
  server.always = 'unreachable';
  const waits: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    timers.run();
    await desk.dispatch('sync.now', {});
    waits.push(timers.longest);
  }
  // Each lies between half and the whole of its step.
  expect(waits.at(-1)).toBeGreaterThanOrEqual(150_000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(300_000);
  expect(waits[0]).toBeLessThanOrEqual(4_000);
  server.always = null;
  timers.run();
  await expect.poll(async () => (await desk.see('sync.status', {})).state).toBe('synced');
  expect(timers.longest).toBeLessThanOrEqual(60_000);
});
