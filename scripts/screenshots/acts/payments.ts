// 付款: list, form, page and dialogs, and what stands on the page of a contract.
import { join } from 'node:path';
import { demoAttachment } from '#demo/data/demo-files.ts';
import { knownPayment } from '#shared/domain/contracts/payments/known-content.ts';
import type { PaymentStatus } from '#shared/domain/contracts/payments/model.ts';
import { addDays, toPlainDate } from '#shared/kernel/dates.ts';
import { forms, label, paymentPages } from '#shared/text/index.ts';
import { paymentHeaders } from '#shared/text/zh-CN/contracts/imports.ts';
import { excelSheets } from '#shared/text/zh-CN/excel.ts';
import { chooseTemplate, closeDialog, writeTemplate } from '../import-file.ts';
import { dialogPart, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { newId } from '../story.ts';

const { choose, due, figures, form, list, page: words, part, title, transfer } = paymentPages;
const late = newId();

async function openList(stage: Stage): Promise<void> {
  await stage.go('/payments');
  await stage.page.getByRole('heading', { level: 1, name: title }).waitFor({ state: 'attached' });
  await stage.page.getByText(figures.share).first().waitFor();
}

async function openTab(stage: Stage, tab: keyof typeof list.tabs): Promise<void> {
  await openList(stage);
  await stage.page.getByRole('navigation', { name: forms.table.tabs }).getByText(list.tabs[tab]).click();
}

async function openForm(stage: Stage): Promise<void> {
  const contractId = await contractInForce(stage);
  await stage.go(`/payments/new?contractId=${contractId}`);
  const fresh = stage.page.getByRole('button', { name: form.resume.fresh, exact: true });
  const heading = stage.page.getByRole('heading', { level: 2, name: form.sections.basic });
  await fresh.or(heading).first().waitFor();
  if (await fresh.isVisible()) await fresh.click();
  await heading.waitFor();
}

async function contractInForce(stage: Stage): Promise<string> {
  const { contracts } = await stage.ask('payments.choosable', {});
  const [contract] = contracts;
  if (contract === undefined) throw new Error('no contract of the demo is to be paid');
  return contract.id;
}

async function openOne(stage: Stage, id: string): Promise<void> {
  await stage.go(`/payments/${id}`);
  await stage.page.getByRole('heading', { level: 2, name: due.title, exact: true }).waitFor();
}

/** 进度款 to a small enterprise, forty-five days after delivery. */
async function filledIn(stage: Stage): Promise<void> {
  const contractId = await contractInForce(stage);
  const { contract } = await stage.ask('contracts.get', { id: contractId });
  const today = toPlainDate(Date.now());
  await stage.call('payments.create', {
    ...{ id: late, contractId },
    content: {
      ...knownPayment(contract, null),
      ...{ kind: 'progress', amount: 1_234_567, basis: 'delivery', sizeClass: 'small', acceptedOn: null },
      ...{ condition: '首批交付后付款', deliveredOn: addDays(today, -45), invoiceNo: '24412000000012345678' },
      ...{ invoiceAmount: 1_234_567, invoiceOn: addDays(today, -40) },
      files: [{ ...demoAttachment(newId(), 'other'), purpose: 'invoice', fileName: '发票（示例）.pdf' }],
    },
  });
}

async function byState(stage: Stage, tab: PaymentStatus): Promise<string> {
  const { items } = await stage.ask('payments.list', { tab, limit: 1 });
  const [payment] = items;
  if (payment === undefined) throw new Error(`no payment of the demo is ${tab}`);
  return payment.id;
}

async function openPart(stage: Stage): Promise<void> {
  const { payment } = await stage.ask('payments.get', { id: late });
  await stage.go(`/contracts/${payment.contractId}`);
  const heading = stage.page.getByRole('heading', { level: 2, name: part.title, exact: true });
  await heading.waitFor();
  await heading.evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

const action = (name: string) => label(`actions.payments.${name}`);
const press = (stage: Stage, name: string) =>
  stage.page.getByRole('button', { name: action(name), exact: true }).click();

export const paymentScenes: readonly Scene[] = [
  { name: 'payments', title: 'Payments: the list with the figures of the year', show: openList },
  {
    name: 'payments-overdue',
    title: 'Payments: those that are overdue',
    show: (stage) => openTab(stage, 'overdue'),
  },
  {
    name: 'payments-import',
    title: 'Payments: what is in an Excel file, row by row',
    part: dialogPart,
    async show(stage) {
      const { contracts } = await stage.ask('payments.choosable', {});
      const [one, other] = contracts.map(({ contractNo }) => contractNo);
      if (one === undefined || other === undefined)
        throw new Error('no two contracts of the demo are to be paid');
      const today = toPlainDate(Date.now());
      const paid = { paidOn: today, deliveredOn: addDays(today, -9) };
      const file = join(stage.world.folder, 'payments.xlsx');
      await writeTemplate(file, excelSheets.payments, paymentHeaders, [
        { contractNo: one, kind: label('contracts.payment.progress'), paidAmount: '1.2万', ...paid },
        {
          contractNo: other,
          kind: label('contracts.payment.progress'),
          amount: 8000,
          deliveredOn: paid.deliveredOn,
        },
        { contractNo: one, kind: label('contracts.payment.progress'), amount: 500 },
        { contractNo: 'HT-0000', line: 1, paidOn: paid.paidOn },
      ]);
      await openList(stage);
      await stage.press(list.import);
      await chooseTemplate(stage, file, transfer);
    },
    leave: (stage) => closeDialog(stage),
  },
  {
    name: 'payment-choose',
    title: 'Payment: which contract',
    async show(stage) {
      await stage.go('/payments/new');
      await stage.page.getByText(choose.hint).waitFor();
    },
  },
  { name: 'payment-form', title: 'Payment: a new one', show: openForm },
  {
    name: 'payment-late',
    title: 'Payment: overdue, with its interest',
    async show(stage) {
      await filledIn(stage);
      await openOne(stage, late);
      await stage.page.getByText(due.daily).waitFor();
    },
  },
  {
    name: 'payment-edit',
    title: 'Payment: the form, filled in',
    async show(stage) {
      await stage.go(`/payments/${late}/edit`);
      await stage.page.getByRole('heading', { level: 2, name: form.sections.day }).waitFor();
      await stage.page
        .getByRole('heading', { level: 2, name: form.sections.day })
        .evaluate((element) => element.scrollIntoView({ block: 'start' }));
    },
  },
  {
    name: 'payment-why',
    title: 'Payment: why the last day is that day',
    async show(stage) {
      await openOne(stage, late);
      await stage.page.getByRole('button', { name: due.whyOf }).click();
      await stage.page.getByText(due.note).waitFor();
    },
  },
  {
    name: 'payment-submit',
    title: 'Dialog: 转为待付款',
    part: dialogPart,
    async show(stage) {
      await openOne(stage, late);
      await press(stage, 'submit');
      await stage.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'payment-pay',
    title: 'Dialog: 登记已付款',
    async show(stage) {
      await openOne(stage, late);
      await press(stage, 'pay');
      await stage.page.getByRole('dialog').getByText(label('payments.vouchers')).first().waitFor();
    },
  },
  {
    name: 'payment-paid',
    title: 'Payment: paid',
    async show(stage) {
      await openOne(stage, await byState(stage, 'paid'));
      await stage.page.getByRole('heading', { level: 2, name: words.paid, exact: true }).waitFor();
    },
  },
  { name: 'payment-of-contract', title: 'Payments on the page of a contract', show: openPart },
];
