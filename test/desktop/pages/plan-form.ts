// 采购计划备案 as it is filled in: by the names of its fields, with the mouse and the keyboard as people use both.
import type { Locator, Page } from '@playwright/test';
import { forms, label, planForm, plansPages } from '#shared/text/index.ts';
import { expect } from './expect.ts';
import { beginning, fieldName, groupName } from './words.ts';

const { buttons } = planForm;

export type RowList = 'items' | 'funds' | 'plannedSections';

export function planFormOf(page: Page) {
  const main = page.getByRole('main');
  const text = (field: string) => main.getByRole('textbox', { name: fieldName(field) });
  const picker = (field: string) => main.getByRole('combobox', { name: fieldName(field) });
  const cellName = (list: RowList, line: number, column: string) =>
    `${label(`plans.content.${list}`)} ${forms.rows.line(line)} ${label(`plans.content.${list}.${column}`)}`;
  const cell = (list: RowList, line: number, column: string) =>
    main.getByLabel(cellName(list, line, column), { exact: true });
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();

  return {
    heading: (name: string) => main.getByRole('heading', { level: 1, name }),
    text,
    picker,
    cell,
    press,
    type: (field: string, value: string) => write(text(field), value),
    /** Types into the picker and takes the option that has this name. */
    pick: (field: string, search: string, option: string | RegExp) =>
      choose(page, picker(field), search, option),
    pickCell: (list: RowList, line: number, column: string, search: string, option: string | RegExp) =>
      choose(page, cell(list, line, column), search, option),
    async choose(field: string, option: string) {
      await main
        .getByRole('radiogroup', { name: groupName(field) })
        .getByRole('radio', { name: option, exact: true })
        .check();
    },
    async addRow(list: RowList) {
      await press(forms.rows.addTo(label(`plans.content.${list}`)));
    },
    async fillRow(list: RowList, line: number, values: Readonly<Record<string, string>>) {
      for (const [column, value] of Object.entries(values)) {
        await write(cell(list, line, column), value);
      }
    },
    /** Through the system's own dialog. */
    async attach(files: string | readonly string[]) {
      const chooser = page.waitForEvent('filechooser');
      await press(forms.files.add);
      await (await chooser).setFiles(typeof files === 'string' ? files : [...files]);
    },
    purposeOf: (fileName: string) => main.getByRole('combobox', { name: forms.files.purposeOf(fileName) }),
    fileRow: (fileName: string) =>
      main
        .getByRole('table', { name: label('plans.content.files') })
        .getByRole('row')
        .filter({ hasText: fileName }),
    /** 目录: how it stands with a section. */
    railOf: (section: keyof typeof plansPages.page.section) =>
      page
        .getByRole('navigation', { name: forms.form.contents })
        .getByRole('button', { name: beginning(plansPages.page.section[section]) }),
    /** What was typed is on the disk. */
    async kept() {
      await expect(main.getByText(beginning(forms.form.saved.kept('').trim()))).toBeVisible();
    },
    async save() {
      await press(buttons.save);
      await expect(main.getByText(beginning(forms.form.saved.done('').trim()))).toBeVisible();
    },
    submit: () => press(buttons.submit),
    preview: () => press(buttons.preview),
    back: () => press(buttons.toList),
    async more(item: string) {
      await press(forms.more);
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    },
    /** The summary of what stands in the way of a submission. */
    summary: main.getByRole('alert').filter({ hasText: forms.form.problemsHint }),
  };
}

/** Amounts and dates turn into the text one edits when they get the focus: only then it is replaced. */
async function write(field: Locator, value: string) {
  await field.focus();
  await field.fill(value);
}

async function choose(page: Page, field: Locator, search: string, option: string | RegExp) {
  await field.click();
  await field.pressSequentially(search);
  await page.getByRole('option', { name: option }).first().click();
}
