// 合同公告及备案: written on an announced result, reviewed, announced and filed in one step, received by 采购办; or what stands in its way.
import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/kernel/dates.ts';
import type { Result } from '#shared/kernel/result.ts';
import { anActor, anotherUnit } from '#test/builders/actors.ts';
import { awardId } from '#test/builders/awards.ts';
import { endContract, withChangeIn } from '#test/builders/contract-changes.ts';
import {
  aContractContent,
  approveContract,
  aStoreToSign,
  aText,
  beginContract,
  contractAmount,
  contractId as id,
  publishContract,
  sectionId,
  submitContract,
  withContractIn,
} from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import { paidPayment } from '#test/builders/payments.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { officeScope, unitScope } from '../actor.ts';
import { announcementDocument } from '../announcements/document-of-row.ts';
import { announcements } from '../announcements/model.ts';
import { emptyChange } from '../award-changes/model.ts';
import { heldBy, released } from '../projects/holds.ts';
import { projects, sections } from '../projects/model.ts';
import { resultOf, withVoid } from '../projects/result.ts';
import { liveContracts } from '../projects/section-contracts.ts';
import { unfundedOf } from './commands/funding.ts';
import { noticeIdOf } from './commands/publish.ts';
import { type Contract, type ContractContent, contracts, documentsOf } from './model.ts';
import { payments } from './payments/model.ts';
import { contractTasks } from './tasks.ts';
import { availableActions } from './workflow.ts';

const clerk = anActor('purchaser_clerk');
const reviewer = anActor('purchaser_reviewer');
const office = anActor('procurement_office');
const second = anId('second contract');
const day = 24 * 3_600_000;

function must(answer: Result<unknown>): void {
  expect(answer.ok ? null : answer.error).toBeNull();
}
const codes = (answer: ReturnType<Store['run']>) =>
  answer.ok ? [] : (answer.error.fields ?? []).map(({ code }) => code);
const fields = (answer: ReturnType<Store['run']>) =>
  answer.ok ? [] : (answer.error.fields ?? []).map(({ path, code }) => `${path} ${code}`);

const section = (store: Store) => store.get(sections, sectionId);
const byRate = { amountKind: 'rate', amountReason: '按采购文件以费率结算（示例）' } as const;
const contractIn = (store: Store, contractId = id): Contract => store.get(contracts, contractId);
const noticeIn = (store: Store, contractId = id) => store.get(announcements, noticeIdOf({ id: contractId }));

/** What submission refuses, warnings read. */
function refusals(parts: Partial<ContractContent>, store = aStoreToSign()): readonly string[] {
  must(beginContract(store, parts));
  return codes(submitContract(store));
}

/** 质疑 that may affect the result. */
const hold = { kind: 'challenge', recordId: anId('letter'), document: 'ZY-1', from: 0 } as const;

describe('a contract', () => {
  it('goes from the clerk over another person of the unit to the public and 采购办', () => {
    const store = aStoreToSign();
    must(beginContract(store));
    expect(contractIn(store)).toMatchObject({ status: 'draft', result: { supplierName: '乙公司', awardId } });
    must(submitContract(store));
    must(approveContract(store));
    expect(section(store).status).toBe('awarded');
    must(publishContract(store));
    const notice = noticeIn(store);
    expect(contractIn(store)).toMatchObject({
      status: 'submitted',
      announcementId: notice.id,
      publishedAt: store.now,
      filing: null,
    });
    expect(notice).toMatchObject({ type: 'CONTRACT', status: 'published', publishedAt: store.now });
    expect(section(store)).toMatchObject({
      status: 'contracted',
      contracts: [
        {
          ...{ contractId: id, awardId, contractNo: 'HT-2026-001', supplierName: '乙公司' },
          ...{ amount: contractAmount, announcementId: notice.id, endedAt: null },
        },
      ],
    });
    expect(store.sent.at(-1)).toMatchObject({
      type: 'contract.push',
      body: {
        announcementId: notice.id,
        contract: {
          ...{ contractId: id, awardId, supplier: { name: '乙公司' }, amount: contractAmount },
          publicFileHash: aText('public').sha256,
        },
      },
    });
    must(store.run(office, 'contracts.receive', { id, note: '' }));
    expect(contractIn(store)).toMatchObject({
      status: 'received',
      filing: { no: expect.stringMatching(/0001/), at: store.now, by: office.name },
    });
  });

  it('is begun by the unit of a section whose result is announced, and by nobody else', () => {
    const input = { id, sectionId, content: aContractContent() };
    const store = aStoreToSign();
    for (const actor of [anActor('agency'), office, reviewer, anActor('supervisor')]) {
      expect(store.run(actor, 'contracts.create', input)).toMatchObject({ error: { code: 'not_allowed' } });
    }
    expect(store.run(anActor('purchaser_clerk', anotherUnit), 'contracts.create', input).ok).toBe(false);
    const before = section(store);
    store.put(sections, { ...before, results: before.results.map((r) => ({ ...r, announcementId: null })) });
    expect(codes(beginContract(store))).toEqual(['result_not_announced_to_sign']);
    store.put(sections, withVoid(before, store.now, 'No 1'));
    expect(codes(beginContract(store))).toEqual(['result_not_announced_to_sign']);
    store.put(sections, { ...before, status: 'terminated' });
    expect(codes(beginContract(store))).toEqual(['result_not_announced_to_sign']);
    store.put(sections, before);
    must(beginContract(store));
    expect(beginContract(store)).toMatchObject({ error: { code: 'already_exists' } });
  });

  it('is not approved by who submitted it, nor as it no longer is', () => {
    const store = withContractIn(aStoreToSign(), 'review');
    const seen = contractIn(store).submittedAt;
    const approve = (actor = reviewer) =>
      store.run(actor, 'contracts.approve', { id, submittedAt: seen, note: '' });
    expect(approve({ ...reviewer, accountId: clerk.accountId })).toMatchObject({
      error: { code: 'same_person' },
    });
    store.now += 1;
    must(store.run(clerk, 'contracts.takeBack', { id }));
    expect(approve()).toMatchObject({ error: { code: 'wrong_state' } });
    const changes = [{ field: 'period', from: '签订后30日内', to: '签订后90日内' }];
    must(store.run(clerk, 'contracts.edit', { id, changes }));
    must(submitContract(store));
    expect(codes(approve())).toEqual(['submitted_anew']);
    const giveBack = { id, submittedAt: seen, reason: '请核对付款条件' };
    expect(codes(store.run(reviewer, 'contracts.return', giveBack))).toEqual(['submitted_anew']);
    must(approveContract(store));
    must(store.run(clerk, 'contracts.takeBack', { id }));
    expect(publishContract(store)).toMatchObject({ error: { code: 'wrong_state' } });
    expect(contractIn(store)).toMatchObject({ status: 'draft', submittedAt: null, submittedBy: null });
  });

  it('comes back with an opinion, may be deleted before it is published and not after', () => {
    const store = withContractIn(aStoreToSign(), 'approved');
    expect(store.run(clerk, 'contracts.delete', { id })).toMatchObject({ error: { code: 'wrong_state' } });
    expect(codes(store.run(reviewer, 'contracts.return', { id, reason: '' }))).toEqual(['reason_short']);
    must(store.run(reviewer, 'contracts.return', { id, reason: '请核对付款条件' }));
    expect(contractIn(store).status).toBe('returned');
    must(submitContract(store));
    must(approveContract(store));
    must(publishContract(store));
    for (const command of ['delete', 'takeBack']) {
      expect(store.run(clerk, `contracts.${command}`, { id })).toMatchObject({
        error: { code: 'wrong_state' },
      });
    }
    expect(store.run(reviewer, 'contracts.return', { id, reason: '请核对付款条件' }).ok).toBe(false);
    const changes = [{ field: 'supplierAccount', from: '6222000000000000000', to: '1' }];
    expect(store.run(clerk, 'contracts.edit', { id, changes })).toMatchObject({
      error: { code: 'wrong_state' },
    });
    const other = withContractIn(aStoreToSign(), 'draft');
    must(other.run(clerk, 'contracts.delete', { id }));
    expect(other.has(contracts, id)).toBe(false);
  });

  it('edited by two at once in one field keeps the first, in two fields both', () => {
    const store = withContractIn(aStoreToSign(), 'draft');
    const edit = (field: string, from: unknown, to: unknown) =>
      store.run(clerk, 'contracts.edit', { id, changes: [{ field, from, to }] });
    must(edit('place', '', '许昌市'));
    must(edit('copies', null, 4));
    expect(edit('place', '', '建安区')).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(contractIn(store).content).toMatchObject({ place: '许昌市', copies: 4 });
  });

  it('belongs to its unit until it is published, and to 采购办 from then on', () => {
    const store = withContractIn(aStoreToSign(), 'approved');
    const scopes = () => contracts.scopes(contractIn(store));
    const { purchaserId, regionCode } = contractIn(store);
    expect(scopes()).toEqual([unitScope(purchaserId)]);
    must(publishContract(store));
    expect(scopes()).toEqual([unitScope(purchaserId), officeScope(regionCode)]);
  });
});

describe('submission', () => {
  it('tells what is missing or wrong at its field', () => {
    expect(refusals({ contractNo: '', acceptanceStandard: ' ' })).toEqual([
      'contract.required',
      'contract.required',
    ]);
    expect(refusals({ items: [] })).toEqual(['contract.items_missing']);
    expect(refusals({ payments: [] })).toEqual(['contract.payments_missing']);
    expect(refusals({ signedOn: '2026-03-02' })).toEqual(['contract.signed_before_letter']);
    expect(refusals({ signedOn: '2026-03-05' })).toEqual(['contract.signed_later']);
    expect(refusals({ files: [aText('full')] })).toEqual(['contract.public_text_missing']);
    expect(refusals({ files: [aText('full'), aText('public', 'c')] })).toEqual(['contract.same_text']);
    expect(refusals({ files: [aText('full'), aText('public', 'c')], nothingHidden: true })).toEqual([]);
    expect(refusals({ bondAmount: 7_200_006, bondForm: 'guarantee' })).toEqual(['contract.bond_too_high']);
    expect(refusals({ bondAmount: 7_200_005 })).toEqual(['contract.bond_form']);
    expect(refusals({ secret: true })).toEqual(['contract.secret_files', 'contract.secret_basis']);
  });

  it('asks why the amount is another one, and refuses more than was won', () => {
    expect(refusals({ amount: contractAmount - 1 })).toEqual(['contract.amount_reason']);
    expect(refusals({ amount: contractAmount - 1, amountReason: '减少一台' })).toEqual([]);
    expect(refusals({ amount: contractAmount + 1, amountReason: '增加一台' })).toEqual([
      'contract.above_award',
    ]);
  });

  it('counts the thirty days of the first contract and the working days after signing, late ones with a warning', () => {
    const store = aStoreToSign();
    store.now += 45 * day;
    must(beginContract(store, { signedOn: '2026-04-03' }));
    const unread = store.run(clerk, 'contracts.submit', { id, acknowledged: [] });
    expect(codes(unread).toSorted()).toEqual([
      'contract.filed_late',
      'contract.published_late',
      'contract.signed_late',
    ]);
    must(submitContract(store));
    expect(contractIn(store).acknowledgedWarnings).toContain('contract.signed_late');
  });

  it('waits while a challenge may affect the result, and so does publication', () => {
    const store = withContractIn(aStoreToSign(), 'approved');
    store.put(sections, heldBy(section(store), hold));
    expect(codes(publishContract(store))).toEqual(['contract.held']);
    must(store.run(clerk, 'contracts.takeBack', { id }));
    expect(codes(submitContract(store))).toEqual(['contract.held']);
    store.put(sections, released(section(store), hold, store.now));
    must(submitContract(store));
  });

  it('refuses what the announcement could not say, at the field that says it', () => {
    const store = aStoreToSign();
    const turns = '\u202e\u2066\u200f';
    expect(refusals({ contractName: turns }, store)).toEqual(['contract.required']);
    const blankItem = aContractContent().items.map((item) => ({ ...item, name: turns }));
    expect(refusals({ items: blankItem })).toEqual(['contract.item_incomplete']);
    const manyLines = aStoreToSign();
    must(beginContract(manyLines, { other: `一${'\n'.repeat(1500)}二` }));
    expect(fields(submitContract(manyLines))).toEqual(['other contract.notice_unfit']);
    const long = '长'.repeat(1000);
    const items = Array.from({ length: 500 }, (_, index) => ({
      ...{ id: anId(`item ${index}`), name: long.slice(0, 200), spec: long, requirement: long, qty: '1' },
      unitPrice: 1,
    }));
    const large = aStoreToSign();
    must(beginContract(large, { items }));
    expect(fields(submitContract(large))).toEqual(['items contract.notice_unfit']);
    // What is not announced may be as long as it likes.
    expect(refusals({ items, secret: true, secretBasis: '示例定密依据', files: [] })).toEqual([]);
  });
});

describe('of two at once', () => {
  it('that begin a contract one wins; the other is told of the first', () => {
    const store = aStoreToSign();
    must(beginContract(store));
    const late = beginContract(store, { contractNo: 'HT-2026-002' }, second);
    expect(late).toMatchObject({
      error: {
        code: 'already_exists',
        fields: [{ path: 'several', code: 'contract_begun', params: { contractNo: 'HT-2026-001' } }],
      },
    });
    expect(store.has(contracts, second)).toBe(false);
    // With its reason it is a contract of several.
    must(beginContract(store, { contractNo: 'HT-2026-002', several: 'by_batch', amount: 1 }, second));
  });

  it('that publish the only contract one wins; the other says why there are two', () => {
    const store = aStoreToSign();
    const half = { amount: 30_000_000, amountReason: '分批' };
    withContractIn(store, 'approved', half);
    withContractIn(store, 'submitted', { ...half, several: 'by_batch', contractNo: 'HT-2026-002' }, second);
    expect(codes(publishContract(store))).toEqual(['contract_filed']);
    expect(contractIn(store)).toMatchObject({ status: 'approved', content: { contractNo: 'HT-2026-001' } });
    must(store.run(reviewer, 'contracts.return', { id, reason: '请选择分次签订的原因' }));
    const changes = [{ field: 'several', from: null, to: 'by_batch' }];
    must(store.run(clerk, 'contracts.edit', { id, changes }));
    must(submitContract(store));
    must(approveContract(store));
    must(publishContract(store));
    expect(liveContracts(section(store))).toHaveLength(2);
  });

  it('a contract on a result that has been changed meanwhile is not published', () => {
    const store = withContractIn(aStoreToSign(), 'approved');
    const before = section(store);
    const old = resultOf(before);
    if (old === undefined) throw new Error('no result');
    const changed = withVoid(before, store.now, '411000-JGBG-2026-0001');
    store.put(sections, changed);
    expect(codes(publishContract(store))).toEqual(['contract_result_changed']);
    const next = { ...old, awardId: anId('change'), supplierName: '丙公司' };
    store.put(sections, { ...changed, results: [...changed.results, next] });
    expect(codes(publishContract(store))).toEqual(['contract_result_changed']);
    must(store.run(clerk, 'contracts.takeBack', { id }));
    expect(codes(submitContract(store))).toContain('contract.result_changed');
    expect(contractIn(store).content.contractNo).toBe('HT-2026-001');
    expect(section(store).status).toBe('awarded');
  });

  it('one whose announcement was corrected, supplier, price and letter as before, is published on what stands now', () => {
    const store = withContractIn(aStoreToSign(), 'approved');
    const before = section(store);
    const old = resultOf(before);
    if (old === undefined) throw new Error('no result');
    const changed = withVoid(before, store.now, '411000-JGBG-2026-0001');
    const corrected = { ...old, awardId: anId('correction') };
    store.put(sections, { ...changed, results: [...changed.results, corrected] });
    must(publishContract(store));
    expect(contractIn(store).result.awardId).toBe(corrected.awardId);
    expect(liveContracts(section(store))).toMatchObject([{ awardId: corrected.awardId }]);
  });

  it('nor while a change is approved and not announced yet', () => {
    const store = withContractIn(aStoreToSign(), 'approved');
    const before = section(store);
    const result = resultOf(before);
    if (result === undefined) throw new Error('no result');
    const change = {
      ...{ changeId: anId('change'), changeNo: '411000-JGBG-2026-0001', action: 'next_candidate' as const },
      ...{ reasonCode: 'SUPPLIER_REFUSED', reason: '书面拒绝签订合同（示例）', corrections: [] },
      result: { ...result, supplierName: '丙公司', announcementId: null, letter: null },
    };
    store.put(sections, { ...before, change });
    expect(codes(publishContract(store))).toEqual(['contract.result_changing']);
    store.put(sections, before);
    must(publishContract(store));
  });

  it('one takes receipt and one asks for papers: the second is refused', () => {
    const store = withContractIn(aStoreToSign(), 'received');
    expect(store.run(office, 'contracts.requestPapers', { id, reason: '请补充分包协议' })).toMatchObject({
      error: { code: 'wrong_state' },
    });
    expect(store.run(office, 'contracts.receive', { id, note: '' })).toMatchObject({
      error: { code: 'wrong_state' },
    });
  });
});

describe('several contracts of a section', () => {
  const part = (amount: number, parts: Partial<ContractContent>) => ({ amount, ...parts });

  it('by batch or user are together not more than was won', () => {
    const store = withContractIn(aStoreToSign(), 'submitted', part(40_000_000, { several: 'by_batch' }));
    must(beginContract(store, part(32_000_051, { several: 'by_user', contractNo: '2' }), second));
    expect(codes(submitContract(store, second))).toEqual(['contract.above_award']);
    const price = [
      { field: 'amount', from: 32_000_051, to: 32_000_050 },
      {
        field: 'payments',
        from: contractIn(store, second).content.payments,
        to: aContractContent({ amount: 32_000_050 }).payments,
      },
    ];
    must(store.run(clerk, 'contracts.edit', { id: second, changes: price }));
    must(submitContract(store, second));
    must(approveContract(store, second));
    must(publishContract(store, second));
    expect(liveContracts(section(store)).map(({ amount }) => amount)).toEqual([40_000_000, 32_000_050]);
    expect(noticeIn(store).id).not.toBe(noticeIn(store, second).id);
  });

  it('count as they were signed: what was added later has a limit of its own, what was taken away is free', () => {
    for (const [kind, rest] of [
      ['addition', 32_000_050],
      ['reduction', 33_000_050],
    ] as const) {
      const store = withContractIn(aStoreToSign(), 'submitted', part(40_000_000, { several: 'by_batch' }));
      store.now += day;
      withChangeIn(store, 'published', { kind, amount: 1_000_000, identical: kind === 'addition' });
      const more = part(rest + 1, { several: 'by_batch', contractNo: '2' });
      must(beginContract(store, more, second));
      expect(codes(submitContract(store, second)), kind).toEqual(['contract.above_award']);
      must(store.run(clerk, 'contracts.delete', { id: second }));
      withContractIn(store, 'submitted', { ...more, amount: rest }, second);
    }
  });

  it('by year are each compared with those of their year', () => {
    const goods = aStoreToSign();
    must(beginContract(goods, part(contractAmount, { several: 'by_year' })));
    expect(codes(submitContract(goods))).toEqual(['contract.by_year']);
    const services = aStoreToSign();
    services.put(projects, ...services.all(projects).map((each) => ({ ...each, category: 'C' as const })));
    const store = withContractIn(services, 'submitted', part(contractAmount, { several: 'by_year' }));
    must(beginContract(store, part(1, { several: 'by_year', contractNo: '2' }), second));
    expect(codes(submitContract(store, second))).toEqual(['contract.above_award_of_year']);
    must(store.run(clerk, 'contracts.delete', { id: second }));
    store.now += 366 * day;
    const next = part(contractAmount, { several: 'by_year', contractNo: '3', signedOn: '2027-03-04' });
    must(beginContract(store, next, second));
    must(submitContract(store, second));
  });

  it('of which one is terminated leave the section as it is, and of the last one it is 已中标 again', () => {
    const store = withContractIn(aStoreToSign(), 'submitted', part(1, { several: 'by_batch' }));
    withContractIn(store, 'received', part(2, { several: 'by_batch', contractNo: '2' }), second);
    must(endContract(store, id));
    expect(contractIn(store).status).toBe('terminated');
    expect(section(store).status).toBe('contracted');
    expect(liveContracts(section(store)).map(({ contractId }) => contractId)).toEqual([second]);
    must(endContract(store, second));
    expect(section(store)).toMatchObject({ status: 'awarded', contracts: [{ endedAt: store.now }, {}] });
    // What was published stays published, and 采购办 still holds it.
    expect(noticeIn(store).status).toBe('published');
    expect(contracts.scopes(contractIn(store))).toHaveLength(2);
    // Another one may be signed.
    must(beginContract(store, { contractNo: '3' }, anId('third')));
  });

  it('after one that is terminated come to what was not paid under it', () => {
    const store = withContractIn(aStoreToSign(), 'received');
    store.now += day;
    paidPayment(store, anId('paid before the end'), 1);
    must(endContract(store, id));
    must(beginContract(store, { contractNo: '2' }, second));
    expect(codes(submitContract(store, second))).toEqual(['contract.above_award']);
    must(store.run(clerk, 'contracts.delete', { id: second }));
    const rest = { contractNo: '3', amount: contractAmount - 1, amountReason: '已付1分' };
    must(beginContract(store, rest, second));
    must(submitContract(store, second));
  });

  it('terminated, does not bring a cancelled section back', () => {
    const store = withContractIn(aStoreToSign(), 'submitted');
    store.put(sections, { ...section(store), status: 'cancelled' });
    must(endContract(store, id));
    expect(section(store)).toMatchObject({ status: 'cancelled', contracts: [{ endedAt: store.now }] });
  });
});

describe('a change of the result', () => {
  const change = {
    ...emptyChange,
    ...{ reasonCode: 'SUPPLIER_REFUSED' as const, reason: '乙公司书面拒绝履行合同（示例）。' },
    ...{ action: 'procure_again' as const, contractState: 'signed' as const },
    files: (['refusal', 'liability'] as const).map((purpose) => ({ ...aText('other', 'e'), purpose })),
  };
  const begin = (store: Store) =>
    store.run(clerk, 'awardChanges.create', { id: anId('change'), sectionId, content: change });
  const submit = (store: Store) =>
    store.run(clerk, 'awardChanges.submit', { id: anId('change'), acknowledged: everyWarning });
  const approve = (store: Store) =>
    store.run(office, 'awardChanges.approve', { id: anId('change'), note: '', acknowledged: everyWarning });

  it('waits until the contract on it is terminated, and says so', () => {
    const store = withContractIn(aStoreToSign(), 'received');
    expect(begin(store)).toMatchObject({
      error: { fields: [{ code: 'section_contracted', params: { document: 'HT-2026-001' } }] },
    });
    must(endContract(store));
    must(begin(store));
  });

  it('begun before the contract was published is neither submitted nor approved after it', () => {
    const store = withContractIn(aStoreToSign(), 'approved');
    must(begin(store));
    must(publishContract(store));
    expect(codes(submit(store))).toEqual(['change.contract_in_force']);
    must(endContract(store));
    must(submit(store));
    withContractIn(store, 'submitted', { contractNo: 'HT-2026-002' }, second);
    expect(codes(approve(store))).toEqual(['section_contracted']);
    must(endContract(store, second));
    must(approve(store));
    expect(resultOf(section(store))).toBeUndefined();
  });
});

describe('papers that are missing', () => {
  const added = aText('subcontract', 'e');
  const handIn = (store: Store, files: readonly unknown[]) =>
    store.run(clerk, 'contracts.handIn', { id, files });

  it('are asked for without taking anything back, and are only ever added', () => {
    const store = withContractIn(aStoreToSign(), 'papers');
    expect(noticeIn(store).status).toBe('published');
    expect(section(store).status).toBe('contracted');
    const { files } = contractIn(store).content;
    expect(codes(handIn(store, [{ ...aText('full'), fileName: 'other.pdf' }]))).toEqual(['file_handed_in']);
    expect(handIn(store, [])).toMatchObject({ error: { code: 'invalid_input' } });
    // The public text was published; another one would be an amendment.
    expect(handIn(store, [aText('public', 'f')])).toMatchObject({ error: { code: 'invalid_input' } });
    must(handIn(store, [added]));
    expect(contractIn(store)).toMatchObject({ status: 'submitted', content: { files: [...files, added] } });
    expect(contracts.files(contractIn(store))).toContain(added.sha256);
    expect(handIn(store, [aText('other', 'f')])).toMatchObject({ error: { code: 'wrong_state' } });
    must(store.run(office, 'contracts.receive', { id, note: '' }));
  });

  it('are not more than a contract holds, and not one twice', () => {
    const store = withContractIn(aStoreToSign(), 'papers');
    const file = (no: number) => ({ ...added, id: anId(`file ${no}`) });
    const twenty = Array.from({ length: 20 }, (_, no) => file(no));
    expect(codes(handIn(store, [added, added]))).toEqual(['file_handed_in']);
    must(handIn(store, twenty));
    must(store.run(office, 'contracts.requestPapers', { id, reason: '请补充分包协议' }));
    must(
      handIn(
        store,
        Array.from({ length: 20 }, (_, no) => file(20 + no)),
      ),
    );
    must(store.run(office, 'contracts.requestPapers', { id, reason: '请补充分包协议' }));
    expect(
      codes(
        handIn(
          store,
          Array.from({ length: 9 }, (_, no) => file(40 + no)),
        ),
      ),
    ).toEqual(['too_long']);
  });
});

describe('合同公告', () => {
  /** Its text, line by line. */
  function printed(store: Store): string {
    const document = announcementDocument(noticeIn(store));
    if (!document.ok) throw new Error('no document');
    return JSON.stringify(document.value);
  }

  it('says who signed what, for how much and until when, in the name of the unit', () => {
    const store = withContractIn(aStoreToSign(), 'submitted');
    const { frozen } = noticeIn(store);
    expect(frozen?.values).toMatchObject({
      ...{ contractNo: 'HT-2026-001', contractName: '分析仪采购合同' },
      ...{ supplierName: '乙公司', supplierAddress: '许昌市示例路2号' },
      ...{ contractAmount, signedOn: '2026-03-04', purchaserContact: '0374-2961598' },
      items: [{ cells: { itemName: '分析仪', itemSpec: 'FX-1', itemUnitPrice: contractAmount } }],
      performance: '履约期限：签订后30日内；履约地点：许昌市示例路1号',
      contractFile: [{ sha256: aText('public').sha256 }],
    });
    expect(printed(store)).toContain('柒拾贰万元伍角');
  });

  it('keeps accounts, banks, other files and the full text to unit and 采购办', () => {
    const marked = (purpose: Parameters<typeof aText>[0], hash: string) => ({
      ...aText(purpose, hash),
      id: anId(`marked ${purpose}`),
      fileName: `SECRET-${purpose}.pdf`,
    });
    const store = withContractIn(aStoreToSign(), 'received', {
      supplierBank: 'SECRET-BANK',
      supplierAccount: 'SECRET-ACCOUNT',
      amountReason: 'SECRET-REASON',
      place: 'SECRET-PLACE',
      acceptanceStandard: 'SECRET-STANDARD',
      payments: aContractContent().payments.map((each) => ({ ...each, condition: 'SECRET-CONDITION' })),
      bondAmount: 1,
      bondForm: 'guarantee',
      bondIssuer: 'SECRET-ISSUER',
      subcontracts: [{ id: anId('sub'), name: 'SECRET-SUB', part: 'SECRET-PART', amount: 1 }],
      files: [
        marked('full', '1'),
        aText('public'),
        marked('subcontract', '2'),
        marked('bond', '3'),
        marked('other', '4'),
      ],
    });
    const everywhere = JSON.stringify([noticeIn(store), store.sent, section(store)]);
    expect(everywhere).not.toContain('SECRET');
    for (const hash of ['1', '2', '3', '4']) expect(everywhere).not.toContain(hash.repeat(64));
    expect(everywhere).toContain(aText('public').sha256);
    expect(JSON.stringify(contractIn(store)).match(/SECRET/g)?.length).toBeGreaterThan(10);
  });

  it('gives no telephone of a supplier without a code, who may be a person', () => {
    const store = withContractIn(aStoreToSign(), 'submitted', { supplierContact: '13800000000' });
    expect(section(store).results[0]?.supplierUscc).toBe('');
    expect(noticeIn(store).frozen?.values['supplierContact']).toBe('依法不予公开');
    expect(JSON.stringify([noticeIn(store), store.sent, section(store)])).not.toContain('13800000000');
    const company = aStoreToSign();
    const before = section(company);
    const results = before.results.map((each) => ({ ...each, supplierUscc: '11411000005712349F' }));
    company.put(sections, { ...before, results });
    withContractIn(company, 'submitted');
    expect(noticeIn(company).frozen?.values['supplierContact']).toBe('0371-61234567');
  });

  it('names all of a 联合体', () => {
    const store = aStoreToSign();
    const before = section(store);
    const members = [{ name: '庚公司', uscc: '', share: '安装' }];
    store.put(sections, { ...before, results: before.results.map((each) => ({ ...each, members })) });
    withContractIn(store, 'submitted');
    expect(noticeIn(store).frozen?.values['supplierName']).toBe(
      '乙公司（联合体牵头单位）、庚公司（联合体成员）',
    );
  });

  it('tells of a contract by rate how it is reckoned', () => {
    const store = withContractIn(aStoreToSign(), 'submitted', { ...byRate, rate: '下浮8%' });
    expect(noticeIn(store).frozen?.values['performance']).toContain('计价方式：下浮8%');
    expect(JSON.stringify(noticeIn(store).frozen)).toContain('暂估');
    expect(store.sent.at(-1)).toMatchObject({ body: { contract: { rate: '下浮8%' } } });
    expect(section(store).contracts).toMatchObject([{ rate: '下浮8%', amount: contractAmount }]);
  });

  it('takes whatever may be typed: lines, signs that turn text, and texts of full length', () => {
    const hostile = (most: number) => `\u202e<b>\n\n&${'文'.repeat(most)}`.slice(0, most);
    const store = withContractIn(aStoreToSign(), 'submitted', {
      contractNo: hostile(64),
      contractName: hostile(200),
      purchaserContact: hostile(100),
      supplierContact: hostile(100),
      period: hostile(500),
      performancePlace: hostile(300),
      ...byRate,
      rate: hostile(200),
      other: hostile(2000),
      items: [
        {
          ...{ id: anId('hostile'), name: hostile(200), spec: hostile(1000), requirement: hostile(1000) },
          ...{ qty: hostile(50), unitPrice: 0 },
        },
      ],
    });
    expect(printed(store)).not.toContain('\u202e');
    expect(JSON.stringify(store.sent.at(-1))).not.toContain('\u202e');
    expect(String(noticeIn(store).frozen?.values['contractName'])).not.toContain('\n');
  });

  it('is not made of a secret contract, which is filed all the same and told to nobody', () => {
    const secret = { secret: true, secretBasis: '示例定密依据', files: [] };
    const store = aStoreToSign();
    const sent = store.sent.length;
    withContractIn(store, 'received', secret);
    expect(store.has(announcements, noticeIdOf({ id }))).toBe(false);
    expect(contractIn(store)).toMatchObject({ announcementId: null, filing: { by: office.name } });
    expect(section(store)).toMatchObject({ status: 'contracted', contracts: [{ announcementId: null }] });
    expect(store.sent).toHaveLength(sent);
  });

  it('is not published with warnings that nobody has read', () => {
    const store = withContractIn(aStoreToSign(), 'approved');
    store.now += 30 * day;
    const unread = store.run(clerk, 'contracts.publish', { id, acknowledged: [] });
    expect(codes(unread)).toContain('contract.published_late');
    must(store.run(clerk, 'contracts.publish', { id, acknowledged: everyWarning }));
  });
});

describe('a contract that is a secret', () => {
  const secret = { secret: true, secretBasis: '示例定密依据', files: [] };

  it('stands on its section without number and amount, whatever becomes of it', () => {
    const store = withContractIn(aStoreToSign(), 'received', secret);
    const fact = () => liveContracts(store.get(sections, sectionId))[0];
    const nothing = { contractId: id, contractNo: '', amount: null, rate: '', retained: 0 };
    expect(fact()).toMatchObject(nothing);
    store.now += day;
    withChangeIn(store, 'published', { files: [] });
    paidPayment(store, anId('paid'), 1, { files: [] }, { vouchers: [] });
    expect(fact()).toMatchObject(nothing);
    expect(JSON.stringify(store.get(sections, sectionId))).not.toContain('HT-2026-001');
  });

  it('takes no file, neither with its bond nor when papers are asked for', () => {
    const bond = { bondAmount: 100, bondForm: 'transfer' } as const;
    const store = withContractIn(aStoreToSign(), 'submitted', { ...secret, ...bond });
    must(store.run(office, 'contracts.requestPapers', { id, reason: '请补充材料' }));
    const file = { ...aText('full'), purpose: 'other' };
    expect(codes(store.run(clerk, 'contracts.handIn', { id, files: [file] }))).toEqual(['secret_file']);
    // They are handed in on paper.
    must(store.run(clerk, 'contracts.handIn', { id, files: [] }));
    expect(contractIn(store).status).toBe('submitted');
    const { purpose: _, ...plain } = aText('full');
    const handedIn = { id, receivedOn: '2026-03-04', expiresOn: null, returnBy: null };
    const record = (bondFiles: readonly object[]) =>
      store.run(clerk, 'contracts.recordBond', { ...handedIn, bondFiles });
    expect(codes(record([plain]))).toEqual(['secret_file']);
    must(record([]));
    const returned = { id, returnedOn: '2026-03-04', returnedAmount: 100, note: '' };
    expect(codes(store.run(clerk, 'contracts.returnBond', { ...returned, bondFiles: [plain] }))).toEqual([
      'secret_file',
    ]);
  });
});

describe('a contract that has ended', () => {
  const bond = { bondAmount: 100, bondForm: 'transfer' } as const;
  const ended = () => {
    const store = withContractIn(aStoreToSign(), 'submitted', bond);
    store.now += day;
    must(endContract(store));
    return store;
  };
  const steps = (store: Store, actor = clerk) => availableActions(actor, store.get(contracts, id));
  const waits = (store: Store) => contracts.deskColumns.waitsFor.read(store.get(contracts, id));

  it('is still filed, once, and stays ended', () => {
    const store = ended();
    expect([waits(store), steps(store, office)]).toEqual(['submitted', ['contracts.receive']]);
    must(store.run(office, 'contracts.receive', { id, note: '' }));
    const contract = store.get(contracts, id);
    expect(contract.status).toBe('terminated');
    expect(contract.filing?.no).toEqual(expect.any(String));
    expect([waits(store), steps(store, office)]).toEqual([null, []]);
    expect(store.run(office, 'contracts.receive', { id, note: '' })).toMatchObject({
      error: { code: 'wrong_state' },
    });
  });

  it('has its bond settled, and offers no step that it does not have', () => {
    const store = ended();
    expect(steps(store)).toEqual(['contracts.recordBond', 'contracts.addFunding']);
    const handedIn = { receivedOn: '2026-03-05', expiresOn: null, returnBy: '2026-04-01', bondFiles: [] };
    must(store.run(clerk, 'contracts.recordBond', { id, ...handedIn }));
    expect(waits(store)).toBe('ended');
    must(store.run(office, 'contracts.receive', { id, note: '' }));
    expect(waits(store)).toBe('bond');
    const returned = { returnedOn: '2026-03-05', returnedAmount: 100, note: '', bondFiles: [] };
    must(store.run(clerk, 'contracts.returnBond', { id, ...returned }));
    expect([waits(store), steps(store)]).toEqual([null, ['contracts.undoReturn', 'contracts.addFunding']]);

    // It was another amount: taken back with a reason, kept, and recorded anew.
    const undo = (reason: string) => store.run(clerk, 'contracts.undoReturn', { id, reason });
    expect(codes(undo(''))).toEqual(['reason_short']);
    must(undo('退还金额录入有误'));
    expect(waits(store)).toBe('bond');
    expect(undo('再次').ok).toBe(false);
    const part = { ...returned, returnedAmount: 90, note: '扣除违约金（示例）' };
    must(store.run(clerk, 'contracts.returnBond', { id, ...part }));
    expect(store.get(contracts, id).bond).toMatchObject({
      returned: { on: '2026-03-05', amount: 90 },
      undone: [{ on: '2026-03-05', amount: 100, by: clerk.name, reason: '退还金额录入有误' }],
    });
  });
});

it('has its bond looked after while it is on its way to 采购办', () => {
  const handedIn = { receivedOn: '2026-03-05', expiresOn: null, returnBy: '2026-04-01', bondFiles: [] };
  const claimed = (store: Store) => {
    const wait = contracts.deskColumns.waitsFor.read(contractIn(store));
    return [clerk, office].map((actor) =>
      contractTasks
        .filter(({ claim }) => claim(actor, () => undefined as never)?.waitsFor.some((each) => each === wait))
        .map(({ command }) => command),
    );
  };
  const store = withContractIn(aStoreToSign(), 'submitted', { bondAmount: 100, bondForm: 'transfer' });
  store.now += day;
  expect(claimed(store)).toEqual([[], ['contracts.receive']]);
  must(store.run(clerk, 'contracts.recordBond', { id, ...handedIn }));
  expect(claimed(store)).toEqual([['contracts.returnBond'], ['contracts.receive']]);
  must(store.run(office, 'contracts.requestPapers', { id, reason: '请补充分包协议' }));
  expect(claimed(store)).toEqual([['contracts.handIn', 'contracts.returnBond'], []]);
});

it('publishes no number of a person', () => {
  expect(refusals({ purchaserContact: '张三 13803740000' })).toEqual(['contract.private_published']);
  expect(refusals({ other: '身份证号410105199003071234' })).toEqual(['contract.private_published']);
});

describe('资金来源 of a later year', () => {
  const lineId = anId('line of 2027');
  const line = { lineId, budgetYear: 2027, fundSource: 'GENERAL', documentNo: '财预〔2027〕12号' };
  const add = (store: Store, parts: object = {}) =>
    store.run(clerk, 'contracts.addFunding', { id, ...line, fundAmount: 30_000_000, ...parts });
  const withdraw = (store: Store) =>
    store.run(clerk, 'contracts.withdrawFunding', { id, lineId, reason: '文号录入有误' });
  const signed = () => withContractIn(aStoreToSign(), 'received');

  it('is added to the contract, whose number and 财政年度 stay', () => {
    const store = signed();
    const before = contractIn(store);
    must(add(store, { documentNo: ' 财预〔2027〕12号 ' }));
    const { funding, fiscalYear, content, history } = contractIn(store);
    expect(funding).toEqual([
      {
        ...{ id: lineId, budgetYear: 2027, source: 'GENERAL', amount: 30_000_000 },
        ...{ documentNo: '财预〔2027〕12号', at: store.now, by: clerk.name, withdrawn: null },
      },
    ]);
    expect([fiscalYear, content]).toEqual([before.fiscalYear, before.content]);
    expect(history.at(-1)?.action).toBe('contracts.addFunding');
  });

  it("is that of a year after the contract's, with document and amount, and no more than the contract", () => {
    const store = signed();
    expect(fields(add(store, { budgetYear: 2026 }))).toEqual(['budgetYear funding_year_of_contract']);
    expect(fields(add(store, { budgetYear: 2028 }))).toEqual(['budgetYear funding_year_later']);
    expect(fields(add(store, { fundSource: 'UNKNOWN' }))).toEqual(['fundSource invalid_value']);
    expect(fields(add(store, { fundAmount: 0 }))).toEqual(['fundAmount funding_nothing']);
    expect(fields(add(store, { documentNo: ' ' }))).toEqual(['documentNo funding_document_missing']);
    expect(fields(add(store, { fundAmount: contractAmount + 1 }))).toEqual([
      'fundAmount funding_above_contract',
    ]);
    must(add(store));
    const again = { lineId: anId('again') };
    expect(fields(add(store, { ...again, fundAmount: 1 }))).toEqual(['documentNo funding_twice']);
    const typed = { ...again, fundAmount: 1, documentNo: '财预[2027] 12号' };
    expect(fields(add(store, typed))).toEqual(['documentNo funding_twice']);
    const rest = contractAmount - 30_000_000;
    expect(fields(add(store, { ...again, documentNo: 'x', fundAmount: rest + 1 }))).toEqual([
      'fundAmount funding_above_contract',
    ]);
    must(add(store, { ...again, documentNo: 'x', fundAmount: rest }));
  });

  it('is no more than what is owed: what is paid of the budget of the first year needs none', () => {
    const store = signed();
    store.now += day;
    paidPayment(store, anId('first year'), 20_000_000);
    const rest = contractAmount - 20_000_000;
    expect(fields(add(store, { fundAmount: rest + 1 }))).toEqual(['fundAmount funding_above_contract']);
    must(add(store, { fundAmount: rest }));
  });

  it('does not count beside what is paid from it, and what it has left is provided for anew after its year', () => {
    const store = signed();
    store.now += day;
    const unfunded = () =>
      unfundedOf(contractIn(store), { payments: store.all(payments) }, toPlainDate(store.now));
    must(add(store, { fundAmount: contractAmount - 10_000_000 }));
    const fromLine = { budgetYear: 2027, fundingLine: line.documentNo };
    paidPayment(store, anId('from the line'), 20_000_000, {}, fromLine);
    expect(unfunded()).toBe(10_000_000);
    store.now += 700 * day;
    expect(unfunded()).toBe(contractAmount - 20_000_000);
    const later = { lineId: anId('2028'), budgetYear: 2028 };
    must(add(store, { ...later, fundAmount: contractAmount - 20_000_000 }));
    expect(unfunded()).toBe(0);
  });

  it('is withdrawn with a reason while nothing is paid from it, and then counts no more', () => {
    const store = signed();
    expect(withdraw(store).ok).toBe(false);
    must(add(store));
    store.now += day;
    paidPayment(store, anId('paid'), 1_000_000, {}, { budgetYear: 2027, fundingLine: '财预[2027]12号' });
    expect(fields(withdraw(store))).toEqual(['lineId funding_used']);
    must(store.run(clerk, 'payments.void', { id: anId('paid'), reason: '录入有误' }));
    must(withdraw(store));
    expect(contractIn(store).funding[0]?.withdrawn).toMatchObject({ reason: '文号录入有误', by: clerk.name });
    expect(documentsOf(contractIn(store), 2027)).toEqual([]);
    must(add(store, { lineId: anId('again'), fundAmount: contractAmount }));
    expect(documentsOf(contractIn(store), 2027)).toEqual([line.documentNo]);
  });

  it("waits for the announcement, and is the unit's alone", () => {
    expect(add(withContractIn(aStoreToSign(), 'approved')).ok).toBe(false);
    const store = signed();
    const told = { id, ...line, fundAmount: 1 };
    expect(store.run(office, 'contracts.addFunding', told).ok).toBe(false);
    expect(store.run(anActor('purchaser_clerk', anotherUnit), 'contracts.addFunding', told).ok).toBe(false);
  });

  it('is not asked for where everything is paid', () => {
    const store = signed();
    store.now += day;
    paidPayment(store, anId('all'), contractAmount);
    expect(availableActions(clerk, contractIn(store))).not.toContain('contracts.addFunding');
  });

  it('is missing in contracts of before, as is what was recorded wrongly of a bond', () => {
    const { funding: _, ...before } = contractIn(signed());
    expect(contracts.upgrade(before, 4)).toEqual({ ...before, funding: [] });
    const bond = { receivedOn: '2026-03-04', returned: null };
    const raised = contracts.upgrade({ ...before, bond }, 4);
    expect(raised).toMatchObject({ bond: { ...bond, undone: [] }, funding: [] });
  });
});
