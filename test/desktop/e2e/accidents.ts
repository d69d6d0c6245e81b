// The program is killed while somebody types; it is started twice on one data folder.
import { appText, planForm } from '#shared/text/index.ts';
import { expect } from '../pages/expect.ts';
import { frameOf } from '../pages/frame.ts';
import { planFormOf } from '../pages/plan-form.ts';
import { planListOf } from '../pages/plan-list.ts';
import type { Alone } from './stage.ts';

export async function secondStart({ city, clerk }: Alone): Promise<void> {
  const atDesk = frameOf(clerk.page);
  expect((await city.startAgain(clerk)).code).toBe(0);
  await atDesk.goTo('tasks');
  await expect(clerk.page.getByRole('heading', { level: 1, name: appText.tasks.title })).toBeVisible();
}

export async function killedWhileTyping({ city, clerk }: Alone): Promise<void> {
  const atDesk = frameOf(clerk.page);
  const form = planFormOf(clerk.page);
  await atDesk.goTo('plans');
  await planListOf(clerk.page).add();
  const safe = '一边填报一边断电的项目';
  await form.text('projectName').pressSequentially(safe);
  await form.kept();
  const more = '，后面又输入了一些文字';
  const typing = form
    .text('projectName')
    .pressSequentially(more, { delay: 30 })
    .catch(() => undefined);
  await expect(form.text('projectName')).toHaveValue(/后面/u);
  await clerk.kill();
  await typing;

  const again = await city.reopen(clerk);
  const back = frameOf(again.page);
  if (await again.page.getByRole('heading', { name: /登录|已锁定/u }).isVisible())
    await back.signIn('purchaser_clerk');
  await expect(back.badge).toBeVisible();
  await back.goTo('plans');
  await planListOf(again.page).add();
  await again.page.getByRole('button', { name: planForm.resume.go }).click();
  const typed = await planFormOf(again.page).text('projectName').inputValue();
  expect(typed.startsWith(safe)).toBe(true);
  expect(`${safe}${more}`.startsWith(typed)).toBe(true);
  expect(again.page.isClosed()).toBe(false);
}
