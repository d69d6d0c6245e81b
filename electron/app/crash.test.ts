// The process may end before or after every single commit. Whatever was answered `ok` is there afterwards, shown and sent exactly once.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { planSchema } from '#shared/domain/plans/model.ts';
import { failingDisk } from './testing/failing-disk.ts';
import type { FakeServer } from './testing/fake-server.ts';
import { noTimers, TestDesk } from './testing/test-desk.ts';
import { aNewPlan, aTown, clerk, idOf } from './testing/town.ts';

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** Does its work until it is done or gone; answers what was said to be saved. */
async function work(desk: TestDesk, server: FakeServer): Promise<readonly string[]> {
  const saved: string[] = [];
  const act = async (what: string, name: string, input: unknown) => {
    const result = await desk.dispatch(name, input);
    if (result.ok) saved.push(what);
    return result;
  };
  await act('sync', 'sync.now', {});
  await act('one', 'plans.create', aNewPlan(1));
  await act('two', 'plans.create', aNewPlan(2));
  await act('renamed', 'plans.edit', {
    id: idOf(1),
    changes: [{ field: 'projectName', from: 'Plan 1', to: 'New' }],
  });
  await act('sync', 'sync.now', {});
  server.answerInstead = {
    name: 'plans.submit',
    outcome: { kind: 'rejected', error: { code: 'rule_broken' } },
  };
  await act('submitted', 'plans.submit', { id: idOf(2), acknowledged: [] });
  await act('three', 'plans.create', aNewPlan(3));
  await act('draft', 'drafts.save', { key: 'form', form: 'plans.edit', body: { typed: 'half a sen' } });
  await act('sync', 'sync.now', {});
  server.answerInstead = null;
  return saved;
}

async function prepared() {
  const { server, clock } = aTown();
  const desk = await new TestDesk(server, clock).open();
  await desk.signIn('clerk');
  await desk.close();
  roots.push(desk.root);
  return { server, clock, root: desk.root };
}

it('loses nothing and does nothing twice, wherever it ends', async () => {
  const origin = await prepared();
  const backup = origin.server.backup();
  let moment = 0;
  let last = Number.POSITIVE_INFINITY;
  while (moment < last) {
    moment += 1;
    const root = mkdtempSync(join(tmpdir(), 'zhengcai-crash-'));
    roots.push(root);
    cpSync(origin.root, root, { recursive: true });
    const { server } = origin;
    server.restore(backup);
    const disk = failingDisk();
    disk.crashAt(moment);
    const desk = new TestDesk(server, origin.clock, {
      folder: root,
      openDatabase: disk.open,
      timers: noTimers,
    });
    await desk.open();
    const saved = await work(desk, server);
    if (disk.moments() < moment) last = moment;
    desk.vanish();
    disk.close();

    const again = await new TestDesk(server, origin.clock, { folder: root, timers: noTimers }).open();
    server.answerInstead = null;
    for (const [what, no] of [
      ['one', 1],
      ['two', 2],
      ['three', 3],
    ] as const) {
      if (!saved.includes(what)) continue;
      expect(
        await again.ask('plans.get', { id: idOf(no) }),
        `${what} after a crash at ${moment}`,
      ).toMatchObject({ ok: true });
    }
    if (saved.includes('draft')) {
      expect((await again.see('drafts.get', { key: 'form' })).draft?.body).toEqual({ typed: 'half a sen' });
    }
    // The server was restored to begin with, so a first round may find out about its new epoch.
    await again.must('sync.now', {});
    expect(await again.must('sync.now', {})).toMatchObject({ postponed: false });
    expect(await again.see('sync.status', {})).toMatchObject({ waiting: 0 });
    for (const [what, no] of [
      ['one', 1],
      ['two', 2],
      ['three', 3],
    ] as const) {
      if (saved.includes(what)) expect(server.row('plans', idOf(no)), `${what} at ${moment}`).toBeDefined();
    }
    if (saved.includes('renamed')) {
      expect(planSchema.parse(server.row('plans', idOf(1))).content.projectName).toBe('New');
    }
    if (saved.includes('submitted')) {
      const submitted = planSchema.parse(server.row('plans', idOf(2))).status === 'unit_review';
      const { items } = await again.see('outbox.list', { show: 'attention' });
      expect(submitted !== items.some(({ name }) => name === 'plans.submit'), `submitted at ${moment}`).toBe(
        true,
      );
    }
    const seen = await again.see('plans.list', { limit: 200 });
    const visible = [...server.visibleTo(clerk)].filter(([key]) => key.startsWith('plans/'));
    expect(seen.items.length, `rows at ${moment}`).toBe(visible.length);
    expect(seen.items.every(({ mark }) => mark === 'synced' || mark === 'refused')).toBe(true);
    await again.close();
    rmSync(root, { recursive: true, force: true });
  }
  expect(moment).toBeGreaterThan(20);
});
