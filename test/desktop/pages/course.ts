// 开标与评审, on the page of a project.
import type { Page } from '@playwright/test';
import type { EventKind } from '#shared/domain/projects/events/model.ts';
import { coursePages, forms, label, projectsPages } from '#shared/text/index.ts';
import { expect } from './expect.ts';
import { beginning } from './words.ts';

const { dialog: words, ranking, withdrawal } = coursePages;
const kindName = (kind: EventKind) => label(`sectionEvents.kind.${kind}`);

export function coursePageOf(page: Page) {
  const region = page.getByRole('region', { name: coursePages.title, exact: true });
  const dialog = page.getByRole('dialog');
  return {
    region,
    /** Everything said of a kind of event of the first section. */
    line: (kind: EventKind) =>
      region
        .getByRole('table', { name: new RegExp(`：${coursePages.title}$`, 'u') })
        .first()
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: kindName(kind), exact: true }) }),
    ranking: region.getByRole('table', { name: ranking.title }),
    bidders: (count: number) => region.getByRole('table', { name: coursePages.bidders.title(count) }),
    /** The key by which the centre knows the first section. */
    async lotUid(): Promise<string> {
      await page
        .getByRole('table', { name: projectsPages.sections.title, exact: true })
        .getByRole('button', { name: new RegExp(projectsPages.sections.show, 'u') })
        .first()
        .click();
      const key = page.getByText(/^LOT-[0-9a-f-]+/u).first();
      return /^LOT-[0-9a-f-]+/u.exec(await key.innerText())?.[0] ?? '';
    },
    async record(at: string, note: string) {
      await region
        .getByRole('button', { name: beginning(coursePages.record) })
        .first()
        .click();
      await dialog.getByRole('textbox', { name: beginning(words.at) }).fill(at);
      await dialog.getByRole('textbox', { name: words.note }).fill(note);
    },
    async confirm() {
      for (const box of await dialog.getByRole('checkbox').all()) await box.check();
      await dialog.getByRole('button', { name: label('actions.sectionEvents.record'), exact: true }).click();
    },
    dialog,
    cancel: () => dialog.getByRole('button', { name: forms.cancel, exact: true }).click(),
    async withdraw(kind: EventKind, reason: string) {
      await region
        .getByRole('button', { name: beginning(`${coursePages.withdraw}：${kindName(kind)}`) })
        .first()
        .click();
      await dialog.getByRole('textbox', { name: beginning(withdrawal.reason) }).fill(reason);
      await dialog.getByRole('button', { name: coursePages.withdraw, exact: true }).click();
      await expect(dialog).toBeHidden();
    },
  };
}
