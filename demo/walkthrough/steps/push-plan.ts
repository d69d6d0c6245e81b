import { formatInstant } from '#shared/text/zh-CN/times.ts';
import { asTimePasses, planBecomes, projectBecomes } from '../asking.ts';
import { centreState } from '../centre-state.ts';
import { accepted, eventually, expect, need } from '../outcome.ts';
import type { Step } from '../world.ts';

const minute = 60_000;

export const pushPlan: Step = {
  title: '推送交易中心：拒绝连接、丢失回执、重复',
  async run(world) {
    const { story, toCentre, centre, timePasses } = world;
    const { clerk } = world.desks;
    const planId = need(story.planId, 'plan of an earlier step');
    const projectId = need(story.projectId, 'project of an earlier step');
    const planNo = need(story.planNo, 'number of an earlier step');

    // The centre takes the plan, but its receipt gets lost on the way.
    toCentre.set('deaf');
    timePasses(minute);
    await eventually('the plan to arrive at the centre', async () => {
      const { plans } = await centreState(centre);
      return plans.includes(planNo) ? true : undefined;
    });
    toCentre.set('open');
    const acknowledged = projectBecomes(
      clerk,
      projectId,
      'the acknowledgement',
      ({ push }) => push.status === 'accepted',
    );
    await asTimePasses(world, acknowledged);
    const plan = await planBecomes(clerk, planId, 'the pushed plan', ({ status }) => status !== 'filed');
    expect(['pushed', 'sections_received'].includes(plan.status), `the plan is ${plan.status}`);
    const { plans } = await centreState(centre);
    const taken = plans.filter((number) => number === planNo).length;
    expect(taken === 1, `the centre has taken the plan ${taken} times`);
    const times = accepted(await clerk.ask('projects.get', { id: projectId }), '项目').project.push;
    expect(times.answeredAt !== null && times.lastContactAt !== null, 'when the centre answered is not told');
    return `拒绝连接 → 回执丢失 → 重发同一报文 → 中心只受理 ${taken} 次，已确认（最后联系 ${formatInstant(times.lastContactAt)}）`;
  },
};
