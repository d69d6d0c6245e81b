// 审核岗 sends back with a reason, 经办岗 changes, 审核岗 sees what changed and agrees, 采购办 files.
import { forms, planForm, plansPages } from '#shared/text/index.ts';
import { expect } from '../pages/expect.ts';
import { planFormOf } from '../pages/plan-form.ts';
import { planListOf } from '../pages/plan-list.ts';
import { planPageOf } from '../pages/plan-page.ts';
import { taskListOf } from '../pages/task-list.ts';
import { filedName } from './filing.ts';
import { openTask } from './open-task.ts';
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
