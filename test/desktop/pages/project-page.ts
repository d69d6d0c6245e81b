// 项目 and 项目向导.
import { expect, type Page } from '@playwright/test';
import { projectsPages } from '#shared/text/index.ts';
import { beginning } from './words.ts';

const { list, sections, stages, waiting } = projectsPages;

export function projectPagesOf(page: Page) {
  const grid = page.getByRole('grid', { name: projectsPages.title });
  return {
    row: (name: string) => grid.getByRole('row').filter({ hasText: name }),
    async openGuide(name: string) {
      await grid
        .getByRole('row')
        .filter({ hasText: name })
        .first()
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
    sections: page.getByRole('table', { name: sections.title }),
  };
}
