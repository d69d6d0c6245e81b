// 质疑: its form, its page, the page on which it is answered.
import type { Page } from '@playwright/test';
import type { ChallengeStatus } from '#shared/domain/challenges/model.ts';
import { challengePages, forms, label } from '#shared/text/index.ts';
import { acknowledged } from './acknowledged.ts';
import { expect } from './expect.ts';
import { beginning } from './words.ts';

const { form: words, guide, reply } = challengePages;

export function challengePagesOf(page: Page) {
  const main = page.getByRole('main');
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
  const field = (name: string) => page.getByRole('textbox', { name: beginning(name) });
  const choice = (name: string, answer: string) =>
    page
      .getByRole('radiogroup', { name: beginning(name) })
      .getByRole('radio', { name: answer, exact: true })
      .check();
  /** Every warning read. `all` does not wait, and what is to be read comes with the button. */
  const confirmAll = async () => {
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: forms.submit.confirm, exact: true });
    await acknowledged(confirm, dialog.getByRole('checkbox'));
    await confirm.click();
  };
  return {
    /** In the guide of a project. */
    guide: page.getByRole('region', { name: guide.title }),
    register: () => page.getByRole('link', { name: challengePages.register, exact: true }).click(),
    firstSection: page
      .getByRole('group', { name: beginning(label('challenges.content.sectionIds')) })
      .getByRole('checkbox')
      .first(),
    type: (name: string, text: string) => field(label(`challenges.content.${name}`)).fill(text),
    choose: (name: string, answer: string) => choice(label(`challenges.content.${name}`), answer),
    frame: (name: string) => page.locator(`[data-field="challenge-${name}"]`),
    /** Every warning read. */
    async submit() {
      await press(words.buttons.submit);
      await confirmAll();
    },
    heading: main.getByRole('heading', { level: 1 }),
    press,
    async status(status: ChallengeStatus) {
      const header = main.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });
      await expect(header.getByText(label(`challenges.status.${status}`), { exact: true })).toBeVisible();
    },
    reply: {
      type: (name: string, text: string) => field(label(`challenges.reply.${name}`)).fill(text),
      choose: (name: string, answer: string) => choice(label(`challenges.reply.${name}`), answer),
      text: field(label('challenges.reply.text')),
      async confirm() {
        await press(reply.confirm);
        await confirmAll();
      },
    },
  };
}
