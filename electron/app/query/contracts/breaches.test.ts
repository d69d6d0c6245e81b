// What choosing a contract, the page of a contract, the form and the page of a breach are told, by role; and the tasks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueryInput } from '#shared/contract/ipc.ts';
import { calendarYears, organisations } from '#shared/domain/admin/model.ts';
import { breaches } from '#shared/domain/contracts/breaches/model.ts';
import { contracts } from '#shared/domain/contracts/model.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import {
  aDecision,
  aNotice,
  approveBreach,
  beginBreach,
  breachId,
  editBreach,
  hearBreach,
  must,
  notifyBreach,
  silence,
  submitBreach,
  withBreachIn,
} from '#test/builders/breaches.ts';
import { withChangeIn } from '#test/builders/contract-changes.ts';
import { aStoreToSign, contractAmount, contractId, withContractIn } from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import type { FakeServer } from '../../testing/fake-server.ts';
import { noTimers, TestDesk } from '../../testing/test-desk.ts';
import { actorOf, aTown, office } from '../../testing/town.ts';

const desks: TestDesk[] = [];
const day = 86_400_000;
let store: Store;
let server: FakeServer;
let clock: ReturnType<typeof aTown>['clock'];

/** The desk's today is 2026-04-13; statements of `aNotice` are waited for until 2026-03-12. */
beforeEach(() => {
  ({ server, clock } = aTown());
  store = withContractIn(aStoreToSign(), 'received');
  store.now += day;
  clock.advance(new Date('2026-04-13T04:00:00Z').getTime() - clock.now());
  const { regionCode } = store.get(contracts, contractId);
  server.addPerson('watcher', 'password of watcher', actorOf('supervisor', office, 7, [regionCode]));
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove();
});

async function deskOf(username: string): Promise<TestDesk> {
  for (const kind of [calendarYears, organisations, plans, projects, sections, contracts, breaches]) {
    for (const row of store.all<never>(kind as never)) server.put(kind as never, row);
  }
  const desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  desks.push(desk);
  await desk.signIn(username);
  await desk.must('sync.now', {});
  return desk;
}

const taking = { ...aDecision, consequences: ['penalty' as const, 'reduction' as const], reduction: 1_000 };

it('offers the clerk the contracts of the unit, by their words', async () => {
  const offered = async (username: string, text = '') =>
    (await (await deskOf(username)).see('breaches.choosable', { text, limit: 10 })).contracts;
  expect(await offered('clerk', '分析仪')).toMatchObject([{ id: contractId, supplierName: '乙公司' }]);
  expect(await offered('clerk', '别的')).toEqual([]);
  expect(await offered('reviewer')).toEqual([]);
});

it('offers them with who has taken over the contract', async () => {
  const party = { newSupplier: '丙公司', newSupplierUscc: '91411000MA3X12345A' };
  withChangeIn(store, 'published', { ...party, kind: 'party', amount: null, identical: false });
  const desk = await deskOf('clerk');
  const { contracts: offered } = await desk.see('breaches.choosable', { text: '', limit: 10 });
  expect(offered).toMatchObject([{ id: contractId, supplierName: '丙公司' }]);
});

describe('the page of a contract', () => {
  it('says what decisions leave to be deducted by hand, and nothing before', async () => {
    withBreachIn(store, 'review', taking);
    const ofContract = async () => (await deskOf('clerk')).see('breaches.ofContract', { contractId });
    expect(await ofContract()).toMatchObject({
      breaches: [{ id: breachId, status: 'review', upheld: null, consequences: [] }],
      ...{ deductible: 0, withheld: 0, begin: true },
    });
    must(approveBreach(store));
    expect(await ofContract()).toMatchObject({
      breaches: [{ status: 'decided', upheld: true, consequences: ['penalty', 'reduction'] }],
      deductible: 721_000,
    });
  });

  it('counts a corrected decision no more', async () => {
    withBreachIn(store, 'decided');
    const next = anId('next');
    must(beginBreach(store, {}, next, breachId));
    must(notifyBreach(store, next));
    must(hearBreach(store, undefined, next));
    must(editBreach(store, { ...aDecision, penalty: 100 }, next));
    must(submitBreach(store, next));
    must(approveBreach(store, next));
    const known = await (await deskOf('clerk')).see('breaches.ofContract', { contractId });
    expect(known.deductible).toBe(100);
  });

  it('of what the purchaser owes deducts nothing', async () => {
    must(beginBreach(store, { party: 'purchaser', kind: 'late_payment' }));
    must(notifyBreach(store));
    must(hearBreach(store));
    must(editBreach(store, aDecision));
    must(submitBreach(store));
    must(approveBreach(store));
    expect(await (await deskOf('clerk')).see('breaches.ofContract', { contractId })).toMatchObject({
      breaches: [{ status: 'decided', party: 'purchaser' }],
      deductible: 0,
    });
  });
});

describe('one of them', () => {
  const get = async (username: string) => (await deskOf(username)).dispatch('breaches.get', { id: breachId });

  it('is the unit’s, and read by office and supervisor once it was reported', async () => {
    withBreachIn(store, 'decided', { ...taking, consequences: ['penalty'] });
    for (const username of ['officer', 'watcher']) expect((await get(username)).ok).toBe(false);
    expect((await get('reviewer')).ok).toBe(true);
    const reported = { ...store.get(breaches, breachId), reportedAt: store.now };
    store.put(breaches, reported);
    expect(await get('officer')).toMatchObject({
      value: { actions: [], contractKnown: true, termination: null, correction: null },
    });
    // The contract itself is none of the supervisor's.
    expect(await get('watcher')).toMatchObject({ value: { contractKnown: false, papers: [{}, {}] } });
  });

  it('leads from a decision that ends the contract to its 终止, and to one that puts it right', async () => {
    withBreachIn(store, 'decided', { ...taking, consequences: ['termination'], articles: ['law/50'] });
    expect(await get('clerk')).toMatchObject({
      value: {
        termination: { kind: 'termination', terminationReason: 'supplier_breach' },
        correction: { facts: aNotice().facts, upheld: null },
      },
    });
    expect(await get('reviewer')).toMatchObject({ value: { termination: null, correction: null } });
  });
});

it('prints a draft with the day that its notice will have', async () => {
  must(beginBreach(store));
  const { papers } = await (await deskOf('clerk')).see('breaches.get', { id: breachId });
  expect(papers.map(({ key }) => key)).toEqual(['notice']);
  expect(JSON.stringify(papers)).toContain('请在2026年3月12日前');
});

describe('the form', () => {
  const check = async (parts: Partial<QueryInput<'breaches.check'>>) =>
    (await deskOf('clerk')).see('breaches.check', { id: null, contractId, content: aNotice(), ...parts });
  const rules = async (parts: Parameters<typeof check>[0]) =>
    (await check(parts)).findings.map(({ ruleId }) => ruleId);

  it('is told what the contract leaves, and when a statement is usually due', async () => {
    expect(await check({})).toMatchObject({
      ...{ findings: [], owed: contractAmount, bond: null, usualStatementDay: '2026-03-12', document: null },
    });
  });

  it('is asked by what comes next', async () => {
    expect(await rules({ content: aNotice({ facts: '' }) })).toEqual(['breach.required']);
    withBreachIn(store, 'notified');
    const { content } = store.get(breaches, breachId);
    expect(await rules({ id: breachId, content, statement: silence })).toEqual([]);
    must(hearBreach(store));
    const asked = await rules({ id: breachId, content });
    expect(asked).toEqual(['breach.decision_required']);
    expect((await check({ id: breachId, content })).document?.title).toBe('违约处理决定书');
  });
});

it('a statement is a task from its day on, then the decision, then the review', async () => {
  const kinds = async (username: string) =>
    (await (await deskOf(username)).see('tasks.list', {})).items.map(({ kind }) => kind);
  must(beginBreach(store, { statementUntil: '2026-04-14' }));
  must(notifyBreach(store));
  expect(await kinds('clerk')).not.toContain('breaches.hear');
  clock.advance(day);
  expect(await kinds('clerk')).toContain('breaches.hear');
  must(hearBreach(store));
  expect(await kinds('clerk')).toContain('breaches.submit');
  must(editBreach(store, aDecision));
  must(submitBreach(store));
  expect(await kinds('reviewer')).toContain('breaches.approve');
});
