// 合同变更: the part of a contract's page, the form, the page.
import type { Page } from '@playwright/test';
import type { ContractChangeStatus } from '#shared/domain/contracts/changes/model.ts';
import { contractChangePages, forms, label } from '#shared/text/index.ts';
import { acknowledged } from './acknowledged.ts';
import { expect } from './expect.ts';
import { filled } from './filled.ts';
import { named } from './words.ts';

const { part: words, form, clock, decisions } = contractChangePages;

export function contractChangePagesOf(page: Page) {
  const main = page.getByRole('main');
  /** Not what hangs from the badge of the sync, which may still be fading. */
  const dialog = page.getByRole('dialog').and(page.locator('[aria-modal="true"]'));
  const part = main.getByRole('region', { name: named(contractChangePages.title) });
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
  const frame = (name: string) => main.locator(`[data-field="contract-change-${name}"]`);
  const confirm = async (verb: string) => {
    const button = dialog.getByRole('button', { name: verb, exact: true });
    await acknowledged(button, dialog.getByRole('checkbox'));
    await button.click();
    await expect(dialog).toBeHidden();
  };
  return {
    /** On the page of the contract. */
    part,
    amount: (name: keyof typeof contractChangePages.amounts & ('signed' | 'now' | 'mayAdd')) =>
      part
        .locator('dl > div')
        .filter({ has: page.getByText(contractChangePages.amounts[name], { exact: true }) })
        .getByRole('definition'),
    begin: () => part.getByRole('link', { name: words.add, exact: true }).click(),
    /** Seen, and not to be pressed. */
    beginDisabled: part.getByRole('button', { name: words.add, exact: true }),
    open: () => part.getByRole('row').last().getByRole('link').first().click(),

    heading: main.getByRole('heading', { level: 1 }),
    frame,
    box: (name: string) => frame(name).getByRole('textbox'),
    choose: (kind: string) =>
      frame('kind')
        .getByRole('radio', { name: label(`contractChanges.kind.${kind}`), exact: true })
        .check(),
    confirmIdentical: () => frame('identical').getByRole('checkbox').check(),
    /** Dates and amounts turn into the text one edits when they get the focus. */
    async type(name: string, text: string) {
      const box = frame(name).getByRole('textbox');
      await filled(box, text);
      await page.keyboard.press('Tab');
    },
    async attach(files: readonly string[]) {
      const chooser = page.waitForEvent('filechooser');
      await main.getByRole('button', { name: forms.files.add, exact: true }).click();
      await (await chooser).setFiles([...files]);
    },
    fileRow: (name: string) => main.getByRole('row').filter({ hasText: name }),
    async why() {
      await press(clock.whyOf);
      return dialog;
    },
    /** The summary of what stands in the way of a submission. */
    summary: main.getByRole('alert').filter({ hasText: forms.form.problemsHint }),
    trySubmit: () => press(form.buttons.submit),
    async submit() {
      await press(form.buttons.submit);
      await confirm(form.submit.verb);
    },

    async status(status: ContractChangeStatus) {
      const header = main.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });
      await expect(
        header.getByText(label(`contractChanges.status.${status}`), { exact: true }),
      ).toBeVisible();
    },
    press,
    dialog,
    confirm,
    async approve() {
      await press(label('actions.contractChanges.approve'));
      await confirm(decisions.approve.confirm);
    },
    askToPublish: () => press(label('actions.contractChanges.publish')),
    publish: () => confirm(decisions.publish.verb),
  };
}
