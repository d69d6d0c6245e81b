// One story of a desk and its server, told by the program as it stands: what it leaves behind is in every state that a later version may
// find. Its people work on real files and a real server; only the network between them is a function call.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FakeServer } from '#electron/app/testing/fake-server.ts';
import { noTimers, seededBytes, TestClock, TestDesk } from '#electron/app/testing/test-desk.ts';
import { aNewPlan, idOf } from '#electron/app/testing/town.ts';
import type { Database } from '#server/db/database.ts';
import { planRules } from '#shared/rules/plan-rules.ts';
import { anId } from '#test/builders/ids.ts';
import { planDay } from '#test/builders/plans.ts';
import { givePasswords, seedPassword, storeAll } from '#test/support/seed.ts';
import { testServer } from '#test/support/test-server.ts';
import { Wire } from '../wire.ts';
import { accountRows, changedRows, contractBytes, firstRows } from './people.ts';

const minute = 60_000;
const epoch = '019be123-4567-7000-8000-0000000000e0';
const acknowledged = planRules.filter(({ severity }) => severity === 'warning').map(({ id }) => id);
const edit = (id: string, field: string, from: string, to: string) => ({
  id,
  changes: [{ field, from, to }],
});

export type Told = {
  readonly clerk: TestDesk;
  /** A copy of the clerk's root folder, taken while the program had it open. */
  readonly killed: string;
  readonly now: number;
};

/** Plays the story into the database and a folder. */
export async function tell(database: Database, folder: string): Promise<Told> {
  const clock = new TestClock(planDay);
  await database.query("UPDATE server_meta SET value = $1 WHERE key = 'epoch'", [epoch]);
  const server = await testServer(database, planDay, { clock: clock.now, randomBytes: seededBytes(900) });
  await storeAll(database, firstRows, clock.now());
  await storeAll(database, changedRows, clock.now());
  await givePasswords(database, accountRows);
  const wire = new Wire(server);
  const deskOf = async (name: string) => {
    const root = join(folder, name);
    mkdirSync(root, { recursive: true });
    const ports = { folder: root, transport: wire, timers: noTimers };
    const desk = await new TestDesk(new FakeServer(clock.now), clock, ports).open();
    await desk.signIn(name, seedPassword);
    await desk.must('sync.now', {});
    return desk;
  };
  const clerk = await deskOf('clerk');
  const colleague = await deskOf('colleague');
  // What has come so far is searched for once, which indexes it; what comes later is not.
  await clerk.see('search.query', { text: '标段' });
  await filed(clerk, await deskOf('reviewer'), await deskOf('officer'));

  // A draft comes and goes: a tombstone.
  await clerk.must('plans.delete', { id: anId('short-lived') });
  await clerk.must('sync.now', {});
  await refused(clerk, colleague);
  await attach(clerk, folder, 'sent.txt', contractBytes);
  await clerk.must('sync.now', {});
  const hashes = [createHash('sha256').update(contractBytes).digest('hex')];
  await waitFor(async () => (await clerk.see('files.list', { hashes })).files[0]?.state === 'sent');

  // Acknowledged: sent, and not come back yet.
  await clerk.must('plans.edit', edit(idOf(2), 'contact', 'Li', 'Zhou'));
  wire.broken = 'pulls';
  await clerk.dispatch('sync.now', {});
  wire.broken = 'everything';
  clock.advance(11 * minute);
  await offline(clerk, folder);

  const killed = join(folder, 'killed');
  cpSync(clerk.root, killed, { recursive: true });
  await clerk.close();
  await colleague.close();
  await server.close();
  return { clerk, killed, now: clock.now() };
}

/** One plan as far as its number and its message to the trading centre. */
async function filed(clerk: TestDesk, reviewer: TestDesk, officer: TestDesk): Promise<void> {
  for (const no of [1, 2, 3]) await clerk.must('plans.create', aNewPlan(no));
  await clerk.must('plans.submit', { id: idOf(1), acknowledged });
  for (const [desk, command] of [
    [reviewer, 'plans.approve'],
    [officer, 'plans.file'],
  ] as const) {
    await clerk.must('sync.now', {});
    await desk.must('sync.now', {});
    await desk.must(command, { id: idOf(1) });
    await desk.must('sync.now', {});
    await desk.close();
  }
  await clerk.must('sync.now', {});
}

/** 未通过: a conflict, a record that is gone with what depended on it, one replaced, one given up. */
async function refused(clerk: TestDesk, colleague: TestDesk): Promise<void> {
  await colleague.must('sync.now', {});
  await colleague.must('plans.edit', edit(anId('shared'), 'contact', 'Li', 'Wang'));
  await colleague.must('plans.edit', edit(idOf(3), 'contact', 'Li', 'Wang'));
  await colleague.must('plans.delete', { id: anId('taken away') });
  await colleague.must('sync.now', {});
  await clerk.must('plans.edit', edit(anId('shared'), 'contact', 'Li', 'Zhao'));
  await clerk.must('plans.edit', edit(anId('taken away'), 'contact', 'Li', 'Zhao'));
  await clerk.must('plans.edit', edit(anId('taken away'), 'phone', '0374-1234567', '0374-7654321'));
  await clerk.must('plans.edit', edit(idOf(3), 'contact', 'Li', 'Zhao'));
  await clerk.must('plans.edit', edit(idOf(3), 'contact', 'Zhao', 'Liu'));
  await clerk.must('sync.now', {});
  const { items } = await clerk.see('outbox.list', { show: 'attention' });
  const [second, first] = items.filter(({ subject }) => subject?.id === idOf(3));
  await clerk.must('outbox.resubmit', { id: first?.id, input: edit(idOf(3), 'contact', 'Wang', 'Zhao') });
  await clerk.must('outbox.discard', { id: second?.id });
  await clerk.must('sync.now', {});
}

/** Everything that waits: over a row of the server, over none, instead of one, and for the server alone. */
async function offline(clerk: TestDesk, folder: string): Promise<void> {
  await clerk.must('plans.edit', edit(idOf(3), 'projectName', 'Plan 3', '改了名字的计划'));
  await clerk.must('plans.create', aNewPlan(4, '离线新建的计划'));
  await clerk.must('plans.submit', { id: idOf(4), acknowledged });
  await clerk.must('plans.create', aNewPlan(5));
  await clerk.must('plans.delete', { id: idOf(5) });
  await clerk.must('plans.delete', { id: idOf(2) });
  const { items } = await clerk.see('projects.list', {});
  const project = items.find(({ planId }) => planId === idOf(1));
  await clerk.must('projects.requestSections', { projectId: project?.id });
  await attach(clerk, folder, 'waiting.txt', Buffer.from('等待发送的附件\n'.repeat(9)));
  for (const [key, body] of [
    ['plans.create/new', { projectName: '没有保存的新计划' }],
    [`plans.edit/${idOf(3)}`, { contact: '还没有写完' }],
  ] as const) {
    await clerk.must('drafts.save', { key, form: key.split('/')[0], body });
  }
}

async function attach(clerk: TestDesk, folder: string, fileName: string, bytes: Buffer): Promise<void> {
  const path = join(folder, fileName);
  writeFileSync(path, bytes);
  await clerk.must('files.add', { path, fileName, mediaType: 'text/plain' });
}

async function waitFor(happened: () => Promise<boolean>): Promise<void> {
  while (!(await happened())) await new Promise((resolve) => setTimeout(resolve, 10));
}
