// The form of an announcement hears while one types what the submission will say; lists say what waits for whom.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarYears } from '#shared/domain/admin/model.ts';
import { richTextOf } from '#shared/domain/announcements/rich-text.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { type Project, projects, sections } from '#shared/domain/projects/model.ts';
import { aStoreWithSections, typedTender } from '#test/builders/announcements.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { noTimers, type TestClock, TestDesk } from '../testing/test-desk.ts';
import { aTown, idOf } from '../testing/town.ts';

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;
let project: Project;
let sectionIds: readonly string[];
const notice = idOf(1);

beforeEach(async () => {
  ({ server, clock } = aTown());
  const store = aStoreWithSections();
  for (const row of store.all(calendarYears)) server.put(calendarYears, row);
  for (const row of store.all(plans)) server.put(plans, row);
  for (const row of store.all(sections)) server.put(sections, row);
  for (const row of store.all(projects)) {
    server.put(projects, row);
    project = row;
  }
  sectionIds = store.all(sections).map(({ id }) => id);
  desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
});

afterEach(() => desk.remove());

function composing(content: Parameters<typeof compose>[1], ids = sectionIds) {
  return compose(ids, content);
}

function compose(ids: readonly string[], content: typeof typedTender) {
  return desk.see('announcements.compose', {
    id: null,
    type: 'TENDER',
    projectId: project.id,
    targetId: null,
    sectionIds: [...ids],
    content,
  });
}

async function drafted(content = typedTender): Promise<void> {
  const input = { id: notice, type: 'TENDER', projectId: project.id, sectionIds, content };
  await desk.must('announcements.create', input);
}

describe('announcements.compose', () => {
  it('fills in what is known and says where it comes from', async () => {
    const { generated, sources, title, choosable, reserved } = await composing({});
    expect(reserved.map(({ id }) => id).toSorted()).toEqual(sectionIds.toSorted());
    expect(generated['purchaserName']).toBe(project.purchaserName);
    expect(generated['budgetAmount']).toBe(150_000_000);
    expect(sources['purchaserName']).toBe('unit');
    expect(title).toContain(project.name);
    expect(choosable.toSorted()).toEqual(sectionIds.toSorted());
  });

  it('follows the choice of sections and keeps what was typed', async () => {
    const content = { ...typedTender, specialQualification: richTextOf('A licence.') };
    const [first = ''] = sectionIds;
    const both = await composing(content);
    const one = await composing(content, [first]);
    expect(both.generated['budgetAmount']).toBe(150_000_000);
    expect(one.generated['budgetAmount']).toBe(75_000_000);
    for (const { document } of [both, one]) expect(JSON.stringify(document)).toContain('A licence.');
  });

  it('offers the earliest lawful day and counts it out', async () => {
    const { earliest, display } = await composing(typedTender);
    const deadline = earliest.find(({ field }) => field === 'bidDeadline');
    expect(deadline).toMatchObject({ date: '2026-02-11', provisional: false });
    const [why] = deadline?.explanations ?? [];
    expect(why).toMatchObject({ article: 'law/35', start: { date: '2026-01-22' }, length: 20, unit: 'day' });
    expect(why?.days).toHaveLength(21);
    expect(why?.days.at(-1)).toMatchObject({ date: '2026-02-11', count: 20 });
    expect(display).toMatchObject({ date: '2026-01-28', length: 5, unit: 'workday' });
  });

  it('finds exactly what the submission refuses', async () => {
    const content = { ...typedTender, bidDeadline: '2026-02-01T09:00', docPlace: '' };
    await drafted(content);
    const { findings } = await composing(content);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['announcement.required', 'BID_MIN']),
    );
    const refused = await desk.dispatch('announcements.submit', { id: notice });
    expect(refused).toMatchObject({
      error: {
        code: 'rule_broken',
        fields: errors.flatMap(({ ruleId, paths }) => paths.map((path) => ({ path, code: ruleId }))),
      },
    });
  });

  it('answers for a project that is not there as for one that is not mine', async () => {
    const input = { id: null, type: 'TENDER' as const, targetId: null, sectionIds: [], content: {} };
    expect(await desk.ask('announcements.compose', { ...input, projectId: idOf(77) })).toMatchObject({
      error: { code: 'not_found' },
    });
  });
});

describe('what waits', () => {
  it('is the reviewer’s after submission, the clerk’s after approval, and counts in the menu', async () => {
    await drafted();
    const before = (await desk.see('home.counts', {})).tasks;
    const ofAnnouncements = async (at: TestDesk) =>
      (await at.see('tasks.list', {})).items.filter(({ entity }) => entity === 'announcements');
    expect(await ofAnnouncements(desk)).toEqual([]);
    await desk.must('announcements.submit', { id: notice, acknowledged: [] });
    await desk.must('sync.now', {});
    expect((await desk.see('home.counts', {})).tasks).toBe(before);

    const other = await new TestDesk(server, clock, { timers: noTimers }).open();
    try {
      await other.signIn('reviewer');
      await other.must('sync.now', {});
      expect(await ofAnnouncements(other)).toMatchObject([{ id: notice, status: 'review' }]);
      expect((await other.see('home.counts', {})).tasks).toBe(1);
      await other.must('announcements.approve', { id: notice });
      await other.must('sync.now', {});
      expect(await ofAnnouncements(other)).toEqual([]);
    } finally {
      await other.remove();
    }
    await desk.must('sync.now', {});
    expect(await ofAnnouncements(desk)).toMatchObject([{ status: 'approved' }]);
  });
});

describe('a project', () => {
  it('lists its announcements and what may be begun', async () => {
    await drafted();
    const { announcements, startable } = await desk.see('announcements.byProject', { projectId: project.id });
    expect(announcements).toMatchObject([{ id: notice, status: 'draft', mark: 'pending' }]);
    expect(startable).toContainEqual({ type: 'TENDER', targetId: null });
  });
});

describe('采购意向', () => {
  const intention = (no: number) => ({ id: idOf(no), type: 'INTENTION', projectId: null, content: {} });

  it('are listed apart from what belongs to a project, what changed last first, page by page', async () => {
    await drafted();
    for (const no of [11, 12, 13]) {
      clock.advance(1000);
      await desk.must('announcements.create', intention(no));
    }
    const first = await desk.see('intentions.list', { limit: 2 });
    expect(first).toMatchObject({
      items: [
        { id: idOf(13), status: 'draft', publishedAt: null, mark: 'pending' },
        { id: idOf(12), purchaserName: project.purchaserName },
      ],
      total: 3,
    });
    const second = await desk.see('intentions.list', { limit: 2, after: first.next });
    expect(second).toMatchObject({ items: [{ id: idOf(11) }], next: null });
  });

  it('are begun with the unit known and are about the months of their lines', async () => {
    const cells = (expectedMonth: string) => ({
      projectName: 'Desks',
      requirementSummary: '200 desks',
      budgetWanYuan: 8_000_000,
      expectedMonth,
    });
    const { generated, sources, title } = await desk.see('announcements.compose', {
      id: null,
      type: 'INTENTION',
      projectId: null,
      targetId: null,
      sectionIds: [],
      content: {
        intentions: [
          { id: idOf(21), cells: cells('2026-05') },
          { id: idOf(22), cells: cells('2026-03') },
        ],
      },
    });
    expect(generated).toMatchObject({ fromMonth: '2026-03', toMonth: '2026-05' });
    expect(sources).toMatchObject({ purchaserName: 'unit', fromMonth: 'field', toMonth: 'field' });
    expect(title).toContain(project.purchaserName);
  });
});

describe('the document', () => {
  it('of a draft is as it would be, of a submitted one as it was frozen', async () => {
    await drafted();
    const draft = await desk.see('announcements.document', { id: notice });
    expect(JSON.stringify(draft)).toContain('Hall 1');
    await desk.must('announcements.submit', { id: notice, acknowledged: [] });
    expect(await desk.see('announcements.document', { id: notice })).toEqual(draft);
  });

  it('is written for Word', async () => {
    await drafted();
    const path = join(desk.root, 'notice.docx');
    expect(await desk.see('documents.word', { document: { of: 'announcement', id: notice }, path })).toEqual({
      path,
    });
    expect(existsSync(path)).toBe(true);
  });
});
