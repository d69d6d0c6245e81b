// 中标（成交）结果: in the guide of a project, its form, its page.
import type { Page } from '@playwright/test';
import type { AwardStatus } from '#shared/domain/awards/model.ts';
import { awardPages, label } from '#shared/text/index.ts';
import { expect } from './expect.ts';
import { beginning } from './words.ts';

const { form: words, guide, decisions } = awardPages;

export function awardPagesOf(page: Page) {
  const main = page.getByRole('main');
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
  const frame = (name: string) => page.locator(`[data-field="award-${name}"]`);
  /** Every warning read. */
  const confirm = async (verb: string) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: verb, exact: true }).waitFor();
    for (const box of await dialog.getByRole('checkbox').all()) await box.check();
    await dialog.getByRole('button', { name: verb, exact: true }).click();
  };
  return {
    /** In the guide of a project. */
    guide: page.getByRole('region', { name: guide.title }),
    determine: () =>
      page
        .getByRole('link', { name: beginning(awardPages.determine) })
        .first()
        .click(),
    announce: () =>
      page
        .getByRole('link', { name: beginning(guide.announce) })
        .first()
        .click(),
    ranking: page.getByRole('table', { name: label('awards.content.candidates'), exact: true }),
    frame,
    /** The candidate at this place of the ranking. */
    candidate: (place: number) => frame('winner').getByRole('radio').nth(place),
    amount: frame('amount').getByRole('textbox'),
    type: (name: string, text: string) => frame(name).getByRole('textbox').fill(text),
    choose: (name: string, answer: string) =>
      frame(name).getByRole('radio', { name: answer, exact: true }).check(),
    passedOver: page.getByRole('heading', { level: 2, name: words.sections.passedOver }),
    submit: () => press(words.buttons.submit),
    confirmSubmission: () => confirm(words.submit.verb),
    heading: main.getByRole('heading', { level: 1 }),
    press,
    async confirmResult() {
      await press(label('actions.awards.confirm'));
      await confirm(decisions.confirm.verb);
    },
    async status(status: AwardStatus) {
      const header = main.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });
      await expect(header.getByText(label(`awards.status.${status}`), { exact: true })).toBeVisible();
    },
  };
}
