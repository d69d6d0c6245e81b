import { expect, it } from 'vitest';
import { timelineEntries } from './timeline-entries.ts';

const made = { action: 'breaches.create', by: 'a', name: '甲', role: 'purchaser_clerk', at: 1, note: '' };

it('says what happened, what it waits for and what is still to come', () => {
  const titles = (status: Parameters<typeof timelineEntries>[0]['status'], history = [made]) =>
    timelineEntries({ status, history }).map(({ title }) => title);
  expect(titles('draft')).toEqual(['登记违约', '填写中，待通知对方', '通知', '陈述', '单位审核']);
  const sent = [made, { ...made, action: 'breaches.notify' }];
  expect(titles('notified', sent)).toEqual(['登记违约', '登记已通知', '等待对方陈述', '单位审核']);
  const withdrawn = [...sent, { ...made, action: 'breaches.withdraw', note: '已补交' }];
  expect(titles('withdrawn', withdrawn)).toEqual(['登记违约', '登记已通知', '撤销']);
  expect(timelineEntries({ status: 'withdrawn', history: withdrawn }).at(-1)?.state).toBe('back');
});
