import { planOn, projectOn, synced } from '../asking.ts';
import { accepted, expect, need } from '../outcome.ts';
import { everyDesk, type Step } from '../world.ts';

export const visibility: Step = {
  title: '谁能看到标段',
  async run(world) {
    const { desks, story } = world;
    const projectId = need(story.projectId, 'project of an earlier step');
    const planId = need(story.planId, 'plan of an earlier step');
    const seeing: string[] = [];
    const blind: string[] = [];
    for (const desk of everyDesk(world)) {
      await synced(desk);
      const project = await projectOn(desk, projectId);
      const answer = await desk.ask('sections.byProject', { projectId });
      const count = answer.ok ? answer.value.sections.length : 0;
      if (desk === desks.stranger) {
        expect(project === undefined && count === 0, `${desk.title} sees what is not theirs`);
        expect((await planOn(desk, planId)) === undefined, `${desk.title} sees the plan`);
        expect(
          ![...(await desk.rows()).values()].some(({ body }) => body.includes(planId)),
          `${desk.title} holds a row of it`,
        );
        blind.push(desk.title);
      } else {
        expect(project?.sectionCount === 3 && count === 3, `${desk.title} sees ${count} sections`);
        seeing.push(desk.title);
      }
    }
    const missing = await desks.stranger.ask('plans.get', { id: projectId });
    const foreign = await desks.stranger.ask('plans.get', { id: planId });
    expect(JSON.stringify(missing) === JSON.stringify(foreign), '"missing" and "not yours" are told apart');
    accepted(await desks.supervisor.ask('projects.get', { id: projectId }), '监管部门查看');
    return `可见：${seeing.join('、')}；不可见：${blind.join('、')}`;
  },
};
