import type { Plan } from '#shared/domain/plans/model.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { typedContent } from '../../data/announcement-content.ts';
import { demoAttachment } from '../../data/demo-files.ts';
import { randomOf } from '../../data/random.ts';
import {
  announcementBecomes,
  reviewAndPublish,
  sectionsBecome,
  sectionsOn,
  submitAnnouncement,
  takenByCentre,
  withWarningsRead,
} from '../announcing.ts';
import { asTimePasses, planBecomes, planOn, projectOn, synced } from '../asking.ts';
import type { Desk } from '../desk.ts';
import { accepted, expect, need, refused } from '../outcome.ts';
import { type Step, sectionsDelayMs } from '../world.ts';

const newId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

export const changeMethod: Step = {
  title: '变更采购方式（失败的标段）',
  async run(world) {
    const { desks, story, centre, today } = world;
    const { clerk, clerkAtHome, reviewer, office } = desks;
    const projectId = need(story.projectId, 'project of an earlier step');
    const before = need(await planOn(clerk, need(story.planId, 'plan of an earlier step')), 'plan');
    const failed = need(
      (await sectionsOn(clerk, projectId)).find(({ status }) => status === 'failed'),
      'failed section',
    );
    const id = newId();
    const begin = { projectId, sectionIds: [failed.id], method: 'COMPETITIVE_CONSULTATION' };
    accepted(await clerk.act('plans.changeMethod', { id, ...begin }), '变更采购方式');
    const plan = need(await planOn(clerk, id), 'plan of the change');
    isFilledIn(plan, before);

    // The section is in the hands of this plan: neither a colleague nor the old method has it now.
    await synced(clerk);
    await synced(clerkAtHome);
    refused(
      await clerkAtHome.act('plans.changeMethod', { id: newId(), ...begin }),
      'wrong_state',
      '另一台电脑再次变更',
    );
    const { startable } = accepted(await clerk.ask('announcements.byProject', { projectId }), '项目向导');
    expect(!startable.some(({ type }) => type === 'TENDER'), '原方式再次公告 is still offered');

    const refusal = refused(await clerk.act('plans.submit', { id }), 'rule_broken', '未报批即提交');
    const approval = refusal.fields?.find(({ code }) => code === 'plan.change_approval_no');
    expect(approval?.article === 'order87/43', 'the approval of 87号令 art 43 is not asked for');
    await fillIn(clerk, plan, today);
    await withWarningsRead(clerk, 'plans.submit', { id });
    await synced(clerk);
    await planBecomes(reviewer, id, 'the submitted change', ({ status }) => status === 'unit_review');
    accepted(await reviewer.act('plans.approve', { id, note: '同意' }), '审核');
    await planBecomes(office, id, 'the approved change', ({ status }) => status === 'office_review');
    await centre.faults({ delayMs: sectionsDelayMs });
    accepted(await office.act('plans.file', { id, note: '' }), '备案');
    const filed = await planBecomes(clerk, id, 'the filed change', ({ planNo }) => planNo !== null);
    const changedId = need(filed.projectId, 'project of the change');
    story.changedProjectId = changedId;
    const waiting = need(await projectOn(clerk, changedId), 'project of the change');
    expect(
      waiting.status === 'waiting_for_sections' && waiting.predecessor?.projectId === projectId,
      `请等待交易中心推送标段 is not shown: ${waiting.status}`,
    );

    const arrival = sectionsBecome(clerk, changedId, 'the section in its place', (all) => all.length === 1);
    world.timePasses(sectionsDelayMs);
    const [section] = await asTimePasses(world, arrival);
    const { predecessor, lotUid } = need(section, 'section of the change');
    expect(predecessor?.sectionId === failed.id, 'the section does not name its predecessor');
    const old = need(
      (await sectionsOn(clerk, projectId)).find(({ id: each }) => each === failed.id),
      'failed section',
    );
    expect(old.status === 'failed' && old.successor?.sectionId === section?.id, 'nor is it named there');
    await centre.faults({ delayMs: 0 });

    const title = await announceAgain(world, changedId);
    return `${failed.sectionNo} → ${filed.planNo}，${lotUid}；未报批不能提交（87号令第43条），原方式不能再公告；${title}`;
  },
};

/** With what was known, of the failed section alone; the approval of the new method is not invented. */
function isFilledIn({ content, predecessor }: Plan, before: Plan): void {
  const changed = need(predecessor?.sections[0], 'section whose method is changed');
  const planned = before.content.plannedSections.find(({ id }) => id === changed.plannedSectionId);
  expect(content.budgetAmount === planned?.budget, 'the budget is not that of the failed package');
  expect(content.items.length === 1, 'items of other packages were taken over');
  expect(content.contact === before.content.contact && content.methodApprovalNo === '', 'not filled in');
}

/** What only people know. */
async function fillIn(clerk: Desk, { id, content }: Plan, today: string): Promise<void> {
  const to = {
    methodReasonCode: 'D214_3_2',
    methodReason: '公开招标终止后，经论证采购需求须与供应商磋商确定。',
    methodApprovalNo: '许财采〔示例〕7号',
    plannedStart: addDays(today, 20),
    files: [...content.files, demoAttachment(newId(), 'method_approval')],
  } as const;
  const changes = Object.entries(to).map(([field, value]) => {
    return { field, from: Reflect.get(content, field), to: value };
  });
  accepted(await clerk.act('plans.edit', { id, changes }), '填写变更');
}

/** （第二次）, by the new method; the centre is told of the second round. */
async function announceAgain(world: Parameters<Step['run']>[0], projectId: string): Promise<string> {
  const { desks, centre, today, story } = world;
  const { clerk } = desks;
  const sections = await sectionsOn(clerk, projectId);
  const content = typedContent(
    {
      type: 'NEGOTIATION_NOTICE',
      from: today,
      until: addDays(today, 3),
      sections,
      target: undefined,
      idTime: Date.now(),
    },
    randomOf('walkthrough/changed-notice'),
  );
  const id = newId();
  const sectionIds = sections.map((section) => section.id);
  accepted(
    await clerk.act('announcements.create', {
      id,
      type: 'NEGOTIATION_NOTICE',
      projectId,
      sectionIds,
      content,
    }),
    '起草公告',
  );
  await submitAnnouncement(clerk, id);
  const published = await reviewAndPublish(desks, id);
  expect(published.round === 2 && published.title.endsWith('（第二次）'), `it is called ${published.title}`);
  story.changedNoticeId = id;
  await asTimePasses(
    world,
    announcementBecomes(clerk, id, 'the acknowledgement', ({ push }) => push.status === 'accepted'),
  );
  const taken = await takenByCentre(centre, id);
  expect(taken.body.lotUids.join() === sections.map(({ lotUid }) => lotUid).join(), 'about another section');
  return published.title;
}
