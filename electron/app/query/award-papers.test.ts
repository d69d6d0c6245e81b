// The papers of a result on a desk: looked at by both parties, and written for Word.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settings } from '#shared/domain/admin/model.ts';
import { announcements } from '#shared/domain/announcements/model.ts';
import { awardChanges, type ChangeContent, emptyChange } from '#shared/domain/award-changes/model.ts';
import { awards } from '#shared/domain/awards/model.ts';
import { sectionEvents } from '#shared/domain/projects/events/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import { anActor } from '#test/builders/actors.ts';
import { aStoreWithAward, awardId } from '#test/builders/awards.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { noTimers, TestDesk } from '../testing/test-desk.ts';
import { aTown, idOf } from '../testing/town.ts';

let server: FakeServer;
let desk: TestDesk;

beforeEach(async () => {
  const town = aTown();
  ({ server } = town);
  desk = await new TestDesk(server, town.clock, { timers: noTimers }).open();
  await desk.signIn('clerk');
});
afterEach(() => desk.remove());

async function held(announced = true, change: (store: Store) => void = () => undefined): Promise<void> {
  const store = aStoreWithAward({}, announced);
  change(store);
  for (const kind of [projects, sections, sectionEvents, announcements, awards, awardChanges]) {
    for (const row of store.all<never>(kind as never)) server.put(kind as never, row);
  }
  server.put(settings, { id: 'deadlines.contractSignDays', value: 20, updatedAt: 1 });
  await desk.must('sync.now', {});
}

function must(answer: Result<unknown>): void {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
}

const [clerk, reviewer] = [anActor('purchaser_clerk'), anActor('purchaser_reviewer')];
const changeId = anId('change');
const sectionId = anId('lot-1');

/** 乙公司 will not sign, and nobody takes its place. */
function voided(store: Store): void {
  store.now += 86_400_000;
  const file = { fileName: 'paper.pdf', mediaType: 'application/pdf', size: 1, sha256: 'b'.repeat(64) };
  const content: ChangeContent = {
    ...emptyChange,
    reasonCode: 'SUPPLIER_REFUSED',
    reason: '乙公司书面拒绝签订合同（示例）。',
    action: 'procure_again',
    contractState: 'unsigned',
    files: (['refusal', 'liability'] as const).map((purpose) => ({ ...file, id: anId(purpose), purpose })),
  };
  must(store.run(clerk, 'awardChanges.create', { id: changeId, sectionId, content }));
  must(store.run(clerk, 'awardChanges.submit', { id: changeId, acknowledged: everyWarning }));
  const approval = { id: changeId, note: '同意', acknowledged: everyWarning };
  must(store.run(anActor('procurement_office'), 'awardChanges.approve', approval));
}

/** 终止公告, after a complaint was upheld, from before it had to stand on a filing: the section is shown without its result meanwhile. */
function ended(store: Store): void {
  store.now += 86_400_000;
  const { results } = store.get(sections, sectionId);
  store.put(sections, { ...store.get(sections, sectionId), results: [] });
  const id = anId('end');
  const { projectId, schedule } = store.get(sections, sectionId);
  const content = {
    reasonCode: 'COMPLAINT_UPHELD',
    reason: [{ id: sectionId, cells: { section: sectionId, explanation: '质疑成立（示例）' } }],
  };
  const about = { type: 'TERMINATION', projectId, targetId: schedule?.announcementId ?? null };
  must(store.run(clerk, 'announcements.create', { ...about, id, sectionIds: [sectionId], content }));
  must(store.run(clerk, 'announcements.submit', { id, acknowledged: everyWarning }));
  must(store.run(reviewer, 'announcements.approve', { id }));
  must(store.run(clerk, 'announcements.publish', { id }));
  store.put(sections, { ...store.get(sections, sectionId), results });
}

it('are a letter and a notice to each of the others, as they were issued, whatever is set here since', async () => {
  await held();
  const { papers } = await desk.see('awards.papers', { id: awardId });
  expect(papers.map(({ name }) => name)).toEqual([
    '中标通知书（乙公司）',
    ...['甲公司', '丙公司', '丁公司', '戊公司'].map((supplier) => `结果告知书（${supplier}）`),
  ]);
  const letter = JSON.stringify(papers[0]?.document);
  for (const words of ['30日内', 'Example Unit']) expect(letter).toContain(words);
});

it('are written for Word one by one', async () => {
  await held();
  const path = join(desk.root, 'letter.docx');
  const document = { of: 'award', id: awardId, key: 'letter' } as const;
  expect(await desk.see('documents.word', { document, path })).toEqual({ path });
  expect(existsSync(path)).toBe(true);
  expect(
    await desk.dispatch('documents.word', { document: { ...document, key: 'notice/乙公司' }, path }),
  ).toEqual({
    ok: false,
    error: { code: 'not_found' },
  });
});

it('are none before the result is announced, and nobody else’s', async () => {
  await held(false);
  expect(await desk.see('awards.papers', { id: awardId })).toEqual({ papers: [] });
  expect(await desk.dispatch('awards.papers', { id: idOf(1) })).toEqual({
    ok: false,
    error: { code: 'not_found' },
  });
});

it('count no more once the section was ended by an announcement, which the page and the papers name', async () => {
  await held(true, ended);
  const { standing } = await desk.see('awards.get', { id: awardId });
  expect(standing).toMatchObject({ as: 'ended', notice: { id: anId('end') } });
  const { papers } = await desk.see('awards.papers', { id: awardId });
  const title = standing.as === 'ended' ? standing.notice?.title : '';
  for (const { document } of papers) expect(document.stamp?.text).toContain(`失效（${title}）`);
});

it('count no more once a filing has made the result void, which has papers of its own', async () => {
  await held(true, voided);
  const { standing } = await desk.see('awards.get', { id: awardId });
  expect(standing).toMatchObject({ as: 'changed', changeId });
  const { papers } = await desk.see('awards.papers', { id: awardId });
  expect(papers.every(({ document }) => document.stamp?.word === '已失效')).toBe(true);
  const own = await desk.see('awardChanges.papers', { id: changeId });
  expect(own.papers.map(({ key }) => key)).toEqual(['filing', 'ceased']);
  const path = join(desk.root, 'filing.docx');
  const document = { of: 'award_change', id: changeId, key: 'filing' } as const;
  expect(await desk.see('documents.word', { document, path })).toEqual({ path });
  expect(await desk.dispatch('awardChanges.papers', { id: idOf(1) })).toEqual({
    ok: false,
    error: { code: 'not_found' },
  });
});
