// The list of 采购计划备案.
import type { Page } from '@playwright/test';
import { patienceMs } from '#demo/patience.ts';
import { forms, plansPages } from '#shared/text/index.ts';
import { expect } from './expect.ts';
import { beginning } from './words.ts';

const { list } = plansPages;

export function planListOf(page: Page) {
  const grid = page.getByRole('grid', { name: plansPages.title });
  const rows = grid.getByRole('row').filter({ has: page.getByRole('gridcell') });
  const tabs = page.getByRole('navigation', { name: forms.table.tabs });
  const tab = (name: keyof typeof list.tabs) =>
    tabs.getByRole('button', { name: beginning(list.tabs[name]) });
  return {
    grid,
    tab,
    rows,
    row: (name: string) => grid.getByRole('row').filter({ hasText: name }),
    /** Opens the tab and waits until its rows are as many as it says. */
    async show(name: keyof typeof list.tabs): Promise<number> {
      await tab(name).click();
      let shown = -1;
      await expect(async () => {
        shown = Number(((await tab(name).textContent()) ?? '').replaceAll(/\D/gu, ''));
        await expect(rows).toHaveCount(shown, { timeout: 1000 });
      }).toPass({ timeout: patienceMs });
      return shown;
    },
    search: page.getByRole('textbox', { name: forms.table.search }),
    add: () => page.getByRole('button', { name: list.add, exact: true }).click(),
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    /** What the tab says it holds. */
    async count(name: keyof typeof list.tabs): Promise<number> {
      await expect(tab(name)).toHaveText(/\d/u);
      return Number(((await tab(name).textContent()) ?? '').replaceAll(/\D/gu, ''));
    },
    /** An action of a row, also one under 更多. */
    async act(name: string, action: string) {
      const row = grid.getByRole('row').filter({ hasText: name }).first();
      const visible = row.getByRole('button', { name: beginning(`${action}：`) });
      await expect(row).toBeVisible();
      if ((await visible.count()) > 0) return visible.click();
      await row.getByRole('button', { name: forms.moreFor(name) }).click();
      await page.getByRole('menuitem', { name: action, exact: true }).click();
    },
    async open(name: string) {
      await grid.getByRole('row').filter({ hasText: name }).first().getByText(name, { exact: true }).click();
    },
  };
}
