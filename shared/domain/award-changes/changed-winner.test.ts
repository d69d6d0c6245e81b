// Who wins by a filing: the next candidate is asked all that the first was asked; of a correction supplier, members and, after the contract, price stay.
import { describe, expect, it } from 'vitest';
import type { Result } from '#shared/kernel/result.ts';
import { anActor } from '#test/builders/actors.ts';
import { typedResult } from '#test/builders/announcements.ts';
import { changePaper, refusedToSign } from '#test/builders/award-changes.ts';
import { aStoreWithAward } from '#test/builders/awards.ts';
import { aStoreToSign, sectionId, withContractIn } from '#test/builders/contracts.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { announcements } from '../announcements/model.ts';
import { sections } from '../projects/model.ts';
import { resultOf } from '../projects/result.ts';
import { noticeIdOf } from './commands/approve.ts';
import { type ChangeContent, emptyChange } from './model.ts';

const [clerk, reviewer] = [anActor('purchaser_clerk'), anActor('purchaser_reviewer')];
const office = anActor('procurement_office');
const id = anId('change');
const day = 24 * 3_600_000;

const correction: ChangeContent = {
  ...emptyChange,
  ...{ reasonCode: 'OTHER', action: 'correct', contractState: 'unsigned' },
  reason: '公告中的规格型号录入有误（示例）。',
  ...{ amount: 72_000_050, address: '许昌市示例路2号', sizeClass: 'small' },
  corrections: [{ item: '规格型号', before: 'M-1', after: 'M-2' }],
  files: [changePaper('proof')],
};

function must(answer: Result<unknown>): void {
  expect(answer.ok ? null : answer.error).toBeNull();
}
const codes = (answer: ReturnType<Store['run']>) =>
  answer.ok ? [] : (answer.error.fields ?? []).map(({ code }) => code);

function submit(store: Store, content: ChangeContent) {
  must(store.run(clerk, 'awardChanges.create', { id, sectionId, content }));
  return store.run(clerk, 'awardChanges.submit', { id, acknowledged: everyWarning });
}
const approve = (store: Store) =>
  store.run(office, 'awardChanges.approve', { id, note: '', acknowledged: everyWarning });

function announce(store: Store) {
  const notice = noticeIdOf({ id });
  const changes = Object.entries({
    goodsItems: typedResult['goodsItems'],
    attachments: typedResult['smeDeclaration'],
  }).map(([field, to]) => ({ field, from: null, to }));
  must(store.run(clerk, 'announcements.edit', { id: notice, changes }));
  must(store.run(clerk, 'announcements.submit', { id: notice, acknowledged: everyWarning }));
  must(store.run(reviewer, 'announcements.approve', { id: notice }));
  return store.run(clerk, 'awardChanges.publish', { id: notice });
}

describe('the next candidate', () => {
  it('is none whom nobody invited', () => {
    const store = aStoreWithAward();
    const noticeId = store.get(sections, sectionId).schedule?.announcementId ?? '';
    const notice = store.get(announcements, noticeId);
    if (notice.frozen === null) throw new Error('no notice');
    const line = (name: string, chosen: string) => ({
      id: anId(`line ${name}`),
      cells: { name, uscc: '', chosen },
    });
    const candidates = [line('乙公司', 'INVITED'), line('丙公司', 'PASSED_OVER')];
    const values = { ...notice.frozen.values, candidates };
    store.put(announcements, {
      ...notice,
      type: 'TENDER_INVITATION',
      frozen: { ...notice.frozen, values },
    });
    expect(codes(submit(store, refusedToSign))).toContain('award.winner_uninvited');
  });

  it('brings no member with it who bid alone', () => {
    const members = [{ name: '甲公司', uscc: '', share: '一半' }];
    expect(codes(submit(aStoreWithAward(), { ...refusedToSign, members }))).toContain('award.member_ranked');
  });
});

describe('a correction', () => {
  it('leaves the members of a 联合体 as they were, though nobody typed them again', () => {
    const members = [{ name: '己公司', uscc: '', share: '安装调试，30%' }];
    const store = aStoreWithAward({ members });
    must(submit(store, correction));
    must(approve(store));
    must(announce(store));
    expect(resultOf(store.get(sections, sectionId))).toMatchObject({ awardId: id, members });
  });

  it('is possible after the contract, and leaves result, letter and contract as they are', () => {
    const store = withContractIn(aStoreToSign(), 'received');
    const before = store.get(sections, sectionId);
    expect(before.status).toBe('contracted');
    store.now += day;
    must(submit(store, { ...correction, contractState: 'signed' }));
    must(approve(store));
    must(announce(store));
    const after = store.get(sections, sectionId);
    const { supplierName, amount, letter } = resultOf(before) ?? {};
    expect(after).toMatchObject({ status: 'contracted', change: null, contracts: before.contracts });
    expect(resultOf(after)).toMatchObject({ awardId: id, supplierName, amount, letter });
  });

  it('keeps the letter where blanks alone were typed into the rate', () => {
    const store = withContractIn(aStoreToSign(), 'received');
    const before = resultOf(store.get(sections, sectionId));
    expect(before?.letter).not.toBeNull();
    store.now += day;
    must(submit(store, { ...correction, contractState: 'signed', rate: ' ' }));
    must(approve(store));
    must(announce(store));
    const { letter, rate } = before ?? {};
    expect(resultOf(store.get(sections, sectionId))).toMatchObject({ awardId: id, letter, rate });
  });

  it('of the price is refused after the contract, as every other change is', () => {
    const signed = () => withContractIn(aStoreToSign(), 'received');
    expect(codes(submit(signed(), { ...correction, contractState: 'signed', amount: 1 }))).toContain(
      'change.bargain_stays',
    );
    const input = { id, sectionId, content: refusedToSign };
    expect(codes(signed().run(clerk, 'awardChanges.create', input))).toEqual(['section_contracted']);
    // Begun as a correction, or as nothing yet, it becomes no other change.
    const store = signed();
    must(store.run(clerk, 'awardChanges.create', { ...input, content: { ...refusedToSign, action: null } }));
    const changes = [{ field: 'action', from: null, to: 'next_candidate' }];
    must(store.run(clerk, 'awardChanges.edit', { id, changes }));
    const sent = store.run(clerk, 'awardChanges.submit', { id, acknowledged: everyWarning });
    expect(codes(sent)).toContain('change.contract_in_force');
  });
});

describe('the 结果变更公告', () => {
  const draft = noticeIdOf({ id });
  const edit = (store: Store, field: string, to: unknown) =>
    must(store.run(clerk, 'announcements.edit', { id: draft, changes: [{ field, from: null, to }] }));
  const filled = (store: Store) => {
    edit(store, 'goodsItems', typedResult['goodsItems']);
    edit(store, 'attachments', typedResult['smeDeclaration']);
  };
  const send = (store: Store, notice = draft) =>
    store.run(clerk, 'announcements.submit', { id: notice, acknowledged: everyWarning });

  it.each([
    ['changeReason', '另有原因（示例）。'],
    ['changeReasonCode', 'OTHER'],
    ['corrections', [{ id: anId('line'), cells: { item: '其他', before: '一', after: '二' } }]],
  ])('says in %s what the filing said', (field, to) => {
    const store = aStoreWithAward();
    must(submit(store, refusedToSign));
    must(approve(store));
    filled(store);
    edit(store, field, to);
    expect(codes(send(store))).toEqual(['announcement.apart_from_record']);
    const from = store.get(announcements, draft).content[field];
    must(store.run(clerk, 'announcements.edit', { id: draft, changes: [{ field, from, to: null }] }));
    must(send(store));
  });

  it('of a filing that was given up does not announce the next one, though it says the same', () => {
    const store = aStoreWithAward();
    must(submit(store, refusedToSign));
    must(approve(store));
    filled(store);
    must(send(store));
    must(store.run(reviewer, 'announcements.approve', { id: draft }));
    must(store.run(clerk, 'awardChanges.giveUp', { id, reason: '材料需要补正（示例）' }));
    store.now += day;
    const again = anId('again');
    must(store.run(clerk, 'awardChanges.create', { id: again, sectionId, content: refusedToSign }));
    must(store.run(clerk, 'awardChanges.submit', { id: again, acknowledged: everyWarning }));
    must(store.run(office, 'awardChanges.approve', { id: again, note: '', acknowledged: everyWarning }));
    expect(codes(store.run(clerk, 'awardChanges.publish', { id: draft }))).toEqual(['filed_anew']);
    must(store.run(clerk, 'announcements.takeBack', { id: draft }));
    expect(codes(send(store))).toEqual(['filed_anew']);
    expect(store.get(sections, sectionId).change?.changeId).toBe(again);
  });
});
