import { formatInstant } from '#shared/text/zh-CN/times.ts';
import { announcementBecomes, reviewAndPublish, sectionsBecome, takenByCentre } from '../announcing.ts';
import { asTimePasses, planBecomes, synced } from '../asking.ts';
import { expect, need, refused } from '../outcome.ts';
import type { Step } from '../world.ts';

export const publishNotice: Step = {
  title: '公告审核、发布',
  async run(world) {
    const { desks, story, centre, toCentre } = world;
    const { clerk, supervisor, stranger } = desks;
    const id = need(story.noticeId, 'notice of an earlier step');
    const projectId = need(story.projectId, 'project of an earlier step');
    clerk.network.set('open');
    await synced(clerk);
    refused(await clerk.act('announcements.approve', { id, note: '' }), 'not_allowed', '经办岗自行审核');

    // The centre takes it, and its receipt gets lost.
    toCentre.set('deaf');
    const published = await reviewAndPublish(desks, id);
    const deadline = published.frozen?.values['bidDeadline'];
    const sections = await sectionsBecome(clerk, projectId, 'the announced sections', (all) => {
      return all.every(({ status, schedule }) => status === 'announced' && schedule?.announcementId === id);
    });
    expect(
      sections.every(({ schedule }) => schedule?.deadline === deadline),
      'the sections have another deadline',
    );
    await planBecomes(clerk, need(story.planId, 'plan'), 'the plan in execution', ({ status }) => {
      return status === 'in_execution';
    });
    const change = { field: 'docPlace', from: null, to: '…' };
    refused(
      await clerk.act('announcements.edit', { id, changes: [change] }),
      'wrong_state',
      '修改已发布的公告',
    );
    toCentre.set('open');
    const acknowledged = announcementBecomes(clerk, id, 'the acknowledgement', ({ push }) => {
      return push.status === 'accepted';
    });
    const { push } = await asTimePasses(world, acknowledged);
    const taken = await takenByCentre(centre, id);
    expect(taken.body.lotUids.length === sections.length, 'the centre knows of other sections');
    await announcementBecomes(supervisor, id, 'the published notice', ({ status }) => status === 'published');
    refused(await stranger.ask('announcements.get', { id }), 'not_found', '其他单位查看');
    return `${sections.length} 个标段已公告，公告期限至 ${published.displayUntil}；发布后不能修改；丢失回执后重发，中心已确认（${formatInstant(push.answeredAt ?? 0)}）`;
  },
};
