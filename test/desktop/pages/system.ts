// 系统.
import type { Page } from '@playwright/test';
import { appText, systemText } from '#shared/text/index.ts';
import { expect } from './expect.ts';

const { password } = appText;

export function systemOf(page: Page) {
  const main = page.getByRole('main');
  const pages = page.getByRole('navigation', { name: systemText.title });
  return {
    async open(key: keyof typeof systemText.pages) {
      await pages.getByRole('link', { name: systemText.pages[key], exact: true }).click();
    },
    heading: (key: keyof typeof systemText.pages) =>
      main.getByRole('heading', { level: 1, name: systemText.pages[key] }),
    press: (name: string) => main.getByRole('button', { name, exact: true }).click(),
    table: (name: string) => main.getByRole('table', { name }),
    tab: (name: string) => main.getByRole('tab', { name }),
    async changePassword(current: string, next: string, again = next) {
      const field = (name: string) => main.getByRole('textbox', { name, exact: true });
      await field(password.current).fill(current);
      await field(password.next).fill(next);
      await field(password.again).fill(again);
      await main.getByRole('button', { name: password.change, exact: true }).click();
    },
    async choose(group: string, option: string) {
      await main.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();
      await expect(
        main.getByRole('radiogroup', { name: group }).getByRole('radio', { name: option, exact: true }),
      ).toBeChecked();
    },
  };
}
