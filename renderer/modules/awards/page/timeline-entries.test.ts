import { expect, it } from 'vitest';
import type { Award } from '#shared/domain/awards/model.ts';
import { timelineEntries } from './timeline-entries.ts';

const step = (action: string, role: string) => ({ action, by: 'x', name: '李四', role, at: 1, note: '' });
const titles = (status: Award['status'], history: readonly object[], due: string | null = null) =>
  timelineEntries({ status, history } as Award, due).map(({ state, title }) => `${state} ${title}`);

it('a result waits to be submitted, confirmed by another person, announced', () => {
  const created = step('awards.create', 'agency');
  expect(titles('draft', [created])).toEqual([
    'done 起草结果',
    'now 起草中，待提交确认',
    'next 采购人确认结果',
    'next 发布结果公告，发出通知书',
  ]);
  const submitted = step('awards.submit', 'agency');
  expect(titles('review', [created, submitted]).slice(1)).toEqual([
    'done 提交确认',
    'now 待采购人确认',
    'next 发布结果公告，发出通知书',
  ]);
});

it('says until when, as long as nobody has confirmed it', () => {
  const noteOf = (status: Award['status']) =>
    timelineEntries({ status, history: [] as Award['history'] } as Award, '2026-03-09').map(
      ({ note }) => note,
    );
  expect(noteOf('review')).toContain('不晚于 2026-03-09');
  expect(noteOf('confirmed')).toEqual([undefined]);
});

it('what was sent back or taken back shows as such, and an announced result waits for nothing', () => {
  const back = ['awards.return', 'awards.takeBack', 'awards.reopen'].map((action) =>
    step(action, 'purchaser_reviewer'),
  );
  expect(titles('published', back)).toEqual(['back 退回修改', 'back 撤回修改', 'back 撤回确认']);
});
