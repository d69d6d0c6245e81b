import { describe, expect, it } from 'vitest';
import type { SyncStatus } from '#shared/contract/events.ts';
import { describeError } from '#shared/text/index.ts';
import { badgeWords, rebuildProblem } from './sync-words.ts';

const status: SyncStatus = {
  state: 'synced',
  waiting: 0,
  waitingForServer: 0,
  attention: 0,
  lastContact: 1,
  files: { waiting: 0, failed: [] },
  bootstrapRows: null,
  rebuild: null,
  error: null,
};

const failed = { sha256: 'a'.repeat(64), fileName: 'a.pdf', error: { code: 'file_missing' } } as const;

describe('the badge', () => {
  it.each([
    [{}, '已同步', 'good'],
    [{ state: 'syncing', waiting: 3 }, '同步中 3', 'busy'],
    [{ state: 'syncing', bootstrapRows: 1200 }, '同步中 1200', 'busy'],
    [{ state: 'offline' }, '离线', 'quiet'],
    [{ state: 'offline', waiting: 5 }, '离线 · 5条待同步', 'quiet'],
    [{ state: 'needs_attention', attention: 2 }, '需要处理 2', 'alert'],
    [{ state: 'needs_attention', error: { code: 'client_too_old' } }, '需要处理', 'alert'],
    [{ state: 'syncing', files: { waiting: 2, failed: [] } }, '上传附件 2', 'busy'],
    [{ state: 'syncing', waiting: 1, files: { waiting: 2, failed: [] } }, '同步中 1', 'busy'],
    [
      { state: 'offline', waiting: 5, files: { waiting: 2, failed: [] } },
      '离线 · 5条待同步 · 2个附件待上传',
      'quiet',
    ],
    [{ state: 'needs_attention', files: { waiting: 2, failed: [failed] } }, '附件未上传 1', 'alert'],
    [
      { state: 'needs_attention', attention: 2, files: { waiting: 1, failed: [failed] } },
      '需要处理 2',
      'alert',
    ],
    [{ rebuild: { done: 629, total: 1000, problem: null } }, '整理数据 62%', 'busy'],
    [{ state: 'syncing', waiting: 3, rebuild: { done: 0, total: 0, problem: null } }, '整理数据 0%', 'busy'],
    [{ rebuild: { done: 5, total: 5, problem: null } }, '整理数据 99%', 'busy'],
    [{ rebuild: { done: 1, total: 5, problem: { code: 'read_only' } } }, '整理数据已暂停', 'alert'],
    [{ state: 'offline', rebuild: { done: 1, total: 5, problem: null } }, '离线', 'quiet'],
  ] as const)('%o says %s', (changes, text, tone) => {
    expect(badgeWords({ ...status, ...changes })).toEqual({ text, tone });
  });

  it('says that it does not know yet', () => {
    expect(badgeWords(undefined)).toMatchObject({ tone: 'quiet' });
  });
});

describe('why a rebuild does not go on', () => {
  it('names the room it needs, in whole megabytes or tenths of gigabytes, never less', () => {
    const needs = (needed: number) => rebuildProblem({ code: 'disk_full', params: { needed } });
    expect(needs(64_000_000)).toBe(
      '磁盘空间不足，暂时无法整理本机数据：还需约 62 MB。已保存的内容都在，可以继续查看草稿和待提交的操作；腾出空间后会自动继续。',
    );
    expect(needs(1.15 * 1024 ** 3)).toContain('还需约 1.2 GB。');
    expect(needs(1)).toContain('还需约 1 MB。');
  });

  it('says what is behind any other, and that it is about the rebuild', () => {
    const words = rebuildProblem({ code: 'read_only' });
    expect(words).toContain('本机数据尚未整理完');
    expect(words).toContain(describeError({ code: 'read_only' }));
    expect(describeError({ code: 'disk_full' })).toContain('无法保存');
  });
});
