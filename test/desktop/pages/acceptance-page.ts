// 履约验收: 选择合同, the form, the page, the part of a contract's page.
import type { Page } from '@playwright/test';
import type { AcceptanceStatus } from '#shared/domain/contracts/acceptances/model.ts';
import { acceptancePages, forms, label } from '#shared/text/index.ts';
import { acknowledged } from './acknowledged.ts';
import { expect } from './expect.ts';
import { filled } from './filled.ts';
import { beginning, named } from './words.ts';

const { choose, form, decisions, part, list } = acceptancePages;

export function acceptancePagesOf(page: Page) {
  const main = page.getByRole('main');
  /** Not what hangs from the badge of the sync, which may still be fading. */
  const dialog = page.getByRole('dialog').and(page.locator('[aria-modal="true"]'));
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
  const frame = (name: string) => main.locator(`[data-field="acceptance-${name}"]`);
  const cell = (table: 'members' | 'rows', line: number, column: string) =>
    main.getByLabel(
      `${label(`acceptances.content.${table}`)} ${forms.rows.line(line)} ${label(`acceptances.content.${table}.${column}`)}`,
      { exact: true },
    );
  /** Every warning read. `all` does not wait, and what is to be read comes with the button. */
  const confirm = async (verb: string) => {
    const button = dialog.getByRole('button', { name: verb, exact: true });
    await acknowledged(button, dialog.getByRole('checkbox'));
    await button.click();
    await expect(dialog).toBeHidden();
  };
  return {
    heading: main.getByRole('heading', { level: 1 }),
    add: () => main.getByRole('button', { name: list.add, exact: true }).first().click(),
    /** 选择合同. */
    async choose(contract: string) {
      const picker = main.getByRole('combobox', { name: beginning(choose.contract) });
      await picker.click();
      await picker.pressSequentially(contract);
      await page.getByRole('option').filter({ hasText: contract }).first().click();
      await press(choose.confirm);
    },
    frame,
    cell,
    box: (name: string) => frame(name).getByRole('textbox'),
    async type(name: string, text: string) {
      await filled(frame(name).getByRole('textbox'), text);
      await page.keyboard.press('Tab');
    },
    pick: (name: string, answer: string) =>
      frame(name).getByRole('radio', { name: answer, exact: true }).check(),
    async typeCell(table: 'members' | 'rows', line: number, column: string, text: string) {
      await filled(cell(table, line, column), text);
      await page.keyboard.press('Tab');
    },
    addMember: () => press(forms.rows.addTo(label('acceptances.content.members'))),
    /** How many lines the table has. */
    rows: () =>
      main
        .getByRole('group', { name: label('acceptances.content.rows'), exact: true })
        .getByRole('button', { name: beginning(forms.rows.remove('')) })
        .count(),
    async attach(files: readonly string[]) {
      const chooser = page.waitForEvent('filechooser');
      await main.getByRole('button', { name: forms.files.add, exact: true }).click();
      await (await chooser).setFiles([...files]);
    },
    fileRow: (name: string) => main.getByRole('row').filter({ hasText: name }),
    summary: main.getByRole('alert').filter({ hasText: forms.form.problemsHint }),
    trySubmit: () => press(form.buttons.submit),
    async submit() {
      await press(form.buttons.submit);
      await confirm(form.submit.verb);
    },
    async status(status: AcceptanceStatus) {
      const header = main.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });
      await expect(header.getByText(label(`acceptances.status.${status}`), { exact: true })).toBeVisible();
    },
    press,
    dialog,
    async approve() {
      await press(label('actions.acceptances.approve'));
      await confirm(decisions.approve.confirm);
    },
    askToConclude: () => press(label('actions.acceptances.conclude')),
    conclude: () => confirm(decisions.conclude.verb),
    /** On the page of the contract. */
    part: main.getByRole('region', { name: named(part.title) }),
  };
}
