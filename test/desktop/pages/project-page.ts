// 项目 and 项目向导.
import type { Page } from '@playwright/test';
import { announcementPages, projectsPages } from '#shared/text/index.ts';
import { expect } from './expect.ts';
import { beginning } from './words.ts';

const { list, sections, stages, waiting } = projectsPages;

export function projectPagesOf(page: Page) {
  const grid = page.getByRole('grid', { name: projectsPages.title });
  return {
    row: (name: string) => grid.getByRole('row').filter({ hasText: name }),
    /** Names are not unique: the one with so many sections. */
    async openGuide(name: string, sectionCount: number) {
      await grid
        .getByRole('row')
        .filter({ hasText: name })
        .filter({ has: page.getByRole('gridcell', { name: String(sectionCount), exact: true }) })
        .getByRole('button', { name: beginning(`${list.guide}：`) })
        .click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    },
    tab: (name: keyof typeof list.tabs) => page.getByRole('button', { name: beginning(list.tabs[name]) }),
    stage: (name: keyof typeof stages.names) =>
      page
        .getByRole('list', { name: stages.label })
        .getByRole('listitem')
        .filter({ hasText: stages.names[name] }),
    waits: page.getByRole('heading', { name: waiting.title }),
    again: page.getByRole('button', { name: waiting.again, exact: true }),
    sections: page.getByRole('table', { name: sections.title, exact: true }),
    announcements: page.getByRole('table', { name: announcementPages.list.title, exact: true }),
    /** 起草公告, from the menu of what may be begun. */
    async begin(type: string) {
      await page.getByRole('button', { name: announcementPages.start.button, exact: true }).click();
      await page.getByRole('menuitem', { name: type, exact: true }).click();
    },
  };
}
