// 合同公告及备案: filed by the 经办岗 on an announced result, reviewed by the 审核岗, announced and filed at once, received by 采购办.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { typedContent } from '#demo/data/announcement-content.ts';
import { demoFile, demoFiles } from '#demo/data/demo-files.ts';
import { randomOf } from '#demo/data/random.ts';
import type { AskOutput } from '#renderer/api/calls.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { announcementPages, contractPages, forms, label } from '#shared/text/index.ts';
import { announcementPageOf } from '../pages/announcement-page.ts';
import { contractPagesOf } from '../pages/contract-page.ts';
import { expect } from '../pages/expect.ts';
import { projectPagesOf } from '../pages/project-page.ts';
import { taskListOf } from '../pages/task-list.ts';
import { today } from './a-plan.ts';
import { agreed, announcedName } from './announcing.ts';
import { frames, type Stage } from './stage.ts';

type Answer = { readonly ok: boolean; readonly value?: unknown; readonly error?: unknown };
declare const desk: { call(name: string, input: unknown): Promise<Answer> };

const newId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
const { form: words, guide, decisions } = contractPages;
export const contractNo = 'HT-示例-018';
const account = '4100 0000 0000 0000 018';
const [fullText, publicText] = [label('contracts.purpose.full'), label('contracts.purpose.public')];

/** 结果公告, with what is typed into one like the demo's: the letters of award are issued with it. */
export async function resultAnnounced(stage: Stage): Promise<void> {
  const { clerk } = stage;
  const { atDesk } = frames(stage);
  const { page } = clerk;
  const own = announcementPageOf(page);
  const projectId = /\/projects\/([0-9a-f-]{36})/u.exec(page.url())?.[1] ?? '';
  const call = async (name: string, input: unknown) => {
    const answer = await page.evaluate(([asks, given]) => desk.call(asks, given), [name, input] as const);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
  const known = (await call('sections.byProject', { projectId })) as AskOutput<'sections.byProject'>;
  const sections = known.sections.filter(({ results }) => results.length > 0);
  const typed = typedContent(
    {
      ...{ type: 'RESULT', category: 'B', from: today(), until: today(), sections, target: undefined },
      idTime: Date.now(),
    },
    randomOf('result'),
  );
  const id = newId();
  await call('announcements.create', {
    ...{ id, type: 'RESULT', projectId, targetId: null },
    sectionIds: sections.map((section) => section.id),
    content: { ...typed, smeDeclaration: [demoFile(newId(), demoFiles.other)] },
  });
  await page.evaluate((to) => {
    location.hash = to;
  }, `/announcements/${id}`);
  await own.submit();
  await own.status('review');
  await atDesk.synced();
  await agreed(stage, await own.title.innerText());
  await own.status('approved');
  await own.press(label('actions.awards.publish'));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: announcementPages.actions.publish.confirm, exact: true })
    .click();
  await own.status('published');
}

export async function contractFilledIn(stage: Stage): Promise<void> {
  const { page, data } = stage.clerk;
  const { atDesk } = frames(stage);
  const contract = contractPagesOf(page);
  await atDesk.goTo('contracts');
  await contract.add();
  await contract.choose(announcedName);
  await contract.confirmChoice();

  // What is known stands there: the amount of the result, and until when to sign.
  await expect(contract.heading).toHaveText(words.newTitle);
  await expect(contract.box('amount')).not.toHaveValue('');
  await expect(contract.box('contractName')).toHaveValue(beginningOf(announcedName));
  await expect(contract.clocks.getByRole('row')).toHaveCount(3);
  const why = await contract.why('sign');
  await expect(why.getByRole('table').getByRole('row')).not.toHaveCount(1);
  await page.keyboard.press('Escape');

  // What is missing is said at its place.
  await contract.trySubmit();
  await expect(contract.summary).toBeVisible();
  await expect(contract.frame('contractNo')).toContainText(forms.error);
  await contract.type('contractNo', contractNo);
  await contract.pick('contractKind', label('contracts.kind.works'));
  await contract.type('signedOn', today());
  await expect(contract.clocks).toContainText(contractPages.clocks.state.done);
  await contract.type('purchaserContact', '0374-2961598');
  await contract.type('supplierContact', '0371-61234567');
  await contract.type('supplierAccount', account);

  // Another amount than that of the result is explained.
  const amount = await contract.box('amount').inputValue();
  await contract.type('amount', '1');
  await expect(contract.frame('amountReason')).toBeVisible();
  await contract.type('amount', amount);
  await expect(contract.frame('amountReason')).toBeHidden();

  // Items begin with those of the plan; what is there is completed.
  const lines = await contract.lines('items');
  for (let line = 1; line <= lines; line += 1) {
    await contract.typeCell('items', line, 'spec', '按施工图');
    await contract.typeCell('items', line, 'unitPrice', amount);
  }
  await contract.type('period', '合同签订后90日历日');
  await contract.type('performancePlace', '许昌市示例路1号');
  await contract.type('acceptanceStandard', '按国家现行标准验收');
  await contract.addRow('payments');
  await contract.cell('payments', 1, 'kind').selectOption(label('contracts.payment.advance'));
  await contract.typeCell('payments', 1, 'condition', '合同生效后');
  await contract.typeCell('payments', 1, 'amount', '10000');
  await contract.addRow('payments');
  await contract.cell('payments', 2, 'kind').selectOption(label('contracts.payment.acceptance'));
  await contract.typeCell('payments', 2, 'condition', '验收合格后');
  await contract.press(words.payments.rest);
  await expect(page.getByText(words.payments.even, { exact: true })).toBeVisible();
  await contract.kept();
  await contract.attach(textsIn(data));
  await expect(contract.fileRow(`${publicText}.pdf`)).toBeVisible();
  await contract.submit();
  // The form has the state beside its title too.
  await expect(contract.heading).toHaveText(beginningOf(announcedName));
  await contract.status('review');
  await atDesk.synced();
}

export async function contractPublished(stage: Stage): Promise<void> {
  const { clerk, other, city } = stage;
  const { atDesk, atOther } = frames(stage);
  const own = contractPagesOf(clerk.page);
  const review = contractPagesOf(other.page);
  const name = await own.heading.innerText();
  await atOther.signedInAs('purchaser_reviewer');
  await atOther.goTo('tasks');
  await taskListOf(other.page).open(name);
  await review.status('review');
  await review.approve();
  await review.status('approved');
  await atOther.synced();

  await atDesk.syncNow();
  await own.status('approved');
  await own.begin('publish');
  for (const line of decisions.publish.lines) await expect(own.dialog).toContainText(line);
  await own.confirm(decisions.publish.verb);
  await own.status('submitted');
  await expect(own.clocks.getByText(contractPages.clocks.state.done)).toHaveCount(3);

  // What everybody reads of it: neither the account nor the full text.
  await own.press(contractPages.page.toNotice);
  const notice = announcementPageOf(clerk.page);
  await notice.status('published');
  const read = await (await fetch(`${city.website}/announcements/${notice.id()}`)).text();
  expect(read).toContain(contractNo);
  expect(read).toContain(publicText);
  expect(read).not.toContain(account);
  expect(read).not.toContain(fullText);
  await clerk.page.getByRole('link', { name: contractPages.list.view, exact: true }).click();
  await own.status('submitted');
}

export async function contractReceived(stage: Stage): Promise<void> {
  const { clerk, other } = stage;
  const { atDesk, atOther } = frames(stage);
  const own = contractPagesOf(clerk.page);
  const office = contractPagesOf(other.page);
  const name = await own.heading.innerText();
  await atOther.signedInAs('procurement_office');
  await atOther.goTo('tasks');
  await taskListOf(other.page).open(name);
  await office.status('submitted');
  await office.requestPapers('请补充履约保函。');
  await office.status('papers');
  await atOther.synced();

  // What was announced stays; what is missing is added.
  await atDesk.syncNow();
  await own.status('papers');
  await own.begin('handIn');
  await expect(own.dialog).toContainText('请补充履约保函。');
  await own.attach([bondIn(clerk.data)]);
  await expect(own.dialog.getByRole('row').filter({ hasText: '履约保函.pdf' })).toBeVisible();
  await own.confirm(decisions.handIn.verb);
  await own.status('submitted');
  await atDesk.synced();

  await atOther.syncNow();
  await office.status('submitted');
  await office.receive();
  await office.status('received');
  await atOther.synced();
  await atDesk.syncNow();
  await own.status('received');
  await expect(clerk.page.getByText(contractPages.page.receiptNo)).toBeVisible();
}

export async function seenInTheGuide(stage: Stage): Promise<void> {
  const { page } = stage.clerk;
  const { atDesk } = frames(stage);
  const own = contractPagesOf(page);
  await own.press(contractPages.page.toProject);
  await expect(own.guide).toContainText(contractNo);
  await expect(own.guide).toContainText(label('contracts.status.received'));
  await expect(own.guide).toContainText(guide.signed);
  await expect(projectPagesOf(page).stage('contract')).toBeVisible();
  await atDesk.goTo('contracts');
  await expect(own.row(contractNo)).toContainText(label('contracts.status.received'));
}

/** Called by what they are, which is then their purpose. */
function textsIn(folder: string): readonly string[] {
  return [
    paper(folder, `${fullText}.pdf`, demoFiles.other.bytes),
    paper(folder, `${publicText}.pdf`, demoFiles.requirements.bytes),
  ];
}

function bondIn(folder: string): string {
  return paper(folder, '履约保函.pdf', demoFiles.budget_approval.bytes);
}

export function paper(folder: string, name: string, bytes: Uint8Array): string {
  const on = join(folder, '文件');
  mkdirSync(on, { recursive: true });
  const path = join(on, name);
  writeFileSync(path, bytes);
  return path;
}

function beginningOf(text: string): RegExp {
  return new RegExp(`^${text}`, 'u');
}
