// Pages, counts and marks of lists, as screens show them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueryInput, QueryOutput } from '#shared/contract/ipc.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { type Project, projects } from '#shared/domain/projects/model.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { noTimers, type TestClock, TestDesk } from '../testing/test-desk.ts';
import { aNewPlan, aTown, contentNamed, idOf, planOf } from '../testing/town.ts';

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;
const statuses = ['draft', 'returned', 'unit_review', 'filed', 'pushed'] as const;

beforeEach(async () => {
  ({ server, clock } = aTown());
  desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  server.put(
    plans,
    ...Array.from({ length: 60 }, (_, no) =>
      planOf(no, {
        status: statuses[no % 5] ?? 'draft',
        // Many with the same sort value, and some without an amount.
        updatedAt: 1_700_000_000_000 + (no % 7),
        content: contentNamed(`Plan ${no}`, {
          budgetAmount: no % 6 === 0 ? null : (no % 4) * 100,
          fiscalYear: 2025 + (no % 3),
        }),
      }),
    ),
  );
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
});

afterEach(() => desk.remove());

async function walked(input: QueryInput<'plans.list'>): Promise<QueryOutput<'plans.list'>['items']> {
  const items: QueryOutput<'plans.list'>['items'] = [];
  let after: QueryOutput<'plans.list'>['next'] = null;
  do {
    const page: QueryOutput<'plans.list'> = await desk.see('plans.list', { ...input, after, limit: 7 });
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}

describe('pages', () => {
  it.each(['desc', 'asc'] as const)('by amount, %s, hold every plan once and in order', async (direction) => {
    const items = await walked({ sort: { by: 'budgetAmount', direction } });
    expect(new Set(items.map(({ id }) => id)).size).toBe(60);
    const amounts = items.map(({ budgetAmount }) => budgetAmount ?? -1);
    expect(amounts).toEqual(amounts.toSorted((a, b) => (direction === 'desc' ? b - a : a - b)));
  });

  it('of a tab with a filter hold exactly those, and their number', async () => {
    for (const tab of ['all', 'draft', 'filed', 'closed'] as const) {
      for (const filter of [
        null,
        { by: 'fiscalYear', value: 2026 },
        { by: 'method', value: 'none' },
      ] as const) {
        const filters = filter === null ? [] : [filter];
        const items = await walked({ tab, filters });
        const wanted = Array.from({ length: 60 }, (_, no) => no).filter(
          (no) =>
            (tab === 'all' ||
              (tab === 'draft' && no % 5 === 0) ||
              (tab === 'filed' && (no % 5 === 3 || no % 5 === 4))) &&
            (filter === null || (filter.by === 'fiscalYear' && no % 3 === 1)),
        );
        expect(items.map(({ id }) => id).toSorted()).toEqual(wanted.map(idOf).toSorted());
        expect((await desk.see('plans.list', { tab, filters })).total).toBe(wanted.length);
      }
    }
  });
});

describe('several filters', () => {
  const all = Array.from({ length: 60 }, (_, no) => no);

  it('are met by every row shown, with its number and the numbers of the tabs', async () => {
    for (const year of [2025, 2026, 2030]) {
      for (const method of ['OPEN_TENDER', 'INQUIRY']) {
        const filters = [
          { by: 'method', value: method },
          { by: 'fiscalYear', value: year },
          { by: 'purchaserId', value: planOf(1).purchaserId },
          { by: 'regionCode', value: '411000' },
          { by: 'platformId', value: 'xuchang' },
          { by: 'agencyId', value: planOf(1).content.agencyId ?? '' },
        ] as const;
        for (const tab of ['all', 'filed'] as const) {
          const wanted = all.filter(
            (no) => method === 'OPEN_TENDER' && 2025 + (no % 3) === year && (tab === 'all' || no % 5 >= 3),
          );
          const items = await walked({ tab, filters: [...filters] });
          expect(items.map(({ id }) => id).toSorted()).toEqual(wanted.map(idOf).toSorted());
          expect((await desk.see('plans.list', { tab, filters: [...filters] })).total).toBe(wanted.length);
        }
        const counts = await desk.see('plans.counts', { filters: [...filters] });
        const count = (test: (no: number) => boolean) =>
          all.filter((no) => method === 'OPEN_TENDER' && 2025 + (no % 3) === year && test(no)).length;
        expect(counts).toMatchObject({
          all: count(() => true),
          draft: count((no) => no % 5 === 0),
          filed: count((no) => no % 5 >= 3),
          closed: 0,
        });
      }
    }
  });

  it('are not counted where that would mean walking over thousands', async () => {
    server.put(plans, ...Array.from({ length: 1100 }, (_, no) => planOf(1000 + no)));
    await desk.must('sync.now', {});
    const filters = [
      { by: 'method', value: 'OPEN_TENDER' },
      { by: 'regionCode', value: '411000' },
    ] as const;
    const page = await desk.see('plans.list', { filters: [...filters] });
    expect([page.items.length, page.total]).toEqual([50, null]);
    expect(await desk.see('plans.counts', { filters: [...filters] })).toMatchObject({
      all: null,
      draft: null,
    });
    expect(
      (await desk.see('plans.list', { filters: [...filters, { by: 'fiscalYear', value: 2025 }] })).total,
    ).toBe(20);
    const nothing = [...filters, { by: 'agencyId', value: 'none' }] as const;
    expect(await desk.see('plans.list', { filters: [...nothing] })).toEqual({
      items: [],
      total: 0,
      next: null,
    });
    expect((await desk.see('plans.counts', { filters: [...nothing] })).all).toBe(0);
  });

  it('are each named once', async () => {
    const filters = [
      { by: 'method', value: 'A' },
      { by: 'method', value: 'B' },
    ] as const;
    expect(await desk.ask('plans.list', { filters: [...filters] })).toMatchObject({
      error: { code: 'invalid_input', fields: [{ path: 'filters', code: 'field_twice' }] },
    });
  });
});

describe('projects', () => {
  it('are listed with their region, push and sections, by year too', async () => {
    const project = (no: number): Project => ({
      id: idOf(5000 + no),
      planId: idOf(no),
      planNo: `P-${no}`,
      projectNo: null,
      name: `Project ${no}`,
      purchaserId: planOf(1).purchaserId,
      purchaserName: 'Unit',
      agencyId: null,
      regionCode: no % 2 === 0 ? '411000' : '411081',
      fiscalYear: 2025 + (no % 2),
      category: 'A',
      method: 'INQUIRY',
      budgetAmount: 100,
      platformId: 'xuchang',
      status: no % 3 === 0 ? 'waiting_for_sections' : 'sections_received',
      push: {
        status: no % 3 === 0 ? 'waiting' : 'accepted',
        messageId: null,
        queuedAt: null,
        receivedAt: null,
        answeredAt: null,
        lastContactAt: null,
        errorCode: null,
        errorField: null,
        requestedAgainAt: null,
      },
      sectionCount: no,
      sectionBudgetTotal: 0,
      overBudget: false,
      predecessor: null,
      inWarranty: false,
      filedAt: 1000 + no,
      updatedAt: 2000 + no,
    });
    server.put(projects, ...[0, 1, 2, 3, 4, 5].map(project));
    await desk.must('sync.now', {});
    const filters = [
      { by: 'fiscalYear', value: 2026 },
      { by: 'regionCode', value: '411081' },
    ] as const;
    const { items, total } = await desk.see('projects.list', {
      filters: [...filters],
      sort: { by: 'filedAt', direction: 'asc' },
    });
    expect(total).toBe(3);
    expect(
      items.map(({ pushStatus, sectionCount, regionCode, fiscalYear }) => [
        pushStatus,
        sectionCount,
        regionCode,
        fiscalYear,
      ]),
    ).toEqual([
      ['accepted', 1, '411081', 2026],
      ['waiting', 3, '411081', 2026],
      ['accepted', 5, '411081', 2026],
    ]);
    expect(await desk.see('projects.counts', { filters: [{ by: 'fiscalYear', value: 2026 }] })).toMatchObject(
      {
        all: 3,
        waiting_for_sections: 1,
      },
    );
    server.put(projects, { ...project(1), fiscalYear: 2027 });
    await desk.must('sync.now', {});
    expect((await desk.see('projects.counts', { filters: [{ by: 'fiscalYear', value: 2026 }] })).all).toBe(2);
  });
});

describe('counts', () => {
  it('follow what is shown, confirmed or not', async () => {
    expect(await desk.see('plans.counts', {})).toMatchObject({
      all: 60,
      draft: 12,
      returned: 12,
      unit_review: 12,
      filed: 24,
    });
    await desk.must('plans.create', aNewPlan(100));
    await desk.must('plans.delete', { id: idOf(5) });
    expect(await desk.see('plans.counts', {})).toMatchObject({ all: 60, draft: 12 });
    await desk.must('sync.now', {});
    expect(await desk.see('plans.counts', {})).toMatchObject({ all: 60, draft: 12 });
    await desk.close();
    await desk.open();
    expect(await desk.see('plans.counts', { filters: [{ by: 'fiscalYear', value: 2026 }] })).toMatchObject({
      returned: 4,
    });
  });
});

describe('marks and tasks', () => {
  it('say how a record stands with the server', async () => {
    const mark = async (no: number) => (await desk.see('plans.get', { id: idOf(no) })).mark;
    await desk.must('plans.edit', {
      id: idOf(5),
      changes: [{ field: 'contact', from: aNewPlan(1).content.contact, to: 'X' }],
    });
    expect(await mark(5)).toBe('pending');
    expect(
      (await desk.see('plans.list', { tab: 'draft' })).items.find(({ id }) => id === idOf(5))?.mark,
    ).toBe('pending');
    expect(await mark(10)).toBe('synced');
    server.answerInstead = {
      name: 'plans.edit',
      outcome: { kind: 'rejected', error: { code: 'rule_broken' } },
    };
    await desk.must('sync.now', {});
    expect(await mark(5)).toBe('refused');
  });

  it('show each role what waits for it', async () => {
    const own = await desk.see('tasks.list', {});
    expect(own.total).toBe(12);
    expect(own.items.every(({ status }) => status === 'returned')).toBe(true);
    const reviewer = await new TestDesk(server, clock, { timers: noTimers }).open();
    await reviewer.signIn('reviewer');
    await reviewer.must('sync.now', {});
    const tasks = await reviewer.see('tasks.list', {});
    expect(tasks.total).toBe(12);
    expect(tasks.items.every(({ status }) => status === 'unit_review')).toBe(true);
    await reviewer.remove();
  });
});

describe('drafts', () => {
  it('are kept over a restart, listed by form, and taken away', async () => {
    await desk.must('drafts.save', { key: 'a', form: 'plans.edit', body: { x: 1 } });
    await desk.must('drafts.save', { key: 'a', form: 'plans.edit', body: { x: 2 } });
    await desk.must('drafts.save', { key: 'b', form: 'other', body: null });
    await desk.close();
    await desk.open();
    expect((await desk.see('drafts.get', { key: 'a' })).draft).toMatchObject({
      form: 'plans.edit',
      body: { x: 2 },
    });
    expect((await desk.see('drafts.list', { form: 'other' })).drafts.map(({ key }) => key)).toEqual(['b']);
    await desk.must('drafts.remove', { key: 'a' });
    expect(await desk.see('drafts.get', { key: 'a' })).toEqual({ draft: null });
  });
});
