// 项目向导: what was filed just now waits; what has waited for longer is asked for again and gets its sections.
import { plansPages, projectsPages } from '#shared/text/index.ts';
import { expect } from '../pages/expect.ts';
import { planListOf } from '../pages/plan-list.ts';
import { planPageOf } from '../pages/plan-page.ts';
import { projectPagesOf } from '../pages/project-page.ts';
import { taskListOf } from '../pages/task-list.ts';
import { openTask } from './open-task.ts';
import { frames, type Stage } from './stage.ts';

export async function sections(stage: Stage): Promise<void> {
  const { clerk, city } = stage;
  const { atDesk } = frames(stage);
  const { page } = clerk;
  const projects = projectPagesOf(page);
  const filedName = await filedJustNow(stage);
  await atDesk.goTo('plans');
  await planListOf(page).open(filedName);
  await planPageOf(page).status('pushed');
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
  // Which of them depends on the method of the project that has waited for longest.
  const { announce, choose, invite } = projectsPages.next;
  await expect(page.getByText(announce).or(page.getByText(choose)).or(page.getByText(invite))).toBeVisible();
}

/** By 采购办, from 待办; the centre takes its time with it. */
async function filedJustNow(stage: Stage): Promise<string> {
  const { city, other } = stage;
  const { atOther } = frames(stage);
  await city.centre({ delayMs: 30 * 86_400_000 });
  const name = await taskListOf(other.page).firstName();
  await openTask(stage, name);
  const plan = planPageOf(other.page);
  await plan.file('');
  await plan.status('pushed');
  await atOther.synced();
  return name;
}
