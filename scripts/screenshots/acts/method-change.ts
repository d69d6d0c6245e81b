// 变更采购方式: from the section that failed to the plan and the project that take its place.
import { filledIn } from '#demo/seed-method-change.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { forms, label, methodChangePages, projectsPages } from '#shared/text/index.ts';
import { dialogPart, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { newId, usernames } from '../story.ts';

const { afterFailure, dialog, plan } = methodChangePages;
const returned = newId();

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
  {
    name: 'change-returned',
    title: 'Plan that changes the method, sent back by 采购办',
    async show(stage) {
      await sentBack(stage);
      await stage.go(`/plans/${returned}`);
      await stage.page.getByText(plan.openProject).waitFor();
    },
  },
  {
    name: 'change-give-up',
    title: 'Dialog: 放弃变更采购方式',
    part: dialogPart,
    async show(stage) {
      await stage.press(forms.more);
      await stage.item(label('actions.plans.giveUp'));
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'change-given-up',
    title: 'Plan that changed the method and was given up',
    async show(stage) {
      const reason = '经研究，仍按公开招标方式重新采购（示例）。';
      await stage.call('plans.giveUp', { id: returned, reason });
      await stage.until(async () => {
        await stage.synced();
        return (await stage.ask('plans.get', { id: returned })).plan.status === 'cancelled';
      });
      await stage.go(`/plans/${returned}`);
      await stage.page.getByText(plan.openProject).waitFor();
    },
  },
];

/** Begun in the window, filled in, reviewed, and returned by 采购办. */
async function sentBack(stage: Stage): Promise<void> {
  const { id: projectId } = await failedProject(stage, false);
  const { sections } = await stage.ask('sections.byProject', { projectId });
  const sectionIds = sections.filter(({ status }) => status === 'failed').map(({ id }) => id);
  const method = 'COMPETITIVE_NEGOTIATION';
  await stage.call('plans.changeMethod', { id: returned, projectId, sectionIds, method });
  const { plan: begun } = await stage.ask('plans.get', { id: returned });
  const changes = filledIn(begun.content, newId(), toPlainDate(Date.now()));
  await stage.call('plans.edit', { id: returned, changes });
  const { plan: whole } = await stage.ask('plans.get', { id: returned });
  const { findings } = await stage.ask('plans.check', { id: returned, content: whole.content });
  await stage.call('plans.submit', { id: returned, acknowledged: findings.map(({ ruleId }) => ruleId) });
  await stage.synced();
  const { plan: submitted } = await stage.ask('plans.get', { id: returned });
  const seen = { id: returned, submittedAt: submitted.submittedAt };
  const reviewer = await stage.colleague(usernames.reviewer);
  await reviewer.act(['plans.approve', { ...seen, note: '同意' }]);
  const office = await stage.colleague(usernames.office);
  await office.act(['plans.officeReturn', { ...seen, reason: '请核对变更理由与评审情况是否一致（示例）。' }]);
  await stage.synced();
}
