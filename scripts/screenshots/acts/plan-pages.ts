// The page of a plan in each of its states and for each role, with the dialogs of its buttons; the 项目向导 likewise.
import type { PlanStatus } from '#shared/domain/plans/model.ts';
import { appText, forms, label, projectsPages } from '#shared/text/index.ts';
import { type Project, planIn, projectIn } from '../find.ts';
import { dialogPart, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

export function plan(status: PlanStatus, who: string): Scene {
  return {
    name: `plan-${status}-${who}`,
    title: `A plan, ${status}, as ${who} sees it`,
    show: async (stage) => openPlan(stage, await planIn(stage, status)),
  };
}

export async function openPlan(stage: Stage, id: string): Promise<void> {
  await stage.go(`/plans/${id}`);
  await stage.page.getByRole('heading', { level: 1 }).waitFor();
}

/** The dialog that opens when a button of a plan is pressed, on the page or under 更多. */
export function decision(action: string, name: string, find: (stage: Stage) => Promise<string>): Scene {
  return {
    name,
    title: `Dialog: ${action}`,
    part: dialogPart,
    async show(stage) {
      await openPlan(stage, await find(stage));
      const words = label(`actions.${action}`);
      const button = stage.page.getByRole('main').getByRole('button', { name: words, exact: true });
      const more = stage.button(forms.more);
      await more.waitFor();
      if (await button.isVisible()) await button.click();
      else {
        await more.click();
        await stage.item(words);
      }
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  };
}

export const clerksPlans: readonly Scene[] = [
  ...(
    ['draft', 'returned', 'unit_review', 'office_review', 'pushed', 'sections_received', 'cancelled'] as const
  ).map((status) => plan(status, 'clerk')),
  {
    name: 'plan-changes-clerk',
    title: 'What changed since the return',
    async show(stage) {
      await openPlan(stage, await planIn(stage, 'unit_review'));
      await stage.page.getByRole('main').evaluate((main) => main.scrollTo(0, 0));
    },
  },
  decision('plans.takeBack', 'plan-take-back', (stage) => planIn(stage, 'unit_review')),
  decision('plans.delete', 'plan-delete', (stage) => planIn(stage, 'draft')),
  {
    name: 'plan-missing',
    title: 'A plan that is not there',
    async show(stage) {
      await stage.go('/plans/00000000-0000-7000-8000-000000000000');
    },
  },
];

async function openProject(stage: Stage, holds: (project: Project) => boolean): Promise<void> {
  await stage.go(`/projects/${await projectIn(stage, holds)}`);
  await stage.page.getByRole('heading', { level: 1 }).waitFor();
}

export function project(name: string, title: string, holds: (project: Project) => boolean): Scene {
  return { name, title, show: (stage) => openProject(stage, holds) };
}

export const clerksProjects: readonly Scene[] = [
  project(
    'project-waiting',
    'Project: waiting for sections',
    ({ status }) => status === 'waiting_for_sections',
  ),
  project(
    'project-sections',
    'Project: sections received',
    ({ status, sectionCount }) => status === 'sections_received' && sectionCount > 1,
  ),
  {
    name: 'project-section-open',
    title: 'A section in full',
    async show(stage) {
      await openProject(
        stage,
        ({ status, sectionCount }) => status === 'sections_received' && sectionCount > 1,
      );
      await stage.page
        .getByRole('button', { name: new RegExp(projectsPages.sections.show, 'u') })
        .first()
        .click();
    },
  },
  project('project-cancelled', 'Project: cancelled', ({ status }) => status === 'cancelled'),
  {
    name: 'project-missing',
    title: 'A project that is not there',
    show: (stage) => stage.go('/projects/00000000-0000-7000-8000-000000000000'),
  },
  {
    name: 'not-found',
    title: 'An address that leads nowhere',
    async show(stage) {
      await stage.go('/nowhere');
      await stage.page.getByText(appText.states.notFoundTitle).waitFor();
    },
  },
];
