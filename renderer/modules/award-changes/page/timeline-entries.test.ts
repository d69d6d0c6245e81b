import { expect, it } from 'vitest';
import { type AwardChange, emptyChange } from '#shared/domain/award-changes/model.ts';
import { timelineEntries } from './timeline-entries.ts';

const step = (action: string) => ({
  action,
  by: 'x',
  name: '李四',
  role: 'purchaser_clerk',
  at: 1,
  note: '',
});
const titles = (
  status: AwardChange['status'],
  action: AwardChange['content']['action'],
  history: readonly string[] = [],
  toBeEnded = false,
) =>
  timelineEntries(
    { status, content: { ...emptyChange, action }, history: history.map(step) } as unknown as AwardChange,
    toBeEnded,
  ).map(({ state, title }) => `${state} ${title}`);

it('waits to be submitted, approved, announced or ended', () => {
  expect(titles('draft', null, ['awardChanges.create'])).toEqual([
    'done 起草备案',
    'now 起草中，待提交采购办',
    'next 采购办同意备案',
  ]);
  expect(titles('review', 'next_candidate')).toEqual(['now 待采购办审核', 'next 发布结果变更公告']);
  expect(titles('review', 'invalid')).toEqual(['now 待采购办审核', 'next 发布终止公告']);
  expect(titles('approved', 'correct')).toEqual(['now 待发布结果变更公告']);
});

it('is over once it is announced, given up, or its section has ended', () => {
  expect(titles('announced', 'correct')).toEqual([]);
  expect(titles('lapsed', 'correct', ['awardChanges.giveUp'])).toEqual(['back 放弃变更']);
  expect(titles('closed', 'invalid', [], true)).toEqual(['next 发布终止公告']);
  expect(titles('closed', 'invalid')).toEqual([]);
});
