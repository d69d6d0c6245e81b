// An upheld 质疑 that changes the result holds its sections until that is done: another winner, another evaluation, or the end of the section.
import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { typedResult } from '#test/builders/announcements.ts';
import { changePaper, refusedToSign } from '#test/builders/award-changes.ts';
import { aStoreWithAward } from '#test/builders/awards.ts';
import {
  award,
  brokenBy,
  clerk,
  confirm,
  confirmed,
  day,
  evaluate,
  first,
  must,
  notice,
  office,
  projectIn,
  reviewer,
} from '#test/builders/determining.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { noticeIdOf } from '../award-changes/commands/approve.ts';
import { awardChanges } from '../award-changes/model.ts';
import { gate } from '../projects/gates.ts';
import { openHolds } from '../projects/holds.ts';
import { sections } from '../projects/model.ts';
import { type Challenge, type Consequence, emptyChallenge } from './model.ts';

const id = anId('letter');
const clock = { today: '2026-12-01', calendar: {} };

function register(store: Store, stage: Challenge['content']['stage'] = 'result', mayAffectResult = true) {
  const content = {
    ...emptyChallenge,
    ...{
      sectionIds: [first],
      stage,
      supplierName: '丙公司',
      letterNo: 'ZY-1',
      matters: '评分有误（示例）。',
    },
    ...{ receivedOn: toPlainDate(store.now), mayAffectResult },
  };
  must(store.run(clerk, 'challenges.create', { id, projectId: projectIn(store).id, content }));
  must(store.run(clerk, 'challenges.submit', { id, acknowledged: everyWarning }));
}

function answer(store: Store, consequence: Consequence | null, conclusion = 'upheld') {
  const reply = {
    ...{ conclusion, consequence, text: '经核查，质疑成立（示例）。', repliedOn: toPlainDate(store.now) },
    ...{ servedOn: null, service: null, files: [] },
  };
  return store.run(clerk, 'challenges.reply', { id, reply, acknowledged: everyWarning });
}

function upheld(store: Store, consequence: Consequence, stage?: Challenge['content']['stage']): Store {
  register(store, stage);
  must(answer(store, consequence));
  store.now += day;
  return store;
}

const held = (store: Store) => openHolds(store.get(sections, first)).map(({ kind }) => kind);
const refused = (store: Store, step: 'sign' | 'publish_result') =>
  gate(store.get(sections, first), step, projectIn(store), clock).refused.map(({ kind }) => kind);

const paper = { fileName: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'b'.repeat(64) };
const gaveUp = [
  {
    supplier: '甲公司',
    reasonCode: 'GAVE_UP',
    reason: '质疑成立（示例）',
    files: [{ ...paper, id: anId('p') }],
  },
];

function reopen(store: Store) {
  must(store.run(reviewer, 'awards.reopen', { id: award, reason: '质疑成立，重新确定（示例）' }));
}
function submitAgain(store: Store, changes: readonly unknown[] = []) {
  if (changes.length > 0) must(store.run(clerk, 'awards.edit', { id: award, changes }));
  must(store.run(clerk, 'awards.submit', { id: award, acknowledged: everyWarning }));
  store.now += 1000;
  must(confirm(store));
}
const toSecond = [
  { field: 'winner', from: '甲公司', to: '乙公司' },
  { field: 'amount', from: 100, to: 99 },
  { field: 'passedOver', from: [], to: gaveUp },
];

describe('before the 结果公告', () => {
  it('is not let go by determining the same supplier again', () => {
    const store = upheld(confirmed(), 'next_candidate');
    expect(held(store)).toEqual(['upheld']);
    expect(refused(store, 'publish_result')).toEqual(['held_upheld']);
    reopen(store);
    submitAgain(store);
    expect(held(store)).toEqual(['upheld']);
    const result = {
      id: anId('result'),
      type: 'RESULT',
      projectId: projectIn(store).id,
      sectionIds: [first],
    };
    const begun = store.run(clerk, 'announcements.create', { ...result, content: typedResult });
    expect(brokenBy(begun)).toEqual(['held_upheld']);
  });

  it('is let go by another one, and holds again when that is taken back', () => {
    const store = upheld(confirmed(), 'next_candidate');
    reopen(store);
    submitAgain(store, toSecond);
    expect([held(store), refused(store, 'publish_result')]).toEqual([[], []]);
    store.now += day;
    reopen(store);
    expect(held(store)).toEqual(['upheld']);
  });

  it('is let go by another evaluation, and not by a corrected message on the one of before', () => {
    const store = upheld(confirmed(), 'next_candidate');
    store.now += 7_200_000;
    must(evaluate(store, 2, ['乙公司', '甲公司', '丙公司']));
    expect(held(store)).toEqual([]);
    const other = upheld(confirmed(), 'next_candidate');
    // It ended before the answer.
    other.now -= day;
    must(evaluate(other, 2, ['乙公司', '甲公司', '丙公司']));
    expect(held(other)).toEqual(['upheld']);
  });

  it('to procure again is let go by the end of the section alone', () => {
    const store = upheld(confirmed(), 'restart');
    reopen(store);
    submitAgain(store, toSecond);
    expect(refused(store, 'publish_result')).toEqual(['held_upheld']);
    const end = anId('end');
    const content = {
      reasonCode: 'COMPLAINT_UPHELD',
      reason: [{ id: first, cells: { section: first, explanation: '质疑成立（示例）' } }],
    };
    const about = { id: end, type: 'TERMINATION', projectId: projectIn(store).id, targetId: notice };
    must(store.run(clerk, 'announcements.create', { ...about, sectionIds: [first], content }));
    must(store.run(clerk, 'announcements.submit', { id: end, acknowledged: everyWarning }));
    must(store.run(reviewer, 'announcements.approve', { id: end }));
    must(store.run(clerk, 'announcements.publish', { id: end }));
    expect([held(store), store.get(sections, first).status]).toEqual([[], 'failed']);
    store.now += 1000;
    must(store.run(office, 'announcements.withdraw', { id: end, reason: '示例原因' }));
    expect(held(store)).toEqual(['upheld']);
  });
});

describe('after the 结果公告', () => {
  it('bars the contract until the changed result is announced', () => {
    const store = upheld(aStoreWithAward(), 'next_candidate');
    expect(refused(store, 'sign')).toEqual(['held_upheld']);
    const change = anId('change');
    const content = {
      ...refusedToSign,
      ...{
        reasonCode: 'CHALLENGE_UPHELD',
        documentNo: 'ZYDF-1',
        qualified: 3,
        files: [changePaper('reply')],
      },
    };
    must(store.run(clerk, 'awardChanges.create', { id: change, sectionId: first, content }));
    must(store.run(clerk, 'awardChanges.submit', { id: change, acknowledged: everyWarning }));
    const { submittedAt } = store.get(awardChanges, change);
    const approval = { id: change, submittedAt, note: '', acknowledged: everyWarning };
    must(store.run(office, 'awardChanges.approve', approval));
    expect(held(store)).toEqual(['upheld']);
    const draft = noticeIdOf({ id: change });
    const changes = Object.entries({
      goodsItems: typedResult['goodsItems'],
      attachments: typedResult['smeDeclaration'],
    }).map(([field, to]) => ({ field, from: null, to }));
    must(store.run(clerk, 'announcements.edit', { id: draft, changes }));
    must(store.run(clerk, 'announcements.submit', { id: draft, acknowledged: everyWarning }));
    must(store.run(reviewer, 'announcements.approve', { id: draft }));
    must(store.run(clerk, 'awardChanges.publish', { id: draft }));
    expect([held(store), refused(store, 'sign')]).toEqual([[], []]);
  });

  it('holds nothing where it was dismissed, or the result stays', () => {
    const dismissed = aStoreWithAward();
    register(dismissed);
    must(answer(dismissed, null, 'dismissed'));
    expect([held(dismissed), held(upheld(aStoreWithAward(), 'go_on'))]).toEqual([[], []]);
  });
});

it('is not answered without what follows from it', () => {
  const store = confirmed();
  register(store);
  expect(brokenBy(answer(store, null))).toEqual(['reply.consequence_missing']);
});

it('does not change a result that it is said not to affect', () => {
  const store = confirmed();
  register(store, 'result', false);
  expect(brokenBy(answer(store, 'restart'))).toEqual(['reply.effect_denied']);
  expect(brokenBy(answer(store, 'next_candidate'))).toEqual(['reply.effect_denied']);
  must(
    store.run(clerk, 'challenges.edit', {
      id,
      changes: [{ field: 'mayAffectResult', from: false, to: true }],
    }),
  );
  must(answer(store, 'restart'));
  expect(held(store)).toEqual(['upheld']);
});
