// 付款: registered by the 经办岗 on a contract in force, overdue with its interest, paid in part, put right; refused beyond the contract.
import { demoFiles } from '#demo/data/demo-files.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { contractChangePages, label, paymentPages } from '#shared/text/index.ts';
import { contractChangePagesOf } from '../pages/contract-change-page.ts';
import { expect } from '../pages/expect.ts';
import { paymentPagesOf } from '../pages/payment-page.ts';
import { today } from './a-plan.ts';
import { contractNo, paper } from './contracting.ts';
import { frames, type Stage } from './stage.ts';

const { due, part, toContract } = paymentPages;

/** Delivered forty days ago to a small enterprise: ten days late, which costs 0.05 % a day. */
export async function paymentRegistered(stage: Stage): Promise<void> {
  const { page, data } = stage.clerk;
  const { atDesk } = frames(stage);
  const payment = paymentPagesOf(page);
  await atDesk.goTo('contracts');
  await page.getByRole('main').getByRole('row').filter({ hasText: contractNo }).first().click();
  await payment.begin();
  await expect(payment.heading).toHaveText(paymentPages.form.newTitle);
  await payment.choose('kind', label('contracts.payment.progress'));
  await payment.type('amount', '1000');
  await payment.chooseSize(label('suppliers.size.small'));
  await payment.choose('basis', label('payments.basis.delivery'));
  await payment.type('deliveredOn', addDays(today(), -40));
  await payment.type('invoiceOn', addDays(today(), -39));
  await payment.attach([paper(data, '发票.pdf', demoFiles.other.bytes)]);
  await payment.submit();
  await payment.status('due');
  await expect(payment.due).toContainText(due.late(10));
  await expect(payment.due).toContainText(due.interest(formatYuan(500)));
  const why = await payment.why();
  await expect(why).toContainText(due.note);
  await page.keyboard.press('Escape');
  await atDesk.synced();
}

export async function overdueListed(stage: Stage): Promise<void> {
  const { page } = stage.clerk;
  const { atDesk } = frames(stage);
  const payment = paymentPagesOf(page);
  await atDesk.goTo('payments');
  await payment.tab('overdue');
  await payment.row(formatYuan(100_000).slice(1)).first().click();
  await payment.status('due');
}

export async function paymentPaid(stage: Stage): Promise<void> {
  const { page, data } = stage.clerk;
  const { atDesk } = frames(stage);
  const payment = paymentPagesOf(page);
  await payment.askToPay('pay');
  // More than the whole contract is refused where it is typed.
  await payment.typePaid('99999999999');
  await expect(payment.dialog).toContainText('超过合同金额');
  await payment.typePaid('1000');
  await expect(payment.dialog).not.toContainText('超过合同金额');
  await payment.attachVoucher([paper(data, '支付凭证.pdf', demoFiles.requirements.bytes)]);
  await payment.pay();
  await payment.status('paid');
  await expect(payment.due).toContainText(due.paidLate(10));

  await payment.askToPay('amend');
  await payment.typePaid('999');
  await payment.reason('金额录入有误');
  await payment.amend();
  await atDesk.synced();
  await payment.press(toContract);
  await expect(payment.part).toContainText(formatYuan(99_900));
  await expect(payment.part).toContainText(part.paid);
  await expect(contractChangePagesOf(page).part).toContainText(contractChangePages.amounts.signed);
}
