// Pages, counts and marks of lists, as screens show them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueryInput, QueryOutput } from '#shared/contract/ipc.ts';
import { plans } from '#shared/domain/plans/model.ts';
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
    expect((await desk.see('tasks.list', {})).items.every(({ status }) => status === 'returned')).toBe(true);
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
