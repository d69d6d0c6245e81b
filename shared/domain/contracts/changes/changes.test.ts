// 合同变更: registered on a contract in force, reviewed, announced; or what stands in its way.
import { describe, expect, it } from 'vitest';
import type { Result } from '#shared/kernel/result.ts';
import { anAcceptanceContent, beginAcceptance } from '#test/builders/acceptances.ts';
import { anActor, anotherUnit } from '#test/builders/actors.ts';
import { beginBreach, withBreachIn } from '#test/builders/breaches.ts';
import {
  aChangeContent,
  aChangeText,
  approveChange,
  beginChange,
  changeAmount,
  endContract,
  changeId as id,
  publishChange,
  submitChange,
  withChangeIn,
} from '#test/builders/contract-changes.ts';
import {
  aStoreToSign,
  aText,
  contractAmount,
  contractId,
  sectionId,
  withContractIn,
} from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import { beginPayment, paidPayment } from '#test/builders/payments.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { officeScope, unitScope } from '../../actor.ts';
import { announcementDocument } from '../../announcements/document-of-row.ts';
import { announcements } from '../../announcements/model.ts';
import { upcast } from '../../execute.ts';
import { sections } from '../../projects/model.ts';
import { liveContracts } from '../../projects/section-contracts.ts';
import { supplierIdOf } from '../../suppliers/model.ts';
import { acceptances } from '../acceptances/model.ts';
import { acceptanceNoticeContent } from '../acceptances/notice.ts';
import { breaches } from '../breaches/model.ts';
import { type ContractContent, contracts, supplierNow } from '../model.ts';
import { payments } from '../payments/model.ts';
import { amountNow, amountsOf } from './amounts.ts';
import { createContractChange } from './commands/create.ts';
import { changeNoticeIdOf } from './commands/publish.ts';
import { type ContractChange, type ContractChangeContent, contractChanges } from './model.ts';

const clerk = anActor('purchaser_clerk');
const reviewer = anActor('purchaser_reviewer');
const office = anActor('procurement_office');
const second = anId('second change');
const day = 24 * 3_600_000;
const tenth = Math.floor(contractAmount / 10);

function must(answer: Result<unknown>): void {
  expect(answer.ok ? null : answer.error).toBeNull();
}
const codes = (answer: ReturnType<Store['run']>) =>
  answer.ok ? [] : (answer.error.fields ?? []).map(({ code }) => code);
const fields = (answer: ReturnType<Store['run']>) =>
  answer.ok ? [] : (answer.error.fields ?? []).map(({ path, code }) => `${path} ${code}`);

const aStoreWithContract = (parts: Partial<ContractContent> = {}): Store => {
  const store = withContractIn(aStoreToSign(), 'received', parts);
  store.now += day;
  return store;
};
const changeIn = (store: Store, changeId = id): ContractChange => store.get(contractChanges, changeId);
const contractIn = (store: Store) => store.get(contracts, contractId);
const noticeIn = (store: Store, changeId = id) =>
  store.get(announcements, changeNoticeIdOf({ id: changeId }));
const amountOfContract = (store: Store) => amountNow(amountsOf(contractIn(store)));
const amountOfSection = (store: Store) => liveContracts(store.get(sections, sectionId))[0]?.amount;

/** What submission refuses, warnings read. */
function refusals(parts: Partial<ContractChangeContent>, store = aStoreWithContract()): readonly string[] {
  must(beginChange(store, parts));
  return fields(submitChange(store));
}

describe('a change of a contract', () => {
  it('goes from the clerk over another person of the unit to the public, and the contract follows', () => {
    const store = aStoreWithContract();
    must(beginChange(store));
    expect(changeIn(store)).toMatchObject({
      ...{ status: 'draft', contractId, contractNo: 'HT-2026-001', contractName: '分析仪采购合同' },
      ...{ sectionId, supplierName: '乙公司', publishedAt: null },
    });
    expect(contractChanges.scopes(changeIn(store))).toEqual([unitScope(clerk.organisationId ?? '')]);
    must(submitChange(store));
    must(approveChange(store));
    expect(amountOfContract(store)).toBe(contractAmount);
    must(publishChange(store));
    const notice = noticeIn(store);
    expect(changeIn(store)).toMatchObject({
      status: 'published',
      announcementId: notice.id,
      publishedAt: store.now,
    });
    expect(notice).toMatchObject({ type: 'CONTRACT_CHANGE', status: 'published', publishedAt: store.now });
    expect(contractIn(store)).toMatchObject({
      status: 'received',
      content: { amount: contractAmount },
      changes: [
        {
          ...{ changeId: id, kind: 'addition', amount: changeAmount, changedOn: '2026-03-05' },
          ...{ announcementId: notice.id, at: store.now },
        },
      ],
    });
    expect(amountOfContract(store)).toBe(contractAmount + changeAmount);
    expect(amountOfSection(store)).toBe(contractAmount + changeAmount);
    expect(contractChanges.scopes(changeIn(store))).toEqual([
      unitScope(clerk.organisationId ?? ''),
      officeScope(changeIn(store).regionCode),
    ]);
    expect(store.sent.at(-1)).toMatchObject({
      type: 'contract.change',
      body: {
        announcementId: notice.id,
        change: {
          ...{ contractId, contractNo: 'HT-2026-001', changeId: id, kind: 'addition' },
          ...{ amount: changeAmount, changedOn: '2026-03-05' },
          publicFileHash: aChangeText('public').sha256,
        },
      },
    });
  });

  it('is begun by the unit on its contract in force, and by nobody else', () => {
    const store = aStoreWithContract();
    const input = { id, contractId, content: aChangeContent() };
    for (const actor of [anActor('agency'), office, reviewer, anActor('supervisor')]) {
      expect(store.run(actor, 'contractChanges.create', input)).toMatchObject({
        error: { code: 'not_allowed' },
      });
    }
    expect(store.run(anActor('purchaser_clerk', anotherUnit), 'contractChanges.create', input)).toMatchObject(
      { error: { code: 'not_found' } },
    );
    expect(
      store.run(clerk, 'contractChanges.create', { ...input, contractId: anId('no contract') }),
    ).toMatchObject({ error: { code: 'not_found' } });
    for (const status of ['draft', 'review', 'approved'] as const) {
      expect(fields(beginChange(withContractIn(aStoreToSign(), status)))).toEqual([
        'contractId contract_not_in_force',
      ]);
    }
    // 采购办's receipt, or papers that it asks for, stop nothing.
    for (const status of ['submitted', 'papers', 'received'] as const) {
      must(beginChange(withContractIn(aStoreToSign(), status)));
    }
    must(endContract(store));
    expect(codes(beginChange(store))).toEqual(['contract_not_in_force']);
  });

  it('is not approved by who submitted it, nor as it no longer is', () => {
    const store = withChangeIn(aStoreWithContract(), 'review');
    const seen = changeIn(store).submittedAt;
    const approve = (actor = reviewer) =>
      store.run(actor, 'contractChanges.approve', { id, submittedAt: seen, note: '' });
    expect(approve({ ...reviewer, accountId: clerk.accountId })).toMatchObject({
      error: { code: 'same_person' },
    });
    expect(approve(office)).toMatchObject({ error: { code: 'not_allowed' } });
    store.now += 1;
    must(store.run(clerk, 'contractChanges.takeBack', { id }));
    expect(changeIn(store)).toMatchObject({ status: 'draft', submittedAt: null, submittedBy: null });
    expect(approve()).toMatchObject({ error: { code: 'wrong_state' } });
    const changes = [{ field: 'clauses', from: '第二条', to: '第三条' }];
    must(store.run(clerk, 'contractChanges.edit', { id, changes }));
    must(submitChange(store));
    expect(codes(approve())).toEqual(['submitted_anew']);
    const giveBack = { id, submittedAt: seen, reason: '请核对金额' };
    expect(codes(store.run(reviewer, 'contractChanges.return', giveBack))).toEqual(['submitted_anew']);
    must(approveChange(store));
  });

  it('comes back with an opinion, may be deleted before it is published and not after', () => {
    const store = withChangeIn(aStoreWithContract(), 'approved');
    const remove = () => store.run(clerk, 'contractChanges.delete', { id });
    const giveBack = (reason: string) => store.run(reviewer, 'contractChanges.return', { id, reason });
    expect(remove()).toMatchObject({ error: { code: 'wrong_state' } });
    expect(codes(giveBack(''))).toEqual(['reason_short']);
    must(giveBack('请核对金额'));
    expect(changeIn(store).status).toBe('returned');
    must(remove());
    expect(store.has(contractChanges, id)).toBe(false);
    must(beginChange(store));
    must(submitChange(store));
    must(approveChange(store));
    must(publishChange(store));
    expect(remove()).toMatchObject({ error: { code: 'wrong_state' } });
    expect(giveBack('请核对金额')).toMatchObject({ error: { code: 'wrong_state' } });
    expect(store.run(clerk, 'contractChanges.takeBack', { id })).toMatchObject({
      error: { code: 'wrong_state' },
    });
    const changes = [{ field: 'amount', from: changeAmount, to: 1 }];
    expect(store.run(clerk, 'contractChanges.edit', { id, changes })).toMatchObject({
      error: { code: 'wrong_state' },
    });
  });

  it('edited by two at once in one field keeps the first, in two fields both', () => {
    const store = withChangeIn(aStoreWithContract(), 'draft');
    const edit = (field: string, from: unknown, to: unknown) =>
      store.run(clerk, 'contractChanges.edit', { id, changes: [{ field, from, to }] });
    must(edit('clauses', '第二条', '第三条'));
    expect(edit('clauses', '第二条', '第四条')).toMatchObject({ error: { code: 'conflict' } });
    must(edit('reason', aChangeContent().reason, '另一原因'));
    expect(changeIn(store).content).toMatchObject({ clauses: '第三条', reason: '另一原因' });
  });
});

describe('submission', () => {
  it('asks for what the announcement and 采购办 need', () => {
    expect(
      refusals({ kind: null, clauses: ' ', description: '', reason: '\u202e', changedOn: null, files: [] }),
    ).toEqual([
      ...['kind', 'clauses', 'description', 'reason', 'changedOn'].map(
        (field) => `${field} contract_change.required`,
      ),
      ...['full', 'public'].map((text) => `files contract_change.${text}_text_missing`),
    ]);
    expect(refusals({ amount: null })).toEqual(['amount contract_change.required']);
    expect(refusals({ kind: 'reduction', amount: null })).toEqual(['amount contract_change.required']);
    expect(refusals({ kind: 'extension', amount: null, identical: false })).toEqual([]);
  });

  it('takes an addition only of the same, and up to the tenth of what was signed (法 art 49)', () => {
    expect(refusals({ identical: false })).toEqual(['identical contract_change.not_identical']);
    expect(refusals({ amount: tenth })).toEqual([]);
    expect(refusals({ amount: tenth + 1 })).toEqual(['amount contract_change.above_tenth']);
  });

  it('refuses a change from before the contract, or of days to come', () => {
    expect(refusals({ changedOn: '2026-03-03' })).toEqual(['changedOn contract_change.before_contract']);
    expect(refusals({ changedOn: '2026-03-06' })).toEqual(['changedOn contract_change.later']);
  });

  it('of another party asks for name and code', () => {
    const party = { kind: 'party' as const, amount: null, identical: false };
    expect(refusals(party)).toEqual([
      'newSupplier contract_change.required',
      'newSupplierUscc contract_change.required',
    ]);
    expect(refusals({ ...party, newSupplier: '丙公司', newSupplierUscc: '1' })).toEqual([
      'newSupplierUscc contract_change.new_supplier',
    ]);
    expect(refusals({ ...party, newSupplier: '丙公司', newSupplierUscc: '11411000005712349F' })).toEqual([]);
  });

  it('keeps the full text from being published by a wrong choice', () => {
    const files = [aChangeText('full'), aChangeText('public', 'e')];
    expect(refusals({ files })).toEqual(['files contract_change.same_text']);
    expect(refusals({ files, nothingHidden: true })).toEqual([]);
  });

  it('refuses what the announcement could not say, at the field that says it', () => {
    expect(refusals({ description: `一${'\n'.repeat(3000)}二` })).toEqual([
      'description contract_change.notice_unfit',
    ]);
    expect(refusals({ clauses: '\u202e\u2066' })).toEqual(['clauses contract_change.required']);
  });

  it('late is possible with a warning that was read, also at publication', () => {
    const store = aStoreWithContract();
    store.now += 10 * day;
    must(beginChange(store));
    const unread = (command: string) =>
      codes(store.run(clerk, `contractChanges.${command}`, { id, acknowledged: [] }));
    expect(unread('submit')).toEqual(['contract_change.published_late']);
    must(submitChange(store));
    must(approveChange(store));
    expect(unread('publish')).toEqual(['contract_change.published_late']);
    must(publishChange(store));
    expect(changeIn(store).acknowledgedWarnings).toEqual(['contract_change.published_late']);
  });
});

describe('several changes', () => {
  it('count together against the tenth of what was signed; what is no addition does not', () => {
    const store = withChangeIn(aStoreWithContract(), 'published', { amount: 4_000_000 });
    withChangeIn(store, 'published', { kind: 'extension', amount: null, identical: false }, second);
    withChangeIn(store, 'published', { kind: 'reduction', amount: 10_000_000 }, anId('third'));
    // The tenth is of what was signed, not of what it amounts to now.
    const rest = tenth - 4_000_000;
    const fourth = anId('fourth');
    must(beginChange(store, { amount: rest + 1 }, fourth));
    const answer = submitChange(store, fourth);
    expect(answer).toMatchObject({
      error: { fields: [{ path: 'amount', params: { added: tenth + 1, most: tenth } }] },
    });
    const changes = [{ field: 'amount', from: rest + 1, to: rest }];
    must(store.run(clerk, 'contractChanges.edit', { id: fourth, changes }));
    must(submitChange(store, fourth));
    must(approveChange(store, fourth));
    must(publishChange(store, fourth));
    expect(contractIn(store).changes.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['addition', 4_000_000],
      ['extension', null],
      ['reduction', 10_000_000],
      ['addition', rest],
    ]);
    const sum = contractAmount + tenth - 10_000_000;
    expect([amountOfContract(store), amountOfSection(store)]).toEqual([sum, sum]);
    must(beginChange(store, { amount: 1 }, anId('fifth')));
    expect(codes(submitChange(store, anId('fifth')))).toEqual(['contract_change.above_tenth']);
  });

  it('take away less than everything', () => {
    const store = withChangeIn(aStoreWithContract(), 'published');
    withChangeIn(store, 'published', { kind: 'reduction', amount: contractAmount }, second);
    expect(amountOfContract(store)).toBe(changeAmount);
    const third = anId('third');
    must(beginChange(store, { kind: 'reduction', amount: changeAmount }, third));
    expect(codes(submitChange(store, third))).toEqual(['contract_change.below_nothing']);
    const changes = [{ field: 'amount', from: changeAmount, to: changeAmount - 1 }];
    must(store.run(clerk, 'contractChanges.edit', { id: third, changes }));
    must(submitChange(store, third));
  });

  it('are made one after the other: of two begun at two desks the second is told of the first', () => {
    const store = aStoreWithContract();
    must(beginChange(store));
    expect(beginChange(store, {}, second)).toMatchObject({
      error: { code: 'already_exists', fields: [{ path: 'contractId', code: 'contract_change_open' }] },
    });
    expect(store.has(contractChanges, second)).toBe(false);
    expect(beginChange(store)).toMatchObject({ error: { code: 'already_exists' } });
    must(submitChange(store));
    must(approveChange(store));
    expect(codes(beginChange(store, {}, second))).toEqual(['contract_change_open']);
    must(publishChange(store));
    must(beginChange(store, {}, second));
  });

  it('count no amount that was typed before another kind was chosen', () => {
    const store = withChangeIn(aStoreWithContract(), 'published', { kind: 'extension', amount: 5 });
    expect(contractIn(store).changes).toMatchObject([{ kind: 'extension', amount: null }]);
    expect(store.sent.at(-1)).toMatchObject({ body: { change: { kind: 'extension', amount: null } } });
    expect([amountOfContract(store), amountOfSection(store)]).toEqual([contractAmount, contractAmount]);
  });
});

describe('终止', () => {
  const ending = {
    ...{ kind: 'termination' as const, clauses: '', amount: null, identical: false },
    ...{ terminationReason: 'agreement' as const, settlement: '已付款项不退回（示例）。' },
  };

  it('takes effect when it is agreed and announced, not when one person asks for it', () => {
    const store = withChangeIn(aStoreWithContract(), 'approved', ending);
    expect(contractIn(store).status).toBe('received');
    must(publishChange(store));
    expect(contractIn(store)).toMatchObject({
      status: 'terminated',
      changes: [{ changeId: id, kind: 'termination', amount: null, changedOn: '2026-03-05' }],
    });
    expect(contractIn(store).history.at(-1)).toMatchObject({ note: '新增实验室（示例）' });
    expect(store.get(sections, sectionId)).toMatchObject({
      status: 'awarded',
      contracts: [{ contractId, endedAt: store.now }],
    });
    expect(store.sent.at(-1)).toMatchObject({
      type: 'contract.change',
      body: { change: { kind: 'termination', amount: null } },
    });
    expect(noticeIn(store).frozen?.values).toMatchObject({ changedClauses: '合同终止' });
    const said = JSON.stringify(noticeIn(store).frozen?.values['changeContent']);
    expect(said).toContain('终止原因：双方协商一致');
    // What becomes of the money is for unit and 采购办.
    expect(said).not.toContain('已付款项不退回');
  });

  it('asks why, and what becomes of payments, and for no clause', () => {
    expect(refusals({ ...ending, terminationReason: null, settlement: ' ' })).toEqual([
      'terminationReason contract_change.required',
      'settlement contract_change.required',
    ]);
    expect(refusals(ending)).toEqual([]);
  });

  it('is not for a contract that was carried out', () => {
    const store = aStoreWithContract();
    const contract = contractIn(store);
    const performance = { ...contract.performance, acceptance: 'passed' as const };
    store.put(contracts, { ...contract, performance });
    expect(refusals(ending, store)).toEqual(['kind contract_change.performed']);
  });

  it('waits until another change is dealt with, and ends the chain', () => {
    const store = withChangeIn(aStoreWithContract(), 'approved');
    expect(codes(beginChange(store, ending, second))).toEqual(['contract_change_open']);
    must(publishChange(store));
    must(endContract(store));
    expect(store.get(sections, sectionId).contracts).toMatchObject([
      { amount: contractAmount + changeAmount, endedAt: store.now },
    ]);
    expect(contractIn(store).changes).toHaveLength(2);
    expect(codes(beginChange(store, {}, second))).toEqual(['contract_not_in_force']);
  });

  it('takes what outboxes of before were told', () => {
    const { terminationReason, settlement, ...content } = aChangeContent();
    const raised = upcast(createContractChange, { id, contractId, content }, 1);
    expect(raised).toEqual({ ok: true, value: { id, contractId, content: aChangeContent() } });
    expect([terminationReason, settlement]).toEqual([null, '']);
  });
});

describe('合同变更公告', () => {
  it('says of which contract, what was changed and since when, with the texts that are to be public', () => {
    const store = withChangeIn(aStoreWithContract(), 'published', { clauses: '第二条\n第三条' });
    const { frozen } = noticeIn(store);
    expect(frozen?.values).toMatchObject({
      ...{ origContractNo: 'HT-2026-001', origContractName: '分析仪采购合同', supplierName: '乙公司' },
      ...{ firstPublishedOn: '2026-03-04', changedOn: '2026-03-05', changedClauses: '第二条 第三条' },
      origFile: [{ sha256: aText('public').sha256 }],
      supplementFile: [{ sha256: aChangeText('public').sha256 }],
    });
    const document = announcementDocument(noticeIn(store));
    expect(JSON.stringify(document)).toContain(aChangeContent().description);
    expect(JSON.stringify(document)).toContain('追加金额：');
  });

  it('names who takes the contract over, also to the trading centre', () => {
    const party = { newSupplier: '丙公司', newSupplierUscc: '11411000005712349F' };
    const parts = { ...party, kind: 'party' as const, amount: null, identical: false };
    const store = withChangeIn(aStoreWithContract(), 'published', parts);
    expect(JSON.stringify(announcementDocument(noticeIn(store)))).toContain(
      '变更后的供应商（乙方）：丙公司（统一社会信用代码：11411000005712349F）',
    );
    const supplier = { name: '丙公司', uscc: '11411000005712349F' };
    expect(store.sent.at(-1)).toMatchObject({ body: { change: { kind: 'party', supplier } } });
  });

  it('keeps reason, other files and full texts to unit and 采购办', () => {
    const marked = (purpose: 'full' | 'other', hash: string) => ({
      ...aChangeText(purpose, hash),
      fileName: `SECRET-${purpose}.pdf`,
    });
    const store = withChangeIn(
      aStoreWithContract({ supplierBank: 'SECRET-BANK', supplierAccount: 'SECRET-ACCOUNT' }),
      'published',
      {
        reason: 'SECRET-REASON',
        newSupplier: 'SECRET-PARTY',
        newSupplierUscc: 'SECRET-USCC',
        files: [marked('full', '1'), aChangeText('public'), marked('other', '2')],
      },
    );
    const everywhere = JSON.stringify([...[noticeIn(store), store.sent, store.get(sections, sectionId)]]);
    expect(everywhere).not.toContain('SECRET');
    for (const hash of ['1', '2', 'c', 'e']) expect(everywhere).not.toContain(hash.repeat(64));
    expect(everywhere).toContain('f'.repeat(64));
    expect(JSON.stringify(changeIn(store)).match(/SECRET/g)).toHaveLength(5);
    // 采购办 gets what it may read.
    expect(contractChanges.files(changeIn(store))).toEqual(
      expect.arrayContaining(['1', '2', 'f'].map((hash) => hash.repeat(64))),
    );
  });

  it('takes whatever may be typed: lines, signs that turn text, and texts of full length', () => {
    const hostile = (most: number) => `\u202e<b>\n\n&${'文'.repeat(most)}`.slice(0, most);
    const store = withChangeIn(aStoreWithContract(), 'published', {
      clauses: hostile(500),
      description: hostile(5000),
      reason: hostile(2000),
    });
    const said = JSON.stringify([noticeIn(store).frozen, store.sent.at(-1)]);
    expect(said).not.toContain('\u202e');
    expect(String(noticeIn(store).frozen?.values['changedClauses'])).not.toContain('\n');
  });

  it('is not made of a secret contract, whose change is told to nobody but 采购办', () => {
    const store = aStoreWithContract({
      ...{ secret: true, secretBasis: '示例定密依据', files: [] },
    });
    const sent = store.sent.length;
    withChangeIn(store, 'published', { files: [] });
    expect(store.has(announcements, changeNoticeIdOf({ id }))).toBe(false);
    expect(changeIn(store)).toMatchObject({ status: 'published', announcementId: null });
    expect(contractChanges.scopes(changeIn(store))).toHaveLength(2);
    expect(contractIn(store).changes).toMatchObject([{ changeId: id, announcementId: null }]);
    expect(amountOfContract(store)).toBe(contractAmount + changeAmount);
    expect(amountOfSection(store)).toBeNull();
    expect(store.sent).toHaveLength(sent);
    // It is not late either, for nothing is to be announced.
    store.now += 30 * day;
    must(beginChange(store, { amount: 1, files: [] }, second));
    must(store.run(clerk, 'contractChanges.submit', { id: second, acknowledged: [] }));
  });
});

it('a change whose reviewer has seen it is published by the clerk alone', () => {
  const store = withChangeIn(aStoreWithContract(), 'approved');
  for (const actor of [reviewer, office, anActor('agency')]) {
    expect(store.run(actor, 'contractChanges.publish', { id, acknowledged: everyWarning })).toMatchObject({
      error: { code: 'not_allowed' },
    });
  }
  must(publishChange(store));
});

it('减量 never brings a contract below what has been paid', () => {
  const store = aStoreWithContract();
  paidPayment(store, anId('paid'), contractAmount - 100);
  const reduction = { kind: 'reduction', amount: 101, identical: false } as const;
  expect(refusals(reduction, store)).toEqual(['amount contract_change.below_paid']);
  const changes = [{ field: 'amount', from: 101, to: 100 }];
  must(store.run(clerk, 'contractChanges.edit', { id, changes }));
  must(submitChange(store));
});

it.each(['身份证号410105199003071234', '电话13803740000', '账号：41050168620800000123'])(
  'publishes no number of a person: %s',
  (text) => {
    expect(refusals({ description: text })).toEqual(['description contract_change.private_published']);
  },
);

describe('主体变更', () => {
  const party: Partial<ContractChangeContent> = {
    ...{ kind: 'party', amount: null, identical: false, newSupplier: '丙公司' },
    newSupplierUscc: '91411000MA3X12345A',
  };

  it('names who has taken it over from then on, wherever something is begun or still open', () => {
    const store = aStoreWithContract();
    must(beginPayment(store, {}, anId('open payment')));
    paidPayment(store, anId('paid before'), 1);
    must(beginAcceptance(store, {}, anId('open acceptance')));
    must(beginBreach(store, {}, anId('open breach')));
    withBreachIn(store, 'notified', {}, anId('noticed'));
    withChangeIn(store, 'published', party);
    expect(supplierNow(contractIn(store))).toMatchObject({
      ...{ name: '丙公司', uscc: '91411000MA3X12345A', tookOver: true },
    });
    expect(contracts.deskColumns.supplierName.read(contractIn(store))).toBe('丙公司');
    expect(liveContracts(store.get(sections, sectionId))[0]?.supplierName).toBe('丙公司');
    expect(store.get(payments, anId('open payment')).supplierName).toBe('丙公司');
    expect(store.get(payments, anId('paid before')).supplierName).toBe('乙公司');
    expect(store.get(acceptances, anId('open acceptance')).supplierName).toBe('丙公司');
    expect(store.get(breaches, anId('open breach')).supplierName).toBe('丙公司');
    expect(store.get(breaches, anId('noticed')).supplierName).toBe('乙公司');
    must(beginBreach(store, {}, anId('new breach')));
    expect(store.get(breaches, anId('new breach')).supplierName).toBe('丙公司');
    must(beginPayment(store, {}, anId('new payment')));
    expect(store.get(payments, anId('new payment')).supplierName).toBe('丙公司');
    expect(acceptanceNoticeContent(contractIn(store), { content: anAcceptanceContent() })).toMatchObject({
      supplierName: '丙公司',
    });
    withChangeIn(store, 'draft', {}, anId('next change'));
    expect(changeIn(store, anId('next change')).supplierName).toBe('丙公司');
  });

  it('of a state secret leaves the winner on the section', () => {
    const store = aStoreWithContract({ secret: true, secretBasis: '定密依据', files: [] });
    withChangeIn(store, 'published', { ...party, files: [] });
    expect(supplierNow(contractIn(store)).name).toBe('丙公司');
    expect(liveContracts(store.get(sections, sectionId))[0]?.supplierName).toBe('乙公司');
    expect(JSON.stringify(store.get(sections, sectionId))).not.toContain('丙公司');
  });

  it('is refused where the newcomer is banned today, by code or by name', () => {
    const banned = (uscc: string, name: string) => {
      const store = aStoreWithContract();
      must(store.run(clerk, 'suppliers.save', { uscc, name }));
      must(
        store.run(office, 'suppliers.recordBan', {
          ...{ id: supplierIdOf(uscc), banId: anId('ban'), document: '许财购罚〔2026〕1号' },
          ...{ reason: '串通投标', from: '2026-01-01', until: '2026-12-31' },
        }),
      );
      return store;
    };
    const refused = ['newSupplier contract_change.newcomer_banned'];
    expect(refusals(party, banned('91411000MA3X12345A', '旧名'))).toEqual(refused);
    expect(refusals(party, banned('11411000005712349F', '丙公司'))).toEqual(refused);
    expect(refusals(party, banned('11411000005712349F', '丁公司'))).toEqual([]);
  });
});
