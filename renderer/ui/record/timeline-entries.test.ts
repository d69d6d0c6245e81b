import { describe, expect, it } from 'vitest';
import type { PushState } from '#shared/domain/projects/model.ts';
import { pushNotNeeded } from '#shared/domain/projects/push-state.ts';
import { historyEntries, inOrder, pushEntries, whoOf } from './timeline-entries.ts';

const words = {
  by: (role: string, name: string) => `${role} ${name}`,
  system: '系统',
  centre: '交易中心',
  steps: { 'plans.submit': '提交审核', 'plans.return': '审核退回' },
  queued: '推送',
  received: '收到',
  accepted: '接收',
  rejected: '拒收',
  dead: '未成功',
};
const step = (action: string, at: number, role = 'purchaser_clerk') => ({
  action,
  by: 'someone',
  name: '张三',
  role,
  at,
  note: '',
});
const pushed = (parts: Partial<PushState>) =>
  pushEntries({ ...pushNotNeeded, ...parts }, words).map(
    ({ state, title, who }) => `${state} ${title} ${who}`,
  );

describe('what has happened to a record', () => {
  it('its steps, by whom; those that undo one are marked', () => {
    const history = [step('plans.submit', 1), step('plans.return', 2, 'purchaser_reviewer')];
    const entries = historyEntries(history, words, new Set(['plans.return']));
    expect(entries.map(({ state, title, who, at }) => [state, title, who, at])).toEqual([
      ['done', '提交审核', '采购单位经办岗 张三', 1],
      ['back', '审核退回', '采购单位审核岗 张三', 2],
    ]);
  });

  it('a step without words of its own is called as its command is', () => {
    const [entry] = historyEntries([step('plans.delete', 1)], words, new Set());
    expect(entry?.title).toBe('删除采购计划');
  });

  it('what the desk’s clock said is told beside the time, and that it was wrong', () => {
    const at = Date.parse('2026-03-22T10:32:00+08:00');
    const entries = historyEntries(
      [
        step('plans.submit', at),
        { ...step('plans.submit', at), made: { at: at - 3_600_000, doubtful: false } },
        { ...step('plans.submit', at), made: { at: 0, doubtful: true } },
      ],
      words,
      new Set(),
    );
    expect(entries.map(({ aside }) => aside)).toEqual([
      undefined,
      '本机录入 2026-03-22 09:32',
      '录入时本机时钟不准，以服务器时间为准',
    ]);
  });

  it('what nobody did, the system did', () => {
    expect(whoOf({ role: 'system', name: '' }, words)).toBe('系统');
  });

  it('nothing is told of a push that was not needed', () => {
    expect(pushed({})).toEqual([]);
  });

  it('the centre answers in one way', () => {
    const times = { queuedAt: 1, receivedAt: 2, answeredAt: 3 };
    const before = ['done 推送 系统', 'done 收到 交易中心'];
    expect(pushed({ ...times, status: 'received', answeredAt: null })).toEqual(before);
    expect(pushed({ ...times, status: 'accepted' })).toEqual([...before, 'done 接收 交易中心']);
    expect(pushed({ ...times, status: 'rejected' })).toEqual([...before, 'back 拒收 交易中心']);
    expect(pushed({ ...times, receivedAt: null, status: 'dead' })).toEqual([
      'done 推送 系统',
      'back 未成功 系统',
    ]);
  });

  it('in the order of time, steps of the record before its push', () => {
    const entries = [
      ...historyEntries([step('plans.submit', 5)], words, new Set()),
      ...pushEntries({ ...pushNotNeeded, status: 'received', queuedAt: 5, receivedAt: 4 }, words),
    ];
    expect(inOrder(entries).map(({ title }) => title)).toEqual(['收到', '提交审核', '推送']);
  });
});
