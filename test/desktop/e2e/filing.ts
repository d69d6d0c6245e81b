// 经办岗 files a plan: the whole form, its drafts and its errors, the list around it, copies, previews, Excel both ways.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { appText, forms, planForm, plansPages } from '#shared/text/index.ts';
import { excelSheets, importHeaders } from '#shared/text/zh-CN/excel.ts';
import { expect } from '../pages/expect.ts';
import { planFormOf } from '../pages/plan-form.ts';
import { planListOf } from '../pages/plan-list.ts';
import { planPageOf } from '../pages/plan-page.ts';
import { fillIn, papers } from './a-plan.ts';
import { frames, type Stage } from './stage.ts';

export const filedName = '校园网络安全设备采购项目';

export async function errorsAndDrafts(stage: Stage): Promise<void> {
  const { page } = stage.clerk;
  const { atDesk } = frames(stage);
  const form = planFormOf(page);
  await atDesk.goTo('plans');
  await planListOf(page).add();
  await expect(form.heading(planForm.newTitle)).toBeVisible();
  // More than fits stays as it was pasted, is counted, and is there again when one comes back.
  const tooLong = filedName.repeat(30);
  await form.type('projectName', tooLong);
  await expect(form.text('projectName')).toHaveValue(tooLong);
  await expect(form.text('projectName')).toHaveAccessibleDescription(/最多200个字/u);
  await expect(page.getByText(forms.counter.tooLong([...tooLong].length, 200))).toBeVisible();
  await form.kept();
  await form.back();
  await planListOf(page).add();
  await page.getByRole('button', { name: planForm.resume.go }).click();
  await expect(form.text('projectName')).toHaveValue(tooLong);
  await form.type('projectName', filedName);
  await expect(form.text('projectName')).not.toHaveAccessibleDescription(/最多200个字/u);
  // Two cells pasted as one are no amount; one in 万 is shown in yuan.
  await form.type('budgetAmount', '100 200');
  await expect(form.text('budgetAmount')).toHaveAccessibleDescription(/“100␣200”中间有空白/u);
  await form.type('budgetAmount', '160万');
  await expect(page.getByText(forms.money.echo('1,600,000.00'))).toBeVisible();
  await form.text('budgetAmount').blur();
  await expect(form.text('budgetAmount')).toHaveValue('1,600,000.00');
  await form.type('phone', '（0374）2961598');
  await form.text('phone').blur();
  await expect(form.text('phone')).toHaveValue('0374-2961598');
  // Wrong in three ways, each said where it is: a text that is no amount, a ceiling above the budget, an intention published too late.
  await form.type('budgetAmount', '十万');
  await form.type('priceWeight', '140');
  await form.text('priceWeight').blur();
  await expect(form.text('budgetAmount')).toHaveAccessibleDescription(new RegExp(forms.error, 'u'));
  await expect(form.text('priceWeight')).toHaveAccessibleDescription(/0到100之间/u);
  await form.type('priceWeight', '40');
  await form.type('budgetAmount', '894002');
  await expect(page.getByText('大写：捌拾玖万肆仟零贰元整')).toBeVisible();
  await form.type('ceilingPrice', '900000');
  await form.text('ceilingPrice').blur();
  await expect(form.text('ceilingPrice')).toHaveAccessibleDescription(/不得高于|高于预算.*依据/u);
  await form.type('ceilingPrice', '880000');
  await expect(form.text('ceilingPrice')).not.toHaveAccessibleDescription(/依据/u);
  await expect(form.railOf('basic')).toHaveAccessibleName(/还有1项必填/u);

  // Left without saving: nothing is lost.
  await form.kept();
  await form.back();
  await planListOf(page).add();
  await expect(page.getByRole('heading', { name: planForm.resume.title })).toBeVisible();
  await page.getByRole('button', { name: planForm.resume.go }).click();
  await expect(form.text('projectName')).toHaveValue(filedName);
  await expect(form.text('ceilingPrice')).toHaveValue('880,000.00');

  // Too early: everything that is missing is named, and each line leads to its field.
  await form.submit();
  await expect(form.summary).toBeVisible();
  await form.summary.getByRole('button', { name: /^计划采购时间/u }).click();
  await expect(form.text('plannedStart')).toBeFocused();
}

export async function wholeForm(stage: Stage): Promise<void> {
  const { page, data } = stage.clerk;
  const { atDesk } = frames(stage);
  const form = planFormOf(page);
  const files = papers(data);
  await fillIn(page);
  await expect(form.cell('items', 1, 'amount')).toHaveText('¥588,000.00');
  await expect(page.getByText('资金合计 ¥894,002.00，预算 ¥894,002.00')).toBeVisible();
  await form.attach([files.requirements, files.agreement]);
  for (const [file, purpose] of [
    ['采购需求.pdf', '采购需求'],
    ['委托代理协议.pdf', '委托代理协议'],
  ] as const) {
    await form.purposeOf(file).selectOption(purpose);
    await expect(form.fileRow(file)).toContainText(forms.files.sent);
  }
  await expect(form.summary).toBeHidden();
  for (const section of [
    'basic',
    'items',
    'money',
    'method',
    'policy',
    'schedule',
    'platform',
    'files',
  ] as const) {
    await expect(form.railOf(section)).toHaveAccessibleName(new RegExp(forms.form.section.complete, 'u'));
  }
  await form.save();
  await expect(form.heading(planForm.editTitle)).toBeVisible();

  await form.preview();
  const preview = atDesk.dialog(new RegExp(planForm.document.page, 'u'));
  await expect(preview.getByRole('heading', { name: planForm.document.title })).toBeVisible();
  await expect(preview).toContainText('捌拾玖万肆仟零贰元整');
  await preview.getByRole('button', { name: forms.preview.pdf }).click();
  const pdf = planForm.fileName(filedName);
  await atDesk.told(forms.preview.saved(pdf));
  expect(existsSync(join(stage.clerk.home, 'Downloads', pdf))).toBe(true);
  await preview.getByRole('button', { name: forms.close }).click();

  await form.submit();
  const dialog = atDesk.dialog(planForm.submit.title(filedName));
  await expect(dialog).toContainText(planForm.submit.consequence);
  for (const box of await dialog.getByRole('checkbox', { name: forms.submit.acknowledge }).all()) {
    await box.check();
  }
  await dialog.getByRole('button', { name: forms.submit.confirm }).click();
  await planPageOf(page).status('unit_review');
  await atDesk.synced();
}

export async function list(stage: Stage): Promise<void> {
  const { page } = stage.clerk;
  const { atDesk } = frames(stage);
  const plans = planListOf(page);
  await atDesk.goTo('plans');
  const drafts = await plans.show('draft');
  const all = await plans.show('all');
  expect(drafts).toBeLessThan(all);

  // By initials of the name's first characters.
  await plans.search.fill('xywl');
  await expect(plans.rows).toHaveCount(1);
  await expect(plans.row(filedName)).toBeVisible();
  // Where other rows take its place, the focus stays with the table, on no button of another record.
  await plans.row(filedName).getByRole('button').first().focus();
  await page.evaluate("location.hash = '#/plans?q=zz-nothing'");
  await expect(plans.rows).toHaveCount(0);
  await expect(plans.grid).toBeFocused();
  await page.evaluate("location.hash = '#/plans'");
  await expect(plans.rows).toHaveCount(all);
  const other = plans.rows.filter({ hasNotText: filedName }).first();
  await other.getByRole('button').first().focus();
  await page.evaluate("location.hash = '#/plans?q=xywl'");
  await expect(plans.rows).toHaveCount(1);
  await expect(plans.row(filedName)).toBeVisible();
  await expect(plans.grid).toBeFocused();
  await plans.search.fill('没有这样的项目');
  await expect(page.getByText(forms.empty.notFound)).toBeVisible();
  await page.getByRole('button', { name: forms.table.clearFilters }).first().click();
  await expect(plans.rows).toHaveCount(all);

  const byAmount = page.getByRole('columnheader', { name: /预算金额/u });
  await byAmount.getByRole('button', { name: /排序/u }).click();
  await expect(byAmount).toHaveAttribute('aria-sort', /ending$/u);

  await page.getByRole('button', { name: forms.table.columns }).click();
  await page.getByRole('checkbox', { name: forms.listColumns.fiscalYear }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: forms.listColumns.fiscalYear })).toBeVisible();

  await page.getByRole('combobox', { name: '采购方式' }).click();
  await page.getByRole('option', { name: /^公开招标/u }).click();
  await expect(plans.row(filedName)).toBeVisible();
  await expect(page.getByRole('button', { name: forms.table.clearFilters })).toBeVisible();
  // As it was left, also after another page.
  await atDesk.goTo('announcements');
  await atDesk.goTo('plans');
  await expect(page.getByRole('combobox', { name: '采购方式' })).toHaveValue(/公开招标/u);
  await savedView(stage);
}

/** A view is saved with its filter, found again after the filter has gone, and removed. */
async function savedView({ clerk: { page } }: Stage): Promise<void> {
  const words = forms.views;
  const name = '公开招标项目';
  const method = page.getByRole('combobox', { name: '采购方式' });
  await page.getByRole('button', { name: words.button, exact: true }).click();
  await page.getByRole('menuitem', { name: words.save }).click();
  const dialog = page.getByRole('dialog', { name: words.saveTitle });
  await dialog.getByRole('button', { name: words.keep }).click();
  await expect(dialog.getByText(words.nameNeeded)).toBeVisible();
  await dialog.getByRole('textbox', { name: words.name }).fill('名'.repeat(31));
  await expect(dialog.getByText(words.nameTooLong(30))).toBeVisible();
  await dialog.getByRole('textbox', { name: words.name }).fill(name);
  await dialog.getByRole('button', { name: words.keep }).click();
  await expect(dialog).toBeHidden();
  const button = page.getByRole('button', { name: words.chosen(name) });
  await expect(button).toBeVisible();

  await page.getByRole('button', { name: forms.table.clearFilters }).click();
  await expect(method).toHaveValue('');
  await button.click();
  await page.getByRole('menuitem', { name, exact: true }).click();
  await expect(method).toHaveValue(/公开招标/u);

  await button.click();
  await page.getByRole('menuitem', { name: words.remove }).click();
  await page
    .getByRole('dialog', { name: words.removeTitle(name) })
    .getByRole('button', { name: words.removeAction })
    .click();
  await expect(page.getByRole('button', { name: words.button, exact: true })).toBeVisible();
  await page.getByRole('button', { name: forms.table.clearFilters }).click();
}

export async function copyAndDelete(stage: Stage): Promise<void> {
  const { page } = stage.clerk;
  const { atDesk } = frames(stage);
  const plans = planListOf(page);
  const form = planFormOf(page);
  await atDesk.goTo('plans');
  const before = await plans.show('draft');
  await plans.show('all');
  await plans.act(filedName, plansPages.list.copy);
  await expect(form.heading(planForm.editTitle)).toBeVisible();
  await expect(form.text('budgetAmount')).toHaveValue('894,002.00');
  await expect(form.cell('items', 2, 'name')).toHaveValue('日志审计系统');
  await form.more(planForm.buttons.remove);
  await page.getByRole('dialog').getByRole('button', { name: planForm.buttons.remove, exact: true }).click();
  await atDesk.told(planForm.done.removed);
  await expect.poll(() => plans.count('draft')).toBe(before);
  await atDesk.synced();
}

export async function excel(stage: Stage): Promise<void> {
  const { page, data, home } = stage.clerk;
  const { atDesk } = frames(stage);
  const plans = planListOf(page);
  await atDesk.goTo('plans');
  const all = await plans.show('all');
  await plans.button(forms.table.export).click();
  const file = /[^：]+\.xlsx/u.exec(await atDesk.told(/已导出/u))?.[0] ?? '';
  const [sheet] = await readXlsxFile(join(home, 'Downloads', file));
  expect(sheet?.data.length).toBe(all + 1);
  expect(sheet?.data.flat()).toContain(filedName);

  const rows: readonly Readonly<Record<string, string | number>>[] = [
    { no: '1', projectName: '教室照明改造', fiscalYear: 2026, category: '货物', budgetAmount: 120_000 },
    { no: '2', projectName: '操场看台维修', fiscalYear: 2026, category: '土木', budgetAmount: 80_000 },
  ];
  const names = Object.keys(importHeaders) as (keyof typeof importHeaders)[];
  const filled = join(data, '导入.xlsx');
  await writeXlsxFile(
    [
      names.map((name) => importHeaders[name]),
      ...rows.map((row) => names.map((name) => row[name] ?? null)),
    ] as never,
    { sheet: excelSheets.plans },
  ).toFile(filled);
  await plans.button(plansPages.list.import).click();
  const dialog = atDesk.dialog(plansPages.transfer.title);
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: plansPages.transfer.choose }).click();
  await (await chooser).setFiles(filled);
  const report = dialog.getByRole('table', { name: plansPages.transfer.result });
  await expect(report.getByRole('row').filter({ hasText: '教室照明改造' })).toContainText(
    plansPages.transfer.ok,
  );
  await expect(report.getByRole('row').filter({ hasText: '操场看台维修' })).toContainText(/第3行“.*”：/u);
  await dialog.getByRole('button', { name: plansPages.transfer.notes }).click();
  const noted = /[^：]+\.xlsx/u.exec(await atDesk.told(/已另存/u))?.[0] ?? '';
  const [again] = await readXlsxFile(join(home, 'Downloads', noted));
  expect(again?.data.flat()).toContain('操场看台维修');
  await dialog.getByRole('button', { name: plansPages.transfer.confirm(1) }).click();
  await dialog.getByRole('button', { name: plansPages.transfer.open }).click();
  await expect(plans.row('教室照明改造')).toBeVisible();
  await expect(plans.row('操场看台维修')).toHaveCount(0);
  // What was chosen where it could be seen is not acted on from a tab where it cannot, nor when one comes back.
  const remove = plans.button(plansPages.batch.remove);
  await plans.row('教室照明改造').getByRole('checkbox').check();
  await expect(remove).toBeVisible();
  await plans.tab('filed').click();
  await expect(remove).toHaveCount(0);
  await plans.tab('draft').click();
  await expect(plans.row('教室照明改造').getByRole('checkbox')).not.toBeChecked();
  // Two chosen rows would be removed the same way.
  await plans.row('教室照明改造').getByRole('checkbox').check();
  await remove.click();
  const batch = atDesk.dialog(plansPages.batch.kinds.remove.title(1));
  await batch.getByRole('button', { name: plansPages.batch.kinds.remove.confirm(1) }).click();
  await atDesk.told(plansPages.batch.kinds.remove.done(1));
  await expect(plans.row('教室照明改造')).toHaveCount(0);
  await plans.tab('all').click();
  await expect(page.getByRole('button', { name: appText.menu.skip })).toBeAttached();
}
