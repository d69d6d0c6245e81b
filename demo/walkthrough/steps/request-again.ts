import { uuidV7 } from '#shared/kernel/ids.ts';
import { asTimePasses, planBecomes, projectBecomes, projectOn, synced } from '../asking.ts';
import { agencyOf, unitOf } from '../cast.ts';
import { accepted, eventually, expect, need, refused } from '../outcome.ts';
import { storyPlan } from '../story-plan.ts';
import type { Step } from '../world.ts';

const minute = 60_000;

export const requestAgain: Step = {
  title: '请等待交易中心推送标段 › 再次请求',
  async run(world) {
    const { desks, centre, timePasses, toServer } = world;
    const { clerk, reviewer, office } = desks;
    // Long after the line is cut, however slow the machine is.
    await centre.faults({ delayMs: 10 * minute });
    const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    world.story.secondPlanId = id;
    const content = storyPlan({
      unit: unitOf(world),
      agency: agencyOf(world),
      today: world.today,
      title: '校园网络设备二期采购项目',
    });
    accepted(await clerk.act('plans.create', { id, content }), '增加');
    accepted(await clerk.act('plans.submit', { id }), '提交');
    await planBecomes(reviewer, id, 'the plan', ({ status }) => status === 'unit_review');
    accepted(await reviewer.act('plans.approve', { id, note: '' }), '同意');
    await planBecomes(office, id, 'the plan', ({ status }) => status === 'office_review');
    accepted(await office.act('plans.file', { id, note: '' }), '备案');
    const plan = await planBecomes(clerk, id, 'the pushed plan', ({ status }) => status === 'pushed');
    const projectId = need(plan.projectId, 'project');

    // From now on the centre cannot reach us: its sections stay there.
    toServer.set('cut');
    await synced(clerk);
    refused(await clerk.act('projects.requestSections', { projectId }), 'rate_limited', '立即再次请求');
    timePasses(11 * minute);
    const tried = toServer.attempts();
    await eventually('the centre to try in vain', async () =>
      toServer.attempts() > tried ? true : undefined,
    );
    const waiting = need(await projectOn(clerk, projectId), 'project');
    expect(waiting.status === 'waiting_for_sections', `the project is ${waiting.status}`);
    accepted(await clerk.act('projects.requestSections', { projectId }), '再次请求');
    await projectBecomes(clerk, projectId, 'the request', ({ push }) => push.requestedAgainAt !== null);
    toServer.set('open');
    const arrival = projectBecomes(
      clerk,
      projectId,
      'the sections',
      ({ sectionCount }) => sectionCount === 3,
    );
    const project = await asTimePasses(world, arrival);
    await centre.faults({ delayMs: 0 });
    return `${plan.planNo}：十分钟内不重复请求；之后再次请求，中心推送 ${project.sectionCount} 个标段`;
  },
};
