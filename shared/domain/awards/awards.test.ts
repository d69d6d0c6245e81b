// Results: determined from the ranking, confirmed by another person of the unit, announced with the letter of award; and what happens in between.
import { describe, expect, it } from 'vitest';
import { typedResult } from '#test/builders/announcements.ts';
import {
  agency,
  award,
  begin,
  brokenBy,
  clerk,
  confirm,
  confirmed,
  day,
  evaluate,
  evaluated,
  first,
  must,
  notice,
  office,
  projectIn,
  publish,
  resultIn,
  reviewer,
  second,
  submit,
  uscc,
} from '#test/builders/determining.ts';
import { anId } from '#test/builders/ids.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { announcements } from '../announcements/model.ts';
import { sectionEvents } from '../projects/events/model.ts';
import { sections } from '../projects/model.ts';
import { supplierIdOf, suppliers } from '../suppliers/model.ts';
import { awardIdOf, awards } from './model.ts';

describe('determining', () => {
  it('puts the winner on the section, and says nothing of it to others', () => {
    const store = confirmed();
    expect(store.get(awards, award)).toMatchObject({ status: 'confirmed', determinedAt: store.now });
    expect(resultIn(store)).toMatchObject({
      ...{ awardId: award, supplierName: '甲公司', supplierUscc: uscc, amount: 100, score: 90 },
      ...{ announcementId: null, letter: null, void: null },
    });
    // Who has won nobody else reads before the announcement, and suppliers everybody reads.
    expect(store.has(suppliers, supplierIdOf(uscc))).toBe(false);
    const determined = store.all(sectionEvents).filter(({ kind }) => kind === 'winner_determined');
    expect(determined).toMatchObject([{ sectionId: first, source: 'purchaser', withdrawal: null }]);
  });

  it('is the unit’s, by another person than the one who submitted', () => {
    const store = evaluated();
    must(submit(store, {}, agency));
    expect(confirm(store, award, agency)).toMatchObject({ ok: false, error: { code: 'not_allowed' } });
    expect(confirm(store, award, { ...reviewer, accountId: agency.accountId })).toMatchObject({
      ok: false,
      error: { code: 'same_person' },
    });
    must(confirm(store));
  });

  it('is begun once a section and notice', () => {
    const store = evaluated();
    must(begin(store));
    expect(brokenBy(begin(store, {}, agency))).toEqual(['award_begun']);
    must(begin(store, {}, agency, second));
  });

  it('asks why the first candidate is passed over, with a paper', () => {
    const store = evaluated();
    const second = { winner: '乙公司', amount: 99 };
    expect(brokenBy(submit(store, second))).toContain('award.passed_over_unexplained');
    const files = [
      { id: award, fileName: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'b'.repeat(64) },
    ];
    const passedOver = [
      { supplier: '甲公司', reasonCode: 'GAVE_UP', reason: '书面放弃（示例）', files },
    ] as const;
    const changes = [{ field: 'passedOver', from: [], to: passedOver }];
    must(store.run(clerk, 'awards.edit', { id: award, changes }));
    must(store.run(clerk, 'awards.submit', { id: award, acknowledged: everyWarning }));
    must(confirm(store));
    expect(resultIn(store)?.supplierName).toBe('乙公司');
  });

  it('refuses whom 采购办 has excluded', () => {
    const store = evaluated();
    must(store.run(clerk, 'suppliers.save', { uscc, name: '甲公司' }));
    const id = supplierIdOf(uscc);
    const ban = { id, banId: anId('ban'), document: '示例决定书', reason: '示例原因' };
    must(store.run(office, 'suppliers.recordBan', { ...ban, from: '2026-01-01', until: '2027-01-01' }));
    expect(brokenBy(submit(store))).toContain('award.banned');
  });

  it('is kept by nobody who has written another name down under the code of the winner', () => {
    const store = evaluated();
    const stranger = { ...clerk, accountId: anId('stranger'), organisationId: anId('another unit') };
    must(
      store.run(stranger, 'suppliers.save', { uscc, name: '别的公司', address: '别处', sizeClass: 'large' }),
    );
    const told = store.get(suppliers, supplierIdOf(uscc));
    must(begin(store));
    const unread = store.run(clerk, 'awards.submit', { id: award, acknowledged: [] });
    expect(brokenBy(unread)).toContain('award.known_otherwise');
    must(store.run(clerk, 'awards.submit', { id: award, acknowledged: everyWarning }));
    expect(store.get(awards, award).acknowledgedWarnings).toContain('award.known_otherwise');
    must(confirm(store));
    must(publish(store, anId('result'), 'RESULT', [first], typedResult));
    expect(resultIn(store)).toMatchObject({ supplierName: '甲公司', supplierUscc: uscc });
    // Nor does a result write over what is known: it is put right by 采购办, or renamed with its paper.
    expect(store.get(suppliers, supplierIdOf(uscc))).toEqual(told);
  });

  it('gets a letter whose number none was given before, with a result or with the change of one', () => {
    const store = confirmed();
    const [event] = store.all(sectionEvents);
    const [told] = event?.history ?? [];
    if (event === undefined || told === undefined) throw new Error('no event');
    const issued = (no: string, action: string) => ({
      ...event,
      ...{ id: anId(no), kind: 'notice_issued' as const, note: no, history: [{ ...told, action }] },
    });
    const number = (seq: number) => `411000-TZ-2026-0000${seq}`;
    store.put(sectionEvents, issued(number(1), 'awardChanges.publish'), issued(number(2), 'awards.publish'));
    // What somebody once typed of a letter is no number that was given.
    store.put(sectionEvents, issued(number(3), 'sectionEvents.record'));
    must(publish(store, anId('result'), 'RESULT', [first], typedResult));
    expect(resultIn(store)?.letter?.no).toBe(number(3));
  });

  it('wants a new look when the centre has told of another evaluation since', () => {
    const store = evaluated();
    must(submit(store));
    store.now += 60_000;
    must(evaluate(store, 2, ['乙公司', '甲公司', '丙公司']));
    expect(brokenBy(confirm(store))).toContain('evaluated_anew');
    must(store.run(reviewer, 'awards.return', { id: award, reason: '请核对评审结果' }));
    // The result is another one now: it is reported to 采购办 in writing (87号令 art 64).
    expect(brokenBy(store.run(clerk, 'awards.submit', { id: award, acknowledged: everyWarning }))).toEqual(
      expect.arrayContaining(['award.passed_over_unexplained', 'award.reported_again']),
    );
  });

  it('by silence takes the five working days and the first candidate', () => {
    const store = evaluated();
    const report = { id: anId('report'), sectionId: first, noticeId: notice, kind: 'report_delivered' };
    must(
      store.run(agency, 'sectionEvents.record', {
        ...report,
        at: store.now - 1000,
        acknowledged: everyWarning,
      }),
    );
    must(begin(store, { basis: 'silence' }, agency));
    const tried = store.run(agency, 'awards.submit', { id: award, acknowledged: everyWarning });
    expect(brokenBy(tried)).toEqual(['award.not_silent']);
    store.now += 14 * day;
    must(store.run(agency, 'awards.submit', { id: award, acknowledged: everyWarning }));
    // Nobody but the one who wrote it down may not confirm it.
    expect(confirm(store, award, agency)).toMatchObject({ ok: false, error: { code: 'same_person' } });
    must(confirm(store, award, { ...agency, accountId: anId('colleague') }));
  });
});

describe('taking back before anything is announced', () => {
  it('leaves the section as it was, and says that it happened', () => {
    const store = confirmed();
    must(store.run(reviewer, 'awards.reopen', { id: award, reason: '候选人书面放弃（示例）' }));
    expect(resultIn(store)).toBeUndefined();
    expect(store.get(awards, award)).toMatchObject({ status: 'draft', determinedAt: null });
    const [event] = store.all(sectionEvents).filter(({ kind }) => kind === 'winner_determined');
    expect(event?.withdrawal).toMatchObject({ reason: '候选人书面放弃（示例）' });
    // A second time is another event.
    store.now += 60_000;
    must(store.run(clerk, 'awards.submit', { id: award, acknowledged: everyWarning }));
    must(confirm(store));
    const determined = store.all(sectionEvents).filter(({ kind }) => kind === 'winner_determined');
    expect(determined).toHaveLength(2);
  });
});

describe('announcing', () => {
  it('gives the letter of award its number and day, and the section its state', () => {
    const store = confirmed();
    must(publish(store, anId('result'), 'RESULT', [first], typedResult));
    const { letter: paper } = store.get(awards, award);
    const letter = { no: paper?.no, at: paper?.at };
    expect(paper).toMatchObject({
      ...{ no: expect.stringMatching(/0001/), at: store.now, contractSignDays: 30 },
      purchaser: { name: projectIn(store).purchaserName },
    });
    expect(store.get(awards, award)).toMatchObject({ status: 'published', announcementId: anId('result') });
    expect(store.get(sections, first)).toMatchObject({ status: 'awarded' });
    expect(resultIn(store)).toMatchObject({ letter, announcementId: anId('result') });
    const issued = store.all(sectionEvents).filter(({ kind }) => kind === 'notice_issued');
    expect(issued).toMatchObject([{ sectionId: first, note: letter.no }]);
    expect(store.get(sections, second)).toMatchObject({ status: 'evaluated' });
    expect(store.get(suppliers, supplierIdOf(uscc))).toMatchObject({ name: '甲公司', sizeClass: 'small' });
  });

  it('accepts reviewers that are typed without a draw record, and misses them where none are', () => {
    const nobody = { ...typedResult, reviewers: [] };
    expect(() => publish(confirmed(), anId('result'), 'RESULT', [first], nobody)).toThrow('reviewers');
    const store = confirmed();
    must(publish(store, anId('result'), 'RESULT', [first], typedResult));
    expect(store.get(announcements, anId('result')).frozen?.values['reviewers']).toMatchObject([
      { cells: { name: 'One' } },
      { cells: { name: 'Two' } },
      { cells: { name: 'Three' } },
    ]);
  });

  it('numbers sections in one announcement one after another', () => {
    const store = confirmed();
    const other = awardIdOf(second, notice, 0);
    must(begin(store, {}, clerk, second));
    must(store.run(clerk, 'awards.submit', { id: other, acknowledged: everyWarning }));
    must(confirm(store, other));
    must(publish(store, anId('result'), 'RESULT', [first, second], typedResult));
    const numbers = [award, other].map((id) => store.get(awards, id).letter?.no ?? '');
    expect(numbers.map((no) => no.slice(-4))).toEqual(['0001', '0002']);
  });

  it('says whom the purchaser has determined, whatever is typed', () => {
    const store = confirmed();
    const line = { id: first, cells: { section: first, supplierName: '丁公司', awardAmount: 1 } };
    must(publish(store, anId('result'), 'RESULT', [first], { ...typedResult, awards: [line] }));
    expect(store.get(announcements, anId('result')).frozen?.values['awards']).toMatchObject([
      { cells: { supplierName: '甲公司', awardAmount: 100 } },
    ]);
  });

  it('is refused when the confirmation was taken back meanwhile, and of the two at once one wins', () => {
    const store = confirmed();
    const id = anId('result');
    const about = { type: 'RESULT', projectId: projectIn(store).id, sectionIds: [first] };
    must(store.run(clerk, 'announcements.create', { id, ...about, content: typedResult }));
    must(store.run(clerk, 'announcements.submit', { id, acknowledged: everyWarning }));
    must(store.run(reviewer, 'announcements.approve', { id }));
    must(store.run(reviewer, 'awards.reopen', { id: award, reason: '候选人书面放弃（示例）' }));
    expect(store.run(clerk, 'awards.publish', { id }).ok).toBe(false);
    expect(store.get(announcements, id).status).toBe('approved');
  });

  it('cannot be taken back any more', () => {
    const store = confirmed();
    must(publish(store, anId('result'), 'RESULT', [first], typedResult));
    const answer = store.run(reviewer, 'awards.reopen', { id: award, reason: '示例原因' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'wrong_state' } });
  });

  it('is not the command of other announcements, nor theirs of this', () => {
    const store = confirmed();
    const id = anId('result');
    const about = { type: 'RESULT', projectId: projectIn(store).id, sectionIds: [first] };
    must(store.run(clerk, 'announcements.create', { id, ...about, content: typedResult }));
    must(store.run(clerk, 'announcements.submit', { id, acknowledged: everyWarning }));
    must(store.run(reviewer, 'announcements.approve', { id }));
    expect(store.run(clerk, 'announcements.publish', { id })).toMatchObject({
      ok: false,
      error: { code: 'wrong_state' },
    });
  });
});
