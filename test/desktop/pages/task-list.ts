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
    /** `name`: of the record, or how it begins. `task`: what is to be done, where records of one name wait: the list may still show what was there before. */
    open: (name: string, task = '') =>
      grid
        .getByRole('row')
        .filter({ hasText: task })
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
