// 导入 of payments on a real desk: what is paid, what is due, what lacks something; the same file once more; and what people registered by hand.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { QueryOutput } from '#shared/contract/ipc.ts';
import { calendarYears, organisations } from '#shared/domain/admin/model.ts';
import { contracts } from '#shared/domain/contracts/model.ts';
import { payments } from '#shared/domain/contracts/payments/model.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { describeField, describeFinding, label } from '#shared/text/index.ts';
import { type PaymentColumnName, paymentHeaders } from '#shared/text/zh-CN/contracts/imports.ts';
import { excelSheets } from '#shared/text/zh-CN/excel.ts';
import { aStoreToSign, contractAmount, contractId, withContractIn } from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import {
  beginPayment,
  must,
  paidPayment,
  paymentId,
  submitPayment,
  whatIsPaid,
} from '#test/builders/payments.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { type ExcelDesk, openExcelDesk } from '../../testing/excel-desk.ts';
import { noTimers, TestDesk } from '../../testing/test-desk.ts';
import { columnLetters } from '../column-letters.ts';

type Filled = Partial<Record<PaymentColumnName, string | number | boolean>>;
const names = Object.keys(paymentHeaders) as PaymentColumnName[];
const columnOf = (name: PaymentColumnName) => columnLetters(names.indexOf(name));

let opened: ExcelDesk;
let store: Store;
beforeEach(async () => {
  opened = await openExcelDesk();
  const line = { dueOn: null, condition: '按约定' };
  store = withContractIn(aStoreToSign(), 'received', {
    payments: [
      { ...line, id: anId('first'), kind: 'advance', amount: 20_000_000, dueOn: '2026-03-20' },
      { ...line, id: anId('second'), kind: 'progress', amount: contractAmount - 20_000_000 },
    ],
  });
  opened.clock.advance(new Date('2026-04-13T04:00:00Z').getTime() - opened.clock.now());
  await given(store);
});
afterEach(() => opened.close());

async function given(rows: Store): Promise<void> {
  for (const kind of [calendarYears, organisations, plans, projects, sections, contracts, payments]) {
    for (const row of rows.all<never>(kind as never)) opened.server.put(kind as never, row);
  }
  await opened.desk.must('sync.now', {});
}

async function preview(rows: readonly Filled[]) {
  const body = rows.map((row) => names.map((name) => row[name] ?? null));
  const heads = names.map((name) => paymentHeaders[name]);
  await writeXlsxFile([heads, ...body] as never, { sheet: excelSheets.payments }).toFile(opened.file);
  return opened.desk.see('payments.importPreview', { path: opened.file });
}
type Preview = QueryOutput<'payments.importPreview'>;

const told = ({ records }: Preview) =>
  records.flatMap(({ problems }) => problems.map(({ row, column, code }) => [row, column, code]));
/** What people read at them has words. */
function wordsOf({ records }: Preview): string {
  const words = records.flatMap(({ problems, findings }) => [
    ...problems.map(({ code, params }) => describeField({ path: '', code, params })),
    ...findings.map(describeFinding),
  ]);
  return words.join('\n');
}
const take = (token: string, acknowledged = true) =>
  opened.desk.see('payments.import', { token, acknowledged });
const listed = async () => (await opened.desk.see('payments.list', { limit: 50 })).items;

const no = 'HT-2026-001';
const first: Filled = { contractNo: no, line: 1, paidOn: '2026-03-18', paidAmount: 200_000 };
const second: Filled = {
  ...{
    contractNo: no,
    line: 2,
    deliveredOn: '2026/4/1',
    invoiceNo: '24412000000000000001',
    sizeClass: label('suppliers.size.small'),
  },
};

it('offers a template that it takes', async () => {
  await opened.desk.must('payments.importTemplate', { path: opened.file });
  expect(await opened.desk.ask('payments.importPreview', { path: opened.file })).toMatchObject({
    error: { fields: [{ code: 'excel_empty' }] },
  });
});

describe('rows of a contract', () => {
  it('are paid, due or drafts by what they say, after their warnings have been read', async () => {
    const read = await preview([
      first,
      second,
      { contractNo: no, kind: '进度款', amount: '1万', note: 'without a day' },
    ]);
    expect(told(read)).toEqual([]);
    expect(wordsOf(read)).not.toMatch(/undefined|（[a-z_]+）/);
    expect(
      read.records.map(({ becomes, amount, findings }) => [becomes, amount, findings[0]?.ruleId]),
    ).toEqual([
      ['paid', 20_000_000, 'payment.advance_low'],
      ['due', contractAmount - 20_000_000, undefined],
      ['draft', 1_000_000, 'payment.day_unknown'],
    ]);
    expect(read.records[0]).toMatchObject({
      content: { lineId: anId('first'), kind: 'advance', condition: '按约定', amount: 20_000_000 },
      paid: { paidOn: '2026-03-18', budgetYear: 2026, last: false, vouchers: [] },
    });

    const unread = await take(read.token, false);
    expect(unread.results.map(({ state, error }) => [state, error?.code])).toEqual([
      ['refused', 'warning_unacknowledged'],
      ['made', undefined],
      ['made', undefined],
    ]);
    expect((await take(read.token)).results[0]?.state).toBe('made');
    const rows = await listed();
    expect(rows.map(({ status, amount }) => [status, amount]).toSorted()).toEqual([
      ['draft', 1_000_000],
      ['due', contractAmount - 20_000_000],
      ['paid', 20_000_000],
    ]);
    await opened.desk.must('sync.now', {});
    expect(opened.server.row('contracts', contractId)).toMatchObject({ performance: { paid: 20_000_000 } });
  });

  it('count together: what is more than the contract is refused at its cell', async () => {
    const amount = (contractAmount - 20_000_000) / 100 + 0.01;
    const more = { ...first, line: '', kind: '进度款', paidAmount: amount, deliveredOn: '2026-03-10' };
    const read = await preview([first, more]);
    expect(told(read)).toEqual([[3, columnOf('paidAmount'), 'payment.above_contract']]);
    expect(wordsOf(read)).toContain('超过合同金额');
    expect((await take(read.token)).made).toBe(1);
  });

  it('ask for a funding line where the year of payment is another than that of the contract', async () => {
    const read = await preview([{ ...first, budgetYear: 2025 }]);
    expect(told(read)).toEqual([[2, columnOf('fundingLine'), 'payment.funding_line']]);
    expect(
      (await preview([{ ...first, budgetYear: 2025, fundingLine: '2025-17' }])).records[0]?.becomes,
    ).toBe('paid');
  });

  it('are paid from the document that the contract has for the year', async () => {
    const contract = store.get(contracts, contractId);
    const line = { id: anId('line'), budgetYear: 2027, source: 'GENERAL', amount: 1, documentNo: '财预12号' };
    store.put(contracts, { ...contract, funding: [{ ...line, at: 0, by: '', withdrawn: null }] });
    await given(store);
    const read = await preview([{ ...first, budgetYear: 2027 }]);
    expect(read.records[0]?.paid).toMatchObject({ budgetYear: 2027, fundingLine: '财预12号' });
  });

  it('say which cell is wrong and why', async () => {
    const read = await preview([
      { line: 1 },
      { contractNo: 'HT-0', paidOn: '2026-03-18', paidAmount: 1 },
      { contractNo: no, line: 3, kind: '进度款', amount: 1 },
      { contractNo: no, line: 1, kind: '质保金' },
      { contractNo: no, line: 1, paidOn: '2026-03-18' },
      { contractNo: no, line: 1, paidAmount: '二十万', paidOn: '2026-02-30', kind: '货款' },
      { contractNo: no, contractName: '别的合同', line: 1 },
      { contractNo: no, line: 1, fundingLine: '2026-1' },
    ]);
    expect(told(read)).toEqual([
      [2, columnOf('contractNo'), 'excel_needed'],
      [3, columnOf('contractNo'), 'excel_no_contract'],
      [4, columnOf('line'), 'excel_no_line'],
      [5, columnOf('kind'), 'excel_line_kind'],
      [6, columnOf('paidAmount'), 'excel_needed'],
      [7, columnOf('kind'), 'excel_unknown_code'],
      [7, columnOf('paidOn'), 'excel_date'],
      [7, columnOf('paidAmount'), 'money_format'],
      [8, columnOf('contractName'), 'excel_no_such_name'],
      [9, columnOf('paidOn'), 'excel_needed'],
      [9, columnOf('paidAmount'), 'excel_needed'],
    ]);
    expect(wordsOf(read)).not.toMatch(/undefined|（[a-z_]+）/);
    expect((await take(read.token)).made).toBe(0);
    expect(await listed()).toEqual([]);
  });

  it('need the name where two contracts have one number', async () => {
    const other = store.get(contracts, contractId);
    const content = { ...other.content, contractName: '另一合同' };
    store.put(contracts, { ...other, id: anId('other'), content });
    await given(store);
    expect(told(await preview([first]))).toEqual([[2, columnOf('contractName'), 'excel_several_contracts']]);
    const { records } = await preview([{ ...first, contractName: '另一合同' }]);
    expect(records.map(({ contractId: id }) => id)).toEqual([anId('other')]);
  });
});

describe('no payment twice', () => {
  const rows = [first, second];

  it('by the same file, also after one of them was edited or paid', async () => {
    expect((await take((await preview(rows)).token)).made).toBe(2);
    const [due] = (await listed()).filter(({ status }) => status === 'due');
    await opened.desk.must('payments.edit', {
      id: due?.id,
      changes: [{ field: 'invoiceNo', from: second.invoiceNo, to: '1' }],
    });
    const again = await preview(rows);
    expect(told(again)).toEqual([
      [2, null, 'excel_payment_imported'],
      [3, null, 'excel_payment_imported'],
    ]);
    expect((await take(again.token)).made).toBe(0);
    expect(await listed()).toHaveLength(2);
  });

  it('by two desks that take the same file before they hear of each other', async () => {
    const other = await new TestDesk(opened.server, opened.clock, { timers: noTimers }).open();
    await other.signIn('clerk');
    await other.must('sync.now', {});
    const [ours, theirs] = [
      await preview(rows),
      await other.see('payments.importPreview', { path: opened.file }),
    ];
    await take(ours.token);
    await other.must('payments.import', { token: theirs.token, acknowledged: true });
    await opened.desk.must('sync.now', {});
    await other.must('sync.now', {});
    expect((await other.see('payments.list', { limit: 50 })).items).toHaveLength(2);
    expect(opened.server.row('contracts', contractId)).toMatchObject({ performance: { paid: 20_000_000 } });
    await other.remove();
  });

  it('by two equal rows of one file', async () => {
    const read = await preview([first, first]);
    expect(told(read)).toEqual([[3, null, 'excel_same_row']]);
    expect((await take(read.token)).made).toBe(1);
  });

  it('of what was registered by hand', async () => {
    store.now = opened.clock.now();
    const advance = { kind: 'advance', agreedOn: '2026-03-20' } as const;
    paidPayment(store, paymentId, 20_000_000, advance, { paidOn: '2026-03-05' });
    await given(store);
    const read = await preview([{ ...first, paidOn: '2026-03-05' }]);
    expect(told(read)).toEqual([[2, columnOf('paidOn'), 'excel_payment_recorded']]);
  });

  it('of what was recorded by the file and put right since', async () => {
    must(beginPayment(store, { lineId: anId('second'), amount: 5_000_000, files: [] }));
    must(submitPayment(store));
    await given(store);
    const row = {
      contractNo: no,
      line: 2,
      paidOn: '2026-03-18',
      paidAmount: 50_000,
      deliveredOn: '2026-03-04',
    };
    expect((await take((await preview([row])).token)).made).toBe(1);
    await opened.desk.must('payments.amend', {
      ...{ id: paymentId, reason: '日期有误', acknowledged: everyWarning },
      ...{ ...whatIsPaid({ paidOn: '2026-03-19', paidAmount: 5_000_000 }), vouchers: [] },
    });
    expect(told(await preview([row]))).toEqual([[2, columnOf('paidOn'), 'excel_payment_recorded']]);
  });

  it('of a line from which something is paid without being told so', async () => {
    store.now = opened.clock.now();
    const advance = { kind: 'advance', agreedOn: '2026-03-20', lineId: anId('first') } as const;
    paidPayment(store, paymentId, 20_000_000, advance, { paidOn: '2026-03-05' });
    await given(store);
    const read = await preview([first]);
    expect(read.records[0]?.findings.map(({ ruleId }) => ruleId)).toContain('payment.line_taken');
    expect((await take(read.token, false)).made).toBe(0);
    expect((await take(read.token)).made).toBe(1);
  });

  it('of one that was begun by the file and could not be paid: it is paid the next time', async () => {
    const [row] = (await preview([first])).records;
    const { id, contractId: of, content } = row ?? {};
    await opened.desk.must('payments.create', { id, contractId: of, content });
    const read = await preview([first]);
    expect(read.records).toMatchObject([{ id, exists: true, becomes: 'paid' }]);
    expect((await take(read.token)).made).toBe(1);
    expect((await listed()).map(({ status }) => status)).toEqual(['paid']);
  });

  it('but once more after it was made void', async () => {
    const [made] = (await take((await preview([first])).token)).results;
    await opened.desk.must('payments.void', { id: made?.id, reason: '录入有误' });
    expect((await take((await preview([first])).token)).made).toBe(1);
    expect((await listed()).map(({ status }) => status).toSorted()).toEqual(['paid', 'void']);
  });
});

describe('a payment that is due', () => {
  beforeEach(async () => {
    must(beginPayment(store, { lineId: anId('second'), amount: 5_000_000, files: [] }));
    must(submitPayment(store));
    await given(store);
  });
  const paid = { contractNo: no, line: 2, paidOn: '2026-03-18', paidAmount: 50_000 };

  it('is paid by its row, and not registered once more', async () => {
    const read = await preview([paid]);
    expect(read.records).toMatchObject([{ id: paymentId, exists: true, becomes: 'paid', problems: [] }]);
    expect((await take(read.token)).made).toBe(1);
    expect(await listed()).toMatchObject([{ id: paymentId, status: 'paid', paidOn: '2026-03-18' }]);
    expect(told(await preview([{ contractNo: no, line: 2 }]))).toEqual([[2, null, 'excel_payment_begun']]);
  });

  it('is followed by the rest of its instalment, once, where it was paid in part', async () => {
    const line = store.get(contracts, contractId).content.payments.find(({ id }) => id === anId('second'));
    const left = (line?.amount ?? 0) / 100 - 40_000;
    await take((await preview([{ ...paid, paidAmount: 40_000 }])).token);
    const rest = { contractNo: no, line: 2, amount: left };
    expect((await take((await preview([rest])).token)).made).toBe(1);
    expect(await listed()).toHaveLength(2);
    expect(told(await preview([rest]))).toEqual([[2, null, 'excel_payment_imported']]);
    const other = { ...rest, amount: left - 1 };
    expect(told(await preview([other]))).toEqual([[2, null, 'excel_payment_begun']]);
  });

  it('is not changed by the other cells of the row: what differs is said', async () => {
    const read = await preview([{ ...paid, invoiceNo: 'another', deliveredOn: '2026-03-04' }]);
    expect(told(read)).toEqual([[2, columnOf('invoiceNo'), 'excel_payment_differs']]);
  });
});
