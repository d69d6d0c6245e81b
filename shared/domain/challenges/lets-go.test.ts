// What does not let go of the hold of an upheld 质疑: an evaluation written down by mistake, another winner where it must be procured again, an answer or a message
// that arrives late.
import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { typedResult } from '#test/builders/announcements.ts';
import { refusedToSign } from '#test/builders/award-changes.ts';
import { aStoreWithAward } from '#test/builders/awards.ts';
import { answer, candidates, evaluatedByHand, holdsOn, record, register } from '#test/builders/challenges.ts';
import {
  agency,
  award,
  brokenBy,
  clerk,
  confirm,
  confirmed,
  day,
  evaluate,
  first,
  must,
  office,
  projectIn,
  resultIn,
  reviewer,
  submit,
} from '#test/builders/determining.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { noticeIdOf } from '../award-changes/commands/approve.ts';
import { awardChanges } from '../award-changes/model.ts';
import { awards } from '../awards/model.ts';
import { gate } from '../projects/gates.ts';
import { sections } from '../projects/model.ts';

const paper = { fileName: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'b'.repeat(64) };
const gaveUp = [
  {
    ...{ supplier: '甲公司', reasonCode: 'GAVE_UP', reason: '质疑成立（示例）' },
    files: [{ ...paper, id: anId('p') }],
  },
];

const reopen = (store: Store) =>
  must(store.run(reviewer, 'awards.reopen', { id: award, reason: '质疑成立，重新确定（示例）' }));

function determineAgain(store: Store, changes: readonly unknown[] = []) {
  if (changes.length > 0) must(store.run(clerk, 'awards.edit', { id: award, changes }));
  must(store.run(clerk, 'awards.submit', { id: award, acknowledged: everyWarning }));
  store.now += 1000;
  must(confirm(store));
}

it('an evaluation that was written down by mistake and withdrawn', () => {
  const store = evaluatedByHand();
  must(submit(store, { candidates }));
  must(confirm(store));
  register(store);
  must(answer(store, 'next_candidate'));
  expect(holdsOn(store)).toEqual(['upheld']);
  store.now += day;
  reopen(store);
  const mistaken = record(store, 'evaluation_ended');
  expect(holdsOn(store)).toEqual([]);
  store.now += 1000;
  must(store.run(agency, 'sectionEvents.withdraw', { id: mistaken, reason: '登记错误（示例）' }));
  expect(holdsOn(store)).toEqual(['upheld']);
  determineAgain(store);
  expect(resultIn(store)?.supplierName).toBe('甲公司');
  expect(holdsOn(store)).toEqual(['upheld']);
});

describe('an answer that is written down late', () => {
  function evaluatedAnew() {
    const store = confirmed();
    register(store);
    const repliedOn = toPlainDate(store.now);
    store.now += 2 * day;
    must(evaluate(store, 2, ['乙公司', '甲公司', '丙公司']));
    reopen(store);
    return { store, repliedOn };
  }

  it('demands nothing where another evaluation has followed it already', () => {
    const { store, repliedOn } = evaluatedAnew();
    must(answer(store, 'next_candidate', repliedOn));
    expect(holdsOn(store)).toEqual([]);
  });

  it('demands another winner where the evaluation was before it', () => {
    const { store } = evaluatedAnew();
    store.now += day;
    must(answer(store, 'next_candidate'));
    expect(holdsOn(store)).toEqual(['upheld']);
  });

  it('demands the end all the same', () => {
    const { store, repliedOn } = evaluatedAnew();
    must(answer(store, 'restart', repliedOn));
    expect(holdsOn(store)).toEqual(['upheld']);
  });
});

describe('a result that waits for its confirmation, of a ranking that nobody has told', () => {
  function upheldInReview() {
    const store = evaluatedByHand();
    must(submit(store, { candidates }));
    store.now += 1000;
    register(store);
    must(answer(store, 'next_candidate'));
    expect(holdsOn(store)).toEqual(['upheld']);
    store.now += 1000;
    return store;
  }

  it('is upheld against the one that it names', () => {
    const store = upheldInReview();
    must(confirm(store));
    expect(resultIn(store)?.supplierName).toBe('甲公司');
    expect(holdsOn(store)).toEqual(['upheld']);
  });

  it('lets go once it names another one', () => {
    const store = upheldInReview();
    const { submittedAt } = store.get(awards, award);
    must(store.run(reviewer, 'awards.return', { id: award, submittedAt, reason: '质疑成立（示例）' }));
    determineAgain(store, [
      { field: 'winner', from: '甲公司', to: '乙公司' },
      { field: 'amount', from: 100, to: 99 },
      { field: 'passedOver', from: [], to: gaveUp },
    ]);
    expect(resultIn(store)?.supplierName).toBe('乙公司');
    expect(holdsOn(store)).toEqual([]);
  });
});

it('a changed result, where it must be procured again', () => {
  const store = aStoreWithAward();
  register(store);
  must(answer(store, 'restart'));
  store.now += day;
  const id = anId('change');
  must(store.run(clerk, 'awardChanges.create', { id, sectionId: first, content: refusedToSign }));
  must(store.run(clerk, 'awardChanges.submit', { id, acknowledged: everyWarning }));
  const { submittedAt } = store.get(awardChanges, id);
  must(store.run(office, 'awardChanges.approve', { id, submittedAt, note: '', acknowledged: everyWarning }));
  const draft = noticeIdOf({ id });
  const typed = { goodsItems: typedResult['goodsItems'], attachments: typedResult['smeDeclaration'] };
  const changes = Object.entries(typed).map(([field, to]) => ({ field, from: null, to }));
  must(store.run(clerk, 'announcements.edit', { id: draft, changes }));
  expect(
    brokenBy(store.run(clerk, 'announcements.submit', { id: draft, acknowledged: everyWarning })),
  ).toEqual(['announcement.sections_free']);
  const section = store.get(sections, first);
  const refused = (action: 'next_candidate' | 'correct') =>
    gate(
      { ...section, change: section.change === null ? null : { ...section.change, action } },
      'publish_change',
      projectIn(store),
    ).refused.map(({ kind }) => kind);
  expect([refused('next_candidate'), refused('correct')]).toEqual([['held_upheld'], []]);
});
