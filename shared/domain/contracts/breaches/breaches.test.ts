// 违约处理: noticed, answered or not, decided by another person, withdrawn; who reads it, and whose task it is.
import { describe, expect, it } from 'vitest';
import { anActor, anotherUnit } from '#test/builders/actors.ts';
import {
  aBreachFile,
  aDecision,
  aNotice,
  approveBreach,
  beginBreach,
  breachId,
  dayLater,
  editBreach,
  hearBreach,
  must,
  notifyBreach,
  returnBreach,
  silence,
  submitBreach,
  withBreachIn,
} from '#test/builders/breaches.ts';
import { endContract } from '#test/builders/contract-changes.ts';
import { aStoreToSign, contractId, withContractIn } from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import { beginPayment, pay } from '#test/builders/payments.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { regionScope, unitScope } from '../../actor.ts';
import { settings } from '../../admin/model.ts';
import { contracts } from '../model.ts';
import { correctedContent, knownTermination } from './known-content.ts';
import { type BreachConsequence, breaches } from './model.ts';
import { breachTasks } from './tasks.ts';
import { breachActions } from './workflow.ts';

const [clerk, reviewer] = [anActor('purchaser_clerk'), anActor('purchaser_reviewer')];
const day = 24 * 3_600_000;

const aStoreToNotice = (): Store => dayLater(withContractIn(aStoreToSign(), 'received'));
const breachIn = (store: Store, id = breachId) => store.get(breaches, id);
const codes = (answer: ReturnType<Store['run']>) =>
  answer.ok ? [] : (answer.error.fields ?? []).map(({ path, code }) => `${path} ${code}`);
const waitsFor = (store: Store) => breaches.deskColumns.waitsFor.read(breachIn(store));

describe('the notice', () => {
  it('goes out with a day until which the other side may speak, by the setting', () => {
    const store = aStoreToNotice();
    must(beginBreach(store));
    expect(breachIn(store)).toMatchObject({
      ...{ status: 'draft', contractId, contractNo: 'HT-2026-001', supplierName: '乙公司' },
      signedOn: '2026-03-04',
    });
    must(notifyBreach(store));
    // Five working days after Thursday, 2026-03-05.
    expect(breachIn(store)).toMatchObject({
      ...{ status: 'notified', notifiedAt: store.now, statement: null },
      content: { statementUntil: '2026-03-12' },
    });
  });

  it('follows another setting, and a day that was typed before it', () => {
    const store = aStoreToNotice();
    const key = 'breaches.statementDays' as const;
    must(store.run(anActor('administrator'), 'settings.set', { key, value: 10 }));
    expect(store.get(settings, key).value).toBe(10);
    must(beginBreach(store));
    must(notifyBreach(store));
    expect(breachIn(store).content.statementUntil).toBe('2026-03-19');
    const typed = anId('typed');
    must(beginBreach(store, { statementUntil: '2026-03-06' }, typed));
    expect(codes(store.run(clerk, 'breaches.notify', { id: typed }))).toEqual([
      'statementUntil breach.statement_short',
    ]);
    must(notifyBreach(store, typed));
    expect(breachIn(store, typed).content.statementUntil).toBe('2026-03-06');
  });

  it('says what happened, and not before the contract was signed', () => {
    const store = aStoreToNotice();
    must(beginBreach(store, { facts: '', happenedOn: '2026-03-03' }));
    expect(codes(notifyBreach(store))).toEqual([
      'facts breach.required',
      'happenedOn breach.before_contract',
    ]);
  });

  it('is of a contract that is filed, or has ended', () => {
    const unfiled = withContractIn(aStoreToSign(), 'approved');
    expect(codes(beginBreach(unfiled))).toEqual(['contractId contract_not_to_breach']);
    const store = aStoreToNotice();
    endContract(store);
    expect(store.get(contracts, contractId).status).toBe('terminated');
    must(beginBreach(store));
    expect(breachIn(store).status).toBe('draft');
  });

  it('is the unit’s alone', () => {
    const store = aStoreToNotice();
    const input = { id: breachId, contractId, predecessorId: null, content: aNotice() };
    const strangers = [
      anActor('purchaser_clerk', anotherUnit),
      anActor('agency'),
      anActor('procurement_office'),
    ];
    for (const actor of strangers) {
      expect(store.run(actor, 'breaches.create', input).ok).toBe(false);
    }
    expect(store.all(breaches)).toEqual([]);
  });

  it('is not deleted and not changed afterwards, but withdrawn with a reason', () => {
    const store = withBreachIn(aStoreToNotice(), 'notified');
    expect(store.run(clerk, 'breaches.delete', { id: breachId })).toMatchObject({
      error: { code: 'wrong_state' },
    });
    expect(editBreach(store, { facts: '别的' })).toMatchObject({ error: { code: 'wrong_state' } });
    expect(store.run(clerk, 'breaches.withdraw', { id: breachId, reason: '' }).ok).toBe(false);
    must(store.run(clerk, 'breaches.withdraw', { id: breachId, reason: '已补交' }));
    expect(breachIn(store)).toMatchObject({ status: 'withdrawn', content: { facts: aNotice().facts } });
    expect(breachIn(store).history.at(-1)).toMatchObject({ action: 'breaches.withdraw', note: '已补交' });
    expect(breachActions(clerk, breachIn(store))).toEqual([]);
  });
});

describe('the statement', () => {
  it('is recorded with its day, and once more while nothing is decided', () => {
    const store = withBreachIn(aStoreToNotice(), 'notified');
    must(hearBreach(store));
    expect(breachIn(store)).toMatchObject({ status: 'heard', statement: { statement: '厂家停产。' } });
    must(hearBreach(store, { silent: false, statedOn: '2026-03-05', statement: '补充说明。' }));
    expect(breachIn(store).statement?.statement).toBe('补充说明。');
  });

  it('is waited for until the end of its day', () => {
    const store = withBreachIn(aStoreToNotice(), 'notified');
    store.now += 7 * day;
    expect(codes(hearBreach(store, silence))).toEqual(['silent breach.unheard']);
    store.now += day;
    must(hearBreach(store, silence));
    expect(breachIn(store)).toMatchObject({ status: 'heard', statement: silence });
  });

  it('comes before the decision', () => {
    const store = withBreachIn(aStoreToNotice(), 'notified');
    expect(editBreach(store, aDecision)).toMatchObject({ error: { code: 'wrong_state' } });
    expect(submitBreach(store)).toMatchObject({ error: { code: 'wrong_state' } });
    // A desk that says otherwise is answered at the field.
    store.put(breaches, { ...breachIn(store), status: 'heard', content: { ...aNotice(), ...aDecision } });
    expect(codes(submitBreach(store))).toEqual(['silent breach.unheard']);
  });
});

describe('the decision', () => {
  it('is reviewed by another person, and final', () => {
    const store = withBreachIn(aStoreToNotice(), 'review');
    const { submittedAt } = breachIn(store);
    const author = { ...reviewer, accountId: clerk.accountId };
    expect(store.run(author, 'breaches.approve', { id: breachId, submittedAt, note: '' })).toMatchObject({
      error: { code: 'same_person' },
    });
    must(approveBreach(store));
    expect(breachIn(store)).toMatchObject({ status: 'decided', decidedAt: store.now, reportedAt: null });
    expect(breachActions(clerk, breachIn(store))).toEqual([]);
    expect(breachActions(reviewer, breachIn(store))).toEqual([]);
    expect(editBreach(store, { penalty: 1 })).toMatchObject({ error: { code: 'wrong_state' } });
  });

  it('is returned by the submission that was looked at, and corrected', () => {
    const store = withBreachIn(aStoreToNotice(), 'review');
    const { submittedAt } = breachIn(store);
    must(store.run(clerk, 'breaches.takeBack', { id: breachId }));
    expect(breachIn(store)).toMatchObject({ status: 'heard', submittedAt: null });
    dayLater(store);
    must(submitBreach(store));
    const before = { id: breachId, submittedAt, reason: '金额有误' };
    expect(codes(store.run(reviewer, 'breaches.return', before))).toEqual(['id submitted_anew']);
    must(returnBreach(store));
    expect(breachIn(store).status).toBe('returned');
    must(editBreach(store, { penalty: 700_000 }));
    must(submitBreach(store));
    expect(breachIn(store)).toMatchObject({ status: 'review', content: { penalty: 700_000 } });
  });

  it('keeps the files that went with the notice, and adds others', () => {
    const store = withBreachIn(aStoreToNotice(), 'heard');
    const { files } = breachIn(store).content;
    expect(codes(editBreach(store, { files: files.slice(1) }))).toEqual(['files breach_file_kept']);
    must(editBreach(store, { files: [...files, aBreachFile('statement')] }));
    expect(breachIn(store).content.files).toHaveLength(3);
  });

  it('asks for no more than the contract, and warns above what is owed', () => {
    const store = withBreachIn(aStoreToNotice(), 'heard', { ...aDecision, penalty: 72_000_051, loss: null });
    expect(codes(submitBreach(store))).toEqual(['penalty breach.above_contract']);
    must(editBreach(store, { penalty: 72_000_050, loss: 72_000_050 }));
    must(beginPayment(store));
    must(pay(store, { paidAmount: 1 }));
    expect(codes(store.run(clerk, 'breaches.submit', { id: breachId }))).toEqual([
      'penalty breach.above_owed',
    ]);
    must(submitBreach(store));
    expect(breachIn(store).acknowledgedWarnings).toEqual(['breach.above_owed']);
  });

  it('takes of bond and price what another one in effect has not taken', () => {
    const bond = { bondAmount: 1_000_000, bondForm: 'transfer' as const };
    const store = dayLater(withContractIn(aStoreToSign(), 'received', bond));
    const received = {
      receivedOn: '2026-03-04',
      expiresOn: null,
      returnBy: null,
      returned: null,
      undone: [],
      files: [],
    };
    store.put(contracts, { ...store.get(contracts, contractId), bond: received });
    const taking = (withheld: number, penalty: number) => {
      const consequences: BreachConsequence[] = ['bond', 'penalty'];
      return { ...aDecision, consequences, withheld, penalty, loss: penalty };
    };
    withBreachIn(store, 'decided', taking(600_000, 72_000_000));
    const next = anId('next');
    withBreachIn(store, 'heard', taking(400_001, 51), next);
    const submitted = (id: string) => codes(store.run(clerk, 'breaches.submit', { id }));
    expect(submitted(next)).toEqual(['withheld breach.bond_above']);
    must(editBreach(store, taking(400_000, 51), next));
    expect(submitted(next)).toEqual(['penalty breach.above_owed']);
    must(editBreach(store, taking(400_000, 50), next));
    expect(submitted(next)).toEqual([]);
    // One that puts right the first takes its place.
    const correction = anId('correction');
    must(beginBreach(store, {}, correction, breachId));
    must(notifyBreach(store, correction));
    must(hearBreach(store, undefined, correction));
    must(editBreach(store, taking(1_000_000, 72_000_050), correction));
    must(submitBreach(store, correction));
    must(approveBreach(store, next));
    expect(codes(approveBreach(store, correction))).toEqual(['withheld breach.bond_above']);
    must(returnBreach(store, correction));
    must(editBreach(store, { ...aDecision, consequences: ['penalty'], penalty: 1, loss: 1 }, correction));
    must(submitBreach(store, correction));
    must(approveBreach(store, correction));
    // The first counts no more, so that a third may take what it took.
    withBreachIn(store, 'review', taking(600_000, 1), anId('third'));
    must(approveBreach(store, anId('third')));
  });

  it('is not approved once what it asks for is gone', () => {
    const ending = { ...aDecision, consequences: ['termination' as const], articles: ['law/50' as const] };
    const store = withBreachIn(aStoreToNotice(), 'review', ending);
    endContract(store);
    expect(codes(approveBreach(store))).toEqual(['consequences breach.ended_before']);
  });

  it('is put right by another one that names it', () => {
    const store = withBreachIn(aStoreToNotice(), 'review');
    const next = anId('next');
    expect(codes(beginBreach(store, {}, next, breachId))).toEqual(['predecessorId breach_not_to_correct']);
    must(approveBreach(store));
    must(beginBreach(store, {}, next, breachId));
    expect(breachIn(store, next)).toMatchObject({ status: 'draft', predecessorId: breachId });
    expect(correctedContent(breachIn(store))).toMatchObject({
      ...{ party: 'supplier', facts: aNotice().facts, noticeOn: null, upheld: null, penalty: null },
      files: [{ purpose: 'evidence' }],
    });
  });

  it('that ends the contract leads to its 终止 with the reason', () => {
    const ending = { ...aDecision, consequences: ['termination' as const], articles: ['law/50' as const] };
    const store = withBreachIn(aStoreToNotice(), 'decided', ending);
    expect(knownTermination(breachIn(store))).toMatchObject({
      ...{ kind: 'termination', terminationReason: 'supplier_breach', reason: aDecision.reason },
      settlement: '',
    });
    // One that is not decided leads nowhere.
    expect(knownTermination({ ...breachIn(store), status: 'review' }).terminationReason).toBeNull();
  });
});

describe('who reads it', () => {
  it('is the unit, until it is decided and reported to the finance office', () => {
    const { purchaserId, regionCode } = aStoreToNotice().get(contracts, contractId);
    const scopes = (store: Store) => breaches.scopes(breachIn(store));
    for (const status of ['draft', 'notified', 'review', 'withdrawn'] as const) {
      expect(scopes(withBreachIn(aStoreToNotice(), status))).toEqual([unitScope(purchaserId)]);
    }
    expect(scopes(withBreachIn(aStoreToNotice(), 'decided'))).toEqual([unitScope(purchaserId)]);
    const reporting = { ...aDecision, consequences: ['penalty' as const, 'report' as const] };
    expect(scopes(withBreachIn(aStoreToNotice(), 'review', reporting))).toEqual([unitScope(purchaserId)]);
    const reported = withBreachIn(aStoreToNotice(), 'decided', reporting);
    expect(scopes(reported)).toEqual([unitScope(purchaserId), regionScope(regionCode)]);
    expect(breachIn(reported).reportedAt).toBe(reported.now);
    // What was not upheld is reported to nobody, whatever was chosen before.
    const refuted = withBreachIn(aStoreToNotice(), 'decided', { ...reporting, upheld: false });
    expect(scopes(refuted)).toEqual([unitScope(purchaserId)]);
  });
});

describe('of a contract that is a secret', () => {
  const hidden = { secret: true, secretBasis: '定密依据', files: [] };
  const reporting = { ...aDecision, consequences: ['penalty' as const, 'report' as const] };

  it('takes no file, asks for no proof, and stays with the unit', () => {
    const store = dayLater(withContractIn(aStoreToSign(), 'received', hidden));
    must(beginBreach(store));
    expect(breachIn(store).secret).toBe(true);
    expect(codes(notifyBreach(store))).toEqual(['files breach.secret_files']);
    must(editBreach(store, { files: [] }));
    must(store.run(clerk, 'breaches.notify', { id: breachId }));
    must(hearBreach(store));
    must(editBreach(store, { ...reporting, files: [aBreachFile('delivery')] }));
    expect(codes(submitBreach(store))).toEqual(['files breach.secret_files']);
    // What should not have come in may go, though it was saved after the notice.
    must(editBreach(store, { files: [] }));
    must(submitBreach(store));
    must(approveBreach(store));
    expect(breachIn(store)).toMatchObject({ status: 'decided', reportedAt: store.now });
    expect(breaches.scopes(breachIn(store))).toEqual([unitScope(breachIn(store).purchaserId)]);
  });

  it('is told from others since its second revision', () => {
    const { secret: _, ...before } = breachIn(withBreachIn(aStoreToNotice(), 'draft'));
    expect(breaches.upgrade(before, 1)).toEqual({ ...before, secret: false });
  });
});

describe('whose task it is', () => {
  const claimed = (actor: typeof clerk, wait: string | null) =>
    breachTasks
      .filter(({ claim }) => claim(actor, () => undefined as never)?.waitsFor.some((each) => each === wait))
      .map(({ command }) => command);

  it('goes from the clerk to the reviewer, and back', () => {
    const of = (status: Parameters<typeof withBreachIn>[1]) =>
      waitsFor(withBreachIn(aStoreToNotice(), status));
    expect(claimed(clerk, of('notified'))).toEqual(['breaches.hear']);
    expect(claimed(clerk, of('heard'))).toEqual(['breaches.submit']);
    expect(claimed(clerk, of('returned'))).toEqual(['breaches.submit']);
    expect(claimed(reviewer, of('review'))).toEqual(['breaches.approve']);
    for (const status of ['draft', 'decided', 'withdrawn'] as const) expect(of(status)).toBeNull();
  });

  it('reminds of a statement from its last day on', () => {
    const [hear] = breachTasks;
    expect(hear?.claim(clerk, () => undefined as never)).toMatchObject({ within: { statementOrder: 0 } });
    expect(
      breaches.deskColumns.statementOrder.read(breachIn(withBreachIn(aStoreToNotice(), 'notified'))),
    ).toBe('2026-03-12');
  });
});

it('warnings of the notice are answered for', () => {
  const store = aStoreToNotice();
  must(beginBreach(store, { files: [], clause: '' }));
  expect(codes(store.run(clerk, 'breaches.notify', { id: breachId }))).toEqual([
    'clause breach.clause_missing',
    'files breach.evidence_missing',
    'files breach.proof_to_come',
  ]);
  must(store.run(clerk, 'breaches.notify', { id: breachId, acknowledged: everyWarning }));
  must(hearBreach(store));
  must(editBreach(store, aDecision));
  // Without its proof nothing is decided.
  expect(codes(submitBreach(store))).toEqual(['files breach.proof_missing']);
});
