// 变更采购方式: from the section that failed to the plan and the project that take its place.
import { methodChangePages, projectsPages } from '#shared/text/index.ts';
import { dialogPart, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const { afterFailure, dialog, plan } = methodChangePages;

/** A project with a section that failed, which another plan has changed, or not. */
async function failedProject(stage: Stage, isChanged: boolean) {
  const { items } = await stage.ask('projects.list', { limit: 200 });
  for (const { id } of items) {
    const { sections } = await stage.ask('sections.byProject', { projectId: id });
    const found = sections.find(
      ({ status, successor }) => status === 'failed' && (successor !== null) === isChanged,
    );
    if (found !== undefined) return { id, successor: found.successor };
  }
  throw new Error('no section of the demo has failed so');
}

async function showFailed(stage: Stage, isChanged: boolean): Promise<void> {
  await stage.go(`/projects/${(await failedProject(stage, isChanged)).id}`);
  const heading = stage.page.getByRole('heading', { level: 2, name: afterFailure.title });
  await heading.waitFor();
  await heading.evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

const successorOf = async (stage: Stage) => (await failedProject(stage, true)).successor;

export const methodChangeScenes: readonly Scene[] = [
  {
    name: 'change-offered',
    title: 'Project: what may become of a section that failed',
    show: (stage) => showFailed(stage, false),
  },
  {
    name: 'change-dialog',
    title: 'Dialog: 变更采购方式',
    part: dialogPart,
    async show(stage) {
      await showFailed(stage, false);
      await stage.page.getByRole('button', { name: afterFailure.change }).first().click();
      const shown = stage.dialog();
      await shown.waitFor();
      await shown.getByRole('radio', { name: '竞争性谈判' }).click();
      await shown.getByText(dialog.needs).waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'change-done',
    title: 'Project: its section is bought by another method',
    show: (stage) => showFailed(stage, true),
  },
  {
    name: 'change-plan',
    title: 'Plan: what it changes',
    async show(stage) {
      await stage.go(`/plans/${(await successorOf(stage))?.planId}`);
      await stage.page.getByText(plan.openProject).waitFor();
    },
  },
  {
    name: 'change-project',
    title: 'Project: in the place of another',
    async show(stage) {
      await stage.go(`/projects/${(await successorOf(stage))?.projectId}`);
      await stage.page.getByRole('heading', { level: 2, name: projectsPages.sections.title }).waitFor();
      const show = new RegExp(projectsPages.sections.show, 'u');
      await stage.page.getByRole('button', { name: show }).first().click();
    },
  },
  {
    name: 'change-form',
    title: 'Form of a plan that changes the method: filled in, and what is asked for',
    async show(stage) {
      const { id } = await failedProject(stage, false);
      await stage.go(`/projects/${id}`);
      await stage.page.getByRole('button', { name: afterFailure.change }).first().click();
      const shown = stage.dialog();
      await shown.getByRole('radio', { name: '竞争性谈判' }).click();
      await shown.getByRole('button', { name: dialog.confirm }).click();
      const facts = stage.page.getByText(plan.planNo);
      await facts.waitFor();
      await facts.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    },
    // The section is given back.
    async leave(stage) {
      const planId = /plans\/([0-9a-f-]+)\/edit/.exec(stage.page.url())?.[1] ?? '';
      await stage.go('/plans');
      await stage.call('plans.delete', { id: planId });
    },
  },
];
