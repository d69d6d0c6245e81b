// 履约验收: begun on a contract in force, reviewed, concluded; what follows from it for contract, section and project; 整改 and once more; what is published of a public service.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Result } from '#shared/kernel/result.ts';
import {
  aMember,
  anAcceptanceContent,
  anAcceptanceFile,
  approveAcceptance,
  aRow,
  beginAcceptance,
  concludeAcceptance,
  acceptanceId as id,
  notPassed,
  submitAcceptance,
  withAcceptanceIn,
} from '#test/builders/acceptances.ts';
import { anActor, anotherUnit } from '#test/builders/actors.ts';
import { changeAmount, changeId, withChangeIn } from '#test/builders/contract-changes.ts';
import {
  aContractContent,
  aStoreToSign,
  contractAmount,
  contractId,
  sectionId,
  withContractIn,
} from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { officeScope, unitScope } from '../../actor.ts';
import { announcementDocument } from '../../announcements/document-of-row.ts';
import { announcements } from '../../announcements/model.ts';
import { heldBy } from '../../projects/holds.ts';
import { projects, sections } from '../../projects/model.ts';
import { liveContracts } from '../../projects/section-contracts.ts';
import { type ContractContent, contracts } from '../model.ts';
import { releasedOf } from '../payments/released.ts';
import { acceptanceNoticeIdOf } from './commands/conclude.ts';
import { knownContent } from './known-content.ts';
import { type Acceptance, type AcceptanceContent, acceptances } from './model.ts';
import { acceptedWith } from './outcome.ts';
import { recordOf } from './papers/record.ts';

const clerk = anActor('purchaser_clerk');
const reviewer = anActor('purchaser_reviewer');
const office = anActor('procurement_office');
const second = anId('second acceptance');
const day = 24 * 3_600_000;
const [item, other] = [anId('contract item'), anId('other item')];
const itemLine = (itemId: string, name: string) => ({
  ...{ id: itemId, name, spec: 'FX-1', requirement: '24小时响应', qty: '1台', unitPrice: 1 },
});
const twoItems: Partial<ContractContent> = { items: [itemLine(item, '分析仪'), itemLine(other, '备件')] };
const twoRows = [aRow(), aRow({ id: anId('second row'), itemId: other, item: '备件', passed: false })];

function must(answer: Result<unknown>): void {
  expect(answer.ok ? null : answer.error).toBeNull();
}
const codes = (answer: ReturnType<Store['run']>) =>
  answer.ok ? [] : (answer.error.fields ?? []).map(({ code }) => code);

function aStoreToAccept(parts: Partial<ContractContent> = {}): Store {
  const store = withContractIn(aStoreToSign(), 'submitted', parts);
  store.now += day;
  return store;
}
const acceptanceIn = (store: Store, of = id): Acceptance => store.get(acceptances, of);
const contractIn = (store: Store) => store.get(contracts, contractId);
const sectionIn = (store: Store) => store.get(sections, sectionId);
const projectIn = (store: Store) => store.get(projects, sectionIn(store).projectId);
const noticesIn = (store: Store) => store.all(announcements).filter(({ type }) => type === 'ACCEPTANCE');

/** What submission refuses, warnings read. */
function refusals(parts: Partial<AcceptanceContent>, store = aStoreToAccept()): readonly string[] {
  must(beginAcceptance(store, parts));
  return codes(submitAcceptance(store));
}

describe('an acceptance', () => {
  it('goes from the clerk over another person of the unit to its end, and the contract is accepted', () => {
    const store = aStoreToAccept();
    must(beginAcceptance(store));
    expect(acceptanceIn(store)).toMatchObject({
      ...{ status: 'draft', contractId, contractNo: 'HT-2026-001', supplierName: '乙公司', sectionId },
      ...{ acceptanceNo: null, predecessorId: null },
    });
    expect(acceptances.scopes(acceptanceIn(store))).toEqual([unitScope(clerk.organisationId ?? '')]);
    must(submitAcceptance(store));
    must(approveAcceptance(store));
    expect(contractIn(store).performance.acceptance).toBe('none');
    must(concludeAcceptance(store));
    const concluded = acceptanceIn(store);
    expect(concluded).toMatchObject({
      ...{ status: 'concluded', concludedAt: store.now, announcementId: null },
      acceptanceNo: expect.stringMatching(/LYYS-2026-00001/),
    });
    expect(acceptances.scopes(concluded)).toEqual([
      unitScope(clerk.organisationId ?? ''),
      officeScope(concluded.regionCode),
    ]);
    expect(contractIn(store).performance).toMatchObject({
      ...{ acceptance: 'passed', acceptedOn: '2026-03-05', acceptedItems: [item] },
    });
    expect(sectionIn(store).status).toBe('accepted');
    expect(liveContracts(sectionIn(store))[0]).toMatchObject({ acceptedOn: '2026-03-05', settledAt: null });
    // It is not paid yet.
    expect(projectIn(store).status).toBe('in_execution');
    expect(noticesIn(store)).toEqual([]);
    expect(store.sent.at(-1)).toMatchObject({
      type: 'acceptance.push',
      body: {
        ...{ contractId, contractNo: 'HT-2026-001', acceptanceId: id, part: 'once', stage: 'final' },
        ...{ date: '2026-03-05', result: 'passed', acceptanceNo: concluded.acceptanceNo },
      },
    });
    expect(JSON.stringify(store.sent.at(-1))).not.toContain('运行正常');
  });

  it('ends the project where everything is paid, and leaves it open where it is not', () => {
    const store = aStoreToAccept();
    const section = sectionIn(store);
    const settled = section.contracts.map((each) => ({ ...each, settledAt: store.now }));
    store.put(sections, { ...section, contracts: settled });
    const others = store.all(sections).filter((each) => each.id !== sectionId);
    store.put(sections, ...others.map((each) => ({ ...each, status: 'terminated' as const })));
    withAcceptanceIn(store, 'concluded');
    expect(projectIn(store)).toMatchObject({ status: 'completed', inWarranty: false });
  });

  it('is begun by the unit of a contract in force, and by nobody else', () => {
    const store = aStoreToAccept();
    const input = { id, contractId, predecessorId: null, content: anAcceptanceContent() };
    for (const actor of [anActor('agency'), office, reviewer, anActor('supervisor')]) {
      expect(store.run(actor, 'acceptances.create', input)).toMatchObject({ error: { code: 'not_allowed' } });
    }
    expect(store.run(anActor('purchaser_clerk', anotherUnit), 'acceptances.create', input).ok).toBe(false);
    const contract = contractIn(store);
    store.put(contracts, { ...contract, status: 'approved' });
    expect(codes(beginAcceptance(store))).toEqual(['contract_not_to_accept']);
    store.put(contracts, { ...contract, status: 'terminated' });
    expect(codes(beginAcceptance(store))).toEqual(['contract_not_to_accept']);
    store.put(contracts, contract);
    must(beginAcceptance(store));
    expect(beginAcceptance(store)).toMatchObject({ error: { code: 'already_exists' } });
    expect(codes(beginAcceptance(store, {}, second))).toEqual(['acceptance_open']);
  });

  it('is not held up by a 质疑 that is being answered', () => {
    const store = aStoreToAccept();
    const hold = { kind: 'challenge', recordId: anId('letter'), document: 'ZY-1', from: 0 } as const;
    store.put(sections, heldBy(sectionIn(store), hold));
    withAcceptanceIn(store, 'concluded');
    expect(acceptanceIn(store).status).toBe('concluded');
  });

  it('is not approved by who submitted it, nor as it no longer is, and is final once it is concluded', () => {
    const store = withAcceptanceIn(aStoreToAccept(), 'review');
    const seen = acceptanceIn(store).submittedAt;
    const approve = (actor = reviewer) =>
      store.run(actor, 'acceptances.approve', { id, submittedAt: seen, note: '' });
    expect(approve({ ...reviewer, accountId: clerk.accountId })).toMatchObject({
      error: { code: 'same_person' },
    });
    store.now += 1;
    must(store.run(clerk, 'acceptances.takeBack', { id }));
    const changes = [{ field: 'place', from: '示例学校实验室', to: '示例仓库' }];
    must(store.run(clerk, 'acceptances.edit', { id, changes }));
    must(submitAcceptance(store));
    expect(codes(approve())).toEqual(['submitted_anew']);
    must(approveAcceptance(store));
    must(concludeAcceptance(store));
    for (const step of ['takeBack', 'delete', 'conclude']) {
      expect(store.run(clerk, `acceptances.${step}`, { id }).ok).toBe(false);
    }
    expect(codes(beginAcceptance(store, {}, second))).toEqual(['contract_accepted']);
  });

  it('is not concluded on a contract that was ended meanwhile', () => {
    const store = withAcceptanceIn(aStoreToAccept(), 'approved');
    store.put(contracts, { ...contractIn(store), status: 'terminated' });
    expect(codes(concludeAcceptance(store))).toEqual(['contract_not_to_accept']);
  });

  it('says at its place what is missing', () => {
    expect(refusals({ rows: [], members: [], files: [], method: '' })).toEqual([
      'acceptance.required',
      'acceptance.members_missing',
      'acceptance.rows_missing',
      'acceptance.signed_missing',
    ]);
    expect(refusals({ rows: [aRow({ passed: false })] })).toContain('acceptance.passed_though_failed');
    expect(refusals({ members: [aMember('甲', { unit: '乙公司' })] })).toContain(
      'acceptance.member_of_supplier',
    );
  });

  it('knows who reviewed the bids from the 结果公告', () => {
    const store = aStoreToAccept();
    const result = store.all(announcements).find(({ type }) => type === 'RESULT');
    const [reviewed] = z
      .array(z.looseObject({ cells: z.looseObject({ name: z.string() }) }))
      .parse(result?.frozen?.values['reviewers']);
    if (reviewed === undefined) throw new Error('the result names nobody');
    must(beginAcceptance(store, { members: [aMember('甲'), aMember(reviewed.cells.name), aMember('丙')] }));
    expect(codes(store.run(clerk, 'acceptances.submit', { id, acknowledged: [] }))).toContain(
      'acceptance.member_reviewed',
    );
  });
});

describe('an acceptance in part', () => {
  const partly: Partial<AcceptanceContent> = {
    ...notPassed,
    ...{ conclusion: 'partial', rows: twoRows, passedItems: [item] },
  };

  it('passes the items that it names, and the next one everything', () => {
    const store = withAcceptanceIn(aStoreToAccept(twoItems), 'concluded', partly);
    expect(contractIn(store).performance).toMatchObject({
      ...{ acceptance: 'partial', acceptedOn: null, acceptedItems: [item] },
    });
    expect(sectionIn(store).status).toBe('contracted');
    withAcceptanceIn(store, 'concluded', { part: 'last', rows: [aRow({ itemId: other })] }, second, id);
    expect(contractIn(store).performance).toMatchObject({
      ...{ acceptance: 'passed', acceptedOn: '2026-03-05', acceptedItems: [item, other] },
    });
    expect(sectionIn(store).status).toBe('accepted');
  });

  it('ends nothing by naming every item: the contract is accepted by its last stage', () => {
    const store = withAcceptanceIn(aStoreToAccept(twoItems), 'concluded', {
      ...partly,
      rows: [...twoRows.map((row) => ({ ...row, passed: true })), aRow({ itemId: null, passed: false })],
      passedItems: [item, other],
    });
    expect(contractIn(store).performance).toMatchObject({
      ...{ acceptance: 'partial', acceptedOn: null, acceptedItems: [item, other] },
    });
    expect(sectionIn(store).status).toBe('contracted');
    withAcceptanceIn(store, 'concluded', { part: 'last', rows: [aRow({ itemId: null })] }, second);
    expect(contractIn(store).performance).toMatchObject({ acceptance: 'passed', acceptedOn: '2026-03-05' });
    expect(sectionIn(store).status).toBe('accepted');
  });

  it('asks for a line that passed of each item, and for the last stage', () => {
    expect(refusals({ rows: [aRow()] }, aStoreToAccept(twoItems))).toEqual(['acceptance.item_unproven']);
    const claimed = { passedItems: [item, other], rows: [aRow()] };
    expect(refusals({ part: 'part', ...claimed }, aStoreToAccept(twoItems))).toEqual([
      'acceptance.item_unproven',
    ]);
    expect(refusals({ stage: 'arrival' })).toEqual(['acceptance.stage_not_last']);
  });

  it('is followed by one that was held no earlier', () => {
    const store = aStoreToAccept(twoItems);
    withAcceptanceIn(store, 'concluded', partly);
    const rest = { part: 'last', rows: [aRow({ itemId: other })] } as const;
    must(beginAcceptance(store, { ...rest, rows: [...rest.rows], heldOn: '2026-03-04' }, second));
    expect(codes(submitAcceptance(store, second))).toEqual(['acceptance.before_last']);
  });

  it('takes back what is found wanting later', () => {
    const store = withAcceptanceIn(aStoreToAccept(twoItems), 'concluded', partly);
    expect(releasedOf(contractIn(store))).not.toBe(0);
    const again = { ...notPassed, rows: twoRows.map((row) => ({ ...row, passed: false })) };
    withAcceptanceIn(store, 'concluded', again, second, id);
    expect(contractIn(store).performance).toMatchObject({ acceptance: 'failed', acceptedItems: [] });
    expect(releasedOf(contractIn(store))).toBe(0);
  });

  it.each(['arrival', 'installation'] as const)('%s accepts and releases nothing', (stage) => {
    const parts = { part: 'part' as const, stage, passedItems: [item], rows: [aRow()] };
    const store = withAcceptanceIn(aStoreToAccept(), 'concluded', parts);
    expect(contractIn(store).performance).toMatchObject({ acceptance: 'partial', acceptedItems: [] });
    expect(releasedOf(contractIn(store))).toBe(0);
  });

  it('of a stage leaves the contract open, however well it went', () => {
    const store = withAcceptanceIn(aStoreToAccept(), 'concluded', { part: 'part', stage: 'arrival' });
    expect(contractIn(store).performance).toMatchObject({ acceptance: 'partial', acceptedItems: [] });
    expect(sectionIn(store).status).toBe('contracted');
  });
});

describe('what is added to a contract that is accepted', () => {
  const ofAddition = () => aRow({ id: anId('row of addition'), itemId: changeId, item: '追加部分' });
  const reopened = () => {
    const store = withAcceptanceIn(aStoreToAccept(), 'concluded');
    store.now += day;
    return withChangeIn(store, 'published', { changedOn: '2026-03-06' });
  };

  it('is to be accepted too, before the section is 已验收 again', () => {
    const store = reopened();
    expect(contractIn(store).performance).toMatchObject({
      ...{ acceptance: 'partial', acceptedOn: null, acceptedItems: [item] },
    });
    expect(sectionIn(store).status).toBe('contracted');
    expect(liveContracts(sectionIn(store))[0]?.acceptedOn).toBeNull();
    // Until then what was accepted before may be paid.
    expect(releasedOf(contractIn(store))).toBe(contractAmount);
    const [contract, project, all] = [contractIn(store), projectIn(store), store.all(acceptances)];
    expect(knownContent({ contract, project, acceptances: all })).toMatchObject({
      part: 'last',
      rows: [{ itemId: item }, { itemId: changeId, item: expect.stringContaining('2026年3月6日') }],
    });
    const last = { part: 'last' as const, heldOn: '2026-03-06' };
    must(beginAcceptance(store, last, second));
    expect(codes(submitAcceptance(store, second))).toEqual(['acceptance.item_unproven']);
    must(store.run(clerk, 'acceptances.delete', { id: second }));
    withAcceptanceIn(store, 'concluded', { ...last, rows: [ofAddition()] }, second);
    expect(contractIn(store).performance).toMatchObject({
      ...{ acceptance: 'passed', acceptedOn: '2026-03-06', acceptedItems: [item, changeId] },
    });
    expect(sectionIn(store).status).toBe('accepted');
  });

  it('before anything was accepted has a line of its own too', () => {
    const store = withChangeIn(aStoreToAccept(), 'published');
    must(beginAcceptance(store));
    expect(codes(submitAcceptance(store))).toEqual(['acceptance.item_unproven']);
    must(store.run(clerk, 'acceptances.delete', { id }));
    // A desk that says otherwise: only what was found line by line counts.
    const { performance, ...bargain } = contractIn(store);
    expect(acceptedWith(anAcceptanceContent(), { ...bargain, performance })).toMatchObject({
      ...{ acceptance: 'partial', acceptedOn: null, acceptedItems: [item] },
    });
    withAcceptanceIn(store, 'concluded', { rows: [aRow(), ofAddition()] });
    expect(contractIn(store).performance.acceptance).toBe('passed');
    expect(releasedOf(contractIn(store))).toBe(contractAmount + changeAmount);
  });

  it('once more leaves what was added before accepted, and releases all but the new one', () => {
    const store = withChangeIn(aStoreToAccept(), 'published', { amount: 100 });
    withAcceptanceIn(store, 'concluded', { rows: [aRow(), ofAddition()] });
    // As it stands in contracts that were accepted before additions had lines of their own.
    const contract = contractIn(store);
    const performance = { ...contract.performance, acceptedItems: [item] };
    store.put(contracts, { ...contract, performance });
    store.now += day;
    withChangeIn(store, 'published', { amount: 20, changedOn: '2026-03-06' }, anId('next change'));
    expect(contractIn(store).performance).toMatchObject({
      ...{ acceptance: 'partial', acceptedItems: [item, changeId] },
    });
    expect(releasedOf(contractIn(store))).toBe(contractAmount + 100);
  });

  it('is not accepted by what was held before it was agreed', () => {
    const store = reopened();
    withAcceptanceIn(store, 'concluded', { part: 'last', heldOn: '2026-03-05' }, second);
    expect(contractIn(store).performance.acceptance).toBe('partial');
  });

  it('stays out of the way of an acceptance where nothing was added', () => {
    const store = withAcceptanceIn(aStoreToAccept(), 'concluded');
    const extension = { kind: 'extension', amount: null, identical: false } as const;
    withChangeIn(store, 'published', extension);
    expect(contractIn(store).performance.acceptance).toBe('passed');
    expect(sectionIn(store).status).toBe('accepted');
  });
});

it('the reviewer returns the submission that was looked at, and no other', () => {
  const store = withAcceptanceIn(aStoreToAccept(), 'review');
  const { submittedAt } = acceptanceIn(store);
  const giveBack = { id, submittedAt, reason: '请补充检测数据' };
  store.now += 1;
  must(store.run(clerk, 'acceptances.takeBack', { id }));
  must(submitAcceptance(store));
  expect(codes(store.run(reviewer, 'acceptances.return', giveBack))).toEqual(['submitted_anew']);
  const seen = { ...giveBack, submittedAt: acceptanceIn(store).submittedAt };
  must(store.run(reviewer, 'acceptances.return', seen));
  expect(acceptanceIn(store).status).toBe('returned');
});

describe('the message of an acceptance', () => {
  const answer = (store: Store, status: string, parts: object = {}) =>
    store.run(anActor('system'), 'acceptances.recordDelivery', {
      ...{ acceptanceId: id, messageId: 'm1', status, at: store.now, ...parts },
    });

  it('is followed up: its acceptance says what the centre answered', () => {
    const store = withAcceptanceIn(aStoreToAccept(), 'approved');
    expect(acceptanceIn(store).push.status).toBe('not_needed');
    must(concludeAcceptance(store));
    expect(acceptanceIn(store).push).toMatchObject({ status: 'waiting', queuedAt: store.now });
    store.now += 1;
    must(answer(store, 'received'));
    store.now += 1;
    must(answer(store, 'rejected', { errorCode: 'wrong_state', errorField: 'contractNo' }));
    expect(acceptanceIn(store).push).toMatchObject({
      ...{ status: 'rejected', receivedAt: store.now - 1, answeredAt: store.now },
      ...{ errorCode: 'wrong_state', errorField: 'contractNo' },
    });
    expect(answer(store, 'accepted', { acceptanceId: second })).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  it('is none where it is a secret, and no other platform speaks of it', () => {
    const secret = withAcceptanceIn(
      aStoreToAccept({ secret: true, secretBasis: '定密依据', files: [] }),
      'concluded',
      { files: [] },
    );
    must(answer(secret, 'accepted'));
    expect(acceptanceIn(secret).push.status).toBe('not_needed');
    const store = withAcceptanceIn(aStoreToAccept(), 'concluded');
    must(answer(store, 'accepted', { platformId: 'elsewhere' }));
    expect(acceptanceIn(store).push.status).toBe('waiting');
  });
});

describe('整改', () => {
  it('is followed by an acceptance that names the one before, which did not pass', () => {
    const store = withAcceptanceIn(aStoreToAccept(), 'concluded', notPassed);
    expect(contractIn(store).performance).toMatchObject({ acceptance: 'failed', acceptedItems: [] });
    expect(sectionIn(store).status).toBe('contracted');
    expect(codes(beginAcceptance(store, {}, second, anId('nobody')))).toEqual(['acceptance_not_to_repeat']);
    withAcceptanceIn(store, 'concluded', {}, second, id);
    expect(acceptanceIn(store, second).predecessorId).toBe(id);
    expect(contractIn(store).performance.acceptance).toBe('passed');
  });

  it('begins with the group of before and with what is left', () => {
    const store = withAcceptanceIn(aStoreToAccept(twoItems), 'concluded', {
      ...notPassed,
      ...{ conclusion: 'partial', rows: twoRows, passedItems: [item] },
    });
    const [contract, project, all] = [contractIn(store), projectIn(store), store.all(acceptances)];
    expect(knownContent({ contract, project, acceptances: all })).toMatchObject({
      ...{ requestedBy: '乙公司', requestedOn: null, part: 'once', place: '示例学校实验室' },
      members: [{ name: '甲' }, { name: '乙' }, { name: '丙' }],
      rows: [{ itemId: other, item: '备件', requirement: 'FX-1；24小时响应', passed: null }],
    });
  });
});

describe('a public service', () => {
  const served: Partial<AcceptanceContent> = {
    ...{ publicService: true, stage: 'period', periodFrom: '2026-03-04', periodUntil: '2026-03-05' },
    members: [aMember('甲'), aMember('乙', { role: 'served', unit: '' }), aMember('丙')],
    ...{ servedOpinion: '服务及时。', problems: '内部记录，不公开' },
  };
  const ofService = (parts: Partial<ContractContent> = {}) => {
    const store = aStoreToAccept(parts);
    store.put(projects, { ...projectIn(store), category: 'C' });
    return store;
  };

  it('is announced with who took part and what those say whom it is for', () => {
    const store = withAcceptanceIn(ofService(), 'concluded', served);
    const notice = store.get(announcements, acceptanceNoticeIdOf({ id }));
    expect(acceptanceIn(store).announcementId).toBe(notice.id);
    expect(notice).toMatchObject({ type: 'ACCEPTANCE', status: 'published', publishedAt: store.now });
    const said = JSON.stringify(announcementDocument(notice));
    for (const text of [
      '服务对象意见：服务及时。',
      '验收结论：合格。',
      '服务对象',
      'HT-2026-001',
      '2026年3月5日',
    ]) {
      expect(said).toContain(text);
    }
    for (const text of ['内部记录', aContractContent().supplierAccount, '运行正常']) {
      expect(said).not.toContain(text);
    }
    expect(store.sent.slice(-2).map(({ type }) => type)).toEqual(['acceptance.push', 'announcement.push']);
    expect(projectIn(store).status).toBe('in_execution');
  });

  it('is not accepted without them', () => {
    expect(refusals({ ...served, members: [aMember('甲')], servedOpinion: '' }, ofService())).toEqual(
      expect.arrayContaining(['acceptance.served_missing', 'acceptance.served_silent']),
    );
  });

  it('is announced without any number by which a person could be found', () => {
    for (const text of ['电话 13803740000', '身份证 410105199003071234', '账号 6222000000000000000']) {
      expect(refusals({ ...served, servedOpinion: text }, ofService()), text).toEqual([
        'acceptance.personal_published',
      ]);
    }
  });

  it('of a secret contract is told to nobody', () => {
    const secret = { secret: true, secretBasis: '定密依据', files: [] };
    expect(refusals({ ...served, files: [] }, ofService(secret))).toContain('acceptance.secret_public');
    const store = ofService(secret);
    const sent = store.sent.length;
    withAcceptanceIn(store, 'concluded', {
      stage: 'period',
      periodFrom: '2026-03-04',
      periodUntil: '2026-03-05',
      files: [],
    });
    expect(noticesIn(store)).toEqual([]);
    expect(store.sent.length).toBe(sent);
  });
});

it('the 履约验收书 says what was found line by line, with room to sign', () => {
  const store = withAcceptanceIn(aStoreToAccept(), 'concluded', {
    ...notPassed,
    files: [anAcceptanceFile('signed')],
  });
  const document = recordOf({
    ...{ acceptance: acceptanceIn(store), contract: contractIn(store) },
    ...{ section: sectionIn(store), project: projectIn(store) },
  });
  const said = JSON.stringify(document);
  for (const text of ['精度达不到合同要求', '不合格', '更换检测模块', '2026年3月20日', '组长', '签字']) {
    expect(said).toContain(text);
  }
  expect(document.blocks.filter(({ kind }) => kind === 'table')).toHaveLength(3);
});
