// The door of the window: who may call, what may be said, what may be answered.
import { beforeEach, describe, expect, it } from 'vitest';
import { hostOnlyQueries } from '#shared/contract/host.ts';
import { queries } from '#shared/contract/ipc.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { LogEntry } from '../app/ports.ts';
import { type BridgePorts, createBridge, type HostHandlers, type SenderFacts } from './ipc-bridge.ts';
import { limits } from './message-limits.ts';

const page = 'app://desk/index.html';
const logged: LogEntry[] = [];
const asked: (readonly [string, unknown])[] = [];
let localAnswer: Result<unknown> = ok({});
beforeEach(() => {
  logged.length = 0;
  asked.length = 0;
  localAnswer = ok({ ok: true });
});

const host = {
  'host.about': () => ok({ nonsense: true }),
  'host.badge': () => ok({}),
  'host.logTail': () => {
    throw new TypeError('a bug');
  },
} as unknown as HostHandlers;

const ports: BridgePorts = {
  window: () => ({ webContents: { id: 7 } }),
  host,
  local: async (name, input) => {
    asked.push([name, input]);
    return localAnswer;
  },
  log: (entry) => logged.push(entry),
};
const bridge = createBridge(ports);

type Frame = { url: string; parent: unknown; processId: number; routingId: number };
const frame = (url: string, parent: unknown = null, routingId = 1): Frame => ({
  url,
  parent,
  processId: 4,
  routingId,
});
function from(
  sent: Frame | null,
  { id = 7, main = sent }: { id?: number; main?: unknown } = {},
): SenderFacts {
  return { senderFrame: sent, sender: { id, mainFrame: main } } as unknown as SenderFacts;
}
const ours = from(frame(page));
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);

describe('whoever is not our page', () => {
  it.each([
    ['a frame that is gone', from(null)],
    ['another window', from(frame(page), { id: 8 })],
    ['a frame inside ours', from(frame(page, frame(page)), { main: frame(page) })],
    ['a frame that is not the main one', from(frame(page), { main: frame(page, null, 2) })],
    ['a frame of another process', from({ ...frame(page), processId: 5 }, { main: frame(page) })],
    ['another address', from(frame('https://desk/index.html'))],
    ['another page of our scheme', from(frame('app://desk/other.html'))],
    ['another host of our scheme', from(frame('app://desk.evil/index.html'))],
    ['a page without an address', from(frame(''))],
    ['about:blank', from(frame('about:blank'))],
  ])('is refused: %s', async (_who, event) => {
    expect(code(await bridge(event, 'session.current', {}))).toBe('not_allowed');
    expect(asked).toEqual([]);
    expect(logged).toEqual([{ level: 'warn', event: 'bridge.foreign_sender' }]);
  });

  it('is everyone while there is no window of ours', async () => {
    const without = createBridge({ ...ports, window: () => undefined });
    expect(code(await without(ours, 'session.current', {}))).toBe('not_allowed');
  });
});

describe('names', () => {
  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'host.__proto__',
    'host.constructor',
    'host.',
    'plans',
    'plans.create ',
    'PLANS.LIST',
    '',
    'x'.repeat(limits.nameLength + 1),
  ])('that are none: %j', async (name) => {
    expect(code(await bridge(ours, name, {}))).toBe('unknown_name');
    expect(asked).toEqual([]);
  });

  it.each([[undefined], [null], [7], [{}], [['plans.list']], [Symbol.iterator]])(
    'that are no text: %s',
    async (name) => {
      expect(code(await bridge(ours, name, {}))).toBe('invalid_input');
    },
  );

  it.each([...hostOnlyQueries])('that carry a path are not for the window: %s', async (name) => {
    expect(code(await bridge(ours, name, { path: '/etc/passwd', fileName: 'a', mediaType: 'b' }))).toBe(
      'unknown_name',
    );
    expect(asked).toEqual([]);
  });

  it('of queries with a path are all among those', () => {
    const withPath = Object.entries(queries).filter(([, { input }]) => 'path' in input.shape);
    expect(withPath.map(([name]) => name).filter((name) => !hostOnlyQueries.has(name))).toEqual([]);
    expect(withPath.length).toBeGreaterThan(2);
  });
});

describe('messages', () => {
  it('that are too large or no plain data go no further', async () => {
    expect(
      code(await bridge(ours, 'drafts.save', { key: 'a', form: 'b', body: 'x'.repeat(limits.size) })),
    ).toBe('too_large');
    expect(code(await bridge(ours, 'drafts.save', { key: 'a', form: 'b', body: new Map() }))).toBe(
      'invalid_input',
    );
    expect(code(await bridge(ours, 'drafts.save', {}, 'more'))).toBe('invalid_input');
    expect(asked).toEqual([]);
  });

  it('are parsed by their schema before anyone sees them', async () => {
    for (const input of [
      { id: 'no id' },
      { id: 5 },
      {},
      null,
      'text',
      { id: '019b7c01-0400-7386-b01e-0779d94816c6', more: 1 },
    ]) {
      expect(code(await bridge(ours, 'plans.get', input))).toBe('invalid_input');
    }
    expect(code(await bridge(ours, 'host.badge', { count: -1 }))).toBe('invalid_input');
    expect(asked).toEqual([]);
  });

  it('go to the local side with its own names and with commands', async () => {
    localAnswer = ok({ savedAt: 5, secret: 'not in the contract' });
    expect(await bridge(ours, 'drafts.save', { key: 'a', form: 'b', body: { c: 1 } })).toEqual(
      ok({ savedAt: 5 }),
    );
    localAnswer = ok({ commandId: '019b7c01-0400-7386-b01e-0779d94816c6', no: 1, state: 'applied' });
    expect(code(await bridge(ours, 'plans.create', { anything: true }))).toBe('ok');
    expect(asked.map(([name]) => name)).toEqual(['drafts.save', 'plans.create']);
    expect(code(await bridge(ours, 'host.badge', { count: 3 }))).toBe('ok');
  });
});

describe('answers', () => {
  it('that break the contract do not reach the window', async () => {
    localAnswer = ok({ savedAt: 'yesterday' });
    expect(code(await bridge(ours, 'drafts.save', { key: 'a', form: 'b', body: 1 }))).toBe('internal');
    localAnswer = { ok: false, error: { code: 'made_up' } } as unknown as Result<unknown>;
    expect(code(await bridge(ours, 'session.current', {}))).toBe('internal');
    expect(code(await bridge(ours, 'host.about', {}))).toBe('internal');
    expect(logged.filter(({ event }) => event === 'bridge.malformed_answer')).toHaveLength(3);
  });

  it('show of the rows of a list what it declares and nothing else; this is the one place where they are parsed', async () => {
    const row = {
      id: '019b7c01-0400-7386-b01e-0779d94816c6',
      status: 'draft',
      title: 'T',
      purchaserName: 'U',
      publishedAt: null,
      updatedAt: 5,
      mark: 'synced',
    };
    localAnswer = ok({ items: [{ ...row, body: 'all of it' }], total: 1, next: null });
    expect(await bridge(ours, 'intentions.list', {})).toEqual(ok({ items: [row], total: 1, next: null }));
    for (const wrong of [{ updatedAt: null }, { updatedAt: '5' }, { title: 5 }, { mark: 'unknown' }]) {
      localAnswer = ok({ items: [{ ...row, ...wrong }], total: 1, next: null });
      expect(code(await bridge(ours, 'intentions.list', {}))).toBe('internal');
    }
  });

  it('are given even when something throws, and the log has no content', async () => {
    expect(code(await bridge(ours, 'host.logTail', {}))).toBe('internal');
    expect(logged).toEqual([
      { level: 'error', event: 'bridge.failed', details: { name: 'host.logTail', reason: 'TypeError' } },
    ]);
  });
});
