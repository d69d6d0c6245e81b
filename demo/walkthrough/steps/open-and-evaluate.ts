import { evaluationInForce, eventInForce } from '#shared/domain/projects/events/course.ts';
import type { SectionEvent } from '#shared/domain/projects/events/model.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { sectionsBecome, sectionsOn } from '../announcing.ts';
import { asTimePasses, synced } from '../asking.ts';
import type { Desk } from '../desk.ts';
import { accepted, expect, need, refused } from '../outcome.ts';
import type { Step } from '../world.ts';

const minute = 60_000;

export const openAndEvaluate: Step = {
  title: '开标与评审',
  async run(world) {
    const { desks, story, centre } = world;
    const { clerk, supervisor } = desks;
    const projectId = need(story.projectId, 'project of an earlier step');
    const section = need(
      (await sectionsOn(clerk, projectId)).find(({ status }) => status === 'announced'),
      'announced section',
    );
    const { lotUid } = section;
    const becomes = (status: Section['status']) =>
      asTimePasses(
        world,
        sectionsBecome(clerk, projectId, status, (all) =>
          all.some((each) => each.lotUid === lotUid && each.status === status),
        ),
      );
    // The opening is told twice: the second says otherwise, and counts.
    await centre.order({ open: { lotUid, bidders: 3 } });
    await becomes('opened');
    await centre.order({ open: { lotUid, bidders: 5 } });
    await centre.order({ evaluate: { lotUid, outcome: 'tied' } });
    await becomes('evaluated');
    const told = await eventsOn(clerk, section);
    const evaluation = need(evaluationInForce(section, told), 'evaluation');
    expect(
      evaluation.ranking.filter(({ rank }) => rank === 1).length === 2,
      'the two that are tied have not the same rank',
    );

    const ended = need(eventInForce(section, told, 'evaluation_ended'), 'end of the evaluation').at;
    const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    const noticeId = need(section.schedule, 'notice').announcementId;
    const record = (at: number) => {
      const entry = { id, sectionId: section.id, noticeId, kind: 'report_delivered', at };
      return clerk.act('sectionEvents.record', { ...entry, note: '已送达采购人' });
    };
    refused(await record(ended - minute), 'rule_broken', '登记早于评审结束的送达');
    accepted(await record(ended), '登记评审报告送达');
    await synced(clerk);
    await synced(supervisor);
    const seen = await eventsOn(supervisor, section);
    expect(
      seen.some((event) => event.id === id && event.source === 'purchaser'),
      'the supervisor does not see what the unit has recorded',
    );
    accepted(await clerk.act('sectionEvents.withdraw', { id, reason: '送达时间登记有误' }), '撤销登记');
    await synced(clerk);
    const opening = need(eventInForce(section, await eventsOn(clerk, section), 'opening'), 'opening');
    return `${section.sectionNo}：中心推送开标（第${opening.platformVersion}版为准）与评审，${evaluation.ranking.length} 家排名，第一名并列；经办岗登记报告送达后撤销，监管部门可见`;
  },
};

async function eventsOn(desk: Desk, { id, projectId }: Section): Promise<readonly SectionEvent[]> {
  const { events } = accepted(await desk.ask('sectionEvents.byProject', { projectId }), '开标与评审');
  return events.map(({ event }) => event).filter(({ sectionId }) => sectionId === id);
}
