// 合同变更: registered by the 经办岗 on a filed contract, reviewed by the 审核岗, announced; the contract amounts to more from then on.
import { demoFiles } from '#demo/data/demo-files.ts';
import { formatYuan, yuanToFen } from '#shared/kernel/money.ts';
import { contractChangePages, contractPages, forms, label } from '#shared/text/index.ts';
import { announcementPageOf } from '../pages/announcement-page.ts';
import { contractChangePagesOf } from '../pages/contract-change-page.ts';
import { contractPagesOf } from '../pages/contract-page.ts';
import { expect } from '../pages/expect.ts';
import { taskListOf } from '../pages/task-list.ts';
import { today } from './a-plan.ts';
import { announcedName } from './announcing.ts';
import { contractNo, paper } from './contracting.ts';
import { frames, type Stage } from './stage.ts';

const { decisions, ofContract, viewChange, toContract, part } = contractChangePages;
const [fullText, publicText] = [
  label('contractChanges.purpose.full'),
  label('contractChanges.purpose.public'),
];
const [more, description] = ['1,000.50', '原合同为一项，现按同一单价追加一项（示例）。'];
const reason = '新增教室（示例）';

export async function changeRegistered(stage: Stage): Promise<void> {
  const { page, data } = stage.clerk;
  const { atDesk } = frames(stage);
  const change = contractChangePagesOf(page);
  await contractPagesOf(page).row(contractNo).getByText(contractNo, { exact: true }).click();
  await expect(change.part).toContainText(part.none);
  await change.begin();

  // What is missing is said at its place.
  await expect(change.heading).toHaveText(contractChangePages.form.newTitle);
  await change.trySubmit();
  await expect(change.summary).toBeVisible();
  await expect(change.frame('clauses')).toContainText(forms.error);
  await expect(change.frame('amount')).toBeHidden();
  await change.choose('addition');
  await change.type('clauses', '第二条');
  await change.type('description', description);
  await change.type('reason', reason);
  await expect(change.frame('identical')).toContainText(forms.error);
  await change.confirmIdentical();
  await expect(change.frame('identical')).not.toContainText(forms.error);

  // More than the tenth is refused at the field, and what is less is not.
  await change.type('amount', '99999999');
  await expect(change.frame('amount')).toContainText('超过原合同金额的10%');
  await change.trySubmit();
  await expect(change.summary).toContainText('超过原合同金额的10%');
  await change.type('amount', more);
  await expect(change.frame('amount')).not.toContainText('超过原合同金额的10%');
  await change.type('changedOn', today());
  const why = await change.why();
  await expect(why.getByRole('table').getByRole('row')).not.toHaveCount(1);
  await page.keyboard.press('Escape');
  await change.attach([
    paper(data, `${fullText}.pdf`, demoFiles.other.bytes),
    paper(data, `${publicText}.pdf`, demoFiles.requirements.bytes),
  ]);
  await expect(change.fileRow(`${publicText}.pdf`)).toBeVisible();
  await change.submit();
  // The form shows the state as well before it gives way to the page.
  await expect(change.heading).toHaveText(ofContract(contractNo));
  await change.status('review');

  // Nobody begins another one meanwhile.
  await change.press(toContract);
  await expect(change.beginDisabled).toBeDisabled();
  await expect(change.part).toContainText(part.why.open);
  await change.open();
  await change.status('review');
  await atDesk.synced();
}

export async function changePublished(stage: Stage): Promise<void> {
  const { clerk, other, city } = stage;
  const { atDesk, atOther } = frames(stage);
  const own = contractChangePagesOf(clerk.page);
  const review = contractChangePagesOf(other.page);
  await expect(own.heading).toHaveText(ofContract(contractNo));
  await atOther.signedInAs('purchaser_reviewer');
  await atOther.goTo('tasks');
  await taskListOf(other.page).open(announcedName);
  await review.status('review');
  await review.approve();
  await review.status('approved');
  await atOther.synced();

  await atDesk.syncNow();
  await own.status('approved');
  await own.askToPublish();
  for (const line of decisions.publish.lines) await expect(own.dialog).toContainText(line);
  await expect(own.dialog).toContainText(decisions.publish.added(formatYuan(added())));
  await own.publish();
  await own.status('published');

  // What everybody reads of it: neither the reason nor the full text.
  await own.press(contractChangePages.notice);
  const notice = announcementPageOf(clerk.page);
  await notice.status('published');
  const read = await (await fetch(`${city.website}/announcements/${notice.id()}`)).text();
  expect(read).toContain(description);
  expect(read).toContain(publicText);
  expect(read).not.toContain(reason);
  expect(read).not.toContain(fullText);
  await clerk.page.getByRole('link', { name: viewChange, exact: true }).click();
  await own.status('published');
}

/** On its own page and in the guide of its project. */
export async function contractFollows(stage: Stage): Promise<void> {
  const { page } = stage.clerk;
  const change = contractChangePagesOf(page);
  const contract = contractPagesOf(page);
  await change.press(toContract);
  const signed = yuanToFen((await change.amount('signed').innerText()).slice(1));
  if (!signed.ok) throw new Error('the contract has no amount');
  const now = formatYuan(signed.value + added());
  await expect(change.amount('now')).toHaveText(now);
  await expect(change.part).toContainText(label('contractChanges.status.published'));
  await expect(change.part.getByRole('link', { name: part.add, exact: true })).toBeVisible();
  await contract.press(contractPages.page.toProject);
  await expect(contract.guide).toContainText(now);
}

function added(): number {
  const fen = yuanToFen(more);
  if (!fen.ok) throw new Error('no amount');
  return fen.value;
}
