import type { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '#shared/domain/actor.ts';
import type { WindowEvent } from './bridge.ts';
import { concerns } from './concerns.ts';
import { createQueryClient, followEvents } from './query-client.ts';

const actorOf = (accountId: string): Actor => ({
  accountId,
  name: 'name',
  role: 'purchaser_clerk',
  organisationId: null,
  regionCodes: [],
  platformId: null,
});

let client: QueryClient;
let tell: (event: WindowEvent) => void;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  client = createQueryClient();
  stop = followEvents(client, (listener) => {
    tell = listener;
    return () => undefined;
  });
});
afterEach(() => {
  stop();
  client.clear();
  vi.useRealTimers();
});

const isOld = (name: string) => client.getQueryState([name, {}])?.isInvalidated;

describe('answers', () => {
  it('grow old with what they stand on, and not with the rest', async () => {
    for (const name of ['plans.list', 'organisations.search', 'host.about'])
      client.setQueryData([name, {}], name);
    tell({ type: 'replica.changed', tables: ['plans'] });
    await vi.runAllTimersAsync();
    expect([isOld('plans.list'), isOld('organisations.search'), isOld('host.about')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('of several events are asked for once', async () => {
    const invalidate = vi.spyOn(client, 'invalidateQueries');
    for (let no = 0; no < 20; no += 1) tell({ type: 'replica.changed', tables: ['plans'] });
    await vi.runAllTimersAsync();
    expect(invalidate).toHaveBeenCalledTimes(1);
  });

  it('take over what an event says', () => {
    const status = {
      state: 'offline',
      waiting: 3,
      waitingForServer: 0,
      attention: 0,
      lastContact: null,
      files: { waiting: 0, failed: [] },
      bootstrapRows: null,
      rebuild: null,
      error: null,
    } as const;
    tell({ type: 'sync.status', status });
    expect(client.getQueryData(['sync.status', {}])).toEqual(status);
    tell({ type: 'host.local', state: 'restarting' });
    expect(client.getQueryData(['host.localState', {}])).toEqual({ state: 'restarting' });
  });

  it('of one account are gone before the next one sees anything', () => {
    tell({ type: 'session.changed', actor: actorOf('one'), locked: false });
    client.setQueryData(['plans.list', {}], 'of one');
    client.setQueryData(['host.about', {}], 'of the host');
    tell({ type: 'session.changed', actor: actorOf('one'), locked: true });
    expect(client.getQueryData(['plans.list', {}])).toBe('of one');
    tell({ type: 'session.changed', actor: actorOf('two'), locked: false });
    expect(client.getQueryData(['plans.list', {}])).toBeUndefined();
    expect(client.getQueryData(['host.about', {}])).toBe('of the host');
  });
});

describe('what an event concerns', () => {
  it('is nothing of a call of the host, which has events of its own', () => {
    expect(concerns({ type: 'replica.changed', tables: ['sections'] }, 'host.about')).toBe(false);
    expect(concerns({ type: 'host.local', state: 'running' }, 'host.about')).toBe(false);
  });

  it('is a file that has been sent or fetched as a whole', () => {
    const progress = { sha256: '0', direction: 'up', done: 1, size: 2, error: null } as const;
    expect(concerns({ type: 'file.progress', ...progress, finished: true }, 'files.list')).toBe(true);
    expect(concerns({ type: 'file.progress', ...progress, finished: false }, 'files.list')).toBe(false);
    const failed = { ...progress, finished: false, error: { code: 'file_missing' } } as const;
    expect(concerns({ type: 'file.progress', ...failed }, 'files.list')).toBe(true);
    expect(concerns({ type: 'file.progress', ...progress, finished: true }, 'plans.list')).toBe(false);
  });

  it('is what the outbox decides about', () => {
    expect(concerns({ type: 'outbox.changed', waiting: 1 }, 'outbox.list')).toBe(true);
    expect(concerns({ type: 'outbox.changed', waiting: 1 }, 'sections.byProject')).toBe(false);
    expect(concerns({ type: 'outbox.changed', waiting: 1 }, 'host.settings')).toBe(false);
  });

  it('is everything of the local side after it was started anew', () => {
    expect(concerns({ type: 'host.local', state: 'running' }, 'plans.get')).toBe(true);
    expect(concerns({ type: 'host.local', state: 'restarting' }, 'plans.get')).toBe(false);
  });
});
