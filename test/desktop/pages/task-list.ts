// 待办.
import type { Page } from '@playwright/test';
import { appText, forms } from '#shared/text/index.ts';
import { expect } from './expect.ts';
import { beginning } from './words.ts';

const { open, title } = appText.tasks;

export function taskListOf(page: Page) {
  const grid = page.getByRole('grid', { name: title });
  const buttons = grid.getByRole('button', { name: beginning(`${open}：`) });
  return {
    /** `name`: of the record, or how it begins. */
    open: (name: string) =>
      grid
        .getByRole('button', { name: beginning(forms.of(name, open)) })
        .first()
        .click(),
    /** The record of the first task. */
    async firstName(): Promise<string> {
      await expect(buttons.first()).toBeVisible();
      return ((await buttons.first().getAttribute('aria-label')) ?? '').replace(`${open}：`, '');
    },
  };
}
