// After a filing by which nobody wins, the 终止公告 says what the filing says: a reason of after the opening, or that the winner refused, where the filing says so.
import { describe, expect, it } from 'vitest';
import { changePaper } from '#test/builders/award-changes.ts';
import { aStoreWithAward } from '#test/builders/awards.ts';
import { end } from '#test/builders/challenges.ts';
import { clerk, first, must, office } from '#test/builders/determining.ts';
import { anId } from '#test/builders/ids.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { sections } from '../projects/model.ts';
import { type ChangeContent, emptyChange } from './model.ts';

const illegal: Partial<ChangeContent> = {
  ...{ reasonCode: 'ILLEGAL_ACT', reason: '串通投标（示例）。', action: 'invalid', documentNo: '罚1' },
  files: [changePaper('decision')],
};
const refused: Partial<ChangeContent> = {
  ...{ reasonCode: 'SUPPLIER_REFUSED', reason: '书面拒绝（示例）。', action: 'procure_again' },
  files: [changePaper('refusal'), changePaper('liability')],
};

/** What became of the section, or which rule refused it. */
function ended(filing: Partial<ChangeContent>, reasonCode: string) {
  const store = aStoreWithAward();
  const id = anId('change');
  const content = { ...emptyChange, contractState: 'unsigned', ...filing };
  must(store.run(clerk, 'awardChanges.create', { id, sectionId: first, content }));
  must(store.run(clerk, 'awardChanges.submit', { id, acknowledged: everyWarning }));
  must(store.run(office, 'awardChanges.approve', { id, note: '', acknowledged: everyWarning }));
  const answer = end(store, reasonCode);
  return answer.ok ? store.get(sections, first).status : answer.error.fields?.map(({ code }) => code);
}

describe('a 终止公告 after a filing', () => {
  it.each([
    ['TASK_CANCELLED', 'terminated'],
    ['UNFAIR_ACT', 'failed'],
    ['DOCUMENT_DEFECT', 'failed'],
    ['COMPLAINT_UPHELD', 'failed'],
  ])('of an illegal act gives the reason %s', (reason, status) => {
    expect(ended(illegal, reason)).toBe(status);
  });

  it('gives the refusal of the winner only where it was filed', () => {
    expect(ended(illegal, 'WINNER_WITHDREW')).toEqual(['announcement.reason_not_filed']);
    expect(ended(refused, 'WINNER_WITHDREW')).toBe('failed');
  });
});
