// An announcement's page: the document, where it stands, and the steps one may take.
import type { Page } from '@playwright/test';
import type { AnnouncementStatus } from '#shared/domain/announcements/model.ts';
import { announcementPages, forms, label } from '#shared/text/index.ts';
import { acknowledged } from './acknowledged.ts';
import { expect } from './expect.ts';

const { actions, page: words } = announcementPages;

export function announcementPageOf(page: Page) {
  const main = page.getByRole('main');
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
  return {
    title: main.getByRole('heading', { level: 1 }),
    press,
    /** The state beside the title. */
    async status(status: AnnouncementStatus) {
      const header = main.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });
      await expect(header.getByText(label(`announcements.status.${status}`), { exact: true })).toBeVisible();
    },
    facts: page.getByRole('complementary', { name: words.facts }),
    diff: page.getByRole('table', { name: announcementPages.correction.diff }),
    async approve() {
      await press(label('actions.announcements.approve'));
      await page
        .getByRole('dialog')
        .getByRole('button', { name: actions.approve.confirm, exact: true })
        .click();
    },
    button: (name: string) => main.getByRole('button', { name, exact: true }),
    /** Every warning read. */
    async submit() {
      await press(label('actions.announcements.submit'));
      const dialog = page.getByRole('dialog');
      const confirm = dialog.getByRole('button', { name: forms.submit.confirm, exact: true });
      await acknowledged(confirm, dialog.getByRole('checkbox'));
      await confirm.click();
      await expect(dialog).toBeHidden();
    },
    async publish() {
      await press(label('actions.announcements.publish'));
      await page
        .getByRole('dialog')
        .getByRole('button', { name: actions.publish.confirm, exact: true })
        .click();
    },
    /** Of the announcement, as its address says it. */
    id: () => /\/announcements\/([0-9a-f-]{36})/u.exec(page.url())?.[1] ?? '',
  };
}
