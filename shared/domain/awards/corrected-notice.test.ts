// A result is asked what the notice says with its corrections of this section.
import { expect, it } from 'vitest';
import { aStoreWithSections, typedTender } from '#test/builders/announcements.ts';
import { announceOn } from '#test/builders/challenges.ts';
import {
  brokenBy,
  day,
  evaluate,
  first,
  must,
  notice,
  publish,
  second,
  submit,
} from '#test/builders/determining.ts';
import { anId } from '#test/builders/ids.ts';

/** The notice said that no 联合体 is accepted, and was corrected for these sections. */
function corrected(sectionIds: readonly string[]) {
  const store = aStoreWithSections();
  const said = { ...typedTender, consortiumAllowed: false };
  must(publish(store, notice, 'TENDER', [first, second], said));
  store.now += 60_000;
  const cells = { field: 'consortiumAllowed', item: '联合体', before: '否', after: '是', value: true };
  const content = { correctedItem: 'NOTICE', corrections: [{ id: anId('line'), cells }] };
  must(
    announceOn(store, { id: anId('correction'), type: 'CORRECTION', targetId: notice, sectionIds, content }),
  );
  store.now += 60 * day;
  must(evaluate(store));
  return brokenBy(submit(store, { members: [{ name: '丁公司', uscc: '', share: '30%' }] }));
}

it('a 联合体 wins where a correction accepts it', () => {
  expect(corrected([first, second])).not.toContain('award.no_consortium');
  expect(corrected([first])).not.toContain('award.no_consortium');
});

it('and does not where the correction is about another section', () => {
  expect(corrected([second])).toContain('award.no_consortium');
});
