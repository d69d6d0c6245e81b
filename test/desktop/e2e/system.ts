// 系统: password and unlocking, also offline; theme and text size; diagnosis; what administrators keep, and the exchange.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoPassword } from '#demo/data/accounts.ts';
import { patienceMs } from '#demo/patience.ts';
import { appText, systemText } from '#shared/text/index.ts';
import { expect } from '../pages/expect.ts';
import { planPageOf } from '../pages/plan-page.ts';
import { systemOf } from '../pages/system.ts';
import { taskListOf } from '../pages/task-list.ts';
import { openTask } from './open-task.ts';
import { frames, type Stage } from './stage.ts';

const nextPassword = 'Xuchang-2026-new';

export async function password(stage: Stage): Promise<void> {
  const { other, city } = stage;
  const { atOther } = frames(stage);
  const system = systemOf(other.page);
  await atOther.changeRole('purchaser_reviewer');
  await atOther.goTo('system');
  await system.open('account');
  await system.changePassword(demoPassword, nextPassword, 'something else');
  await expect(other.page.getByText(appText.password.different)).toBeVisible();
  await system.changePassword(demoPassword, nextPassword);
  await atOther.told(appText.password.changed);

  await atOther.lock();
  await atOther.unlock(demoPassword);
  await expect(other.page.getByText(appText.session.wrongPassword)).toBeVisible();
  await atOther.unlock(nextPassword);
  // Where one was.
  await expect(system.heading('account')).toBeVisible();

  await city.stopServer();
  await atOther.signOut();
  await other.page.getByRole('textbox', { name: appText.session.username }).fill('xc-syxx-sh');
  await other.page.getByRole('textbox', { name: appText.session.password }).fill(nextPassword);
  await other.page.getByRole('button', { name: appText.session.signIn, exact: true }).click();
  await other.page.getByRole('button', { name: appText.session.offlineEnter }).click();
  await expect(atOther.badge).toHaveText(appText.sync.offline(0, 0));
  await city.startServer();
}

export async function look(stage: Stage): Promise<void> {
  const { clerk } = stage;
  const { atDesk } = frames(stage);
  const { page } = clerk;
  const system = systemOf(page);
  const { themes, textSizes } = systemText.look;
  await atDesk.goTo('system');
  await system.open('look');
  const lightness = () =>
    page.evaluate(() => {
      const [red = 0] = getComputedStyle(document.body).backgroundColor.match(/\d+/gu)?.map(Number) ?? [];
      return red;
    });
  await system.choose(systemText.look.theme, themes.dark);
  await expect.poll(lightness).toBeLessThan(80);
  await system.choose(systemText.look.theme, themes.light);
  await expect.poll(lightness).toBeGreaterThan(200);
  const height = async () => (await system.heading('look').boundingBox())?.height ?? 0;
  const before = await height();
  await system.choose(systemText.look.textSize, textSizes.larger);
  await expect.poll(height).toBeGreaterThan(before);
  await system.choose(systemText.look.textSize, textSizes.normal);
  await expect.poll(height).toBe(before);
}

export async function diagnostics(stage: Stage): Promise<void> {
  const { clerk } = stage;
  const { atDesk } = frames(stage);
  const { page } = clerk;
  const system = systemOf(page);
  await atDesk.goTo('system');
  await system.open('server');
  await system.press(systemText.server.check);
  await expect(page.getByText(systemText.server.ok)).toBeVisible();
  await system.open('diagnostics');
  await expect(page.getByText(systemText.diagnostics.replica)).toBeVisible();
  await system.press(systemText.diagnostics.bundle);
  const file = /：(\S+)/u.exec(await atDesk.told(/诊断包已保存/u))?.[1] ?? '';
  const bundle = readFileSync(join(clerk.home, 'Downloads', file), 'latin1');
  for (const personal of ['贾宁', 'xc-syxx-jb'])
    expect(bundle).not.toContain(Buffer.from(personal).toString('latin1'));
  await system.open('about');
  await expect(page.getByRole('heading', { level: 1, name: appText.name })).toBeVisible();
  await atDesk.goTo('plans');
}

/**
 * The centre refuses a message unread; the administrator sees it and sends it again. Then the centre has read the plan and refuses it: sending it
 * again would not help, and is not offered.
 */
export async function administration(stage: Stage): Promise<void> {
  const { city, other } = stage;
  const { atOther } = frames(stage);
  const { page } = other;
  const system = systemOf(page);
  const words = systemText.exchange;
  await city.centre({ refuseEnvelope: { code: 'invalid_input', times: 1 } });
  await atOther.changeRole('procurement_office');
  const name = await taskListOf(page).firstName();
  await openTask(stage, name);
  await planPageOf(page).file('');
  await planPageOf(page).status('filed');

  await atOther.changeRole('administrator');
  await atOther.goTo('system');
  for (const [key, shows] of [
    ['organisations', '许昌市示例第一实验小学'],
    ['accounts', 'xc-syxx-jb'],
    ['holidays', '2026'],
    ['platforms', '许昌市公共资源交易中心'],
  ] as const) {
    await system.open(key);
    await expect(system.heading(key)).toBeVisible();
    const search = page.getByRole('main').getByRole('textbox').first();
    if (key === 'organisations' || key === 'accounts') await search.fill(shows);
    await expect(page.getByRole('main').getByText(shows).first()).toBeVisible();
  }
  await system.open('settings');
  await expect(system.heading('settings')).toBeVisible();

  await system.open('exchange');
  await system.tab(words.tabs.rejected).click();
  const refused = system
    .table(words.tabs.rejected)
    .getByRole('row')
    .filter({ hasText: words.state.rejected });
  const resend = refused.getByRole('button', { name: new RegExp(words.resend, 'u') });
  const shows = async (messages: number, offers: number) => {
    await expect(async () => {
      await system.press(words.refresh);
      await expect(refused).toHaveCount(messages, { timeout: 1000 });
      await expect(resend).toHaveCount(offers, { timeout: 1000 });
    }).toPass({ timeout: patienceMs });
  };
  await shows(1, 1);
  await city.centre({ refuse: { code: 'budget_missing', field: 'budget', times: 1 } });
  await resend.click();
  await atOther.told(words.resent);
  await shows(1, 0);
  await expect(refused).toContainText('budget_missing');
}
