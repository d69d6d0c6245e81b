// 付款: the part of a contract's page, the form, the page, the list.
import type { Page } from '@playwright/test';
import type { PaymentStatus } from '#shared/domain/contracts/payments/model.ts';
import { forms, label, paymentPages } from '#shared/text/index.ts';
import { acknowledged } from './acknowledged.ts';
import { expect } from './expect.ts';
import { filled } from './filled.ts';
import { beginning, named } from './words.ts';

const { due, form, list, part: words, pay } = paymentPages;

export function paymentPagesOf(page: Page) {
  const main = page.getByRole('main');
  /** Not what hangs from the badge of the sync, which may still be fading. */
  const dialog = page.getByRole('dialog').and(page.locator('[aria-modal="true"]'));
  const part = main.getByRole('region', { name: named(words.title) });
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
  const frame = (name: string) => main.locator(`[data-field="payment-${name}"]`);
  const attach = async (within: ReturnType<Page['locator']>, files: readonly string[]) => {
    const chooser = page.waitForEvent('filechooser');
    await within.getByRole('button', { name: forms.files.add, exact: true }).click();
    await (await chooser).setFiles([...files]);
  };
  const confirm = async (verb: string) => {
    const button = dialog.getByRole('button', { name: verb, exact: true });
    await acknowledged(button, dialog.getByRole('checkbox', { name: forms.submit.acknowledge }));
    await button.click();
    await expect(dialog).toBeHidden();
  };
  return {
    /** On the page of the contract. */
    part,
    begin: () => part.getByRole('link', { name: words.add, exact: true }).click(),
    open: () => part.getByRole('row').nth(1).getByRole('link').click(),

    heading: main.getByRole('heading', { level: 1 }),
    frame,
    dialog,
    due: main.getByRole('region', { name: named(due.title) }),
    choose: (field: 'kind' | 'basis', name: string) =>
      frame(field).getByRole('radio', { name, exact: true }).check(),
    /** Dates and amounts turn into the text one edits when they get the focus. */
    async type(name: string, text: string) {
      await filled(frame(name).getByRole('textbox'), text);
      await page.keyboard.press('Tab');
    },
    chooseSize: (size: string) => frame('sizeClass').getByRole('combobox').selectOption({ label: size }),
    attach: (files: readonly string[]) => attach(main, files),
    attachVoucher: (files: readonly string[]) => attach(dialog, files),
    async why() {
      await press(due.whyOf);
      return dialog;
    },
    async submit() {
      await press(form.buttons.submit);
      await confirm(form.submit.verb);
    },
    async askToPay(action: 'pay' | 'amend') {
      await press(label(`actions.payments.${action}`));
      await dialog.waitFor();
    },
    async typePaid(text: string) {
      await filled(dialog.locator('[data-field="pay-amount"]').getByRole('textbox'), text);
      await page.keyboard.press('Tab');
    },
    reason: (text: string) => dialog.getByLabel(pay.reason).fill(text),
    pay: () => confirm(pay.verb),
    amend: () => confirm(pay.amendVerb),
    async status(status: PaymentStatus) {
      const header = main.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });
      await expect(header.getByText(label(`payments.status.${status}`), { exact: true })).toBeVisible();
    },
    tab: (tab: keyof typeof list.tabs) =>
      main
        .getByRole('navigation', { name: forms.table.tabs })
        .getByRole('button', { name: beginning(list.tabs[tab]) })
        .click(),
    row: (name: string) => main.getByRole('row').filter({ hasText: name }),
    press,
  };
}
