// 审核岗 sends back with a reason, 经办岗 changes, 审核岗 sees what changed and agrees, 采购办 files; then the way to the sections.
import { forms, planForm, plansPages, projectsPages } from '#shared/text/index.ts';
import { expect } from '../pages/expect.ts';
import { planFormOf } from '../pages/plan-form.ts';
import { planListOf } from '../pages/plan-list.ts';
import { planPageOf } from '../pages/plan-page.ts';
import { projectPagesOf } from '../pages/project-page.ts';
import { taskListOf } from '../pages/task-list.ts';
import { filedName } from './filing.ts';
import { frames, type Stage } from './stage.ts';

const reason = '履约地点不明确，请写明具体门牌号。';

export async function returned(stage: Stage): Promise<void> {
  const { clerk, other } = stage;
  const { atDesk, atOther } = frames(stage);
  const review = planPageOf(other.page);
  await atOther.changeRole('purchaser_reviewer');
  await openTask(stage, filedName);
  await review.status('unit_review');
  await review.sendBack('plans.return', reason);
  await atOther.synced();

  await atDesk.goTo('tasks');
  await taskListOf(clerk.page).open(filedName);
  const plan = planPageOf(clerk.page);
  await plan.status('returned');
  await expect(clerk.page.getByText(plansPages.page.reason(reason))).toBeVisible();
  await plan.edit();
  const form = planFormOf(clerk.page);
  await expect(clerk.page.getByText(planForm.returned.reason(reason))).toBeVisible();
  await form.type('performancePlace', '许昌市魏都区示例路1号教学楼三层');
  await form.submit();
  const dialog = atDesk.dialog(planForm.submit.title(filedName));
  for (const box of await dialog.getByRole('checkbox', { name: forms.submit.acknowledge }).all()) {
    await box.check();
  }
  await dialog.getByRole('button', { name: forms.submit.confirm }).click();
  await plan.status('unit_review');
  await atDesk.synced();
}

export async function agreedAndFiled(stage: Stage): Promise<void> {
  const { clerk, other, city } = stage;
  const { atDesk, atOther } = frames(stage);
  const plan = planPageOf(other.page);
  await openTask(stage, filedName);
  const changed = plan.changes.getByRole('row').filter({ hasText: '履约地点' });
  await expect(changed).toContainText('许昌市魏都区示例路1号教学楼三层');
  await expect(plan.changes.getByRole('row')).toHaveCount(2);
  await plan.approve('同意，请备案。');
  await plan.status('office_review');
  await atOther.synced();

  // The centre takes its time with this one.
  await city.centre({ delayMs: 30 * 86_400_000 });
  await atOther.changeRole('procurement_office');
  await openTask(stage, filedName);
  await plan.file('准予备案。');
  await plan.status('pushed');
  await atOther.synced();

  await atDesk.goTo('plans');
  await planListOf(clerk.page).open(filedName);
  const filed = planPageOf(clerk.page);
  await filed.status('pushed');
  const { steps, accepted } = plansPages.timeline;
  for (const step of [
    steps['plans.submit'],
    steps['plans.return'],
    steps['plans.approve'],
    steps['plans.file'],
    accepted,
  ]) {
    await expect(filed.timeline.getByRole('listitem').filter({ hasText: step }).first()).toBeVisible();
  }
}

/** 项目向导: what was filed just now waits; what has waited for longer is asked for again and gets its sections. */
export async function sections(stage: Stage): Promise<void> {
  const { clerk, city } = stage;
  const { atDesk } = frames(stage);
  const { page } = clerk;
  const projects = projectPagesOf(page);
  await planPageOf(page).more(plansPages.list.project);
  await expect(projects.waits).toBeVisible();
  await expect(projects.stage('acknowledged')).toContainText(projectsPages.stages.state.done);
  await expect(projects.stage('sections')).toContainText(projectsPages.stages.state.now);
  // Ten minutes have not passed.
  await expect(projects.again).toBeDisabled();

  await city.centre({ delayMs: 0 });
  await atDesk.goTo('announcements');
  await projects.tab('waiting_for_sections').click();
  const waiting = page.getByRole('grid', { name: projectsPages.title }).getByRole('row');
  const longest = waiting
    .filter({ hasNotText: filedName })
    .filter({ has: page.getByRole('gridcell') })
    .first();
  await longest.getByRole('button', { name: new RegExp(projectsPages.list.guide, 'u') }).click();
  await expect(projects.waits).toBeVisible();
  await expect(page.getByText(projectsPages.waiting.lastContact)).toBeVisible();
  await projects.again.click();
  await expect(projects.sections).toBeVisible();
  await expect(projects.waits).toBeHidden();
  await expect(projects.stage('sections')).toContainText(projectsPages.stages.state.done);
  await expect(page.getByText(projectsPages.next.announce)).toBeVisible();
}

/** From 待办, as reviewers begin. */
export async function openTask(stage: Stage, name: string): Promise<void> {
  const { atOther } = frames(stage);
  const { page } = stage.other;
  await atOther.goTo('tasks');
  await taskListOf(page).open(name);
  await planPageOf(page).named(name);
}
