import { formatYuan } from '#shared/kernel/money.ts';
import { asTimePasses, planBecomes, projectBecomes, projectOn } from '../asking.ts';
import { centreState } from '../centre-state.ts';
import { accepted, eventually, expect, need } from '../outcome.ts';
import { type Step, sectionsDelayMs } from '../world.ts';

export const sectionsArrive: Step = {
  title: '标段推送',
  async run(world) {
    const { story, centre } = world;
    const { clerk } = world.desks;
    const planId = need(story.planId, 'plan of an earlier step');
    const projectId = need(story.projectId, 'project of an earlier step');
    const before = need(await projectOn(clerk, projectId), 'project');
    expect(before.status === 'waiting_for_sections', `请等待交易中心推送标段 is not shown: ${before.status}`);

    const arrival = planBecomes(
      clerk,
      planId,
      'the sections',
      ({ status }) => status === 'sections_received',
    );
    world.timePasses(sectionsDelayMs);
    const plan = await asTimePasses(world, arrival);
    const project = await projectBecomes(
      clerk,
      projectId,
      'three sections',
      ({ sectionCount }) => sectionCount === 3,
    );
    const { sections } = accepted(await clerk.ask('sections.byProject', { projectId }), '标段');
    const total = sections.reduce((sum, { budget }) => sum + budget, 0);
    expect(sections.length === 3, `${sections.length} sections instead of 3`);
    expect(new Set(sections.map(({ lotUid }) => lotUid)).size === 3, 'a section came in twice');
    expect(total === plan.content.budgetAmount, 'the sections do not add up to the plan');
    expect(total === project.sectionBudgetTotal && !project.overBudget, 'the project has another sum');
    const answered = eventually('every section message to be answered', async () => {
      const state = await centreState(centre);
      return state.open === 0 ? state : undefined;
    });
    const { messages } = await asTimePasses(world, answered);
    await centre.faults({ repeat: 0, reorder: false, delayMs: 0 });
    return `${sections.length} 个标段 ${formatYuan(total)}（中心乱序推送，${messages} 条报文各发两次；“请等待交易中心推送标段”已消失）`;
  },
};
