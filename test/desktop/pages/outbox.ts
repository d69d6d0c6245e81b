// 未通过的操作: what the server refused, and the ways out.
import type { Page } from '@playwright/test';
import { forms, label, outboxText } from '#shared/text/index.ts';
import { expect } from './expect.ts';
import { beginning } from './words.ts';

export function outboxOf(page: Page) {
  const main = page.getByRole('main');
  const row = (command: string, about: string) =>
    main
      .getByRole('grid')
      .getByRole('row')
      .filter({ hasText: label(`commands.${command}`) })
      .filter({ hasText: about });
  const choice = (field: string) => main.getByRole('radiogroup', { name: field });
  return {
    row,
    tab: (name: keyof typeof outboxText.tabs) =>
      main
        .getByRole('navigation', { name: forms.table.tabs })
        .getByRole('button', { name: beginning(outboxText.tabs[name]) }),
    async open(command: string, about: string) {
      await row(command, about)
        .getByRole('button', { name: beginning(`${outboxText.open}：`) })
        .click();
      await expect(main.getByRole('heading', { level: 1 })).toHaveText(
        beginning(label(`commands.${command}`)),
      );
    },
    mine: (field: string) =>
      choice(field).getByRole('radio', { name: beginning(outboxText.conflict.keepMine) }),
    theirs: (field: string) =>
      choice(field).getByRole('radio', { name: beginning(outboxText.conflict.keepTheirs) }),
    press: (name: string) => main.getByRole('button', { name, exact: true }).click(),
    async discard() {
      await main.getByRole('button', { name: outboxText.discard, exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: outboxText.discard, exact: true }).click();
    },
  };
}
