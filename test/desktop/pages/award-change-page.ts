// 中标结果变更备案: its list, 选择项目, its form, its page, and what the pages of result and project say of it.
import type { Page } from '@playwright/test';
import type { ChangeStatus } from '#shared/domain/award-changes/model.ts';
import { awardChangePages, awardChangePaperText, forms, label } from '#shared/text/index.ts';
import { acknowledged } from './acknowledged.ts';
import { expect } from './expect.ts';
import { beginning } from './words.ts';

const { choose, decisions, form: words, list } = awardChangePages;

export function awardChangePagesOf(page: Page) {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
  const frame = (name: string) => page.locator(`[data-field="change-${name}"]`);
  const papers = page.getByRole('list', { name: awardChangePaperText.pageTitle });
  return {
    add: () => main.getByRole('button', { name: list.add, exact: true }).first().click(),
    /** 选择项目: of its only section with a published result. */
    async chooseProject(name: string) {
      const picker = page.getByRole('combobox', { name: beginning(choose.project) });
      await picker.fill(name);
      await page
        .getByRole('option', { name: beginning(name) })
        .first()
        .click();
      await expect(main.getByRole('radio').first()).toBeChecked();
      await press(choose.confirm);
      await expect(page.getByRole('heading', { level: 2, name: words.sections.action })).toBeVisible();
    },
    frame,
    async chooseReason(name: RegExp) {
      await frame('reasonCode').getByRole('combobox').click();
      await page.getByRole('option', { name }).click();
    },
    choose: (name: string, answer: string) =>
      frame(name).getByRole('radio', { name: answer, exact: true }).check(),
    type: (name: string, text: string) => frame(name).getByRole('textbox').fill(text),
    value: (name: string) => frame(name).getByRole('textbox'),
    papersWanted: main.getByRole('listitem'),
    /** Through the system's own dialog. */
    async attach(...files: readonly string[]) {
      const chooser = page.waitForEvent('filechooser');
      await press(forms.files.add);
      await (await chooser).setFiles([...files]);
    },
    submit: () => press(words.buttons.submit),
    /** Every warning read. */
    async confirm(verb: string = words.submit.verb) {
      const button = dialog.getByRole('button', { name: verb, exact: true });
      await acknowledged(button, dialog.getByRole('checkbox'));
      await button.click();
      await expect(dialog).toBeHidden();
    },
    heading: main.getByRole('heading', { level: 1 }),
    main,
    press,
    async status(status: ChangeStatus) {
      const header = main.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });
      await expect(header.getByText(label(`awardChanges.status.${status}`), { exact: true })).toBeVisible();
    },
    async return(reason: string) {
      await press(label('actions.awardChanges.return'));
      await dialog.getByRole('textbox').fill(reason);
      await dialog.getByRole('button', { name: decisions.return.confirm, exact: true }).click();
      await expect(dialog).toBeHidden();
    },
    approve: () => press(label('actions.awardChanges.approve')),
    /** 原结果与变更后结果. */
    comparison: page.getByRole('table', { name: awardChangePages.page.comparison }),
    papers,
    async preview(name: string) {
      await papers.getByRole('button', { name: forms.papers.previewOf(name) }).click();
      return dialog;
    },
  };
}
