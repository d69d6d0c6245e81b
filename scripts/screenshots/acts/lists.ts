// 采购计划备案 and 项目: the lists in all their states, and what opens from them.
import { join } from 'node:path';
import { appText, forms, plansPages } from '#shared/text/index.ts';
import { chooseTemplate, closeDialog, writeImportFile } from '../import-file.ts';
import { dialogPart, page, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const { list, batch, transfer } = plansPages;
const nothing = 'zzzzzz';

async function search(stage: Stage, text: string): Promise<void> {
  await stage.page.getByLabel(forms.table.search, { exact: true }).fill(text);
}

const clear = async (stage: Stage) => {
  await stage.press(forms.table.clearFilters);
};

async function tab(stage: Stage, name: string): Promise<void> {
  await stage.page.getByRole('navigation', { name: forms.table.tabs }).getByText(name).click();
}

async function chooseRows(stage: Stage, count: number): Promise<void> {
  const boxes = stage.page.locator('tbody input[type="checkbox"]');
  for (let row = 0; row < count; row += 1) await boxes.nth(row).check();
}

const drafts = async (stage: Stage) => {
  await stage.go('/plans');
  await tab(stage, list.tabs.draft);
};
const allTabs = async (stage: Stage) => {
  await stage.escape();
  await stage.go('/plans');
  await tab(stage, list.tabs.all);
};

export const planLists: readonly Scene[] = [
  page('plans', 'The list of plans', '/plans'),
  {
    name: 'plans-readme',
    title:
      'The list as the README shows it: the day a purchase is planned for tells more than the minute the demo was made',
    async show(stage) {
      await stage.go('/plans');
      await stage.press(forms.table.columns);
      for (const column of [list.columns.plannedStart, forms.listColumns.updatedAt]) {
        await stage.dialog().getByLabel(column, { exact: true }).click();
      }
      await stage.escape();
      await stage.page.mouse.click(700, 760);
    },
    async leave(stage) {
      await stage.press(forms.table.columns);
      await stage.press(forms.table.resetColumns);
      await stage.escape();
    },
  },
  {
    name: 'plans-chosen',
    title: 'Drafts, some of them chosen',
    async show(stage) {
      await drafts(stage);
      await chooseRows(stage, 3);
    },
    leave: allTabs,
  },
  {
    name: 'plans-batch-submit',
    title: 'What submitting the chosen ones would do',
    part: dialogPart,
    async show(stage) {
      await drafts(stage);
      await chooseRows(stage, 5);
      await stage.press(batch.submit);
      await stage.page.getByRole('columnheader', { name: forms.batch.result }).waitFor();
    },
    leave: allTabs,
  },
  {
    name: 'plans-row-more',
    title: 'What may be done with one row',
    async show(stage) {
      await stage.go('/plans');
      await stage.page
        .locator('tbody')
        .getByRole('button', { name: new RegExp(forms.more, 'u') })
        .first()
        .click();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'plans-columns',
    title: 'Which columns are shown',
    part: dialogPart,
    async show(stage) {
      await stage.go('/plans');
      await stage.press(forms.table.columns);
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'plans-filter',
    title: 'A filter being chosen',
    async show(stage) {
      await stage.go('/plans');
      await stage.page.locator('#filter-method').click();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'plans-view-saved',
    title: 'The view that one looks at is saved',
    part: dialogPart,
    async show(stage) {
      await stage.go('/plans');
      await stage.press(forms.views.button);
      await stage.page.getByRole('menuitem', { name: forms.views.save }).click();
      await stage.page.getByRole('textbox', { name: forms.views.name }).fill('本季度待备案');
    },
    leave: async (stage) => {
      await stage.page.getByRole('dialog').getByRole('button', { name: forms.views.keep }).click();
      // Saved, and only then the one that is looked at.
      await stage.page.getByRole('button', { name: forms.views.chosen('本季度待备案') }).waitFor();
    },
  },
  {
    name: 'plans-views',
    title: 'Saved views',
    async show(stage) {
      await stage.go('/plans');
      await stage.press(forms.views.chosen('本季度待备案'));
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'plans-nothing-found',
    title: 'Nothing found',
    async show(stage) {
      await stage.go('/plans');
      await search(stage, nothing);
      await stage.page.getByText(forms.empty.notFound).waitFor();
    },
    leave: clear,
  },
  {
    name: 'plans-import',
    title: 'Excel import',
    part: dialogPart,
    async show(stage) {
      await stage.go('/plans');
      await stage.press(list.import);
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'plans-import-report',
    title: 'What is in the file, row by row',
    part: dialogPart,
    async show(stage) {
      await stage.go('/plans');
      await stage.press(list.import);
      const file = join(stage.world.folder, 'import.xlsx');
      await writeImportFile(file);
      await chooseTemplate(stage, file, transfer);
    },
    leave: (stage) => closeDialog(stage),
  },
  {
    name: 'plans-narrow',
    title: 'The menu folded',
    async show(stage) {
      await stage.go('/plans');
      await stage.press(appText.menu.collapse);
    },
    leave: (stage) => stage.press(appText.menu.expand),
  },
];

export const projectLists: readonly Scene[] = [
  page('projects', 'The list of projects', '/projects'),
  {
    name: 'projects-nothing-found',
    title: 'No project found',
    async show(stage) {
      await stage.go('/projects');
      await search(stage, nothing);
      await stage.page.getByText(forms.empty.notFound).waitFor();
    },
    leave: clear,
  },
];
