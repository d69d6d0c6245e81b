// Who may win at all: only who was invited, out of as many as the method asks for; and when nobody has said a word.
import { describe, expect, it } from 'vitest';
import { drawnFromLibrary } from '#test/builders/announcement-content.ts';
import { aStoreWithSections, typedTender } from '#test/builders/announcements.ts';
import {
  agency,
  award,
  begin,
  brokenBy,
  centre,
  clerk,
  confirm,
  day,
  evaluate,
  evaluated,
  first,
  must,
  notice,
  publish,
  reviewer,
  second,
  submit,
} from '#test/builders/determining.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { candidatesIn, invitedIn } from '../announcements/invitation.ts';
import { awards } from './model.ts';

const letter = { ...typedTender, ...drawnFromLibrary, drawAt: '2026-01-20T15:00' };
const invited = invitedIn(letter).map(({ name }) => name);
const notChosen = candidatesIn(letter).find((each) => each.invited === false)?.name ?? '';

/** Both sections under an invitation, and the first evaluated in this order. */
function afterInvitation(order: readonly string[]): Store {
  const store = aStoreWithSections({ method: 'INVITED_TENDER', methodReasonCode: 'LAW_29_1' });
  must(publish(store, notice, 'TENDER_INVITATION', [first, second], letter));
  store.now += 60 * day;
  must(evaluate(store, 1, order));
  return store;
}

describe('of a section under an invitation', () => {
  it('nobody wins who was not invited, whatever the ranking says', () => {
    const store = afterInvitation([notChosen, ...invited]);
    expect(brokenBy(submit(store, { winner: notChosen }))).toEqual(['award.winner_uninvited']);
  });

  it('an invited one wins', () => {
    const store = afterInvitation(invited);
    must(submit(store, { winner: invited[0] ?? '' }));
    must(confirm(store));
    expect(store.get(awards, award).status).toBe('confirmed');
  });

  it('is asked again at the confirmation', () => {
    const store = afterInvitation(invited);
    must(submit(store, { winner: invited[0] ?? '' }));
    const row = store.get(awards, award);
    // As a program of before has taken it.
    must(evaluate(store, 2, [notChosen, ...invited]));
    const { content } = row;
    store.put(awards, {
      ...row,
      content: { ...content, winner: notChosen },
      evaluationId: anId('evaluated 1 2'),
    });
    expect(brokenBy(confirm(store))).toContain('award.winner_uninvited');
  });
});

describe('the legal number', () => {
  it('two in an open tender are too few: it is no warning', () => {
    const store = evaluated();
    must(evaluate(store, 2, ['甲公司', '乙公司']));
    expect(brokenBy(submit(store))).toContain('award.too_few');
    expect(store.get(awards, award).status).toBe('draft');
  });

  it('counts those who have bid and were not rejected, where the report ranks fewer', () => {
    const store = evaluated();
    const bidders = ['甲公司', '乙公司', '丙公司'].map((name) => ({ name, uscc: null, price: 100 }));
    const at = store.now - 2 * day;
    must(
      store.run(centre, 'sectionEvents.receiveOpening', {
        ...{ id: anId('opened'), version: 1, lotUid: 'lot-1', pushedAt: store.now, openedAt: at, bidders },
      }),
    );
    must(evaluate(store, 2, ['甲公司', '乙公司']));
    const report = { reportedOn: '2026-03-20', files: [{ ...paper, id: anId('report') }] };
    must(submit(store, { report }));
  });
});

const paper = { fileName: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'b'.repeat(64) };

describe('silence', () => {
  const delivered = (store: Store) =>
    store.run(agency, 'sectionEvents.record', {
      ...{ id: anId(`delivered ${store.now}`), sectionId: first, noticeId: notice, kind: 'report_delivered' },
      ...{ at: store.now - 1000, acknowledged: everyWarning },
    });
  const report = { reportedOn: '2026-03-22', files: [{ ...paper, id: anId('report') }] };

  it('does not begin with the report of an evaluation that counts no more', () => {
    const store = evaluated();
    must(delivered(store));
    store.now += day;
    must(evaluate(store, 2, ['乙公司', '甲公司', '丙公司']));
    store.now += 20 * day;
    must(begin(store, { basis: 'silence', winner: '乙公司', amount: 100, report }, agency));
    const submission = { id: award, acknowledged: everyWarning };
    expect(brokenBy(store.run(agency, 'awards.submit', submission))).toContain('award.not_silent');
  });

  it('is broken by whoever has returned a result, which is not deleted either', () => {
    const store = evaluated();
    must(delivered(store));
    must(submit(store, {}, agency));
    const { submittedAt } = store.get(awards, award);
    const reason = '请核对报价（示例）';
    must(store.run(reviewer, 'awards.return', { id: award, submittedAt, reason }));
    expect(brokenBy(store.run(clerk, 'awards.delete', { id: award }))).toEqual(['award_determined_before']);
    store.now += 20 * day;
    const changes = [{ field: 'basis', from: 'purchaser', to: 'silence' }];
    must(store.run(agency, 'awards.edit', { id: award, changes }));
    const submission = { id: award, acknowledged: everyWarning };
    expect(brokenBy(store.run(agency, 'awards.submit', submission))).toContain('award.not_silent');
  });
});
