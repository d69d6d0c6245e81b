// When a desk synchronises by itself: after commands, on pokes, by timer, and ever more rarely while nobody answers.
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
let poke: (data: string) => void;

beforeEach(async () => {
  ({ server, clock } = aTown());
  timers = new HandTimers();
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

async function* pokes(signal: AbortSignal | undefined): AsyncIterable<Uint8Array> {
  for (;;) {
    const data = await new Promise<string | null>((resolve) => {
      poke = resolve;
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

it('pulls when the server says that there is something new, and not for what it has', async () => {
  const before = server.requests.length;
  poke(JSON.stringify({ head: 0 }));
  await new Promise((resolve) => setTimeout(resolve, 5));
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
