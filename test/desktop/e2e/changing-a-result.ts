// 中标结果变更备案: a published result whose supplier will not sign. Filed by 经办岗, returned and approved by 采购办, announced, and what the papers say then.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { typedContent } from '#demo/data/announcement-content.ts';
import { demoFiles } from '#demo/data/demo-files.ts';
import { randomOf } from '#demo/data/random.ts';
import type { QueryInput, QueryName, QueryOutput } from '#shared/contract/ipc.ts';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { awardChangePages, awardPages, forms, label } from '#shared/text/index.ts';
import { gravest } from '../gravest.ts';
import { announcementPageOf } from '../pages/announcement-page.ts';
import { awardChangePagesOf } from '../pages/award-change-page.ts';
import { awardPagesOf } from '../pages/award-page.ts';
import { expect } from '../pages/expect.ts';
import { taskListOf } from '../pages/task-list.ts';
import { agreed, announcedName } from './announcing.ts';
import type { Desk } from './city.ts';
import { frames, type Stage } from './stage.ts';

const { decisions, form: words, page: pageWords } = awardChangePages;
const reason = '中标供应商书面拒绝签订合同（示例）。';
const opinion = '请写明拒签日期';

type Answer = { readonly ok: boolean; readonly value: unknown };
declare const desk: { call(name: string, input: unknown): Promise<Answer> };

/** What the window itself asks of the desk. */
async function called({ page }: Desk, name: string, input: unknown): Promise<unknown> {
  const answer = await page.evaluate(([asks, given]) => desk.call(asks, given), [name, input] as const);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.value;
}

async function asked<N extends QueryName>(
  clerk: Desk,
  name: N,
  input: QueryInput<N>,
): Promise<QueryOutput<N>> {
  return (await called(clerk, name, input)) as QueryOutput<N>;
}

const newId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

/** Typed at once, reviewed and published as people do it. */
export async function resultPublished(stage: Stage): Promise<void> {
  const { clerk } = stage;
  const { atDesk } = frames(stage);
  const { projectId, sectionId } = await awarded(clerk);
  const { sections } = await asked(clerk, 'sections.byProject', { projectId });
  const { project } = await asked(clerk, 'projects.get', { id: projectId });
  const today = toPlainDate(Date.now());
  const content = typedContent(
    {
      ...{ type: 'RESULT', category: project.category, from: today, until: today, target: undefined },
      sections: sections.filter(({ id }) => id === sectionId),
      idTime: Date.now(),
    },
    randomOf('result of the end-to-end test'),
  );
  const smeDeclaration = await attached(clerk, 'declaration');
  const about = { type: 'RESULT', projectId, targetId: null, sectionIds: [sectionId] };
  await called(clerk, 'announcements.create', {
    id: newId(),
    ...about,
    content: { ...content, smeDeclaration },
  });
  await clerk.page
    .getByRole('link', { name: new RegExp(`^${awardPages.guide.announcing}`, 'u') })
    .first()
    .click();
  const own = announcementPageOf(clerk.page);
  await own.submit();
  await own.status('review');
  await atDesk.synced();
  await agreed(stage, announcedName);
  await own.status('approved');
  await own.publish();
  await own.status('published');
  // Nothing is changed before 采购办 has approved it.
  const button = own.button(awardChangePages.notice);
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription(awardChangePages.filingNeeded);
}

export async function filed(stage: Stage): Promise<void> {
  const { clerk } = stage;
  const { page } = clerk;
  const { atDesk } = frames(stage);
  const change = awardChangePagesOf(page);
  await atDesk.goTo('awardChanges');
  await change.add();
  await change.chooseProject(announcedName);
  expect(await gravest(page)).toEqual([]);

  await change.chooseReason(/放弃或拒签/u);
  await change.type('reason', reason);
  await change.choose('contractState', label('awardChanges.contractState.unsigned'));
  await change.choose('action', label('awardChanges.action.next_candidate'));
  // Whoever follows is the only one, and is taken with the price that was offered.
  await expect(change.frame('winner').getByRole('radio')).toHaveCount(1);
  await expect(change.frame('winner').getByRole('radio')).toBeChecked();
  await expect(change.value('amount')).not.toHaveValue('');
  await change.type('address', '许昌市示例路2号');
  await change.choose('sizeClass', label('suppliers.size.small'));
  await change.submit();
  await expect(change.main).toContainText(words.papers.missing(label('awardChanges.purpose.refusal')));
  expect(await gravest(page)).toEqual([]);
  await change.attach(paper(clerk, 'refusal'), paper(clerk, 'liability'));
  await expect(change.main).toContainText(words.papers.there(label('awardChanges.purpose.liability')));
  await change.submit();
  await change.confirm();
  await change.status('review');
  await atDesk.synced();
}

export async function returnedAndFiledAnew(stage: Stage): Promise<void> {
  const { clerk, other } = stage;
  const { atDesk } = frames(stage);
  const [own, office] = [awardChangePagesOf(clerk.page), awardChangePagesOf(other.page)];
  await opened(stage);
  await expect(office.comparison).toContainText(awardChangePages.original.supplier);
  expect(await gravest(other.page)).toEqual([]);
  await office.return(opinion);
  await office.status('returned');

  await atDesk.syncNow();
  await own.status('returned');
  await expect(clerk.page.getByText(pageWords.reason(opinion))).toBeVisible();
  await own.press(label('actions.awardChanges.edit'));
  await expect(own.value('reason')).toHaveValue(reason);
  await own.type('reason', `${reason}日期见拒签材料。`);
  await own.submit();
  await own.confirm();
  await own.status('review');
  await atDesk.synced();
}

export async function approved(stage: Stage): Promise<void> {
  const { clerk, other } = stage;
  const { atDesk, atOther } = frames(stage);
  const [own, office] = [awardChangePagesOf(clerk.page), awardChangePagesOf(other.page)];
  await opened(stage);
  await expect(office.main).toContainText('日期见拒签材料');
  await office.approve();
  await expect(other.page.getByRole('dialog')).toContainText(decisions.approve.announced);
  expect(await gravest(other.page, ['[role="dialog"]'])).toEqual([]);
  await office.confirm(decisions.approve.verb);
  await office.status('approved');
  await atOther.synced();
  await atDesk.syncNow();
  await own.status('approved');
  await expect(own.papers.getByRole('listitem')).toHaveCount(1);
}

export async function announced(stage: Stage): Promise<void> {
  const { clerk, city } = stage;
  const { page } = clerk;
  const { atDesk } = frames(stage);
  const change = awardChangePagesOf(page);
  const filing = new URL(page.url()).hash;
  await change.press(awardChangePages.notice);
  const notice = announcementPageOf(page);
  await notice.status('draft');
  const { announcement } = await asked(clerk, 'announcements.get', { id: notice.id() });
  const { projectId, targetId } = announcement;
  if (projectId === null || targetId === null) throw new Error('a change is of the result of a project');
  // 主要标的 is as it was in the result, but for the supplier's own product.
  const before = (await asked(clerk, 'announcements.get', { id: targetId })).announcement.content;
  const same = Object.entries(before).filter(([field]) => /Items$|^smePolicyUsed$/u.test(field));
  const fields = [...same, ['attachments', before['smeDeclaration']] as const];
  const changes = fields.map(([field, to]) => ({ field, from: null, to }));
  await called(clerk, 'announcements.edit', { id: announcement.id, changes });
  await notice.submit();
  await notice.status('review');
  await atDesk.synced();
  await agreed(stage, `${announcedName}${templateOf('RESULT_CHANGE').name}`);
  await notice.status('approved');
  await notice.publish();
  await notice.status('published');
  const read = await fetch(`${city.website}/announcements/${announcement.id}`);
  expect(await read.text()).toContain('许昌市示例路2号');

  // The filing has the new letter; the one of before says that it is void.
  await page.evaluate((place) => {
    location.hash = place;
  }, filing);
  await change.status('announced');
  const letter = change.papers.getByRole('listitem').filter({ hasText: '通知书（' });
  const name = await letter
    .getByText(/通知书（/u)
    .first()
    .innerText();
  const preview = await change.preview(name);
  await expect(preview).not.toContainText('已失效');
  await expect(preview).toContainText('备案编号');
  await preview.getByRole('button', { name: forms.close }).click();
  await expect(preview).toBeHidden();
  expect(await gravest(page)).toEqual([]);

  await change.press(pageWords.toProject);
  await awardPagesOf(page).guide.getByRole('link').first().click();
  await awardPagesOf(page).status('void');
  await expect(page.getByRole('main')).toContainText('通知书随之失效');
  expect(await gravest(page)).toEqual([]);
}

/** By 采购办, from 待办. */
async function opened(stage: Stage): Promise<void> {
  const { atOther } = frames(stage);
  const { page } = stage.other;
  await atOther.signedInAs('procurement_office');
  await atOther.goTo('tasks');
  await taskListOf(page).open(announcedName);
  await awardChangePagesOf(page).status('review');
}

/** The section that was determined and confirmed. */
async function awarded(clerk: Desk) {
  const { items } = await asked(clerk, 'projects.list', { limit: 200 });
  for (const { id: projectId } of items) {
    const { sections } = await asked(clerk, 'awards.byProject', { projectId });
    const own = sections.find(({ award }) => award?.status === 'confirmed');
    if (own !== undefined) return { projectId, sectionId: own.sectionId };
  }
  throw new Error('no result is confirmed');
}

type Attached = {
  readonly sha256: string;
  readonly size: number;
  readonly fileName: string;
  readonly mediaType: string;
};

/** Through the system's own dialog, as the form does it. */
async function attached(clerk: Desk, name: string) {
  const chooser = clerk.page.waitForEvent('filechooser');
  const answered = called(clerk, 'host.attachFiles', { multiple: false });
  await (await chooser).setFiles(paper(clerk, name));
  const { files } = (await answered) as { readonly files: readonly Attached[] };
  return files.map(({ sha256, size, fileName, mediaType }) => {
    return { id: newId(), sha256, size, fileName, mediaType };
  });
}

function paper({ data }: Desk, name: string): string {
  const path = join(data, `${name}.pdf`);
  writeFileSync(path, Buffer.concat([demoFiles.requirements.bytes, Buffer.from(`% ${name}\n`)]));
  return path;
}
