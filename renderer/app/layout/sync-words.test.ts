import { describe, expect, it } from 'vitest';
import type { SyncStatus } from '#shared/contract/events.ts';
import { badgeWords } from './sync-words.ts';

const status: SyncStatus = {
  state: 'synced',
  waiting: 0,
  waitingForServer: 0,
  attention: 0,
  lastContact: 1,
  bootstrapRows: null,
  error: null,
};

describe('the badge', () => {
  it.each([
    [{}, '已同步', 'good'],
    [{ state: 'syncing', waiting: 3 }, '同步中 3', 'busy'],
    [{ state: 'syncing', bootstrapRows: 1200 }, '同步中 1200', 'busy'],
    [{ state: 'offline' }, '离线', 'quiet'],
    [{ state: 'offline', waiting: 5 }, '离线 · 5条待同步', 'quiet'],
    [{ state: 'needs_attention', attention: 2 }, '需要处理 2', 'alert'],
    [{ state: 'needs_attention', error: { code: 'client_too_old' } }, '需要处理', 'alert'],
  ] as const)('%o says %s', (changes, text, tone) => {
    expect(badgeWords({ ...status, ...changes })).toEqual({ text, tone });
  });

  it('says that it does not know yet', () => {
    expect(badgeWords(undefined)).toMatchObject({ tone: 'quiet' });
  });
});
