// 违约处理: the part of a contract's page, the form before and after the notice, the page with its dialogs.
import type { Page } from '@playwright/test';
import type {
  BreachConsequence,
  BreachField,
  BreachStatus,
} from '#shared/domain/contracts/breaches/model.ts';
import { breachPages, forms, label } from '#shared/text/index.ts';
import { acknowledged } from './acknowledged.ts';
import { expect } from './expect.ts';
import { filled } from './filled.ts';
import { named } from './words.ts';

const { decisions, form, hear, part: words } = breachPages;

export function breachPagesOf(page: Page) {
  const main = page.getByRole('main');
  /** Not what hangs from the badge of the sync, which may still be fading. */
  const dialog = page.getByRole('dialog').and(page.locator('[aria-modal="true"]'));
  const part = main.getByRole('region', { name: named(words.title) });
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
  const frame = (name: BreachField) => main.locator(`[data-field="breach-${name}"]`);
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

    heading: main.getByRole('heading', { level: 1 }),
    /** The summary of what stands in the way. */
    summary: main.getByRole('alert').filter({ hasText: forms.form.problemsHint }),
    frame,
    dialog,
    choose: (field: BreachField, name: string) =>
      frame(field).getByRole('radio', { name, exact: true }).check(),
    conclude: (consequence: BreachConsequence) =>
      frame('consequences')
        .getByRole('checkbox', { name: label(`breaches.consequence.${consequence}`), exact: true })
        .check(),
    cite: (article: string) =>
      frame('articles')
        .getByRole('checkbox', { name: label(`breaches.article.${article}`), exact: true })
        .check(),
    /** Dates and amounts turn into the text one edits when they get the focus. */
    async type(name: BreachField, text: string) {
      await filled(frame(name).getByRole('textbox'), text);
      await page.keyboard.press('Tab');
    },
    async attach(files: readonly string[]) {
      const chooser = page.waitForEvent('filechooser');
      await main.getByRole('button', { name: forms.files.add, exact: true }).click();
      await (await chooser).setFiles([...files]);
    },
    tryNotify: () => press(form.notify),
    async notify() {
      await press(form.notify);
      await confirm(form.notice.verb);
    },
    async hear(day: string, statement: string) {
      await press(label('actions.breaches.hear'));
      await filled(dialog.locator('[data-field="hear-on"]').getByRole('textbox'), day);
      await page.keyboard.press('Tab');
      await filled(dialog.locator('[data-field="hear-statement"]').getByRole('textbox'), statement);
      await confirm(hear.verb);
    },
    edit: () => press(label('actions.breaches.edit')),
    async submit() {
      await press(form.buttons.submit);
      await confirm(form.submit.verb);
    },
    async approve() {
      await press(label('actions.breaches.approve'));
      await confirm(decisions.approve.confirm);
    },
    async status(status: BreachStatus) {
      const header = main.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });
      await expect(header.getByText(label(`breaches.status.${status}`), { exact: true })).toBeVisible();
    },
    press,
  };
}
