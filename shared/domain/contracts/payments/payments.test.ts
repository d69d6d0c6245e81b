// 付款: begun from the 付款计划, registered, paid, put right; and what contract, section and project say of it.
import { describe, expect, it } from 'vitest';
import { withAcceptanceIn } from '#test/builders/acceptances.ts';
import { anActor, anotherUnit } from '#test/builders/actors.ts';
import { withBreachIn } from '#test/builders/breaches.ts';
import { endContract, withChangeIn } from '#test/builders/contract-changes.ts';
import {
  aStoreToSign,
  contractAmount,
  contractId,
  sectionId,
  withContractIn,
} from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import {
  amendPayment,
  aPaper,
  aPaymentContent,
  aPaymentPaper,
  beginPayment,
  must,
  paidPayment,
  pay,
  paymentId,
  submitPayment,
  whatIsPaid,
} from '#test/builders/payments.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { officeScope, unitScope } from '../../actor.ts';
import { announcements } from '../../announcements/model.ts';
import { projects, sections } from '../../projects/model.ts';
import { type ContractContent, closedYear, contracts } from '../model.ts';
import { knownPayment, openLines } from './known-content.ts';
import { payments } from './model.ts';

const clerk = anActor('purchaser_clerk');
const day = 24 * 3_600_000;
const retention = 3_600_000;
const rest = contractAmount - retention;

const line = (name: string, kind: 'advance' | 'acceptance' | 'retention', amount: number) => ({
  ...{ id: anId(name), kind, condition: name, amount, dueOn: kind === 'retention' ? '2027-03-05' : null },
});
const withRetention = [line('main', 'acceptance', rest), line('kept', 'retention', retention)];

const aStoreToPay = (parts: Partial<ContractContent> = {}): Store => {
  const store = withContractIn(aStoreToSign(), 'received', parts);
  store.now += day;
  return store;
};
const paymentIn = (store: Store, id = paymentId) => store.get(payments, id);
const performanceIn = (store: Store) => store.get(contracts, contractId).performance;
const factIn = (store: Store) => store.get(sections, sectionId).contracts[0];
const codes = (answer: ReturnType<Store['run']>) =>
  answer.ok ? [] : (answer.error.fields ?? []).map(({ path, code }) => `${path} ${code}`);

describe('a payment', () => {
  it('is begun by the clerk, registered, and paid; the contract follows', () => {
    const store = aStoreToPay();
    must(beginPayment(store));
    expect(paymentIn(store)).toMatchObject({
      ...{ status: 'draft', contractId, contractNo: 'HT-2026-001', supplierName: '乙公司', paid: null },
      due: { on: '2026-04-03', ruleId: 'PAY_SME', from: '2026-03-04' },
    });
    must(submitPayment(store));
    expect(paymentIn(store)).toMatchObject({ status: 'due', registeredAt: store.now });
    expect(performanceIn(store).paid).toBe(0);
    must(pay(store));
    expect(paymentIn(store)).toMatchObject({ status: 'paid', paid: whatIsPaid() });
    expect(performanceIn(store)).toMatchObject({ paid: contractAmount, retained: 0, settledAt: store.now });
    expect(factIn(store)).toMatchObject({ retained: 0, settledAt: store.now });
    expect(paymentIn(store).history.map(({ action }) => action)).toEqual([
      'payments.create',
      'payments.submit',
      'payments.pay',
    ]);
  });

  it('may be recorded as paid at once', () => {
    const store = aStoreToPay();
    must(beginPayment(store));
    must(pay(store));
    expect(paymentIn(store)).toMatchObject({ status: 'paid', registeredAt: store.now });
  });

  it('has another day as soon as what that follows from is edited', () => {
    const store = aStoreToPay();
    must(beginPayment(store));
    const changes = [{ field: 'deliveredOn', from: '2026-03-04', to: '2026-03-03' }];
    must(store.run(clerk, 'payments.edit', { id: paymentId, changes }));
    expect(paymentIn(store).due?.on).toBe('2026-04-02');
  });

  it('stays a draft while nobody can say until when it is due', () => {
    const store = aStoreToPay();
    must(beginPayment(store, { deliveredOn: null, invoiceOn: null }));
    expect(codes(submitPayment(store))).toEqual(['deliveredOn payment.day_unknown']);
  });

  it('is seen by the unit, and by 采购办 once it is registered', () => {
    const store = aStoreToPay();
    must(beginPayment(store));
    const own = [unitScope(paymentIn(store).purchaserId)];
    expect(payments.scopes(paymentIn(store))).toEqual(own);
    must(submitPayment(store));
    expect(payments.scopes(paymentIn(store))).toEqual([...own, officeScope(paymentIn(store).regionCode)]);
  });

  it('is nobody else’s', () => {
    const store = aStoreToPay();
    const stranger = anActor('purchaser_clerk', anotherUnit);
    const input = { id: paymentId, contractId, content: aPaymentContent() };
    expect(store.run(stranger, 'payments.create', input)).toMatchObject({ error: { code: 'not_found' } });
    expect(store.run(anActor('purchaser_reviewer'), 'payments.create', input)).toMatchObject({
      error: { code: 'not_allowed' },
    });
  });

  it('is of a contract in force', () => {
    const store = withContractIn(aStoreToSign(), 'approved');
    expect(codes(beginPayment(store))).toEqual(['contractId contract_not_in_force_to_pay']);
  });

  it('names the files of what came in and of what was paid', () => {
    const store = aStoreToPay();
    must(beginPayment(store));
    must(pay(store));
    expect(payments.files(paymentIn(store))).toHaveLength(2);
  });
});

describe('what is registered', () => {
  const registered = () => {
    const store = aStoreToPay();
    must(beginPayment(store));
    must(submitPayment(store));
    return store;
  };

  it('is not deleted, but made void', () => {
    const store = registered();
    expect(store.run(clerk, 'payments.delete', { id: paymentId })).toMatchObject({
      error: { code: 'wrong_state' },
    });
    must(store.run(clerk, 'payments.void', { id: paymentId, reason: '合同约定有变' }));
    expect(paymentIn(store)).toMatchObject({ status: 'void', paid: null });
    must(beginPayment(store, {}, anId('another')));
    must(submitPayment(store, anId('another')));
  });

  it('is not emptied', () => {
    const store = registered();
    const edit = (field: string, from: unknown, to: unknown) =>
      store.run(clerk, 'payments.edit', { id: paymentId, changes: [{ field, from, to }] });
    expect(codes(edit('amount', contractAmount, null))).toEqual(['amount payment.required']);
    expect(codes(edit('deliveredOn', '2026-03-04', null))).toContain('deliveredOn payment.day_unknown');
    must(edit('note', '', '示例备注'));
    expect(paymentIn(store)).toMatchObject({ content: { amount: contractAmount, note: '示例备注' } });
  });
});

describe('what is paid', () => {
  it('is changed with a reason, and contract and section follow', () => {
    const store = aStoreToPay();
    must(beginPayment(store));
    must(pay(store));
    store.now += day;
    must(amendPayment(store, { paidAmount: contractAmount - 1 }));
    expect(performanceIn(store)).toMatchObject({ paid: contractAmount - 1, settledAt: null });
    expect(factIn(store)?.settledAt).toBeNull();
    expect(paymentIn(store).history.at(-1)).toMatchObject({
      action: 'payments.amend',
      note: '金额录入有误',
    });
  });

  it('keeps what it said before it was changed, and who changed it when and why', () => {
    const store = aStoreToPay();
    must(beginPayment(store));
    must(pay(store));
    store.now += day;
    must(amendPayment(store, { paidAmount: 2, vouchers: [] }));
    store.now += day;
    must(amendPayment(store, { paidAmount: 3, vouchers: [] }));
    const [first, second] = paymentIn(store).amendments;
    expect(first).toEqual({
      ...{ paid: whatIsPaid(), at: store.now - day, by: clerk.accountId },
      ...{ name: clerk.name, reason: '金额录入有误' },
    });
    expect(second?.paid.paidAmount).toBe(2);
    // The first voucher is still there.
    expect(payments.files(paymentIn(store))).toHaveLength(2);
  });

  it('is made void with a reason, kept, and counted nowhere', () => {
    const store = aStoreToPay({ payments: withRetention });
    must(beginPayment(store, { lineId: anId('main') }));
    must(pay(store, { paidAmount: rest }));
    expect(performanceIn(store)).toMatchObject({ paid: rest, retained: retention });
    const voiding = (reason: string) => store.run(clerk, 'payments.void', { id: paymentId, reason });
    expect(codes(voiding(''))).toEqual(['reason reason_short']);
    must(voiding('重复登记'));
    const kept = paymentIn(store);
    expect(kept).toMatchObject({ status: 'void', paid: { paidAmount: rest } });
    expect(kept.history.at(-1)).toMatchObject({ action: 'payments.void', note: '重复登记' });
    expect(performanceIn(store)).toMatchObject({ paid: 0, retained: 0, settledAt: null });
    expect(factIn(store)).toMatchObject({ settledAt: null, retained: 0 });
    expect(payments.deskColumns.inTime.read(kept)).toBeNull();
    expect(payments.deskColumns.waitsFor.read(kept)).toBeNull();
    expect(openLines(store.get(contracts, contractId), [kept])).toHaveLength(2);
    for (const step of ['pay', 'amend', 'void', 'delete', 'edit', 'submit']) {
      const input = { id: paymentId, reason: '再次', ...whatIsPaid(), changes: [] };
      expect(store.run(clerk, `payments.${step}`, input).ok, step).toBe(false);
    }
    // The whole of the contract may be paid once more.
    paidPayment(store, anId('anew'), contractAmount);
  });

  it('is neither deleted nor edited, nor changed without a reason', () => {
    const store = aStoreToPay();
    must(beginPayment(store));
    must(pay(store));
    const wrong = { error: { code: 'wrong_state' } };
    expect(store.run(clerk, 'payments.delete', { id: paymentId })).toMatchObject(wrong);
    const changes = [{ field: 'note', from: '', to: '改' }];
    expect(store.run(clerk, 'payments.edit', { id: paymentId, changes })).toMatchObject(wrong);
    const input = { id: paymentId, reason: '', acknowledged: everyWarning, ...whatIsPaid() };
    expect(codes(store.run(clerk, 'payments.amend', input))).toEqual(['reason reason_short']);
  });

  it('never exceeds the contract with its changes', () => {
    const store = aStoreToPay();
    paidPayment(store, anId('first'), contractAmount - 1);
    must(beginPayment(store, { amount: 2 }));
    expect(codes(submitPayment(store))).toEqual(['amount payment.above_contract']);
    expect(codes(pay(store, { paidAmount: 2 }))).toEqual(['paidAmount payment.above_contract']);
    must(pay(store, { paidAmount: 1 }));
    expect(performanceIn(store).paid).toBe(contractAmount);
  });

  it('of unit prices may exceed the estimate, and is settled by the last', () => {
    const store = aStoreToPay({ amountKind: 'unit' });
    paidPayment(store, anId('first'), contractAmount + 1);
    expect(performanceIn(store).settledAt).toBeNull();
    paidPayment(store, anId('second'), 1, {}, { last: true });
    expect(performanceIn(store)).toMatchObject({ paid: contractAmount + 2, settledAt: store.now });
  });

  it('is from another year’s budget with a line of that year', () => {
    const store = aStoreToPay();
    must(beginPayment(store));
    expect(codes(pay(store, { budgetYear: 2027 }))).toEqual(['fundingLine payment.funding_line']);
    must(pay(store, { budgetYear: 2027, fundingLine: '2027-教育-001' }));
  });
});

describe('acceptance', () => {
  it('comes before what is tied to it', () => {
    const store = aStoreToPay();
    must(beginPayment(store, { kind: 'acceptance', basis: 'acceptance', acceptedOn: '2026-03-05' }));
    must(submitPayment(store));
    expect(codes(pay(store))).toEqual(['acceptedOn payment.not_accepted']);
    withAcceptanceIn(store, 'concluded');
    must(pay(store));
    expect(store.get(sections, sectionId).status).toBe('accepted');
  });

  it('of a part releases that part', () => {
    const store = aStoreToPay();
    const contract = store.get(contracts, contractId);
    const item = contract.content.items[0];
    if (item === undefined) throw new Error('no item');
    const items = [
      { ...item, unitPrice: 100, qty: '3台' },
      { ...item, id: anId('another item') },
    ];
    const performance = { ...contract.performance, acceptance: 'partial' as const, acceptedItems: [item.id] };
    store.put(contracts, { ...contract, content: { ...contract.content, items }, performance });
    must(beginPayment(store, { kind: 'acceptance', acceptedOn: '2026-03-05', amount: 301 }));
    expect(codes(pay(store, { paidAmount: 301 }))).toEqual(['paidAmount payment.above_accepted']);
    must(pay(store, { paidAmount: 300 }));
  });

  it('has nothing to do with 预付款', () => {
    const store = aStoreToPay();
    paidPayment(store, anId('advance'), 30, { kind: 'advance', basis: null, agreedOn: '2026-03-10' });
    expect(performanceIn(store).paid).toBe(30);
  });
});

describe('质保金', () => {
  it('is held until it is paid out; the project is completed within its warranty', () => {
    const store = aStoreToPay({ payments: withRetention });
    withAcceptanceIn(store, 'concluded');
    const { projectId } = store.get(sections, sectionId);
    for (const other of store.all(sections)) {
      if (other.id !== sectionId) store.put(sections, { ...other, status: 'terminated' });
    }
    const kept = { kind: 'retention', basis: null, agreedOn: '2027-03-05' } as const;
    paidPayment(store, anId('main payment'), rest);
    expect(performanceIn(store)).toMatchObject({ retained: retention, settledAt: store.now });
    const projectIn = () => store.get(projects, projectId);
    expect(projectIn()).toMatchObject({ status: 'completed', inWarranty: true });
    store.now += 366 * day;
    const paid = { paidOn: '2027-03-05', budgetYear: 2027, fundingLine: '2027-001' };
    paidPayment(store, anId('kept payment'), retention, kept, paid);
    expect(performanceIn(store)).toMatchObject({ paid: contractAmount, retained: 0 });
    expect(projectIn()).toMatchObject({ status: 'completed', inWarranty: false });
    must(amendPayment(store, { paidAmount: rest - 1 }, anId('main payment')));
    expect(projectIn()).toMatchObject({ status: 'in_execution', inWarranty: false });
  });
});

describe('中小企业', () => {
  it('has its day, whatever is left out', () => {
    const store = aStoreToPay();
    must(beginPayment(store, { deliveredOn: null, agreedOn: '2026-12-31' }));
    expect(paymentIn(store).due).toBeNull();
    expect(codes(submitPayment(store))).toEqual(['deliveredOn payment.day_unknown']);
    expect(codes(pay(store))).toContain('deliveredOn payment.day_unknown');
  });

  it('stays one as the contract was signed with it', () => {
    const store = aStoreToPay();
    must(beginPayment(store, { sizeClass: 'large' }));
    expect(codes(submitPayment(store))).toEqual(['sizeClass payment.size_not_small']);
    const changes = [{ field: 'sizeClass', from: 'large', to: 'micro' }];
    must(store.run(clerk, 'payments.edit', { id: paymentId, changes }));
    expect(codes(store.run(clerk, 'payments.submit', { id: paymentId, acknowledged: [] }))).toContain(
      'sizeClass payment.size_differs',
    );
  });

  it('is paid from the day on which the acceptance says it was accepted', () => {
    const store = withAcceptanceIn(aStoreToPay(), 'concluded');
    store.now += day;
    must(beginPayment(store, { kind: 'acceptance', basis: 'acceptance', acceptedOn: '2026-03-06' }));
    expect(codes(submitPayment(store))).toEqual(['acceptedOn payment.accepted_another_day']);
    const changes = [{ field: 'acceptedOn', from: '2026-03-06', to: '2026-03-05' }];
    must(store.run(clerk, 'payments.edit', { id: paymentId, changes }));
    must(submitPayment(store));
  });
});

it('质保金 that is kept back is no more than what is left of the amount', () => {
  const store = aStoreToPay({ payments: withRetention });
  paidPayment(store, anId('more than the rest'), contractAmount - 10);
  expect(performanceIn(store)).toMatchObject({ retained: 10, settledAt: store.now });
  paidPayment(store, anId('all of it'), 10);
  expect(performanceIn(store)).toMatchObject({ paid: contractAmount, retained: 0 });
  expect(factIn(store)?.retained).toBe(0);
});

it('is put right though it was accepted elsewhere on another day than the acceptances here', () => {
  const store = withAcceptanceIn(aStoreToPay(), 'concluded');
  store.now += day;
  const files = [aPaymentPaper('invoice'), aPaymentPaper('acceptance')];
  const elsewhere = { kind: 'acceptance', basis: 'acceptance', acceptedOn: '2026-03-04', files } as const;
  must(beginPayment(store, { ...elsewhere, files: [aPaymentPaper('invoice')] }));
  expect(codes(submitPayment(store))).toEqual(['acceptedOn payment.accepted_another_day']);
  must(store.run(clerk, 'payments.delete', { id: paymentId }));
  must(beginPayment(store, { ...elsewhere, files }));
  must(pay(store));
  // Its content is closed by then, without the report or with it.
  const done = paymentIn(store);
  store.put(payments, { ...done, content: { ...done.content, files: [aPaymentPaper('invoice')] } });
  must(amendPayment(store, { paidAmount: contractAmount - 1 }));
  expect(performanceIn(store).paid).toBe(contractAmount - 1);
});

it('质保金 that is returned never exceeds what is left of it', () => {
  const store = aStoreToPay({ payments: withRetention });
  withAcceptanceIn(store, 'concluded');
  const kept = { kind: 'retention', basis: null, agreedOn: '2026-03-05' } as const;
  paidPayment(store, anId('some of it'), retention - 10, kept);
  must(beginPayment(store, { amount: 11, ...kept }));
  expect(codes(submitPayment(store))).toEqual(['amount payment.above_retention']);
  expect(codes(pay(store, { paidAmount: 11 }))).toEqual(['paidAmount payment.above_retention']);
  must(pay(store, { paidAmount: 9, last: true }));
  expect(performanceIn(store).retained).toBe(0);
  must(beginPayment(store, { amount: 1, ...kept }, anId('after the last')));
  expect(codes(submitPayment(store, anId('after the last')))).toEqual(['amount payment.above_retention']);
});

it('is settled on the day of the payment, whenever that is recorded', () => {
  const store = aStoreToPay();
  paidPayment(store, anId('first'), 1, {}, { paidOn: '2026-03-04' });
  store.now += 400 * day;
  const late = { paidOn: '2026-12-31' };
  paidPayment(store, anId('rest'), contractAmount - 1, {}, late);
  expect(performanceIn(store)).toMatchObject({ settledAt: store.now, settledOn: '2026-12-31' });
  const contract = store.get(contracts, contractId);
  const accepted = { ...contract.performance, acceptedOn: '2026-03-05' };
  expect(closedYear({ ...contract, performance: accepted })).toBe(2026);
});

it('takes no file of a contract that is a secret', () => {
  const store = aStoreToPay({ secret: true, secretBasis: '定密依据', files: [] });
  must(beginPayment(store));
  expect(codes(submitPayment(store))).toEqual(['files payment.secret_files']);
  const changes = [{ field: 'files', from: [aPaymentPaper('invoice')], to: [] }];
  must(store.run(clerk, 'payments.edit', { id: paymentId, changes }));
  must(submitPayment(store));
  expect(codes(pay(store))).toEqual(['vouchers payment.secret_files']);
  must(pay(store, { vouchers: [] }));
});

describe('of what a decided breach deducts', () => {
  const deducted = 720_000;
  const reduced = () => withBreachIn(aStoreToPay(), 'decided');

  it('the rest settles the contract, with the payment that says it is the last', () => {
    const store = reduced();
    must(beginPayment(store));
    must(pay(store, { paidAmount: contractAmount - deducted }));
    expect(performanceIn(store)).toMatchObject({ settledAt: null, settledOn: null });
    must(amendPayment(store, { paidAmount: contractAmount - deducted, last: true }));
    expect(performanceIn(store)).toMatchObject({ settledAt: store.now, settledOn: '2026-03-05' });
    expect(factIn(store)?.settledAt).toBe(store.now);
  });

  it('less than the rest settles nothing, nor does a last payment where nothing is deducted', () => {
    const store = reduced();
    paidPayment(store, anId('too little'), contractAmount - deducted - 1, {}, { last: true });
    expect(performanceIn(store).settledAt).toBeNull();
    const whole = withBreachIn(aStoreToPay(), 'review');
    paidPayment(whole, anId('too little'), contractAmount - deducted, {}, { last: true });
    expect(performanceIn(whole).settledAt).toBeNull();
  });
});

describe('a change of the contract', () => {
  it('that adds owes more, one that reduces may settle', () => {
    const store = aStoreToPay();
    paidPayment(store, anId('all of it'), contractAmount);
    expect(performanceIn(store).settledAt).not.toBeNull();
    withChangeIn(store, 'published', { kind: 'addition', amount: 100, changedOn: '2026-03-05' });
    expect([performanceIn(store).settledAt, factIn(store)?.settledAt]).toEqual([null, null]);
    const reduction = { kind: 'reduction', amount: 100, changedOn: '2026-03-05', identical: false } as const;
    withChangeIn(store, 'published', reduction, anId('reduction'));
    expect(performanceIn(store).settledAt).toBe(store.now);
    expect(factIn(store)?.settledAt).toBe(store.now);
  });

  it('that ends it leaves what was performed to be paid, with a warning that is read', () => {
    const store = aStoreToPay();
    must(beginPayment(store));
    must(submitPayment(store));
    must(endContract(store));
    must(pay(store, { paidAmount: 100 }));
    const id = anId('another');
    must(beginPayment(store, { amount: 50 }, id));
    expect(codes(store.run(clerk, 'payments.submit', { id }))).toEqual(['kind payment.terminated']);
    must(submitPayment(store, id));
    must(store.run(clerk, 'payments.edit', { id, changes: [{ field: 'note', from: '', to: '终止前交付' }] }));
    must(pay(store, { paidAmount: 50 }, id));
    expect(performanceIn(store)).toMatchObject({ paid: 150, settledAt: null });
    expect(store.get(contracts, contractId).status).toBe('terminated');
  });
});

it('tells nobody but unit and 采购办: not the website, open data or the trading centre', () => {
  const store = aStoreToPay({ supplierAccount: 'SECRET-ACCOUNT' });
  const before = store.sent.length;
  const secret = (name: string) => ({ ...aPaymentPaper('invoice'), fileName: `SECRET-${name}.pdf` });
  const content = {
    ...{ condition: 'SECRET-CONDITION', invoiceNo: 'SECRET-INVOICE', note: 'SECRET-NOTE' },
    files: [{ ...secret('invoice'), sha256: '7'.repeat(64) }],
  };
  must(beginPayment(store, content));
  must(submitPayment(store));
  const vouchers = [{ ...aPaper('voucher'), fileName: 'SECRET-voucher.pdf', sha256: '8'.repeat(64) }];
  must(pay(store, { fundingLine: 'SECRET-FUNDING', vouchers }));
  const everywhere = JSON.stringify([
    ...[store.sent, store.all(announcements), store.all(sections), store.all(projects)],
  ]);
  expect(store.sent).toHaveLength(before);
  expect(everywhere).not.toContain('SECRET');
  for (const hash of ['7', '8']) expect(everywhere).not.toContain(hash.repeat(64));
  expect(JSON.stringify(paymentIn(store)).match(/SECRET/g)).toHaveLength(6);
});

it('a line of the plan is filled in once', () => {
  const store = aStoreToPay({ payments: withRetention });
  const contract = store.get(contracts, contractId);
  expect(openLines(contract, []).map(({ kind }) => kind)).toEqual(['acceptance', 'retention']);
  const [main] = contract.content.payments;
  const first = knownPayment(contract, main ?? null);
  expect(first).toMatchObject({
    lineId: anId('main'),
    kind: 'acceptance',
    amount: rest,
    basis: 'acceptance',
  });
  const begun = { status: 'draft', content: first, paid: null } as const;
  expect(openLines(contract, [begun]).map(({ kind }) => kind)).toEqual(['retention']);
  expect(knownPayment(contract, null)).toMatchObject({ lineId: null, kind: null, amount: null });
});

describe('a line of the plan that is paid in part', () => {
  const open = (store: Store) => {
    const kinds = openLines(store.get(contracts, contractId), store.all(payments));
    return kinds.map(({ kind, amount }) => [kind, amount]);
  };
  const second = anId('the rest');

  it('stays open with the rest, which may be registered without a warning, and no more than that', () => {
    const store = aStoreToPay({ payments: withRetention });
    must(beginPayment(store, { lineId: anId('main') }));
    must(pay(store, { paidAmount: rest - 500 }));
    expect(open(store)).toEqual([
      ['acceptance', 500],
      ['retention', retention],
    ]);
    const [left] = openLines(store.get(contracts, contractId), store.all(payments));
    expect(knownPayment(store.get(contracts, contractId), left ?? null).amount).toBe(500);
    const ofLine = { lineId: anId('main'), amount: 500 };
    must(beginPayment(store, ofLine, second));
    must(store.run(clerk, 'payments.submit', { id: second, acknowledged: [] }));
    expect(open(store)).toEqual([['retention', retention]]);
    must(beginPayment(store, ofLine, anId('once too often')));
    const third = store.run(clerk, 'payments.submit', { id: anId('once too often'), acknowledged: [] });
    expect(JSON.stringify(third)).toContain('payment.line_taken');
    must(pay(store, { paidAmount: 500 }, second));
    expect(performanceIn(store)).toMatchObject({ paid: rest });
    expect(performanceIn(store).settledAt).not.toBeNull();
  });

  it('is closed where nothing more is owed', () => {
    const store = aStoreToPay({ payments: withRetention });
    must(beginPayment(store, { lineId: anId('main') }));
    must(pay(store, { paidAmount: rest - 500 }));
    const contract = store.get(contracts, contractId);
    const settled = { ...contract, performance: { ...contract.performance, settledAt: store.now } };
    expect(openLines(settled, store.all(payments)).map(({ kind }) => kind)).toEqual(['retention']);
  });
});
