import { expect, it } from 'vitest';
import { timelineEntries } from './timeline-entries.ts';

const made = { action: 'payments.create', by: 'a', name: '甲', role: 'purchaser_clerk', at: 1, note: '' };

it('says what happened, what it waits for and what is still to come', () => {
  const titles = (status: 'draft' | 'due' | 'paid' | 'void', history = [made]) =>
    timelineEntries({ status, history }).map(({ title }) => title);
  expect(titles('draft')).toEqual(['登记付款', '填写中，条件满足后转为待付款', '付款']);
  expect(titles('due')).toEqual(['登记付款', '待付款']);
  const paid = [made, { ...made, action: 'payments.pay' }, { ...made, action: 'payments.amend' }];
  expect(titles('paid', paid)).toEqual(['登记付款', '登记已付款', '变更']);
  const made2 = [made, { ...made, action: 'payments.void' }];
  expect(titles('void', made2)).toEqual(['登记付款', '作废']);
  expect(timelineEntries({ status: 'void', history: made2 }).at(-1)?.state).toBe('back');
  expect(timelineEntries({ status: 'paid', history: paid }).at(-1)?.state).toBe('back');
});
