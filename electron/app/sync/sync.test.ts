// What must hold between a desk and the server whatever happens in between.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pushRequestSchema } from '#shared/contract/sync.ts';
import { planSchema, plans } from '#shared/domain/plans/model.ts';
import { examplePurchaser } from '#shared/rules/plan-example.ts';
import { openSqlite } from '../db/connection.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { type TestClock, TestDesk } from '../testing/test-desk.ts';
import { aNewPlan, aTown, clerk, colleague, idOf, officer, planOf } from '../testing/town.ts';

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;

beforeEach(async () => {
  ({ server, clock } = aTown());
  desk = await new TestDesk(server, clock).open();
});

afterEach(() => desk.remove());

async function inStep(of: TestDesk = desk, actor = clerk): Promise<void> {
  const shown = await of.see('plans.list', { limit: 200 });
  const visible = [...server.visibleTo(actor)].filter(([key]) => key.startsWith('plans/'));
  expect(shown.items.map(({ id }) => `plans/${id}`).toSorted()).toEqual(
    visible.map(([key]) => key).toSorted(),
  );
  expect(shown.total).toBe(visible.length);
}

it('says when it last heard of the server, also on a desk that only reads', async () => {
  await desk.signIn('clerk');
  for (const wait of [0, 5_000, 90_000]) {
    clock.advance(wait);
    const before = clock.now();
    await desk.must('sync.now', {});
    expect((await desk.see('sync.status', {})).lastContact).toBeGreaterThan(before);
  }
});

describe('the first sync', () => {
  it('fills a file of its own and takes it into place', async () => {
    server.put(plans, ...Array.from({ length: 30 }, (_, no) => planOf(no + 1)));
    await desk.signIn('clerk');
    server.faults = ['cut_stream'];
    expect(await desk.dispatch('sync.now', {})).toMatchObject({
      ok: false,
      error: { code: 'server_unreachable' },
    });
    expect((await desk.see('plans.list', {})).items).toEqual([]);
    await desk.must('sync.now', {});
    await inStep();
    expect(existsSync(join(desk.folder(), 'replica.filling.db'))).toBe(false);
    expect(desk.events.filter(({ type }) => type === 'sync.status')).not.toEqual([]);
  });

  it('goes on where it was interrupted, also by the end of the program', async () => {
    server.put(plans, ...Array.from({ length: 12_000 }, (_, no) => planOf(no + 1)));
    await desk.signIn('clerk');
    // The second page does not arrive.
    server.faults = [null, 'unreachable'];
    expect(await desk.dispatch('sync.now', {})).toMatchObject({ ok: false });
    expect(existsSync(join(desk.folder(), 'replica.filling.db'))).toBe(true);
    await desk.close();
    await desk.open();
    expect(await desk.must('sync.now', {})).toMatchObject({ rows: 12_000 + 7 - 10_000 });
    expect(await desk.see('plans.counts', {})).toMatchObject({ all: 12_000 });
  });

  it('shows what was made before it, above what it brings', async () => {
    await desk.signIn('clerk');
    server.put(plans, planOf(5));
    await desk.must('sync.now', {});
    await desk.must('plans.create', aNewPlan(1));
    await desk.close();
    rmSync(join(desk.folder(), 'replica.db'));
    await desk.open();
    // Organisations are not there yet, so it cannot be shown; it is not lost for that.
    expect((await desk.see('outbox.list', { show: 'waiting' })).items).toMatchObject([
      { name: 'plans.create' },
    ]);
    server.answerInstead = {
      name: 'plans.create',
      outcome: { kind: 'retry', error: { code: 'retry_later' } },
    };
    await desk.must('sync.now', {});
    expect((await desk.see('plans.list', {})).items.map(({ id }) => id)).toEqual([idOf(1), idOf(5)]);
  });
});

describe('what an account may see', () => {
  it('comes with a scope gained and goes with one lost', async () => {
    const filed = { ...planOf(1), leftUnit: true, status: 'office_review' as const };
    const elsewhere = {
      ...planOf(2),
      leftUnit: true,
      content: { ...planOf(2).content, regionCode: '411002' },
    };
    server.put(plans, filed, elsewhere, planOf(3));
    const office = await new TestDesk(server, clock).open();
    await office.signIn('officer');
    await office.must('sync.now', {});
    await inStep(office, officer);
    expect((await office.see('plans.list', {})).total).toBe(1);

    const wider = { ...officer, regionCodes: [...officer.regionCodes, '411002'] };
    server.setActor('officer', wider);
    await office.must('sync.now', {});
    expect((await office.see('plans.list', {})).items.map(({ id }) => id)).toContain(idOf(2));

    server.setActor('officer', { ...officer, regionCodes: ['411002'] });
    await office.must('sync.now', {});
    expect((await office.see('plans.list', {})).items.map(({ id }) => id)).toEqual([idOf(2)]);
    expect(await office.see('plans.counts', {})).toMatchObject({ all: 1 });
    await office.remove();
  });

  it('goes when the record moves out of sight', async () => {
    server.put(plans, planOf(1), planOf(2));
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    server.put(plans, { ...planOf(1), purchaserId: idOf(77) });
    await desk.must('sync.now', {});
    await inStep();
    expect(await desk.ask('plans.get', { id: idOf(1) })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
  });

  it('an unconfirmed change to a record that was taken away waits for the server, and is answered', async () => {
    server.put(plans, planOf(1));
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    await desk.must('plans.edit', {
      id: idOf(1),
      changes: [{ field: 'contact', from: planOf(1).content.contact, to: 'Me' }],
    });
    server.put(plans, { ...planOf(1), purchaserId: idOf(77) });
    expect(await desk.must('sync.now', {})).toMatchObject({ rejected: 1 });
    await inStep();
  });
});

describe('a difference from the server', () => {
  it('of a row that was lost here is found and repaired, without touching the outbox', async () => {
    server.put(plans, planOf(1), planOf(2), planOf(3));
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    server.answerInstead = {
      name: 'plans.create',
      outcome: { kind: 'retry', error: { code: 'retry_later' } },
    };
    await desk.must('plans.create', aNewPlan(9));
    await desk.close();
    const db = openSqlite(join(desk.folder(), 'replica.db'), {});
    db.prepare('DELETE FROM plans WHERE id = ?').run(idOf(2));
    db.prepare("UPDATE digests SET count = count - 1 WHERE scope LIKE 'unit:%'").run();
    db.close();
    await desk.open();
    await desk.must('sync.now', {});
    expect(desk.events.some(({ type }) => type === 'sync.repaired')).toBe(true);
    expect((await desk.see('plans.list', {})).items.map(({ id }) => id).toSorted()).toEqual(
      [1, 2, 3, 9].map(idOf),
    );
    expect((await desk.see('outbox.list', { show: 'waiting' })).items).toHaveLength(1);
  });

  it('that does not go away is reported instead of fetched for ever', async () => {
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    server.wrongDigestOf = 'all';
    expect(await desk.dispatch('sync.now', {})).toMatchObject({
      ok: false,
      error: { code: 'storage_damaged' },
    });
    expect(await desk.see('sync.status', {})).toMatchObject({ state: 'needs_attention' });
    server.wrongDigestOf = null;
    await desk.must('sync.now', {});
    expect(await desk.see('sync.status', {})).toMatchObject({ state: 'synced' });
  });
});

describe('a server restored from a backup', () => {
  it('gets again what it has lost, once, and everything else starts over', async () => {
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    await desk.must('plans.create', aNewPlan(1));
    await desk.must('sync.now', {});
    const backup = server.backup();
    await desk.must('plans.create', aNewPlan(2));
    await desk.must('plans.edit', {
      id: idOf(1),
      changes: [{ field: 'projectName', from: 'Plan 1', to: 'New' }],
    });
    await desk.must('sync.now', {});
    const other = await new TestDesk(server, clock).open();
    await other.signIn('colleague');
    await other.must('plans.create', aNewPlan(3)).catch(() => undefined);
    await other.must('sync.now', {});
    server.restore(backup);
    await desk.must('plans.create', aNewPlan(4));

    await desk.must('sync.now', {});
    await other.must('sync.now', {});
    await desk.must('sync.now', {});
    await other.must('sync.now', {});
    expect(desk.events).toContainEqual({ type: 'sync.restarted', offeredAgain: 2 });
    expect(planSchema.parse(server.row('plans', idOf(1))).content.projectName).toBe('New');
    for (const no of [1, 2, 4]) expect(server.row('plans', idOf(no))).toBeDefined();
    await inStep();
    await inStep(other, colleague);
    expect(await desk.see('sync.status', {})).toMatchObject({ state: 'synced', waiting: 0 });
    await other.remove();
  });

  it('does not get what was refused: its number is given to another', async () => {
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    const backup = server.backup();
    server.answerInstead = {
      name: 'plans.create',
      outcome: { kind: 'rejected', error: { code: 'rule_broken' } },
    };
    await desk.must('plans.create', aNewPlan(1));
    await desk.must('sync.now', {});
    server.answerInstead = null;
    await desk.must('plans.create', aNewPlan(2));
    await desk.must('sync.now', {});
    server.restore(backup);
    await desk.must('sync.now', {});
    expect(server.row('plans', idOf(1))).toBeUndefined();
    expect(server.row('plans', idOf(2))).toBeDefined();
    expect((await desk.see('outbox.list', { show: 'attention' })).items).toMatchObject([
      { error: { code: 'rule_broken' } },
    ]);
    await inStep();
  });
});

describe('a desk that was away longer than the feed is kept', () => {
  const pushed = () =>
    server.requests
      .filter(({ path }) => path === '/sync/push')
      .flatMap(({ body }) => pushRequestSchema.parse(JSON.parse(String(body))).commands)
      .map(({ input }) => planInput.parse(input).id);
  const planInput = z.object({ id: z.string() });
  const restarted = () => desk.events.filter(({ type }) => type === 'sync.restarted');

  it('loads everything anew, and the old rows answer until that is there', async () => {
    server.put(plans, planOf(1), planOf(2));
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    server.remove('plans', idOf(1));
    server.put(plans, planOf(3));
    server.trim();
    server.put(plans, planOf(4));
    // It is told that its cursor has expired; then the first page breaks off.
    server.faults = [null, 'cut_stream'];
    expect(await desk.dispatch('sync.now', {})).toMatchObject({
      ok: false,
      error: { code: 'server_unreachable' },
    });
    expect((await desk.see('plans.list', {})).items.map(({ id }) => id).toSorted()).toEqual([1, 2].map(idOf));
    await desk.close();
    await desk.open();
    await desk.must('sync.now', {});
    await inStep();
    expect(restarted()).toEqual([]);
  });

  it('sends what waits, once, and never offers again what was acknowledged', async () => {
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    await desk.must('plans.create', aNewPlan(1));
    await desk.must('sync.now', {});
    await desk.must('plans.create', aNewPlan(2));
    // Its acknowledgement arrives, its effect does not.
    server.faults = [null, 'unreachable'];
    expect(await desk.dispatch('sync.now', {})).toMatchObject({ ok: false });
    await desk.must('plans.create', aNewPlan(3));
    expect((await desk.see('outbox.list', { show: 'waiting' })).items).toHaveLength(1);
    server.put(plans, planOf(4));
    server.trim();
    await desk.must('sync.now', {});
    await inStep();
    expect(pushed()).toEqual([1, 2, 3].map(idOf));
    expect((await desk.see('outbox.list', { show: 'waiting' })).items).toEqual([]);
    expect((await desk.see('outbox.list', { show: 'attention' })).items).toEqual([]);
    expect(await desk.see('plans.get', { id: idOf(2) })).toMatchObject({ mark: 'synced' });
    expect(restarted()).toEqual([]);
    await desk.close();
    await desk.open();
    await inStep();
    await desk.must('plans.create', aNewPlan(5));
    await desk.must('sync.now', {});
    expect(pushed()).toEqual([1, 2, 3, 5].map(idOf));
  });

  it('begins the file anew whose own cursor has expired meanwhile', async () => {
    server.put(plans, ...Array.from({ length: 10_000 }, (_, no) => planOf(no + 1)));
    await desk.signIn('clerk');
    // The second page does not arrive.
    server.faults = [null, 'unreachable'];
    expect(await desk.dispatch('sync.now', {})).toMatchObject({ ok: false });
    for (const no of [1, 2, 3]) server.remove('plans', idOf(no));
    server.trim();
    await desk.must('sync.now', {});
    expect((await desk.see('plans.counts', {})).all).toBe(9_997);
    expect(await desk.see('plans.get', { id: idOf(1) }).catch(() => null)).toBeNull();
    expect(restarted()).toEqual([]);
  });
});

describe('a desk that was itself set back', () => {
  it('gives its new commands numbers the server does not know', async () => {
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    await desk.close();
    const image = mkdtempSync(join(tmpdir(), 'zhengcai-image-'));
    cpSync(desk.root, image, { recursive: true });
    await desk.open();
    await desk.must('plans.create', aNewPlan(1));
    await desk.must('plans.create', aNewPlan(2));
    await desk.must('sync.now', {});
    const old = await new TestDesk(server, clock, { folder: image }).open();
    await old.must('plans.create', aNewPlan(3));
    await old.must('sync.now', {});
    await old.must('sync.now', {});
    for (const no of [1, 2, 3]) expect(server.row('plans', idOf(no))).toBeDefined();
    await inStep(old);
    await old.close();
    rmSync(image, { recursive: true });
  });
});

describe('versions and sign-in', () => {
  it('an older client is told so and works on', async () => {
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    server.refuseEverythingWith = { code: 'client_too_old' };
    await desk.must('plans.create', aNewPlan(1));
    expect(await desk.dispatch('sync.now', {})).toMatchObject({
      ok: false,
      error: { code: 'client_too_old' },
    });
    expect(await desk.see('sync.status', {})).toMatchObject({
      state: 'needs_attention',
      waiting: 1,
      error: { code: 'client_too_old' },
    });
    expect(await desk.see('plans.get', { id: idOf(1) })).toMatchObject({ mark: 'pending' });
  });

  it('a server that no longer knows the session is told; nothing is lost', async () => {
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    server.revokeTokens();
    await desk.must('plans.create', aNewPlan(1));
    expect(await desk.dispatch('sync.now', {})).toMatchObject({
      ok: false,
      error: { code: 'not_signed_in' },
    });
    expect(await desk.see('session.current', {})).toMatchObject({ mustSignIn: true, actor: clerk });
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    expect(server.row('plans', idOf(1))).toBeDefined();
  });

  it('a unit seen by two desks of one account is one', async () => {
    await desk.signIn('clerk');
    const second = await new TestDesk(server, clock).open();
    await second.signIn('clerk');
    await second.must('sync.now', {});
    await second.must('plans.create', aNewPlan(1));
    await second.must('sync.now', {});
    await desk.must('sync.now', {});
    expect(await desk.see('plans.get', { id: idOf(1) })).toMatchObject({
      plan: { purchaserId: examplePurchaser.id },
      mark: 'synced',
    });
    await second.remove();
  });
});

describe('what was acknowledged', () => {
  const day = 86_400_000;
  const kept = () => desk.see('outbox.list', { show: 'history' });

  beforeEach(async () => {
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
    await desk.must('plans.create', aNewPlan(1));
    await desk.must('sync.now', {});
    expect((await kept()).items).toHaveLength(1);
  });

  it('is forgotten thirty days later by the server’s clock', async () => {
    clock.advance(31 * day);
    await desk.must('sync.now', {});
    await desk.close();
    await desk.open();
    expect((await kept()).items).toEqual([]);
  });

  it('stays when only this desk’s clock has run ahead', async () => {
    await desk.close();
    await desk.open({ clock: () => clock.now() + 400 * day });
    expect((await kept()).items).toHaveLength(1);
    await desk.must('sync.now', {});
    await desk.close();
    await desk.open();
    expect((await kept()).items).toHaveLength(1);
  });
});
