// 起草公告: fields of the official format, found by their keys, as names like 地点 stand in it more than once.
import type { Locator, Page } from '@playwright/test';
import { announcementPages, forms } from '#shared/text/index.ts';
import { acknowledged } from './acknowledged.ts';
import { expect } from './expect.ts';

const { correction, earliest, form: words } = announcementPages;

export function announcementFormOf(page: Page) {
  const main = page.getByRole('main');
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
  /** The field with its label, source, help and messages. */
  const frame = (field: string) => main.locator(`[data-field="announcement-${field}"]`);
  const input = (field: string) => main.locator(`[id="announcement-${field}"]`);
  return {
    heading: main.getByRole('heading', { level: 1 }),
    frame,
    input,
    sections: main.getByRole('table', { name: words.sections }).getByRole('checkbox'),
    /** How many are chosen, and their budget. */
    chosen: (count: number) => main.getByText(words.section.chosen(count, '')),
    async type(field: string, value: string) {
      await write(input(field), value);
      await page.keyboard.press('Tab');
    },
    answer: (field: string, option: string) =>
      frame(field).getByRole('radio', { name: option, exact: true }).check(),
    fillEarliest: (field: string) =>
      frame(field)
        .getByRole('button', { name: new RegExp(`^${earliest.fill}`, 'u') })
        .click(),
    /** 为什么: the days counted one by one. */
    async why(field: string): Promise<Locator> {
      await frame(field)
        .getByRole('button', { name: new RegExp(`${earliest.why}$`, 'u') })
        .click();
      return page.getByRole('dialog');
    },
    async preview(): Promise<Locator> {
      await press(words.buttons.preview);
      return page.getByRole('dialog', { name: announcementPages.document.page });
    },
    async correct(field: RegExp) {
      await press(correction.add);
      const picker = main.getByRole('combobox', { name: correction.field });
      await picker.click();
      await page.getByRole('option', { name: field }).first().click();
    },
    /** 提交审核, every warning read. */
    async submit() {
      await press(words.buttons.submit);
      const dialog = page.getByRole('dialog');
      const confirm = dialog.getByRole('button', { name: forms.submit.confirm, exact: true });
      await acknowledged(confirm, dialog.getByRole('checkbox'));
      await confirm.click();
      await expect(dialog).toBeHidden();
    },
    close: (dialog: Locator) => dialog.getByRole('button', { name: forms.close }).first().click(),
  };
}

/** Dates turn into the text one edits when they get the focus. */
async function write(field: Locator, value: string) {
  await field.focus();
  await field.fill(value);
}
