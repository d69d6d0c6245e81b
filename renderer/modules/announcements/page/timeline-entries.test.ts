import { describe, expect, it } from 'vitest';
import { type Announcement, statusGroupOf } from '#shared/domain/announcements/model.ts';
import { pushNotNeeded } from '#shared/domain/projects/push-state.ts';
import { label } from '#shared/text/index.ts';
import { pageActions } from '../actions/announcement-actions.ts';
import { timelineEntries } from './timeline-entries.ts';

const step = (action: string, at: number, role: string) => ({
  action,
  by: 'x',
  name: '李四',
  role,
  at,
  note: '',
});
const row = (parts: Partial<Announcement>) =>
  ({ status: 'draft', history: [], push: pushNotNeeded, displayUntil: null, ...parts }) as Announcement;
const titles = (announcement: Announcement, now = 0) =>
  timelineEntries(announcement, now).map(({ state, title }) => `${state} ${title}`);

describe('the way of an announcement', () => {
  it('a draft waits to be submitted, reviewed, published', () => {
    const history = [step('announcements.create', 1, 'agency')];
    expect(titles(row({ history }))).toEqual([
      'done 起草公告',
      'now 起草中，待提交审核',
      'next 审核',
      'next 发布公告',
    ]);
  });

  it('the trading centre answers in between', () => {
    const history = [
      step('announcements.publish', 5, 'agency'),
      step('announcements.withdraw', 9, 'procurement_office'),
    ];
    const push = { ...pushNotNeeded, status: 'accepted' as const, queuedAt: 5, receivedAt: 6, answeredAt: 7 };
    expect(titles(row({ status: 'withdrawn', history, push }))).toEqual([
      'done 发布公告',
      'done 推送公告到交易中心',
      'done 交易中心收到公告',
      'done 交易中心接收公告',
      'back 采购办撤回公告',
    ]);
  });

  it('an invitation is sent out, and published to nobody', () => {
    const history = [step('announcements.create', 1, 'agency')];
    const invitation = row({ type: 'TENDER_INVITATION', status: 'approved', history });
    expect(titles(invitation)).toEqual(['done 起草邀请文书', 'now 待发出', 'next 发出邀请文书']);
    expect(label(`${statusGroupOf(invitation)}.published`)).toBe('已发出');
    expect(label(`${statusGroupOf({ type: 'TENDER' })}.published`)).toBe('已发布');
  });

  it('公告期限 ends on its last day', () => {
    const published = row({ status: 'published', displayUntil: '2026-03-09' });
    expect(titles(published, Date.UTC(2026, 2, 9, 12))).toEqual(['next 公告期限至 2026-03-09']);
    expect(titles(published, Date.UTC(2026, 2, 9, 17))).toEqual(['done 公告期限届满（2026-03-09）']);
  });
});

describe('the buttons of the page', () => {
  const allowed = ['announcements.delete', 'announcements.edit', 'announcements.submit'];

  it('one goes forward, the grave ones lie under 更多', () => {
    expect(pageActions(allowed, 'synced')).toEqual({
      primary: 'announcements.submit',
      visible: ['announcements.edit'],
      more: ['announcements.delete'],
    });
    expect(pageActions(['announcements.withdraw'], 'synced')).toEqual({
      primary: null,
      visible: [],
      more: ['announcements.withdraw'],
    });
  });

  it('what another module has made goes forward by that module’s command', () => {
    expect(pageActions(['announcements.return', 'awards.publish'], 'synced')).toEqual({
      primary: 'awards.publish',
      visible: ['announcements.return'],
      more: [],
    });
  });

  it('nothing is offered twice while the server has not answered', () => {
    expect(pageActions(allowed, 'waiting_for_server')).toEqual({ primary: null, visible: [], more: [] });
  });
});
