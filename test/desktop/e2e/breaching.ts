// 违约处理: the 经办岗 tells the supplier, registers what he says and writes the decision; the 审核岗 agrees, and what is to be deducted stands where the next payment is typed.
import { demoFiles } from '#demo/data/demo-files.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { breachPages, forms, label, paymentPages } from '#shared/text/index.ts';
import { breachPagesOf } from '../pages/breach-page.ts';
import { expect } from '../pages/expect.ts';
import { paymentPagesOf } from '../pages/payment-page.ts';
import { taskListOf } from '../pages/task-list.ts';
import { today } from './a-plan.ts';
import { announcedName } from './announcing.ts';
import { contractNo, paper } from './contracting.ts';
import { frames, type Stage } from './stage.ts';

const { form, page: words, part } = breachPages;
const statement = '物流延误，已于当日交付（示例）。';

/** On the day on which the contract was signed: nothing can have happened before. */
export async function breachNotified(stage: Stage): Promise<void> {
  const { page, data } = stage.clerk;
  const { atDesk } = frames(stage);
  const breach = breachPagesOf(page);
  await atDesk.goTo('contracts');
  await page.getByRole('main').getByRole('row').filter({ hasText: contractNo }).first().click();
  await expect(breach.part).toContainText(part.none);
  await breach.begin();
  await expect(breach.heading).toHaveText(form.newTitle);
  await breach.tryNotify();
  await expect(breach.summary).toBeVisible();
  await expect(breach.frame('facts')).toContainText(forms.error);
  await breach.choose('party', label('breaches.party.supplier'));
  await breach.choose('kind', label('breaches.kind.delay'));
  await breach.type('happenedOn', today());
  await breach.type('clause', '第八条（示例）');
  await breach.type('facts', '约定交付日期已过，尚未交付（示例）。');
  await breach.type('demand', '立即交付（示例）。');
  await breach.type('noticeOn', today());
  await breach.choose('delivery', label('breaches.delivery.post'));
  const papers = [label('breaches.purpose.evidence'), label('breaches.purpose.delivery')];
  await breach.attach(papers.map((name) => paper(data, `${name}.pdf`, demoFiles.other.bytes)));
  await expect(breach.frame('facts')).not.toContainText(forms.error);
  await breach.notify();
  await breach.status('notified');
  await breach.hear(today(), statement);
  await breach.status('heard');
  await atDesk.synced();
}

export async function breachDecided(stage: Stage): Promise<void> {
  const { clerk, other } = stage;
  const { atDesk, atOther } = frames(stage);
  const own = breachPagesOf(clerk.page);
  const review = breachPagesOf(other.page);
  await own.edit();
  await own.choose('upheld', label('breaches.upheld.true'));
  await own.conclude('penalty');
  await own.type('penalty', '100');
  await own.type('loss', '120');
  await own.type('amountBasis', '第八条第2款（示例）');
  await own.type('reason', '供应商的陈述没有合同约定的免责事由（示例）。');
  await own.cite('civil-code/577');
  await own.cite('civil-code/585');
  await own.submit();
  await own.status('review');
  await atDesk.synced();

  await atOther.goTo('tasks');
  await taskListOf(other.page).open(announcedName, breachPages.tasks.approve);
  await review.status('review');
  await expect(other.page.getByRole('main')).toContainText(statement);
  await review.approve();
  await review.status('decided');
  await atOther.synced();

  await atDesk.syncNow();
  await own.status('decided');
  await expect(clerk.page.getByRole('heading', { level: 2, name: words.papers, exact: true })).toBeVisible();
}

/** On the page of the contract, and where the next payment is typed. */
export async function breachRemembered(stage: Stage): Promise<void> {
  const { page } = stage.clerk;
  const breach = breachPagesOf(page);
  await breach.press(breachPages.toContract);
  await expect(breach.part).toContainText(part.deductible);
  await expect(breach.part).toContainText(formatYuan(10_000));
  const payment = paymentPagesOf(page);
  await payment.begin();
  await expect(payment.heading).toHaveText(paymentPages.form.newTitle);
  const hint = part.hint([part.hintDeductible(formatYuan(10_000))]);
  await expect(page.getByRole('main')).toContainText(hint);
}
