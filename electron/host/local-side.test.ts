// The local side's thread from outside: calls, events, and what happens when it dies.
import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalState } from '#shared/contract/host.ts';
import type { LogEntry } from '../app/ports.ts';
import type { WorkerData } from '../app/worker.ts';
import { createLocalSide, type LocalSide, type Thread } from './local-side.ts';

class FakeThread extends EventEmitter {
  readonly posted: unknown[] = [];
  readonly data: WorkerData;
  ended = false;
  constructor(data: WorkerData) {
    super();
    this.data = data;
  }
  postMessage(message: unknown): void {
    this.posted.push(message);
    const { kind } = message as { kind: string };
    if (kind === 'close') queueMicrotask(() => this.emit('message', { kind: 'closed' }));
  }
  async terminate(): Promise<number> {
    this.ended = true;
    this.emit('exit', 1);
    return 1;
  }
  say(message: unknown): void {
    this.emit('message', message);
  }
  dies(): void {
    this.emit('error', new RangeError('out of memory'));
    this.emit('exit', 1);
  }
}

const data: WorkerData = { folder: '/nowhere', server: 'http://127.0.0.1:9', key: null };
let threads: FakeThread[];
let events: unknown[];
let states: LocalState[];
let logged: LogEntry[];
let now: number;
let local: LocalSide;

beforeEach(() => {
  threads = [];
  events = [];
  states = [];
  logged = [];
  now = 0;
  local = createLocalSide({
    file: new URL('file:///worker.js'),
    log: (entry) => logged.push(entry),
    clock: () => now,
    event: (event) => events.push(event),
    stateChanged: (state) => states.push(state),
    startThread(_file, given) {
      const thread = new FakeThread(given);
      threads.push(thread);
      return thread as unknown as Thread;
    },
  });
});

const thread = (): FakeThread => {
  const last = threads.at(-1);
  if (last === undefined) throw new Error('no thread');
  return last;
};
async function started(): Promise<void> {
  const starting = local.start(data);
  await Promise.resolve();
  thread().say({ kind: 'ready' });
  await starting;
}
const settle = () => new Promise((resolve) => setImmediate(resolve));
const answer = (no: number, value: unknown) =>
  thread().say({ kind: 'result', no, result: { ok: true, value } });

describe('a thread that lives', () => {
  it('answers each call by its number, in any order', async () => {
    await started();
    const [first, second] = [local.call('a', 1), local.call('b', 2)];
    await settle();
    expect(thread().posted).toEqual([
      { kind: 'call', no: 1, name: 'a', input: 1 },
      { kind: 'call', no: 2, name: 'b', input: 2 },
    ]);
    answer(2, 'two');
    answer(1, 'one');
    expect([await first, await second]).toEqual([
      { ok: true, value: 'one' },
      { ok: true, value: 'two' },
    ]);
  });

  it('tells its events and its log, and nothing else', async () => {
    await started();
    thread().say({ kind: 'event', event: { type: 'outbox.changed', waiting: 3 } });
    thread().say({ kind: 'event', event: { type: 'made.up' } });
    thread().say({ kind: 'log', entry: { level: 'info', event: 'sync.done' } });
    thread().say('nonsense');
    expect(events).toEqual([{ type: 'outbox.changed', waiting: 3 }]);
    expect(logged.map(({ event }) => event)).toEqual([
      'local.malformed_message',
      'sync.done',
      'local.malformed_message',
    ]);
  });

  it('is waited for while it starts, and is closed in order', async () => {
    const starting = local.start(data);
    await Promise.resolve();
    const early = local.call('early', {});
    await settle();
    expect(thread().posted).toEqual([]);
    thread().say({ kind: 'ready' });
    await starting;
    await settle();
    answer(1, 'here');
    expect(await early).toEqual({ ok: true, value: 'here' });
    await local.close();
    expect(thread().posted.at(-1)).toEqual({ kind: 'close' });
    expect(thread().ended).toBe(true);
    expect(threads).toHaveLength(1);
    expect(states).toEqual(['starting', 'running', 'none']);
    expect(await local.call('late', {})).toMatchObject({ ok: false });
  });

  it('gives way to one with other data', async () => {
    await started();
    const next = local.start({ ...data, server: 'http://127.0.0.1:10' });
    await settle();
    thread().say({ kind: 'ready' });
    await next;
    expect(threads).toHaveLength(2);
    expect(threads[0]?.ended).toBe(true);
    expect(thread().data.server).toBe('http://127.0.0.1:10');
  });
});

describe('a thread that dies', () => {
  it('is started again; who waited is answered, who comes meanwhile waits', async () => {
    await started();
    const waiting = local.call('a', 1);
    await settle();
    thread().dies();
    expect(await waiting).toEqual({ ok: false, error: { code: 'internal' } });
    expect(local.state()).toBe('restarting');
    const next = local.call('b', 2);
    await settle();
    expect(threads).toHaveLength(2);
    thread().say({ kind: 'ready' });
    await settle();
    answer(2, 'again');
    expect(await next).toEqual({ ok: true, value: 'again' });
    expect(states).toEqual(['starting', 'running', 'restarting', 'running']);
    expect(logged.some(({ event }) => event === 'local.died')).toBe(true);
  });

  it('again and again is left alone, until someone asks', async () => {
    await started();
    for (let death = 0; death < 4; death += 1) {
      thread().dies();
      await settle();
    }
    expect(local.state()).toBe('failed');
    expect(threads).toHaveLength(4);
    expect(await local.call('a', 1)).toEqual({ ok: false, error: { code: 'internal' } });
    const again = local.restart();
    await settle();
    thread().say({ kind: 'ready' });
    await again;
    expect(local.state()).toBe('running');
  });

  it('now and then is always started again', async () => {
    await started();
    for (let death = 0; death < 8; death += 1) {
      now += 61_000;
      thread().dies();
      await settle();
      thread().say({ kind: 'ready' });
      await settle();
    }
    expect(local.state()).toBe('running');
  });

  it('before it was ready does not leave its caller waiting', async () => {
    const starting = local.start(data);
    await Promise.resolve();
    for (let death = 0; death < 4; death += 1) {
      thread().dies();
      await settle();
    }
    await starting;
    expect(local.state()).toBe('failed');
  });
});
