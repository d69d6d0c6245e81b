import { type Package, packageOfSection, packagesOf } from '#shared/domain/plans/packages.ts';
import type { Section } from '#shared/domain/projects/model.ts';
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
    const packages = packagesOf(plan.content);
    const total = sections.reduce((sum, { budget }) => sum + budget, 0);
    expect(sections.length === 3, `${sections.length} sections instead of 3`);
    expect(new Set(sections.map(({ lotUid }) => lotUid)).size === 3, 'a section came in twice');
    expect(total === plan.content.budgetAmount, 'the sections do not add up to the plan');
    const reserved = sections.filter((section) => carriesOut(section, packages) && section.smeReserved);
    expect(reserved.length === 1, `${reserved.length} sections are reserved instead of one`);
    expect(total === project.sectionBudgetTotal && !project.overBudget, 'the project has another sum');
    const answered = eventually('every section message to be answered', async () => {
      const state = await centreState(centre);
      return state.open === 0 ? state : undefined;
    });
    const { messages } = await asTimePasses(world, answered);
    await centre.faults({ repeat: 0, reorder: false, delayMs: 0 });
    return `${sections.length} 个标段 ${formatYuan(total)}，各为一个采购包，${reserved[0]?.name}专门面向中小企业（中心乱序推送，${messages} 条报文各发两次；“请等待交易中心推送标段”已消失）`;
  },
};

/** Budget, 品目, reserve and items of a section are those of its package, and nothing of another one. */
function carriesOut(section: Section, packages: readonly Package[]): boolean {
  const { planned, items, catalogue, smeReserved } = need(
    packageOfSection(packages, section),
    `package of ${section.name}`,
  );
  expect(section.plannedSectionId === planned.id, `${section.name} does not name its package`);
  expect(section.budget === planned.budget, `${section.name} has another budget than its package`);
  expect(section.catalogCode === catalogue?.code, `${section.name} has another 品目 than its package`);
  expect(section.smeReserved === smeReserved, `${section.name} is reserved otherwise than its package`);
  for (const { items: each } of packages) {
    for (const { name } of each) {
      const own = items.some((item) => item.name === name);
      expect(section.content.includes(name) === own, `${section.name} says ${section.content}`);
    }
  }
  return true;
}
