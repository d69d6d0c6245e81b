import { describe, expect, it } from 'vitest';
import type { TaskType } from '#renderer/app/module.ts';
import { batchesOf, countsByTab, hasBatches, tabWords } from './task-kinds.ts';

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
  it('are named as the kinds, after all of them', () => {
    expect(tabWords(types)).toEqual({ all: '全部', 'things.approve': '审核', 'things.publish': '发布' });
  });

  it('count each kind and all of them', () => {
    const counts = { 'things.publish': 2, 'things.approve': 0 };
    expect(countsByTab(counts)).toEqual({ all: 2, ...counts });
  });

  it('say no number that nobody has counted', () => {
    const counts = { 'things.publish': null, 'things.approve': 3 };
    expect(countsByTab(counts)).toEqual({ all: null, ...counts });
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
    expect(hasBatches(types, ['all', 'things.approve'])).toBe(true);
    expect(hasBatches(types, ['all', 'things.publish'])).toBe(false);
  });
});
