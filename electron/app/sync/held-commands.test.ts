// A client that was rolled back finds commands of the newer program in its outbox: it holds them and those made on top of them, sends everything
// else, and the newer program sends them when it is back; each has its effect once, in order, wherever a program ends.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { command, put } from '#shared/domain/command.ts';
import { entities } from '#shared/domain/entities.ts';
import { one } from '#shared/domain/load.ts';
import { createPlan } from '#shared/domain/plans/commands/create.ts';
import { planSchema, plans } from '#shared/domain/plans/model.ts';
import { commands } from '#shared/domain/registry.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { Domain } from '../account.ts';
import { type Disk, failingDisk } from '../testing/failing-disk.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { noTimers, type TestClock, TestDesk } from '../testing/test-desk.ts';
import { aNewPlan, aTown, idOf } from '../testing/town.ts';

/** Adds to the plan's name: how often and in which order it was carried out can be read from the plan. */
const appendToName = command({
  name: 'plans.append',
  authority: 'local',
  input: z.strictObject({ id: idSchema, text: z.string() }),
  access: { roles: ['purchaser_clerk'], record: () => true },
  *load({ id }) {
    return yield* one(plans, id);
  },
  decide: (plan, { text }) =>
    plan === undefined
      ? err({ code: 'not_found' })
      : ok([
          put(plans, { ...plan, content: { ...plan.content, projectName: plan.content.projectName + text } }),
        ]),
});
const newerCreate = {
  ...createPlan,
  version: createPlan.version + 1,
  upcasters: { ...createPlan.upcasters, [createPlan.version]: (input: unknown) => input },
};
const newer: Domain = {
  commands: new Map([...commands, [appendToName.name, appendToName], [newerCreate.name, newerCreate]]),
  entities,
};
const older: Domain = { commands, entities };

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;

async function begin(): Promise<void> {
  ({ server, clock } = aTown(newer.commands));
  desk = await new TestDesk(server, clock, { timers: noTimers }).open({}, newer);
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
  for (const no of [1, 2, 3]) await desk.must('plans.create', aNewPlan(no));
  await desk.must('sync.now', {});
}

const append = (no: number, text: string) => desk.must('plans.append', { id: idOf(no), text });
const edit = (no: number, field: string, from: string, to: string) =>
  desk.must('plans.edit', { id: idOf(no), changes: [{ field, from, to }] });

/** In the middle of the queue two commands that the older program does not know, and one that stands on the first. */
async function workWithNewer(): Promise<void> {
  await edit(2, 'contact', 'Li', 'Wu');
  await append(1, '-a');
  await edit(1, 'projectName', 'Plan 1-a', 'Plan 1-a-b');
  await edit(3, 'contact', 'Li', 'Wu');
  await append(3, '-c');
}

async function switchTo(domain: Domain): Promise<void> {
  await desk.close();
  await desk.open({}, domain);
}

const attention = async () =>
  (await desk.see('outbox.list', { show: 'attention' })).items.map(({ name, state }) => `${name} ${state}`);
const shownNames = async () =>
  (await desk.see('plans.list', {})).items.map(({ projectName }) => projectName).toSorted();
const content = (no: number) => planSchema.parse(server.row('plans', idOf(no))).content;
const names = () => [1, 2, 3].map((no) => content(no).projectName);
const sentNames = () =>
  server.requests
    .filter(({ path }) => path === '/sync/push')
    .flatMap(
      ({ body }) =>
        z.object({ commands: z.array(z.object({ name: z.string() })) }).parse(JSON.parse(String(body)))
          .commands,
    )
    .map(({ name }) => name);

async function expectInStep(): Promise<void> {
  await desk.must('sync.now', {});
  expect(await desk.see('sync.status', {})).toMatchObject({ state: 'synced', waiting: 0, attention: 0 });
  expect(names()).toEqual(['Plan 1-a-b', 'Plan 2', 'Plan 3-c']);
  expect(await shownNames()).toEqual(names());
}

beforeEach(begin);
afterEach(() => desk.remove());

describe('after a roll-back', () => {
  it('holds what it does not know and what stands on it, and sends everything else', async () => {
    await workWithNewer();
    await switchTo(older);
    const held = ['plans.append held', 'plans.edit held', 'plans.append held'];
    expect(await attention()).toEqual(held);
    expect(await desk.see('sync.status', {})).toMatchObject({
      state: 'needs_attention',
      waiting: 2,
      attention: 3,
    });
    expect(await desk.see('home.counts', {})).toMatchObject({ attention: 3 });
    // Their effects are not shown; that their records have unsent work is.
    expect(await shownNames()).toEqual(['Plan 1', 'Plan 2', 'Plan 3']);
    expect(await desk.see('plans.get', { id: idOf(1) })).toMatchObject({ mark: 'pending' });
    // New work on the same records does not stand on them.
    await edit(1, 'contact', 'Li', 'Wu');
    server.requests.length = 0;
    expect(await desk.must('sync.now', {})).toMatchObject({ acknowledged: 3, rejected: 0, postponed: false });
    expect(sentNames()).toEqual(['plans.edit', 'plans.edit', 'plans.edit']);
    expect([1, 2, 3].map((no) => content(no).contact)).toEqual(['Wu', 'Wu', 'Wu']);
    await switchTo(older);
    await desk.must('sync.now', {});
    expect(await attention()).toEqual(held);
    expect(names()).toEqual(['Plan 1', 'Plan 2', 'Plan 3']);

    await switchTo(newer);
    expect(await attention()).toEqual([]);
    expect(await shownNames()).toEqual(['Plan 1-a-b', 'Plan 2', 'Plan 3-c']);
    expect(await desk.must('sync.now', {})).toMatchObject({ acknowledged: 3, rejected: 0 });
    await expectInStep();
  });

  it('has no way to change or give them up, and counts them as unsent work', async () => {
    await append(1, '-a');
    await switchTo(older);
    const [item] = (await desk.see('outbox.list', { show: 'attention' })).items;
    const { id } = item ?? { id: '' };
    expect(await desk.see('outbox.get', { id })).toMatchObject({
      item: { state: 'held', subject: { title: 'Plan 1-a' } },
      input: { id: idOf(1), text: '-a' },
    });
    for (const answer of [
      await desk.ask('outbox.discard', { id }),
      await desk.ask('outbox.resubmit', { id, input: {} }),
    ]) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'wrong_state', params: { state: 'held' } } });
    }
    expect(await desk.ask('session.signOut', {})).toMatchObject({
      ok: false,
      error: { code: 'warning_unacknowledged', params: { waiting: 1 } },
    });
  });

  it('goes on in place where the server was never reached meanwhile', async () => {
    await workWithNewer();
    await switchTo(older);
    await edit(2, 'contact', 'Wu', 'Zhou');
    await switchTo(newer);
    expect(await desk.must('sync.now', {})).toMatchObject({ acknowledged: 6, rejected: 0 });
    expect(content(2).contact).toBe('Zhou');
    await expectInStep();
  });

  it('a command in a newer version of its input is held as well', async () => {
    await desk.must('plans.create', aNewPlan(4));
    await switchTo(older);
    expect(await attention()).toEqual(['plans.create held']);
    expect(await desk.must('sync.now', {})).toMatchObject({ acknowledged: 0 });
    expect(server.row('plans', idOf(4))).toBeUndefined();
    await switchTo(newer);
    await desk.must('sync.now', {});
    expect(server.row('plans', idOf(4))).toBeDefined();
  });
});

describe('what the newer program may have sent', () => {
  it('is asked for by its own number, not sent as something new', async () => {
    await workWithNewer();
    server.faults = ['lose_answer'];
    await desk.dispatch('sync.now', {});
    await switchTo(older);
    expect(await attention()).toHaveLength(3);
    await edit(1, 'phone', '0374-1234567', '0374-7654321');
    expect(await desk.must('sync.now', {})).toMatchObject({ acknowledged: 6, rejected: 0 });
    await expectInStep();
  });

  it('is held where the server has not come so far; what stood on what it has is sent', async () => {
    await append(1, '-a');
    await edit(1, 'projectName', 'Plan 1-a', 'Plan 1-a-b');
    await append(3, '-c');
    server.answerInstead = {
      name: 'plans.edit',
      outcome: { kind: 'retry', error: { code: 'retry_later' } },
    };
    server.faults = ['lose_answer'];
    await desk.dispatch('sync.now', {});
    server.answerInstead = null;
    expect(names()).toEqual(['Plan 1-a', 'Plan 2', 'Plan 3']);
    await switchTo(older);
    expect(await attention()).toHaveLength(3);
    expect(await desk.must('sync.now', {})).toMatchObject({ acknowledged: 2, rejected: 0 });
    expect(await attention()).toEqual(['plans.append held']);
    expect(names()).toEqual(['Plan 1-a-b', 'Plan 2', 'Plan 3']);
    await switchTo(newer);
    await expectInStep();
  });

  it('is refused by the server’s word, and stays with its reason', async () => {
    await append(1, '-a');
    server.answerInstead = {
      name: 'plans.append',
      outcome: { kind: 'rejected', error: { code: 'rule_broken' } },
    };
    server.faults = ['lose_answer'];
    await desk.dispatch('sync.now', {});
    server.answerInstead = null;
    await switchTo(older);
    expect(await desk.must('sync.now', {})).toMatchObject({ acknowledged: 0, rejected: 1 });
    expect(await attention()).toEqual(['plans.append rejected']);
  });

  it('is not offered again by a program that does not know it, after the server was restored', async () => {
    const backup = server.backup();
    await append(1, '-a');
    await desk.must('sync.now', {});
    server.restore(backup);
    await switchTo(older);
    await desk.must('sync.now', {});
    expect(await attention()).toEqual(['plans.append held']);
    expect(content(1).projectName).toBe('Plan 1');
    await switchTo(newer);
    await desk.must('sync.now', {});
    await desk.must('sync.now', {});
    expect(content(1).projectName).toBe('Plan 1-a');
  });
});

describe('a program that ends at any moment', () => {
  const roots: string[] = [];
  afterEach(() => {
    for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
  });

  /** The older program and then the newer one, until the disk is gone. */
  async function rollBackAndUpgrade(working: TestDesk, disk: Disk, moment: number): Promise<void> {
    disk.crashAt(moment);
    for (const domain of [older, newer]) {
      await working.open({ openDatabase: disk.open }, domain);
      await working.dispatch('sync.now', {});
      if (disk.moments() < moment) await working.close();
      else working.vanish();
    }
    disk.close();
  }

  it.each([false, true])(
    'loses nothing and does nothing twice (sent before: %s)',
    { timeout: 300_000 },
    async (sent) => {
      await workWithNewer();
      if (sent) {
        server.faults = ['lose_answer'];
        await desk.dispatch('sync.now', {});
      }
      await desk.close();
      const origin = desk.root;
      roots.push(origin);
      const before = server.backup();
      let moment = 0;
      let last = false;
      while (!last) {
        moment += 1;
        const folder = mkdtempSync(join(tmpdir(), 'zhengcai-held-'));
        roots.push(folder);
        cpSync(origin, folder, { recursive: true });
        server.setBack(before);
        desk = new TestDesk(server, clock, { folder, timers: noTimers });
        const disk = failingDisk();
        await rollBackAndUpgrade(desk, disk, moment);
        last = disk.moments() < moment;
        // The older one comes back once more before the upgrade stays.
        for (const domain of [older, newer]) {
          await desk.open({}, domain);
          await desk.must('sync.now', {});
          await desk.close();
        }
        await desk.open({}, newer);
        await expectInStep();
        expect(
          [2, 3].map((no) => content(no).contact),
          `ended at ${moment}`,
        ).toEqual(['Wu', 'Wu']);
        await desk.close();
      }
      expect(moment).toBeGreaterThan(20);
    },
  );
});

describe('a stored input that cannot be raised to this version', () => {
  it.each([
    ['there is no step for it', {}, 'client_too_old'],
    [
      'the step breaks on it',
      {
        [newerCreate.version]: () => {
          throw new TypeError('no such field');
        },
      },
      'invalid_input',
    ],
  ])('is kept and shown with a doubt where %s, and sent as it is', async (_why, upcasters, code) => {
    await desk.must('plans.create', aNewPlan(4));
    const later = { ...createPlan, version: newerCreate.version + 1, upcasters };
    await desk.close();
    // Without the replica everything that waits is decided again.
    rmSync(join(desk.folder(), 'replica.db'));
    await desk.open({}, { commands: new Map([...commands, [later.name, later]]), entities });
    expect((await desk.see('outbox.list', { show: 'waiting' })).items).toMatchObject([
      { name: 'plans.create', state: 'pending', doubt: { code } },
    ]);
    await desk.must('sync.now', {});
    expect(server.row('plans', idOf(4))).toBeDefined();
  });
});
