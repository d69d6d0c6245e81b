// 未通过的操作 and 待同步, page by page; and a saved view that was changed on two desks of one person.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueryOutput } from '#shared/contract/ipc.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { commands } from '#shared/domain/registry.ts';
import { readRefusal } from '../sync/server-call.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { noTimers, type TestClock, TestDesk } from '../testing/test-desk.ts';
import { aNewPlan, aTown, idOf, planOf } from '../testing/town.ts';

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;

beforeEach(async () => {
  ({ server, clock } = aTown());
  desk = await deskOfClerk();
});
afterEach(() => desk.remove());

async function deskOfClerk(): Promise<TestDesk> {
  const opened = await new TestDesk(server, clock, { timers: noTimers }).open();
  await opened.signIn('clerk');
  await opened.must('sync.now', {});
  return opened;
}

describe('the commands of a desk', () => {
  it('are asked for page by page, the newest first, with how many there are', async () => {
    for (let no = 1; no <= 7; no += 1) await desk.must('plans.create', aNewPlan(no));
    const seen: number[] = [];
    let after: QueryOutput<'outbox.list'>['next'] = null;
    do {
      const page: QueryOutput<'outbox.list'> = await desk.see('outbox.list', {
        show: 'waiting',
        limit: 3,
        after,
      });
      expect(page.total).toBe(7);
      seen.push(...page.items.map(({ no }) => no));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(await desk.see('outbox.list', { show: 'waiting', limit: 7 })).toMatchObject({ next: null });
    await desk.must('sync.now', {});
    expect(await desk.see('outbox.list', { show: 'waiting' })).toEqual({ items: [], total: 0, next: null });
    expect(await desk.see('outbox.list', { show: 'history', limit: 2 })).toMatchObject({ total: 7, next: 6 });
  });
});

describe('what a command is about', () => {
  const titles = async (show: 'waiting' | 'attention' = 'waiting') =>
    (await desk.see('outbox.list', { show })).items.map(({ name, subject }) => [
      name,
      subject?.entity,
      subject?.title,
    ]);

  it('is named by the title of its record, also when that is removed', async () => {
    const id = idOf(1);
    const look = { tab: 'all', filters: {}, sort: { by: 'updatedAt', direction: 'desc' } };
    const content = { look: { ...look, search: '', hidden: [] }, shared: false };
    await desk.must('views.save', { id, list: 'plans', name: 'This quarter', ...content });
    await desk.must('views.remove', { id });
    const input = { id: idOf(2), type: 'INTENTION', projectId: null, content: {} };
    await desk.must('announcements.create', input);
    await desk.must('plans.create', aNewPlan(3));
    expect(await titles()).toEqual([
      ['plans.create', 'plans', 'Plan 3'],
      ['announcements.create', 'announcements', expect.stringMatching(/采购意向/)],
      ['views.remove', 'saved_views', 'This quarter'],
      ['views.save', 'saved_views', 'This quarter'],
    ]);
  });

  it('is known where only the server may decide, and this desk would refuse it', async () => {
    const officer = await new TestDesk(server, clock, { timers: noTimers }).open();
    try {
      await officer.signIn('officer');
      server.put(plans, planOf(5, { status: 'office_review', leftUnit: true }));
      await officer.must('sync.now', {});
      await officer.must('plans.file', { id: idOf(5) });
      // Stands on the first, which has still to be decided.
      await officer.must('plans.reopen', { id: idOf(5), reason: 'wrong amount' });
      const { items } = await officer.see('outbox.list', { show: 'waiting' });
      expect(items.map(({ subject }) => subject)).toEqual(
        items.map(() => ({ entity: 'plans', id: idOf(5), title: 'Plan 5' })),
      );
      expect(items).toHaveLength(2);
    } finally {
      await officer.remove();
    }
  });

  it('says of what an older server does not know that the server is to be upgraded', async () => {
    const known = new Map([...commands].filter(([name]) => name !== 'plans.create'));
    ({ server, clock } = aTown(known));
    await desk.remove();
    desk = await deskOfClerk();
    await desk.must('plans.create', aNewPlan(1));
    expect(await desk.must('sync.now', {})).toMatchObject({ rejected: 1 });
    const [item] = (await desk.see('outbox.list', { show: 'attention' })).items;
    expect(item).toMatchObject({ state: 'rejected', error: { code: 'server_too_old' } });
    // A value that is not known is another matter.
    const error = { code: 'unknown_name' as const, fields: [{ path: 'key', code: 'unknown_setting' }] };
    expect(readRefusal(error)).toEqual(error);
  });
});

describe('a saved view that is changed on two desks of one person', () => {
  const id = idOf(1);
  const look = {
    tab: 'all',
    filters: {},
    sort: { by: 'updatedAt', direction: 'desc' },
    search: '',
    hidden: [],
  };
  const searching = (search: string) => ({
    id,
    changes: [{ field: 'look', from: look, to: { ...look, search } }],
  });
  const shown = async (at: TestDesk) => {
    const { items } = await at.see('views.list', { filters: [{ by: 'list', value: 'plans' }] });
    return items.map((view) => [view.name, JSON.parse(view.look).search]);
  };

  it('stands in 未通过的操作 with both, and goes on as the person chooses', async () => {
    await desk.must('views.save', { id, list: 'plans', name: 'mine', look, shared: false });
    await desk.must('sync.now', {});
    const other = await deskOfClerk();
    try {
      await other.must('views.edit', searching('elsewhere'));
      await other.must('sync.now', {});
      await desk.must('views.edit', searching('here'));
      expect(await shown(desk)).toEqual([['mine', 'here']]);
      expect(await desk.must('sync.now', {})).toMatchObject({ rejected: 1 });
      expect(await shown(desk)).toEqual([['mine', 'elsewhere']]);

      const [item] = (await desk.see('outbox.list', { show: 'attention' })).items;
      expect(item).toMatchObject({ name: 'views.edit', subject: { title: 'mine' } });
      const { conflicts } = await desk.see('conflict.get', { commandId: item?.id ?? '' });
      expect(conflicts).toMatchObject([
        { path: 'look', base: look, mine: { search: 'here' }, theirs: { search: 'elsewhere' } },
      ]);
      const [{ theirs }] = conflicts as [(typeof conflicts)[0]];
      const chosen = { id, changes: [{ field: 'look', from: theirs, to: { ...look, search: 'here' } }] };
      await desk.must('outbox.resubmit', { id: item?.id ?? '', input: chosen });
      expect(await desk.must('sync.now', {})).toMatchObject({ acknowledged: 1, rejected: 0 });
      await other.must('sync.now', {});
      expect(await shown(other)).toEqual([['mine', 'here']]);
    } finally {
      await other.remove();
    }
  });
});
