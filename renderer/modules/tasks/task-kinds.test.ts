import { describe, expect, it } from 'vitest';
import type { TaskType } from '#renderer/app/module.ts';
import { batchesOf, hasBatches, tabsOf } from './task-kinds.ts';

const dialog = () => null;
const approve: TaskType = {
  kind: 'things.approve',
  name: '审核',
  unnamed: '',
  batch: { label: '同意', dialog },
};
const publish: TaskType = { kind: 'things.publish', name: '发布', unnamed: '' };
const types = [approve, publish];

describe('the tabs of 待办', () => {
  it('are the kinds that can wait for the person, after all of them', () => {
    expect(
      tabsOf([...types, { ...publish, kind: 'others.do' }], { 'things.publish': 2, 'things.approve': 0 }),
    ).toEqual([
      { id: 'all', label: '全部', count: 2 },
      { id: 'things.approve', label: '审核', count: 0 },
      { id: 'things.publish', label: '发布', count: 2 },
    ]);
  });

  it('say no number that nobody has counted', () => {
    expect(tabsOf(types, { 'things.publish': null, 'things.approve': 3 }).map(({ count }) => count)).toEqual([
      undefined,
      3,
      undefined,
    ]);
  });

  it('are none where there is one kind', () => {
    expect(tabsOf(types, { 'things.publish': 2 })).toEqual([]);
  });
});

describe('several tasks at once', () => {
  it('are acted on kind by kind, where the module says how', () => {
    const chosen = [
      { id: 'a', kind: 'things.approve' },
      { id: 'b', kind: 'things.publish' },
      { id: 'c', kind: 'things.approve' },
    ];
    expect(batchesOf(types, chosen)).toEqual([{ type: approve, ids: ['a', 'c'] }]);
    expect(batchesOf(types, [{ id: 'b', kind: 'things.publish' }])).toEqual([]);
  });

  it('can be chosen only by those who can do something with them', () => {
    expect(hasBatches(types, { 'things.approve': 0 })).toBe(true);
    expect(hasBatches(types, { 'things.publish': 5 })).toBe(false);
  });
});
