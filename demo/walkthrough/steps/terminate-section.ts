import { uuidV7 } from '#shared/kernel/ids.ts';
import { typedContent } from '../../data/announcement-content.ts';
import { randomOf } from '../../data/random.ts';
import {
  announcementBecomes,
  announcementOn,
  reviewAndPublish,
  sectionsBecome,
  sectionsOn,
  submitAnnouncement,
  takenByCentre,
} from '../announcing.ts';
import { asTimePasses } from '../asking.ts';
import { accepted, expect, need } from '../outcome.ts';
import type { Step } from '../world.ts';

export const terminateSection: Step = {
  title: '终止公告（一个标段）',
  async run(world) {
    const { desks, story, centre, today } = world;
    const { clerk } = desks;
    const targetId = need(story.noticeId, 'notice of an earlier step');
    const projectId = need(story.projectId, 'project of an earlier step');
    const target = need(await announcementOn(clerk, targetId), 'notice');
    const ended = (await sectionsOn(clerk, projectId)).slice(-1);
    const sectionIds = ended.map(({ id }) => id);
    const content = {
      ...typedContent(
        { type: 'TERMINATION', from: today, until: today, sections: ended, target, idTime: Date.now() },
        randomOf('walkthrough/termination'),
      ),
      reasonCode: 'COMPLAINT_UPHELD',
    };
    const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    accepted(
      await clerk.act('announcements.create', {
        id,
        type: 'TERMINATION',
        projectId,
        targetId,
        sectionIds,
        content,
      }),
      '起草终止公告',
    );
    await submitAnnouncement(clerk, id);
    const published = await reviewAndPublish(desks, id);
    story.terminationId = id;

    const sections = await sectionsBecome(clerk, projectId, 'the ended section', (all) => {
      return all.every(
        ({ id: each, status }) => status === (sectionIds.includes(each) ? 'failed' : 'announced'),
      );
    });
    const acknowledged = announcementBecomes(clerk, id, 'the acknowledgement', ({ push }) => {
      return push.status === 'accepted';
    });
    await asTimePasses(world, acknowledged);
    const taken = await takenByCentre(centre, id);
    expect(
      taken.type === 'announcement.terminate' && taken.body.lotUids.join() === ended[0]?.lotUid,
      'the centre was told of another end',
    );
    const { startable } = accepted(await clerk.ask('announcements.byProject', { projectId }), '项目向导');
    expect(
      startable.some(({ type }) => type === 'TENDER'),
      'the failed section may not be announced again',
    );
    return `${published.title}：${ended[0]?.sectionNo} 终止，其余 ${sections.length - 1} 个标段照常；该标段可以再次公告`;
  },
};
