// 跨年度事项 on a real desk: as they were on the last day of a year.
import { afterEach, expect, it } from 'vitest';
import { calendarYears, organisations } from '#shared/domain/admin/model.ts';
import { type Contract, contracts } from '#shared/domain/contracts/model.ts';
import { payments } from '#shared/domain/contracts/payments/model.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { instantOf, type PlainDate } from '#shared/kernel/dates.ts';
import {
  aStoreToSign,
  contractAmount,
  contractId,
  sectionId,
  withContractIn,
} from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import { paidPayment } from '#test/builders/payments.ts';
import type { Store } from '#test/builders/store.ts';
import { noTimers, TestDesk } from '../../testing/test-desk.ts';
import { aTown } from '../../testing/town.ts';

const desks: TestDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove();
});

async function rowsOf(store: Store, year: number) {
  const { server, clock } = aTown();
  clock.advance(60 * 86_400_000);
  for (const kind of [calendarYears, organisations, plans, projects, sections, contracts, payments]) {
    for (const row of store.all<never>(kind as never)) server.put(kind as never, row);
  }
  const desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  desks.push(desk);
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
  return await desk.see('contracts.yearEnd', { year });
}

/** Accepted and paid on these days. */
function performed(store: Store, acceptedOn: string, settledOn: string | null): Store {
  const contract = store.get(contracts, contractId);
  const settledAt = settledOn === null ? null : instantOf(`${settledOn}T10:00`);
  const performance = {
    ...contract.performance,
    acceptance: 'passed' as const,
    acceptedOn,
    settledAt,
    settledOn,
    paid: 1,
  };
  return store.put(contracts, { ...contract, performance });
}

it('names results without a contract, by when the 通知书 was issued', async () => {
  const { rows, counts } = await rowsOf(aStoreToSign(), 2026);
  expect(rows).toMatchObject([
    { kind: 'unsigned', id: sectionId, supplierName: '乙公司', amount: contractAmount, since: '2026-03-03' },
  ]);
  expect(counts).toEqual({ unsigned: 1, unaccepted: 0, unpaid: 0 });
  expect((await rowsOf(aStoreToSign(), 2025)).rows).toEqual([]);
});

it('names contracts that were not accepted or not paid on the last day, whatever came after it', async () => {
  const signed = () => withContractIn(aStoreToSign(), 'received');
  expect((await rowsOf(signed(), 2026)).rows).toMatchObject([
    { kind: 'unaccepted', id: contractId, contractNo: 'HT-2026-001', since: '2026-03-04', paid: 0 },
  ]);
  const unpaid = performed(signed(), '2026-04-01', null);
  expect((await rowsOf(unpaid, 2026)).rows).toMatchObject([{ kind: 'unpaid', since: '2026-04-01', paid: 1 }]);
  const later = performed(signed(), '2027-01-05', '2027-01-10');
  expect((await rowsOf(later, 2026)).rows).toMatchObject([{ kind: 'unaccepted' }]);
  expect((await rowsOf(later, 2027)).rows).toEqual([]);
  expect((await rowsOf(performed(signed(), '2026-04-01', '2026-05-01'), 2026)).rows).toEqual([]);
  // What is being written is no contract yet.
  expect((await rowsOf(withContractIn(aStoreToSign(), 'approved'), 2026)).rows).toMatchObject([
    { kind: 'unsigned' },
  ]);
});

it('names a contract of which 质保金 is still held: it is paid from a later budget', async () => {
  const store = performed(withContractIn(aStoreToSign(), 'received'), '2026-04-01', '2026-05-01');
  const contract = store.get(contracts, contractId);
  const paid = contractAmount - 500;
  store.put(contracts, { ...contract, performance: { ...contract.performance, paid, retained: 500 } });
  const left = { kind: 'unpaid', id: contractId, paid, unfunded: 500, addFunding: true };
  expect((await rowsOf(store, 2026)).rows).toMatchObject([left]);
  expect((await rowsOf(store, 2027)).rows).toMatchObject([left]);
});

/** Signed on this day; and ended on that one, after which the section is to be signed once more. */
function signedOn(store: Store, day: PlainDate, endedOn: PlainDate | null = null, id = contractId): Store {
  const contract = store.get(contracts, id);
  const end: Contract['changes'][number] = {
    ...{ changeId: anId('end'), kind: 'termination', amount: null, changedOn: endedOn ?? day },
    ...{ supplier: null, announcementId: null, at: 0 },
  };
  const ended = endedOn === null ? {} : { status: 'terminated' as const, changes: [end] };
  store.put(contracts, { ...contract, id, content: { ...contract.content, signedOn: day }, ...ended });
  const section = store.get(sections, sectionId);
  return endedOn === null ? store : store.put(sections, { ...section, status: 'awarded' });
}

it('names what was signed after the year once, by what was won, also where the contract was ended and nothing follows it', async () => {
  const unsigned = {
    ...{ kind: 'unsigned', id: sectionId, contractNo: '', amount: contractAmount, paid: 0 },
    since: '2026-03-03',
  };
  const later = signedOn(withContractIn(aStoreToSign(), 'received'), '2027-01-05');
  expect((await rowsOf(later, 2026)).rows).toMatchObject([unsigned]);
  expect((await rowsOf(later, 2027)).rows).toMatchObject([{ kind: 'unaccepted', id: contractId }]);
  const ended = signedOn(later, '2027-01-05', '2027-02-01');
  const { rows, counts } = await rowsOf(ended, 2026);
  expect(rows).toMatchObject([unsigned]);
  expect(counts).toEqual({ unsigned: 1, unaccepted: 0, unpaid: 0 });
  expect((await rowsOf(ended, 2027)).rows).toMatchObject([unsigned]);
});

it('names a contract that was ended after the year as signed alone', async () => {
  const ended = signedOn(withContractIn(aStoreToSign(), 'received'), '2026-03-04', '2027-02-01');
  expect((await rowsOf(ended, 2026)).rows).toMatchObject([{ kind: 'unaccepted', id: contractId }]);
  expect((await rowsOf(ended, 2027)).rows).toMatchObject([{ kind: 'unsigned', id: sectionId }]);
});

it('names no section as unsigned for the further contract of a later year', async () => {
  const store = withContractIn(aStoreToSign(), 'received');
  const [first, second] = [store.get(contracts, contractId), anId('second year')];
  store.put(contracts, { ...first, id: second, content: { ...first.content, several: 'by_year' } });
  signedOn(store, '2027-03-04', null, second);
  expect((await rowsOf(store, 2026)).rows).toMatchObject([{ kind: 'unaccepted', id: contractId }]);
});

it('counts contracts by the year of their signature, payments by that of their budget, and says what is provided for', async () => {
  const store = withContractIn(aStoreToSign(), 'received');
  store.now += 24 * 3_600_000;
  paidPayment(store, anId('first'), 1_000_000);
  paidPayment(store, anId('next'), 2_000_000, {}, { budgetYear: 2027, fundingLine: '12' });
  const contract = store.get(contracts, contractId);
  const line = { source: 'GENERAL', documentNo: '12', at: 0, by: '', withdrawn: null };
  const withdrawn = { at: 1, by: '', reason: 'wrong' };
  store.put(contracts, {
    ...contract,
    funding: [
      { ...line, id: anId('wrong'), budgetYear: 2027, amount: 9_000_000, withdrawn },
      { ...line, id: anId('right'), budgetYear: 2027, amount: 5_000_000 },
      { ...line, id: anId('later'), budgetYear: 2028, amount: 1_000_000 },
    ],
  });
  const first = await rowsOf(store, 2026);
  expect(first).toMatchObject({
    signed: { count: 1, amount: contractAmount },
    paid: { count: 1, amount: 1_000_000 },
    rows: [{ fiscalYear: 2026, paid: 3_000_000, funded: 5_000_000, addFunding: true }],
  });
  // 1,000,000 from the budget of the first year; the 2,000,000 of the next came out of its line.
  expect(first.rows[0]?.unfunded).toBe(contractAmount - 7_000_000);
  expect(await rowsOf(store, 2027)).toMatchObject({
    signed: { count: 0, amount: 0 },
    paid: { count: 1, amount: 2_000_000 },
  });
});
