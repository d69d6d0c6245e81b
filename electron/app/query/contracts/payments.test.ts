// What the page of a contract, the form and the page of a payment are told, tabs by today, and the figures of a year.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarYears, organisations } from '#shared/domain/admin/model.ts';
import { breaches } from '#shared/domain/contracts/breaches/model.ts';
import { contracts } from '#shared/domain/contracts/model.ts';
import { payments } from '#shared/domain/contracts/payments/model.ts';
import { syncedEntities } from '#shared/domain/entities.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { withBreachIn } from '#test/builders/breaches.ts';
import { endContract } from '#test/builders/contract-changes.ts';
import { aStoreToSign, contractAmount, contractId, withContractIn } from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import {
  aPaymentContent,
  beginPayment,
  must,
  paidPayment,
  paymentId,
  submitPayment,
} from '#test/builders/payments.ts';
import type { Store } from '#test/builders/store.ts';
import { openSqlite } from '../../db/connection.ts';
import { layOut } from '../../db/replica/lay-out.ts';
import type { FakeServer } from '../../testing/fake-server.ts';
import { noTimers, TestDesk } from '../../testing/test-desk.ts';
import { aTown } from '../../testing/town.ts';
import { figuresStatement } from './payments.ts';

const desks: TestDesk[] = [];
const day = 86_400_000;
let store: Store;
let server: FakeServer;
let clock: ReturnType<typeof aTown>['clock'];

/** The desk's today is 2026-04-13, ten days after the last day of a payment of `aPaymentContent`. */
const daysLate = 10;
beforeEach(() => {
  ({ server, clock } = aTown());
  store = withContractIn(aStoreToSign(), 'received');
  store.now += day;
  clock.advance(new Date('2026-04-13T04:00:00Z').getTime() - clock.now());
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove();
});

/** `later`: so many days after today. */
async function deskOf(username: string, later = 0): Promise<TestDesk> {
  clock.advance(later * day);
  for (const kind of [
    calendarYears,
    organisations,
    plans,
    projects,
    sections,
    contracts,
    breaches,
    payments,
  ]) {
    for (const row of store.all<never>(kind as never)) server.put(kind as never, row);
  }
  const desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  desks.push(desk);
  await desk.signIn(username);
  await desk.must('sync.now', {});
  return desk;
}

function open(amount: number, deliveredOn: string, id: string, sizeClass: 'small' | 'large' = 'small') {
  store.now = clock.now();
  must(beginPayment(store, { amount, deliveredOn, invoiceOn: deliveredOn, sizeClass }, id));
  must(submitPayment(store, id));
}

describe('a payment that is overdue', () => {
  it('says by how many days and what that costs', async () => {
    open(100_000, '2026-03-04', paymentId);
    const known = await (await deskOf('clerk')).see('payments.get', { id: paymentId });
    expect(known).toMatchObject({
      actions: ['payments.edit', 'payments.pay', 'payments.void'],
      due: {
        on: '2026-04-03',
        explanation: { ruleId: 'PAY_SME', article: 'state-council-802/9', length: 30 },
        lateness: { days: daysLate, interest: 500, percent: null, perDay: 50 },
      },
    });
    const ofOffice = await (await deskOf('officer')).see('payments.get', { id: paymentId });
    expect(ofOffice).toMatchObject({ actions: [], payment: { status: 'due' } });
  });

  it('stands in its tab and among the tasks of the clerk; what is due later does not', async () => {
    open(1, '2026-03-04', anId('late'));
    open(2, '2026-03-16', anId('soon'));
    open(3, '2026-04-01', anId('later'));
    const desk = await deskOf('clerk');
    const ids = async (tab: 'due' | 'overdue' | 'soon') =>
      (await desk.see('payments.list', { tab, sort: { by: 'dueOn', direction: 'asc' } })).items.map(
        ({ id }) => id,
      );
    expect(await ids('overdue')).toEqual([anId('late')]);
    expect(await ids('soon')).toEqual([anId('soon')]);
    expect(await ids('due')).toEqual([anId('late'), anId('soon'), anId('later')]);
    expect(await desk.see('payments.counts', {})).toMatchObject({ all: 3, due: 3, overdue: 1, soon: 1 });
    const { items } = await desk.see('tasks.list', { kind: 'payments.pay' });
    expect(items.map(({ id }) => id).toSorted()).toEqual([anId('late'), anId('soon')].toSorted());
    expect(await desk.see('tasks.counts', {})).toMatchObject({ 'payments.pay': 2 });
  });
});

it('the page of a contract is told what is paid, owed and next', async () => {
  paidPayment(store, anId('first'), 100);
  open(50, '2026-03-04', anId('late'));
  open(30, '2026-04-01', anId('later'));
  const told = await (await deskOf('clerk')).see('payments.ofContract', { contractId });
  expect(told).toMatchObject({
    ...{ amount: contractAmount, fixed: true, paid: 100, owed: 80, overdue: 50, begin: true },
    ...{ nextDue: '2026-04-03', settledOn: null },
  });
  expect(told.payments.map(({ status }) => status)).toEqual(['due', 'due', 'paid']);
});

it('the form is told the same findings, and how much may still be registered', async () => {
  open(50, '2026-03-04', anId('late'));
  const desk = await deskOf('clerk');
  const content = aPaymentContent({ amount: contractAmount });
  const checked = await desk.see('payments.check', { id: null, contractId, content });
  expect(checked.left).toBe(contractAmount - 50);
  expect(checked.findings.map(({ ruleId }) => ruleId)).toEqual(['payment.above_contract']);
});

it('结清 is asked where a decision deducts something', async () => {
  open(100_000, '2026-03-04', paymentId);
  const asked = async () => (await (await deskOf('clerk')).see('payments.get', { id: paymentId })).asksLast;
  expect(await asked()).toBe(false);
  withBreachIn(store, 'decided');
  expect(await asked()).toBe(true);
});

it('a contract that has ended is offered too: something may still be owed', async () => {
  must(endContract(store));
  const desk = await deskOf('clerk');
  expect((await desk.see('payments.choosable', {})).contracts).toMatchObject([{ id: contractId }]);
  expect((await desk.see('payments.ofContract', { contractId })).begin).toBe(true);
});

it('contracts in force are offered, found by their words', async () => {
  const desk = await deskOf('clerk');
  const found = async (text: string) =>
    (await desk.see('payments.choosable', { text })).contracts.map(({ id }) => id);
  expect(await found('分析仪')).toEqual([contractId]);
  expect(await found('没有的合同')).toEqual([]);
  expect(await (await deskOf('officer')).see('payments.choosable', {})).toEqual({ contracts: [] });
});

describe('the figures of a year', () => {
  it('say who was paid in time, and what is overdue to 中小企业', async () => {
    paidPayment(store, anId('in time'), 100);
    paidPayment(store, anId('late then'), 40, { deliveredOn: '2026-01-01' });
    open(50, '2026-03-04', anId('late'));
    const contract = store.get(contracts, contractId);
    store.put(contracts, { ...contract, result: { ...contract.result, sizeClass: 'large' } });
    open(7, '2026-03-04', anId('late to a large one'), 'large');
    open(30, '2026-04-01', anId('later'));
    const desk = await deskOf('officer');
    expect(await desk.see('payments.figures', { budgetYear: 2026 })).toMatchObject({
      units: [
        {
          ...{ paidCount: 2, paidAmount: 140, datedCount: 2, inTimeCount: 1, dueCount: 3, dueAmount: 87 },
          ...{ overdueCount: 2, overdueAmount: 57, overdueToSmall: 50 },
        },
      ],
    });
    expect(await desk.see('payments.figures', { budgetYear: 2025 })).toEqual({ units: [] });
  });

  it('keep the arrears of the year before after 1 January', async () => {
    open(50, '2026-03-04', anId('late'));
    open(30, '2026-04-01', anId('later'));
    const desk = await deskOf('officer', 300);
    const carried = { dueCount: 2, dueAmount: 80, overdueCount: 2, overdueAmount: 80, overdueToSmall: 80 };
    expect(await desk.see('payments.figures', { budgetYear: 2027 })).toMatchObject({
      units: [{ paidCount: 0, ...carried }],
    });
    expect(await desk.see('payments.figures', { budgetYear: 2026 })).toMatchObject({ units: [carried] });
    expect(await desk.see('payments.figures', { budgetYear: 2028 })).toEqual({ units: [] });
  });

  it.each([true, false])('are sums within one index (of one unit: %s)', (ofUnit) => {
    const db = openSqlite(':memory:', {});
    layOut(db, syncedEntities);
    const plan = db
      .prepare<Record<string, string | number>[], { detail: string }>(
        `EXPLAIN QUERY PLAN ${figuresStatement(ofUnit)}`,
      )
      .all({ today: '2026-03-02', budgetYear: 2026, ...(ofUnit ? { purchaserId: 'x' } : {}) });
    db.close();
    expect(plan.map(({ detail }) => detail).join('\n')).toMatch(
      /^SEARCH payments USING COVERING INDEX payments_figures \(budget_year=\?/,
    );
    expect(plan).toHaveLength(1);
  });
});
