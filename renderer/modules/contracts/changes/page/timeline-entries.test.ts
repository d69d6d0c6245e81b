import { expect, it } from 'vitest';
import type { ContractChange } from '#shared/domain/contracts/changes/model.ts';
import { timelineEntries } from './timeline-entries.ts';

const step = (action: string) => ({
  action,
  by: 'x',
  name: '李四',
  role: 'purchaser_clerk',
  at: 1,
  note: '',
});
const titles = (status: ContractChange['status'], history: readonly string[] = []) =>
  timelineEntries({ status, history: history.map(step) as ContractChange['history'] }).map(
    ({ state, title }) => `${state} ${title}`,
  );

it('waits to be submitted, reviewed, announced', () => {
  expect(titles('draft', ['contractChanges.create'])).toEqual([
    'done 登记变更',
    'now 填写中，待提交单位审核',
    'next 单位审核',
    'next 提交变更公告',
  ]);
  expect(titles('review')).toEqual(['now 待单位审核', 'next 提交变更公告']);
  expect(titles('approved')).toEqual(['now 待提交变更公告']);
});

it('comes back where it was returned, and is over once it is announced', () => {
  expect(titles('returned', ['contractChanges.return'])).toEqual([
    'back 单位退回修改',
    'now 待修改后重新提交',
    'next 单位审核',
    'next 提交变更公告',
  ]);
  expect(titles('published', ['contractChanges.publish'])).toEqual(['done 提交变更公告']);
});
