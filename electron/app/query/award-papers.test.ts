// The papers of a result on a desk: looked at by both parties, and written for Word.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settings } from '#shared/domain/admin/model.ts';
import { awards } from '#shared/domain/awards/model.ts';
import { sectionEvents } from '#shared/domain/projects/events/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { aStoreWithAward, awardId } from '#test/builders/awards.ts';
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

async function held(announced = true): Promise<void> {
  const store = aStoreWithAward({}, announced);
  server.put(projects, ...store.all(projects));
  server.put(sections, ...store.all(sections));
  server.put(sectionEvents, ...store.all(sectionEvents));
  server.put(awards, ...store.all(awards));
  server.put(settings, { id: 'deadlines.contractSignDays', value: 20, updatedAt: 1 });
  await desk.must('sync.now', {});
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
