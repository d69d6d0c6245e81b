import type { TableLine } from '#shared/domain/announcements/values.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import {
  announcementBecomes,
  announcementOn,
  composed,
  reviewAndPublish,
  sectionsBecome,
  submitAnnouncement,
  takenByCentre,
} from '../announcing.ts';
import { asTimePasses } from '../asking.ts';
import { accepted, expect, need } from '../outcome.ts';
import type { Step } from '../world.ts';

export const correctNotice: Step = {
  title: '更正公告',
  async run(world) {
    const { desks, story, centre } = world;
    const { clerk } = desks;
    const targetId = need(story.noticeId, 'notice of an earlier step');
    const projectId = need(story.projectId, 'project of an earlier step');
    const notice = need(await announcementOn(clerk, targetId), 'notice');
    const before = String(notice.frozen?.values['bidDeadline']);

    // The centre changes a section that has been announced: a difference, never a silent change.
    await centre.probe('changeAnnouncedSection');
    const differing = await asTimePasses(
      world,
      sectionsBecome(clerk, projectId, 'the difference', (all) =>
        all.some(({ difference }) => difference !== null),
      ),
    );
    const sectionIds = differing.map(({ id }) => id);
    const asked = { id: null, type: 'CORRECTION', projectId, targetId, sectionIds } as const;
    const { generated } = await composed(clerk, { ...asked, content: {} });
    const known = (generated['corrections'] ?? []) as readonly TableLine[];
    expect(known.length > 0, 'the difference is not in the draft of the correction');

    const after = `${addDays(before.slice(0, 10), 7)}${before.slice(10)}`;
    const moved = {
      id: newId(),
      cells: { field: 'bidDeadline', item: '投标截止时间', before, after, value: after },
    };
    const id = newId();
    const content = { corrections: [...known, moved] };
    accepted(await clerk.act('announcements.create', { ...asked, id, content }), '起草更正公告');
    await submitAnnouncement(clerk, id);
    const published = await reviewAndPublish(desks, id);
    story.correctionId = id;

    const sections = await sectionsBecome(clerk, projectId, 'the new deadline', (all) => {
      return all.every(({ schedule, difference }) => schedule?.deadline === after && difference === null);
    });
    const original = need(await announcementOn(clerk, targetId), 'notice');
    expect(original.frozen?.values['bidDeadline'] === before, 'the corrected notice itself has changed');
    const acknowledged = announcementBecomes(clerk, id, 'the acknowledgement', ({ push }) => {
      return push.status === 'accepted';
    });
    await asTimePasses(world, acknowledged);
    const taken = await takenByCentre(centre, id);
    expect(taken.type === 'announcement.correct', `the centre was sent ${taken.type}`);
    expect(JSON.stringify(taken.body.dates).includes(after), 'the centre does not know the new deadline');
    return `${published.title}：中心重推的差异一并更正；截止时间 ${before} → ${after}，${sections.length} 个标段随之变更，原公告不变`;
  },
};

function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
