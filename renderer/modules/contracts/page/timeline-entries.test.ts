import { expect, it } from 'vitest';
import type { Contract } from '#shared/domain/contracts/model.ts';
import { timelineEntries } from './timeline-entries.ts';

const step = (action: string) => ({
  ...{ action, by: 'x', name: '李四', role: 'purchaser_clerk', at: 1, note: '' },
});
const titles = (status: Contract['status'], history: readonly string[] = []) =>
  timelineEntries({ status, history: history.map(step) } as unknown as Contract).map(
    ({ state, title }) => `${state} ${title}`,
  );

it('waits for the unit, for 提交, for the receipt', () => {
  expect(titles('draft', ['contracts.create'])).toEqual([
    'done 填写合同',
    'now 填写中，待提交单位审核',
    'next 单位审核',
    'next 提交公告及备案',
    'next 采购办收讫',
  ]);
  expect(titles('review')).toEqual(['now 待单位审核', 'next 提交公告及备案', 'next 采购办收讫']);
  expect(titles('approved')).toEqual(['now 待提交公告及备案', 'next 采购办收讫']);
  expect(titles('submitted')).toEqual(['now 待采购办收讫']);
  expect(titles('papers', ['contracts.requestPapers'])).toEqual([
    'back 采购办通知补充材料',
    'now 待补充材料',
    'next 采购办收讫',
  ]);
});

it('is over once it is received or ended', () => {
  expect(titles('received', ['contracts.receive'])).toEqual(['done 采购办收讫']);
  expect(titles('terminated', ['contractChanges.publish'])).toEqual(['back 合同终止']);
});
