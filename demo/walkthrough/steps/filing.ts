import { planBecomes, projectBecomes } from '../asking.ts';
import { accepted, eventually, expect, need } from '../outcome.ts';
import { type Step, sectionsDelayMs } from '../world.ts';

export const filing: Step = {
  title: '采购计划备案',
  async run({ desks: { office, clerk }, story, toCentre, centre }) {
    const id = need(story.planId, 'plan of an earlier step');
    // The trading centre refuses connections; its people take a minute to divide a plan; it repeats itself and mixes up the order.
    toCentre.set('cut');
    await centre.faults({ delayMs: sectionsDelayMs, repeat: 1, reorder: true });
    const before = toCentre.attempts();

    const receipt = accepted(await office.act('plans.file', { id, note: '' }), '备案');
    expect(receipt.state === 'waiting_for_server', 'a number was given without the server');
    const plan = await planBecomes(office, id, 'the number', ({ planNo }) => planNo !== null);
    const planNo = need(plan.planNo, 'number');
    const projectId = need(plan.projectId, 'project');
    Object.assign(story, { planNo, projectId });
    const filed = await planBecomes(clerk, id, 'the number', (seen) => seen.planNo === planNo);
    expect(filed.status === 'filed', `the plan is ${filed.status}`);
    await eventually('an attempt to reach the centre', async () =>
      toCentre.attempts() > before ? true : undefined,
    );
    const project = await projectBecomes(
      clerk,
      projectId,
      'the waiting push',
      ({ push }) => push.status === 'waiting',
    );
    expect(project.status === 'waiting_for_sections', `the project is ${project.status}`);
    return `${planNo} ${project.name}（交易中心拒绝连接，推送等待重试）`;
  },
};
