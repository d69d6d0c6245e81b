// A plan's page: where it stands, what changed, and the decisions one may take.
import type { Page } from '@playwright/test';
import type { PlanStatus } from '#shared/domain/plans/model.ts';
import { forms, label, plansPages } from '#shared/text/index.ts';
import { expect } from './expect.ts';

const { actions, page: words } = plansPages;

export function planPageOf(page: Page) {
  const main = page.getByRole('main');
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
  const decide = async (
    button: string,
    verb: string,
    text?: { readonly field: string; readonly value: string },
  ) => {
    await press(button);
    const dialog = page.getByRole('dialog');
    if (text !== undefined) await dialog.getByRole('textbox', { name: text.field }).fill(text.value);
    await dialog.getByRole('button', { name: verb, exact: true }).click();
    await expect(dialog).toBeHidden();
  };
  return {
    press,
    async named(name: string) {
      await expect(main.getByRole('heading', { level: 1, name })).toBeVisible();
    },
    /** The state beside the title. */
    async status(status: PlanStatus) {
      const header = main.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });
      await expect(header.getByText(label(`plans.status.${status}`), { exact: true })).toBeVisible();
    },
    timeline: page.getByRole('list', { name: words.timeline }),
    changes: page.getByRole('table', { name: words.changes }),
    edit: () => press(label('actions.plans.edit')),
    sendBack: (action: 'plans.return' | 'plans.officeReturn', reason: string) =>
      decide(label(`actions.${action}`), actions.return.confirm, {
        field: forms.decision.returnReason.label,
        value: reason,
      }),
    approve: (note: string) =>
      decide(label('actions.plans.approve'), actions.approve.confirm, {
        field: forms.decision.reviewNote,
        value: note,
      }),
    file: (note: string) =>
      decide(label('actions.plans.file'), actions.file.confirm, { field: actions.file.note, value: note }),
    async more(item: string) {
      await press(forms.more);
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    },
  };
}
