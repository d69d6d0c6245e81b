// 中标结果变更备案: filed by the unit, approved by 采购办, announced; or what stands in its way.
import { describe, expect, it } from 'vitest';
import type { Result } from '#shared/kernel/result.ts';
import { anActor } from '#test/builders/actors.ts';
import { typedResult } from '#test/builders/announcements.ts';
import { changePaper, refusedToSign } from '#test/builders/award-changes.ts';
import { aStoreWithAward, awardId } from '#test/builders/awards.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { announcements } from '../announcements/model.ts';
import { startable } from '../announcements/startable.ts';
import { awards } from '../awards/model.ts';
import { plans } from '../plans/model.ts';
import { sectionEvents } from '../projects/events/model.ts';
import { projects, sections } from '../projects/model.ts';
import { resultOf } from '../projects/result.ts';
import { noticeIdOf } from './commands/approve.ts';
import { type AwardChange, awardChanges, type ChangeContent } from './model.ts';

const clerk = anActor('purchaser_clerk');
const reviewer = anActor('purchaser_reviewer');
const agency = anActor('agency');
const office = anActor('procurement_office');
const sectionId = anId('lot-1');
const id = anId('change');
const day = 24 * 3_600_000;

function must(answer: Result<unknown>): void {
  expect(answer.ok ? null : answer.error).toBeNull();
}
const codes = (answer: ReturnType<Store['run']>) =>
  answer.ok ? [] : (answer.error.fields ?? []).map(({ code }) => code);

function begin(store: Store, parts: Partial<ChangeContent> = {}, changeId = id) {
  return store.run(clerk, 'awardChanges.create', {
    id: changeId,
    sectionId,
    content: { ...refusedToSign, ...parts },
  });
}

function submit(store: Store, parts: Partial<ChangeContent> = {}, changeId = id) {
  must(begin(store, parts, changeId));
  return store.run(clerk, 'awardChanges.submit', { id: changeId, acknowledged: everyWarning });
}

function approve(store: Store, changeId = id) {
  return store.run(office, 'awardChanges.approve', {
    id: changeId,
    note: '同意',
    acknowledged: everyWarning,
  });
}

function approved(parts: Partial<ChangeContent> = {}): Store {
  const store = aStoreWithAward();
  store.now += day;
  must(submit(store, parts));
  must(approve(store));
  return store;
}

function announce(store: Store, changeId = id) {
  const notice = noticeIdOf({ id: changeId });
  const changes = Object.entries({
    goodsItems: typedResult['goodsItems'],
    attachments: typedResult['smeDeclaration'],
  }).map(([field, to]) => ({ field, from: null, to }));
  must(store.run(clerk, 'announcements.edit', { id: notice, changes }));
  must(store.run(clerk, 'announcements.submit', { id: notice, acknowledged: everyWarning }));
  must(store.run(reviewer, 'announcements.approve', { id: notice }));
  return store.run(clerk, 'awardChanges.publish', { id: notice });
}

const section = (store: Store) => store.get(sections, sectionId);
const changeIn = (store: Store, changeId = id): AwardChange => store.get(awardChanges, changeId);

function offered(store: Store): readonly string[] {
  const [project] = store.all(projects);
  if (project === undefined) throw new Error('no project');
  return startable(clerk, project, store.all(sections), store.all(announcements)).map(({ type }) => type);
}

describe('filing', () => {
  it('is for a published result, by the unit alone, one at a time', () => {
    const unpublished = aStoreWithAward({}, false);
    expect(codes(begin(unpublished))).toEqual(['result_not_announced']);
    const store = aStoreWithAward();
    const input = { id, sectionId, content: refusedToSign };
    expect(store.run(agency, 'awardChanges.create', input)).toMatchObject({ error: { code: 'not_allowed' } });
    must(begin(store));
    expect(codes(begin(store, {}, anId('second')))).toEqual(['change_open']);
    must(store.run(clerk, 'awardChanges.delete', { id }));
    must(begin(store, {}, anId('third')));
  });

  it('takes the next candidate and nobody further down, and not one who was excluded', () => {
    const store = aStoreWithAward();
    expect(codes(submit(store, { winner: '甲公司' }))).toContain('change.not_next');
    const changes = [{ field: 'winner', from: '甲公司', to: '丙公司' }];
    must(store.run(clerk, 'awardChanges.edit', { id, changes }));
    must(store.run(clerk, 'awardChanges.submit', { id, acknowledged: everyWarning }));
  });

  it('asks after an upheld complaint whether enough qualified suppliers are left; after a refusal it does not', () => {
    const upheld = {
      reasonCode: 'COMPLAINT_UPHELD',
      documentNo: '许财购〔2026〕3号',
      files: [changePaper('decision')],
    };
    expect(codes(submit(aStoreWithAward(), { ...upheld, qualified: 2 } as Partial<ChangeContent>))).toEqual([
      'change.too_few_qualified',
    ]);
    expect(codes(submit(aStoreWithAward(), upheld as Partial<ChangeContent>))).toEqual([
      'change.qualified_missing',
    ]);
    must(submit(aStoreWithAward(), { ...upheld, qualified: 3 } as Partial<ChangeContent>));
    must(submit(aStoreWithAward()));
  });

  it('is returned with an opinion and comes again', () => {
    const store = aStoreWithAward();
    must(submit(store));
    must(store.run(office, 'awardChanges.return', { id, reason: '请补充责任追究材料' }));
    expect(changeIn(store).status).toBe('returned');
    must(store.run(clerk, 'awardChanges.submit', { id, acknowledged: everyWarning }));
    must(approve(store));
  });

  it('of two at once one wins: taken back, it cannot be approved', () => {
    const store = aStoreWithAward();
    must(submit(store));
    must(store.run(clerk, 'awardChanges.takeBack', { id }));
    expect(approve(store)).toMatchObject({ ok: false, error: { code: 'wrong_state' } });
  });
});

describe('a decision of 采购办', () => {
  it('is on the submission that was looked at: taken back and made otherwise meanwhile, it has to be looked at anew', () => {
    const store = aStoreWithAward();
    must(submit(store));
    const { submittedAt } = changeIn(store);
    must(store.run(clerk, 'awardChanges.takeBack', { id }));
    store.now += day;
    must(store.run(clerk, 'awardChanges.submit', { id, acknowledged: everyWarning }));
    const approval = { id, submittedAt, note: '同意', acknowledged: everyWarning };
    expect(codes(store.run(office, 'awardChanges.approve', approval))).toEqual(['submitted_anew']);
    const reason = '请补充材料';
    expect(codes(store.run(office, 'awardChanges.return', { id, submittedAt, reason }))).toEqual([
      'submitted_anew',
    ]);
    const now = changeIn(store).submittedAt;
    must(store.run(office, 'awardChanges.approve', { ...approval, submittedAt: now }));
  });
});

describe('结果变更公告', () => {
  it('is not to be begun before the approval, and is drafted with it', () => {
    const store = aStoreWithAward();
    must(submit(store));
    expect(offered(store)).not.toContain('RESULT_CHANGE');
    must(approve(store));
    expect(changeIn(store)).toMatchObject({ status: 'approved', changeNo: expect.stringMatching(/0001/) });
    expect(section(store).change).toMatchObject({ changeId: id, action: 'next_candidate' });
    // What is in force stays so until everybody can read it.
    expect(resultOf(section(store))?.supplierName).toBe('乙公司');
    expect(offered(store)).toContain('RESULT_CHANGE');
    const draft = store.get(announcements, noticeIdOf({ id }));
    expect(draft).toMatchObject({ type: 'RESULT_CHANGE', status: 'draft', targetId: anId('result') });
  });

  it('changes the winner, makes the old letter void and issues a new one, from which the clock runs anew', () => {
    const store = approved();
    const before = resultOf(section(store));
    store.now += day;
    must(announce(store));
    const [result, changed] = [resultOf(section(store)), changeIn(store)];
    expect(changed).toMatchObject({ status: 'announced', announcementId: noticeIdOf({ id }) });
    expect(result).toMatchObject({ supplierName: '丙公司', amount: 73_000_000, awardId: id });
    expect(result?.letter?.no).not.toBe(before?.letter?.no);
    expect(section(store)).toMatchObject({
      status: 'awarded',
      change: null,
      results: [{ supplierName: '乙公司', void: { document: changed.changeNo } }, { void: null }],
    });
    expect(store.get(awards, awardId).status).toBe('void');
    const issued = store.all(sectionEvents).filter(({ kind }) => kind === 'notice_issued');
    expect(issued.map(({ note }) => note)).toEqual([before?.letter?.no, result?.letter?.no]);
    expect(store.sent.at(-1)).toMatchObject({
      type: 'award-change.push',
      body: {
        results: [{ changeNo: changed.changeNo, supplier: { name: '丙公司' }, letterNo: result?.letter?.no }],
      },
    });
    const { frozen } = store.get(announcements, noticeIdOf({ id }));
    expect(frozen?.values).toMatchObject({
      changeReasonCode: 'SUPPLIER_REFUSED',
      awards: [{ cells: { supplierName: '丙公司', awardAmount: 73_000_000 } }],
      corrections: [
        {
          cells: {
            before: expect.stringContaining('乙公司'),
            after: expect.stringContaining('丙公司'),
          },
        },
      ],
    });
  });

  it('with supplier and price as they were keeps letter and clock', () => {
    const store = approved({
      reasonCode: 'OTHER',
      reason: '公告中的规格型号录入有误（示例）。',
      action: 'correct',
      winner: '',
      amount: 72_000_050,
      address: '许昌市示例路2号',
      corrections: [{ item: '规格型号', before: 'M-1', after: 'M-2' }],
      files: [changePaper('proof')],
    });
    const before = resultOf(section(store));
    must(announce(store));
    expect(resultOf(section(store))).toMatchObject({ supplierName: '乙公司', letter: before?.letter });
    expect(changeIn(store)).toMatchObject({ status: 'announced', letter: null });
    // What was determined counts on, with its letter.
    expect(store.get(awards, awardId).status).toBe('published');
    expect(store.all(sectionEvents).filter(({ kind }) => kind === 'notice_issued')).toHaveLength(1);
    expect(store.get(announcements, noticeIdOf({ id })).frozen?.values['corrections']).toMatchObject([
      { cells: { item: '规格型号', before: 'M-1', after: 'M-2' } },
    ]);
  });

  it('of the next candidate makes what was determined void, also after a correction', () => {
    const store = approved({
      ...{ reasonCode: 'OTHER', action: 'correct', winner: '', amount: 72_000_050 },
      corrections: [{ item: '规格型号', before: 'M-1', after: 'M-2' }],
      files: [changePaper('proof')],
    });
    must(announce(store));
    store.now += day;
    const second = anId('second');
    must(submit(store, {}, second));
    must(approve(store, second));
    must(announce(store, second));
    const award = store.get(awards, awardId);
    expect(award.status).toBe('void');
    expect(award.history.at(-1)).toMatchObject({
      action: 'awardChanges.publish',
      note: changeIn(store, second).changeNo,
    });
    expect(changeIn(store, second).letter).toMatchObject({
      ...resultOf(section(store))?.letter,
      contractSignDays: 30,
      purchaser: { name: 'Example Unit' },
    });
  });

  it('is refused once the filing was given up, and the result stays', () => {
    const store = approved();
    const notice = noticeIdOf({ id });
    const changes = [{ field: 'goodsItems', from: null, to: typedResult['goodsItems'] }];
    must(store.run(clerk, 'announcements.edit', { id: notice, changes }));
    must(store.run(clerk, 'awardChanges.giveUp', { id, reason: '乙公司同意签约（示例）' }));
    expect(section(store).change).toBeNull();
    expect(store.run(clerk, 'announcements.submit', { id: notice, acknowledged: everyWarning }).ok).toBe(
      false,
    );
    expect(resultOf(section(store))?.supplierName).toBe('乙公司');
    // Another filing may be begun.
    must(begin(store, {}, anId('again')));
  });

  it('is not begun for the result of a later course', () => {
    const store = approved();
    const before = section(store);
    const [{ schedule }, old] = [before, resultOf(before)];
    if (schedule === null || old === undefined) throw new Error('no result');
    const noticeId = anId('second notice');
    const later = { ...old, noticeId, awardId: anId('later') };
    const again = { ...schedule, announcementId: noticeId };
    store.put(sections, { ...before, schedule: again, results: [...before.results, later] });
    expect(offered(store)).not.toContain('RESULT_CHANGE');
  });

  it('may be changed a second time, which refers to the first', () => {
    const store = approved();
    must(announce(store));
    store.now += day;
    const second = anId('second');
    const again = {
      reason: '丙公司放弃（示例）。',
      action: 'procure_again',
      winner: '',
      amount: null,
    } as const;
    must(submit(store, again, second));
    must(approve(store, second));
    expect(changeIn(store, second)).toMatchObject({ status: 'closed', previousId: id });
    expect(resultOf(section(store))).toBeUndefined();
    expect(offered(store)).toContain('TERMINATION');
  });
});

describe('a project that is completed', () => {
  const correcting: Partial<ChangeContent> = {
    ...{ reasonCode: 'OTHER', action: 'correct', winner: '', amount: 72_000_050 },
    corrections: [{ item: '规格型号', before: 'M-1', after: 'M-2' }],
    files: [changePaper('proof')],
  };
  function completed(): Store {
    const store = aStoreWithAward();
    store.now += day;
    const { projectId, planId } = section(store);
    store.put(sections, { ...section(store), status: 'accepted' });
    store.put(projects, { ...store.get(projects, projectId), status: 'completed' });
    store.put(plans, { ...store.get(plans, planId), status: 'completed' });
    return store;
  }

  it('has what was announced wrongly put right, and stays completed', () => {
    const store = completed();
    // Of the other section nothing is left to be bought.
    store.put(sections, { ...store.get(sections, anId('lot-2')), status: 'terminated' });
    must(submit(store, correcting));
    must(approve(store));
    must(announce(store));
    expect(changeIn(store).status).toBe('announced');
    expect([section(store).status, store.get(projects, section(store).projectId).status]).toEqual([
      'accepted',
      'completed',
    ]);
  });

  it('has no other winner any more', () => {
    expect(codes(begin(completed()))).toEqual(['project_not_open']);
    const store = completed();
    must(begin(store, correcting));
    const changes = [{ field: 'action', from: 'correct', to: 'procure_again' }];
    must(store.run(clerk, 'awardChanges.edit', { id, changes }));
    must(store.run(clerk, 'awardChanges.submit', { id, acknowledged: everyWarning }));
    expect(codes(approve(store))).toEqual(['project_not_open']);
  });
});

describe('a result that is void', () => {
  it('takes its letter with it, and leads to the end of the section', () => {
    const store = approved({ action: 'procure_again', winner: '', amount: null });
    expect(changeIn(store)).toMatchObject({ status: 'closed' });
    expect(store.get(awards, awardId).status).toBe('void');
    expect(section(store)).toMatchObject({ status: 'awarded', change: null });
    expect(offered(store)).not.toContain('RESULT');
    expect(offered(store)).toContain('TERMINATION');
    // Nobody determines anybody else from the same evaluation.
    const award = { sectionId, noticeId: section(store).schedule?.announcementId };
    const content = store.get(awards, awardId).content;
    expect(store.run(clerk, 'awards.create', { ...award, content }).ok).toBe(false);
  });
});
