// What stands around every page: signing in, the menu, the badge that says what waits, notices.
import type { Page } from '@playwright/test';
import type { Role } from '#shared/domain/actor.ts';
import { appText, label } from '#shared/text/index.ts';
import { expect } from './expect.ts';
import { takeNotice } from './notices.ts';
import { beginning } from './words.ts';

const { menu, me, session, sync } = appText;

export type Frame = ReturnType<typeof frameOf>;

export function frameOf(page: Page) {
  const main = page.getByRole('main');
  const badge = page.getByRole('button', { name: beginning(`${sync.label}：`) });
  const account = page.getByRole('button', { name: beginning(`${me.label}：`) });
  const openMenu = async (item: string) => {
    await account.click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  return {
    page,
    main,
    badge,
    /** One click on the demo account of this role. */
    async signIn(role: Role) {
      await page.getByRole('button', { name: beginning(label(`roles.${role}`)) }).click();
      await expect(account).toHaveAccessibleName(new RegExp(label(`roles.${role}`), 'u'));
      await expect(badge).toBeVisible();
    },
    async signOut() {
      await openMenu(me.signOut);
      await expect(page.getByRole('heading', { name: session.signInTitle })).toBeVisible();
    },
    async changeRole(role: Role) {
      await this.signOut();
      await this.signIn(role);
    },
    /** Whoever it was before. */
    async signedInAs(role: Role) {
      const name = (await account.textContent()) ?? '';
      if (!name.includes(label(`roles.${role}`))) await this.changeRole(role);
    },
    async syncNow() {
      await badge.click();
      await page.getByRole('button', { name: sync.now }).click();
      await page.keyboard.press('Escape');
    },
    async lock() {
      await openMenu(me.lock);
      await expect(page.getByRole('heading', { name: session.lockedTitle })).toBeVisible();
    },
    async unlock(password: string) {
      await page.getByRole('textbox', { name: session.password }).fill(password);
      await page.getByRole('button', { name: session.unlock, exact: true }).click();
    },
    /** By its name in the menu. */
    async goTo(
      item:
        | 'plans'
        | 'announcements'
        | 'contracts'
        | 'acceptances'
        | 'payments'
        | 'tasks'
        | 'outbox'
        | 'system'
        | 'awardChanges',
    ) {
      await page
        .getByRole('navigation', { name: menu.label })
        .getByRole('link', { name: beginning(menu[item]) })
        .click();
    },
    /** Everything has been sent and received. */
    async synced() {
      await expect(badge).toHaveText(sync.synced);
    },
    /** The whole text of the passing notice with these words. */
    told: (words: string | RegExp) => takeNotice(page, words),
    dialog: (name: string | RegExp) => page.getByRole('dialog', { name }),
  };
}
