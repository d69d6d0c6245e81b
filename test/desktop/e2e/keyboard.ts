// The whole form of 采购计划备案 without a mouse: Tab from field to field, Space, Enter and arrows as on any form.
import type { Locator, Page } from '@playwright/test';
import { addDays } from '#shared/kernel/dates.ts';
import { forms, label, planForm, plansPages } from '#shared/text/index.ts';
import { expect } from '../pages/expect.ts';
import { planFormOf, type RowList } from '../pages/plan-form.ts';
import { planPageOf } from '../pages/plan-page.ts';
import { groupName } from '../pages/words.ts';
import { papers, today } from './a-plan.ts';
import { frames, type Stage } from './stage.ts';

const name = '只用键盘填报的项目';
/** No form is longer. */
const mostTabs = 120;

export async function byKeyboard(stage: Stage): Promise<void> {
  const { page, data } = stage.clerk;
  const { atDesk } = frames(stage);
  const form = planFormOf(page);
  const { keyboard } = page;
  await atDesk.goTo('plans');
  await tabTo(page, page.getByRole('button', { name: plansPages.list.add, exact: true }));
  await keyboard.press('Enter');
  await expect(form.heading(planForm.newTitle)).toBeVisible();

  const type = async (field: string, text: string) => {
    await tabTo(page, form.text(field));
    await keyboard.type(text);
  };
  const pick = async (field: Locator, search: string, shows: RegExp) => {
    await tabTo(page, field);
    await keyboard.type(search);
    await expect(page.getByRole('option').first()).toHaveText(shows);
    await keyboard.press('Enter');
    await expect(field).toHaveValue(shows);
  };
  const choose = async (field: string, option: string) => {
    const group = page.getByRole('radiogroup', { name: groupName(field) });
    const radio = group.getByRole('radio', { name: option, exact: true });
    const checked = group.getByRole('radio', { checked: true });
    await tabTo(page, (await checked.count()) > 0 ? checked : group.getByRole('radio').first());
    if ((await checked.count()) === 0) await keyboard.press('Space');
    else await keyboard.press('ArrowRight');
    await expect(radio).toBeChecked();
  };
  const cells = async (list: RowList, line: number, values: Readonly<Record<string, string>>) => {
    for (const [column, value] of Object.entries(values)) {
      await tabTo(page, form.cell(list, line, column));
      await keyboard.press('Control+a');
      await keyboard.type(value);
    }
  };
  const addRow = async (list: RowList) => {
    await tabTo(page, page.getByRole('button', { name: forms.rows.addTo(label(`plans.content.${list}`)) }));
    await keyboard.press('Enter');
  };

  await type('projectName', name);
  await choose('category', '货物');
  await addRow('items');
  await expect(form.cell('items', 1, 'catalogCode')).toBeFocused();
  await pick(form.cell('items', 1, 'catalogCode'), 'A02010301', /A02010301/u);
  await cells('items', 1, { qty: '2', unit: '台', unitPrice: '98000' });
  // A second line from within the first, taken away again.
  await keyboard.press('Control+Enter');
  await expect(form.cell('items', 2, 'catalogCode')).toBeFocused();
  await keyboard.press('Control+Delete');
  await expect(form.cell('items', 2, 'catalogCode')).toHaveCount(0);
  await type('budgetAmount', '196000');
  await addRow('funds');
  await pick(form.cell('funds', 1, 'source'), 'ybggysz', /一般公共预算/u);
  await cells('funds', 1, { amount: '196000', budgetItemNo: '2026-0002' });
  await pick(form.picker('method'), 'gkzb', /公开招标/u);
  await pick(form.picker('orgForm'), '分散', /分散采购/u);
  await choose('entrusted', '委托代理');
  await pick(form.picker('agencyId'), '示例', /示例/u);
  await type('agencyAgreementNo', 'WT-2026-0002');
  await pick(form.picker('smeMode'), 'ztzm', /整体专门面向中小企业/u);
  await pick(form.picker('smeIndustry'), '工业', /工业/u);
  await type('smeAmount', '196000');
  await type('smeSmallAmount', '150000');
  await choose('policies', '适用');
  await type('intentionId', 'YX-411000-000002');
  await type('intentionPublishedOn', addDays(today(), -15));
  await type('plannedStart', addDays(today(), 20));
  // The day is taken from the calendar as well; the keyboard is back where it was.
  const calendar = page.getByRole('button', { name: forms.date.pick(label('plans.content.plannedStart')) });
  await tabTo(page, calendar);
  await keyboard.press('Enter');
  await page.locator('button[data-selected]').press('Enter');
  await expect(calendar).toBeFocused();
  await expect(form.text('plannedStart')).toHaveValue(addDays(today(), 20));
  await type('performancePlace', '许昌市魏都区示例路1号');
  await type('performancePeriod', '合同签订后30日内交货');
  await pick(form.picker('evalMethod'), '综合', /综合评分法/u);
  await type('priceWeight', '40');
  await pick(form.picker('platformId'), 'xcsgg', /许昌市公共资源交易中心/u);
  await tabTo(page, page.getByRole('button', { name: forms.files.add, exact: true }));
  const { requirements, agreement } = papers(data);
  const chooser = page.waitForEvent('filechooser');
  await keyboard.press('Enter');
  await (await chooser).setFiles([requirements, agreement]);
  // The keyboard is where it was while the files were read. Each file has its own purpose, and it is changed by itself.
  await expect(form.purposeOf('采购需求.pdf')).toHaveValue('requirements');
  await expect(form.purposeOf('委托代理协议.pdf')).toHaveValue('agency_agreement');
  await expect(page.getByRole('button', { name: forms.files.add, exact: true })).toBeFocused();
  await tabBack(page, form.purposeOf('采购需求.pdf'));
  await keyboard.press('ArrowDown');
  await expect(form.purposeOf('采购需求.pdf')).not.toHaveValue('requirements');
  await expect(form.purposeOf('委托代理协议.pdf')).toHaveValue('agency_agreement');
  await keyboard.press('ArrowUp');
  await expect(form.purposeOf('采购需求.pdf')).toHaveValue('requirements');

  await tabTo(page, page.getByRole('button', { name: planForm.buttons.submit, exact: true }));
  await keyboard.press('Enter');
  const dialog = atDesk.dialog(planForm.submit.title(name));
  await expect(dialog).toBeVisible();
  for (const box of await dialog.getByRole('checkbox', { name: forms.submit.acknowledge }).all()) {
    await tabTo(page, box);
    await keyboard.press('Space');
  }
  await tabTo(page, dialog.getByRole('button', { name: forms.submit.confirm }));
  await keyboard.press('Enter');
  await planPageOf(page).named(name);
  await planPageOf(page).status('unit_review');
}

const tabTo = (page: Page, target: Locator) => go(page, target, 'Tab');
const tabBack = (page: Page, target: Locator) => go(page, target, 'Shift+Tab');

async function go(page: Page, target: Locator, key: string): Promise<void> {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed <= mostTabs; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${target} cannot be reached by ${key}`);
}
