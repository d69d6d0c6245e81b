// The server stops and work goes on; a desk that was away comes back with an edit that the server refuses, and with one that meets another's.
import { appText, label, outboxText, planForm } from '#shared/text/index.ts';
import { expect } from '../pages/expect.ts';
import { outboxOf } from '../pages/outbox.ts';
import { planFormOf } from '../pages/plan-form.ts';
import { planListOf } from '../pages/plan-list.ts';
import { planPageOf } from '../pages/plan-page.ts';
import { frames, type Stage } from './stage.ts';

const { sync } = appText;

export async function serverStopped(stage: Stage): Promise<void> {
  const { city, clerk } = stage;
  const { atDesk } = frames(stage);
  const form = planFormOf(clerk.page);
  await city.stopServer();
  await expect(atDesk.badge).toHaveText(sync.offline(0, 0));
  await atDesk.goTo('plans');
  await planListOf(clerk.page).add();
  await form.type('projectName', '断网时填报的项目');
  await form.save();
  await expect(atDesk.badge).toHaveText(sync.offline(1, 0));
  await form.type('performancePlace', '许昌市');
  await form.save();
  await expect(atDesk.badge).toHaveText(sync.offline(2, 0));
  // The whole list is still there, with the new plan in it.
  await form.back();
  await expect(planListOf(clerk.page).row('断网时填报的项目')).toBeVisible();

  await city.startServer();
  await atDesk.badge.click();
  await clerk.page.getByRole('button', { name: sync.now }).click();
  await atDesk.synced();
  await clerk.page.keyboard.press('Escape');
}

/** Both desks change the same field of a plan, and the other desk deletes a second one that is being changed here. */
export async function refusedAndConflict(stage: Stage): Promise<void> {
  const { clerk, other } = stage;
  const { atDesk, atOther } = frames(stage);
  const [contested, doomed] = ['两处同时修改的项目', '断网时填报的项目'];
  await atDesk.goTo('plans');
  await planListOf(clerk.page).add();
  await planFormOf(clerk.page).type('projectName', contested);
  await planFormOf(clerk.page).type('performancePlace', '原地点');
  await planFormOf(clerk.page).save();
  await atDesk.synced();
  await atOther.changeRole('purchaser_clerk');
  await expect(planListOf(other.page).row(contested)).toBeVisible();

  clerk.line.set('cut');
  await expect(atDesk.badge).toHaveText(sync.offline(0, 0));
  await edit(clerk, contested, '办公室的地点');
  await edit(clerk, doomed, '已被删除的地点');
  await expect(atDesk.badge).toHaveText(sync.offline(2, 0));

  await edit(other, contested, '家里的地点');
  await atOther.goTo('plans');
  await planListOf(other.page).act(doomed, label('actions.plans.delete'));
  await other.page
    .getByRole('dialog')
    .getByRole('button', { name: planForm.buttons.remove, exact: true })
    .click();
  await expect(planListOf(other.page).row(doomed)).toHaveCount(0);
  await atOther.synced();

  clerk.line.set('open');
  await atDesk.badge.click();
  await clerk.page.getByRole('button', { name: sync.now }).click();
  await expect(atDesk.badge).toHaveText(sync.attention(2));
  await clerk.page.keyboard.press('Escape');
}

export async function waysOut(stage: Stage): Promise<void> {
  const { clerk, other } = stage;
  const { atDesk } = frames(stage);
  const outbox = outboxOf(clerk.page);
  const place = label('plans.content.performancePlace');
  await atDesk.goTo('outbox');
  await outbox.open('plans.edit', '两处同时修改的项目');
  await expect(outbox.mine(place)).toHaveAccessibleName(/办公室的地点/u);
  await expect(outbox.theirs(place)).toHaveAccessibleName(/家里的地点.*贾宁/u);
  await outbox.mine(place).click();
  await outbox.press(outboxText.conflict.submit);
  await atDesk.told(outboxText.resubmitted);

  await outbox.open('plans.edit', '断网时填报的项目');
  await expect(clerk.page.getByText(outboxText.reasonTitle)).toBeVisible();
  await expect(clerk.page.getByRole('table', { name: outboxText.inputTitle })).toContainText(
    '已被删除的地点',
  );
  await outbox.discard();
  await expect(clerk.page.getByText(outboxText.empty.attention.title)).toBeVisible();
  await atDesk.synced();

  await planListOf(other.page).open('两处同时修改的项目');
  await expect(other.page.getByRole('main').getByText('办公室的地点')).toBeVisible();
  await planPageOf(other.page).named('两处同时修改的项目');
}

async function edit({ page }: Stage['clerk'], name: string, place: string): Promise<void> {
  const form = planFormOf(page);
  await page
    .getByRole('navigation', { name: appText.menu.label })
    .getByRole('link', { name: appText.menu.plans })
    .click();
  await planListOf(page).act(name, label('actions.plans.edit'));
  await expect(form.text('projectName')).toHaveValue(name);
  await form.type('performancePlace', place);
  await form.save();
  await form.back();
}
