// 合同公告及备案: 选择项目, the form, the page, what stands in the guide of a project.
import type { Page } from '@playwright/test';
import type { ContractStatus } from '#shared/domain/contracts/model.ts';
import { contractPages, forms, label } from '#shared/text/index.ts';
import { acknowledged } from './acknowledged.ts';
import { expect } from './expect.ts';
import { filled } from './filled.ts';
import { beginning, named } from './words.ts';

const { choose, clocks, form: words, guide, decisions } = contractPages;

export function contractPagesOf(page: Page) {
  const main = page.getByRole('main');
  /** Not what hangs from the badge of the sync, which may still be fading. */
  const dialog = page.getByRole('dialog').and(page.locator('[aria-modal="true"]'));
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
  const frame = (name: string) => main.locator(`[data-field="contract-${name}"]`);
  const cell = (list: string, line: number, column: string) =>
    main.getByLabel(
      `${label(`contracts.content.${list}`)} ${forms.rows.line(line)} ${label(`contracts.content.${list}.${column}`)}`,
      { exact: true },
    );
  /** Every warning read. `all` does not wait, and what is to be read comes with the button. */
  const confirm = async (verb: string) => {
    const button = dialog.getByRole('button', { name: verb, exact: true });
    await acknowledged(button, dialog.getByRole('checkbox'));
    await button.click();
    await expect(dialog).toBeHidden();
  };
  /** Of a step that is asked for on the page. */
  const take = async (step: string, verb: string) => {
    await press(label(`actions.contracts.${step}`));
    await confirm(verb);
  };
  return {
    heading: main.getByRole('heading', { level: 1 }),
    press,
    frame,
    cell,
    add: () => main.getByRole('button', { name: contractPages.list.add, exact: true }).first().click(),
    /** 选择项目, of its sections the first. */
    async choose(project: string) {
      const picker = main.getByRole('combobox', { name: beginning(choose.project) });
      await picker.click();
      await picker.pressSequentially(project);
      await page
        .getByRole('option', { name: beginning(project) })
        .first()
        .click();
      await main.getByRole('radio').first().check();
    },
    confirmChoice: () => press(choose.confirm),
    box: (name: string) => frame(name).getByRole('textbox'),
    /** Dates and amounts turn into the text one edits when they get the focus. */
    async type(name: string, text: string) {
      const box = frame(name).getByRole('textbox');
      await filled(box, text);
      await page.keyboard.press('Tab');
    },
    pick: (name: string, answer: string) =>
      frame(name).getByRole('radio', { name: answer, exact: true }).check(),
    async typeCell(list: string, line: number, column: string, text: string) {
      const field = cell(list, line, column);
      await filled(field, text);
      await page.keyboard.press('Tab');
    },
    /** How many lines the table has. */
    lines: (list: string) =>
      main
        .getByRole('group', { name: label(`contracts.content.${list}`), exact: true })
        .getByRole('button', { name: beginning(forms.rows.remove('')) })
        .count(),
    addRow: (list: string) => press(forms.rows.addTo(label(`contracts.content.${list}`))),
    async attach(files: readonly string[]) {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: forms.files.add, exact: true }).last().click();
      await (await chooser).setFiles([...files]);
    },
    fileRow: (name: string) => page.getByRole('row').filter({ hasText: name }),
    /** The summary of what stands in the way of a submission. */
    summary: main.getByRole('alert').filter({ hasText: forms.form.problemsHint }),
    async kept() {
      await expect(main.getByText(beginning(forms.form.saved.kept('').trim()))).toBeVisible();
    },
    async submit() {
      await press(words.buttons.submit);
      await confirm(words.submit.verb);
    },
    trySubmit: () => press(words.buttons.submit),
    clocks: main.getByRole('table', { name: clocks.title }),
    async why(clock: 'sign' | 'publish' | 'file') {
      await press(clocks.whyOf(clocks[clock]));
      return dialog;
    },
    async status(status: ContractStatus) {
      const header = main.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });
      await expect(header.getByText(label(`contracts.status.${status}`), { exact: true })).toBeVisible();
    },
    approve: () => take('approve', decisions.approve.confirm),
    receive: () => take('receive', decisions.receive.confirm),
    async requestPapers(reason: string) {
      await press(label('actions.contracts.requestPapers'));
      await dialog.getByRole('textbox').fill(reason);
      await confirm(decisions.requestPapers.confirm);
    },
    dialog,
    begin: (step: string) => press(label(`actions.contracts.${step}`)),
    confirm,
    /** In the guide of a project. */
    guide: page.getByRole('region', { name: named(guide.title) }),
    row: (name: string) =>
      page.getByRole('grid', { name: contractPages.title }).getByRole('row').filter({ hasText: name }),
  };
}
