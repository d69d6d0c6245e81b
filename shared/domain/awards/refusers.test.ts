// 拒签: who has won, refused to sign and takes part again when the same is procured anew (74号令 art 22).
import { describe, expect, it } from 'vitest';
import { instantOf } from '#shared/kernel/dates.ts';
import { typedResult, typedTender } from '#test/builders/announcements.ts';
import { fileToEnd } from '#test/builders/award-changes.ts';
import {
  brokenBy,
  clerk,
  confirmed,
  content,
  day,
  evaluate,
  first,
  must,
  notice,
  office,
  projectIn,
  publish,
} from '#test/builders/determining.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { settings } from '../admin/model.ts';
import { emptyChange } from '../award-changes/model.ts';
import { projects, sections } from '../projects/model.ts';
import { refusalBy } from '../projects/refusals.ts';
import { awardIdOf } from './model.ts';

const again = anId('again');
const change = anId('change');
const refusals = (store: Store) =>
  store
    .get(sections, first)
    .refusals.map(({ suppliers, recordId }) => [recordId, ...suppliers.map(({ name }) => name)]);

/** 甲公司 has won and the result is published. */
function awarded(): Store {
  const store = confirmed();
  must(publish(store, anId('result'), 'RESULT', [first], typedResult));
  store.now += day;
  return store;
}

const files = (['refusal', 'liability'] as const).map((purpose) => ({
  ...{ id: anId(purpose), fileName: 'a.pdf', mediaType: 'application/pdf', size: 1 },
  ...{ sha256: 'b'.repeat(64), purpose },
}));

/** 重新采购, filed because the winner has refused. */
function filed(store: Store): void {
  const said = {
    ...{ reasonCode: 'SUPPLIER_REFUSED', reason: '书面拒绝签订合同（示例）。', action: 'procure_again' },
    ...{ contractState: 'unsigned', files },
  };
  must(
    store.run(clerk, 'awardChanges.create', {
      id: change,
      sectionId: first,
      content: { ...emptyChange, ...said },
    }),
  );
  must(store.run(clerk, 'awardChanges.submit', { id: change, acknowledged: everyWarning }));
  must(store.run(office, 'awardChanges.approve', { id: change, note: '', acknowledged: everyWarning }));
}

function end(store: Store, reasonCode: string) {
  const id = anId('end');
  const cells = { section: first, explanation: '示例' };
  const input = { projectId: projectIn(store).id, targetId: notice, sectionIds: [first] };
  const typed = { reasonCode, reason: [{ id: first, cells }] };
  must(store.run(clerk, 'announcements.create', { id, type: 'TERMINATION', ...input, content: typed }));
  must(store.run(clerk, 'announcements.submit', { id, acknowledged: everyWarning }));
  must(
    store.run({ ...clerk, role: 'purchaser_reviewer', accountId: anId('other') }, 'announcements.approve', {
      id,
    }),
  );
  must(store.run(clerk, 'announcements.publish', { id }));
}

/** Announced, evaluated and drafted once more, with the same supplier at the head. */
function determinedAgain(store: Store, method = 'OPEN_TENDER') {
  // The dates of the example are lawful on that day alone.
  store.now = instantOf('2026-01-21T12:00');
  must(publish(store, again, 'TENDER', [first], typedTender));
  store.now += 60 * day;
  must(evaluate(store, 2));
  store.put(projects, { ...projectIn(store), method });
  must(store.run(clerk, 'awards.create', { sectionId: first, noticeId: again, content }));
  const id = awardIdOf(first, again, 0);
  return (acknowledged: readonly string[]) => store.run(clerk, 'awards.submit', { id, acknowledged });
}

describe('a supplier that refused to sign', () => {
  it('is named on the section once the filing is approved, and no sooner', () => {
    const store = awarded();
    expect(refusals(store)).toEqual([]);
    filed(store);
    expect(refusals(store)).toEqual([[change, '甲公司']]);
    end(store, 'COMPLAINT_UPHELD');
    expect(refusals(store)).toEqual([[change, '甲公司']]);
  });

  it('may not be determined when it is procured again by another method than a tender', () => {
    const store = awarded();
    filed(store);
    end(store, 'COMPLAINT_UPHELD');
    const submit = determinedAgain(store, 'COMPETITIVE_CONSULTATION');
    expect(brokenBy(submit(everyWarning))).toEqual(['award.refuser']);
  });

  it('is warned of in a tender, or barred where the setting says so', () => {
    const store = awarded();
    filed(store);
    end(store, 'COMPLAINT_UPHELD');
    const submit = determinedAgain(store);
    expect(brokenBy(submit([]))).toContain('award.refused_before');
    store.put(settings, { id: 'results.refuserBarredInTenders', value: true, updatedAt: 0 });
    expect(brokenBy(submit(everyWarning))).toEqual(['award.refuser_in_tender']);
    store.put(settings, { id: 'results.refuserBarredInTenders', value: false, updatedAt: 0 });
    must(submit(everyWarning));
  });

  it('is named by its filing, without which no 终止公告 says that it withdrew', () => {
    const store = awarded();
    expect(() => end(store, 'WINNER_WITHDREW')).toThrow('result_in_force');
    expect(refusals(store)).toEqual([]);
  });

  it('is not whoever ended without a refusal', () => {
    const store = awarded();
    fileToEnd(store, first);
    end(store, 'COMPLAINT_UPHELD');
    expect(refusals(store)).toEqual([]);
    const submit = determinedAgain(store, 'COMPETITIVE_CONSULTATION');
    must(submit(everyWarning));
  });
});

describe('whether it is the same', () => {
  const code = '11411000005712349F';
  const known = (name: string, uscc: string) => [
    { recordId: change, document: 'No 3', at: 1, suppliers: [{ name, uscc }] },
  ];

  it('the code says, whatever it calls itself now', () => {
    expect(refusalBy(known('甲公司', code), { name: '新甲公司', uscc: code.toLowerCase() })).toBeDefined();
    expect(refusalBy(known('甲公司', code), { name: '甲公司', uscc: '91410100MA3X00000X' })).toBeDefined();
  });

  it('the name says, where one has no code', () => {
    expect(refusalBy(known('甲公司', code), { name: ' 甲公司', uscc: '' })).toBeDefined();
    expect(refusalBy(known('甲公司', ''), { name: '乙公司', uscc: code })).toBeUndefined();
  });
});
