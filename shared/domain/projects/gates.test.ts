// What may be done with a section in each of its states, and what else must be there; signing above all.
import { describe, expect, it } from 'vitest';
import { type SectionStep, sectionSteps } from '#shared/codes/section-steps.ts';
import type { Calendar } from '#shared/kernel/calendar.ts';
import { instantOf } from '#shared/kernel/dates.ts';
import { describeField, gatePages } from '#shared/text/index.ts';
import { anActor } from '#test/builders/actors.ts';
import { aStoreWithAward } from '#test/builders/awards.ts';
import { anId } from '#test/builders/ids.ts';
import { aSection } from '#test/builders/sections.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { emptyChallenge } from '../challenges/model.ts';
import { announcedResult, challengeableUntil, type GateProject, gate, refusedBy } from './gates.ts';
import type { Hold } from './holds.ts';
import { projects, type Section, sectionStatuses, sections } from './model.ts';
import type { ResultChange, SectionResult } from './result.ts';

const project: GateProject = { status: 'in_execution', method: 'OPEN_TENDER' };
const notice = anId('notice');
/** 2026-03-02 is a Monday of a month without holidays. */
const announcedAt = instantOf('2026-03-02T09:00');
const schedule: Section['schedule'] = {
  ...{ announcementId: notice, round: 1, publishedOn: '2026-02-02' },
  ...{ documentsFrom: null, documentsUntil: null, deadline: null, opening: null },
};
const determined: SectionResult = {
  ...{ awardId: anId('award'), noticeId: notice, supplierName: 'First', supplierUscc: '' },
  ...{ supplierAddress: 'Xuchang', sizeClass: null, members: [], amount: 100, rate: '' },
  ...{ score: null, reviewPrice: null, determinedAt: announcedAt },
  ...{ announcementId: null, letter: null, void: null },
};
const published: SectionResult = {
  ...determined,
  announcementId: anId('result'),
  letter: { no: 'No 1', at: announcedAt },
};
const pending: ResultChange = {
  ...{ changeId: anId('change'), changeNo: 'No 7', action: 'next_candidate' },
  ...{ reasonCode: 'SUPPLIER_REFUSED', reason: 'Refused.', corrections: [] },
  result: { ...determined, awardId: anId('change'), supplierName: 'Second' },
};
const hold: Hold = {
  ...{ kind: 'challenge', recordId: anId('letter'), document: 'ZY-1' },
  ...{ from: announcedAt + 1, until: null, demand: null },
};

/** As a section in this state usually is. */
function sectionIn(status: Section['status'], parts: Partial<Section> = {}): Section {
  const withResult = ['awarded', 'contracted', 'accepted'].includes(status);
  return aSection('lot-1', {
    status,
    schedule: status === 'received' || status === 'cancelled' ? null : schedule,
    results: withResult ? [published] : [],
    ...parts,
  });
}

const at = (today: string, calendar: Calendar = {}) => ({ today, calendar });
const late = at('2026-04-01');
const kindsOf = (section: Section, step: SectionStep, of: GateProject = project, clock = late) =>
  gate(section, step, of, clock).refused.map(({ kind }) => kind);

describe('each step in each state', () => {
  // '' where it may be done.
  const table: Readonly<Record<SectionStep, readonly string[]>> = {
    announce: [
      '',
      'in_course',
      'in_course',
      'in_course',
      'announced',
      'contracted',
      'accepted',
      '',
      'terminated',
      'cancelled',
    ],
    invite: [
      'unannounced',
      'in_course',
      'in_course',
      'in_course',
      'announced',
      'contracted',
      'accepted',
      'failed',
      'terminated',
      'cancelled',
    ],
    change_method: [
      'unannounced',
      'in_course',
      'in_course',
      'in_course',
      'announced',
      'contracted',
      'accepted',
      '',
      'terminated',
      'cancelled',
    ],
    correct: [
      'unannounced',
      '',
      '',
      '',
      'announced',
      'contracted',
      'accepted',
      'failed',
      'terminated',
      'cancelled',
    ],
    terminate: [
      'unannounced',
      '',
      '',
      '',
      'in_force',
      'contracted',
      'accepted',
      '',
      'terminated',
      'cancelled',
    ],
    determine: [
      'unannounced',
      'not_evaluated',
      'not_evaluated',
      '',
      'announced',
      'contracted',
      'accepted',
      'failed',
      'terminated',
      'cancelled',
    ],
    publish_result: [
      'unannounced',
      'not_evaluated',
      'not_evaluated',
      'missing',
      'announced',
      'contracted',
      'accepted',
      'failed',
      'terminated',
      'cancelled',
    ],
    change_result: [
      'unannounced',
      'not_evaluated',
      'not_evaluated',
      'not_announced',
      '',
      'contracted',
      'accepted',
      'failed',
      'terminated',
      'cancelled',
    ],
    correct_result: [
      'unannounced',
      'not_evaluated',
      'not_evaluated',
      'not_announced',
      '',
      '',
      '',
      'failed',
      'terminated',
      'cancelled',
    ],
    publish_change: [
      'unannounced',
      'not_evaluated',
      'not_evaluated',
      'not_announced',
      'change_missing',
      'contracted',
      'accepted',
      'failed',
      'terminated',
      'cancelled',
    ],
    sign: [
      'unannounced',
      'not_evaluated',
      'not_evaluated',
      'not_announced',
      '',
      '',
      '',
      'failed',
      'terminated',
      'cancelled',
    ],
    accept: [
      'unannounced',
      'not_contracted',
      'not_contracted',
      'not_contracted',
      'not_contracted',
      '',
      'accepted',
      'failed',
      'terminated',
      'cancelled',
    ],
    pay: [
      'unannounced',
      'not_contracted',
      'not_contracted',
      'not_contracted',
      'not_contracted',
      '',
      '',
      'failed',
      'terminated',
      'cancelled',
    ],
  };
  const cases = sectionSteps.flatMap((step) =>
    sectionStatuses.map((status, index) => [step, status, table[step][index] ?? 'none'] as const),
  );

  it.each(cases)('%s, %s: %s', (step, status, expected) => {
    const refused = kindsOf(sectionIn(status), step).map((kind) => kind.replace(/^(section|result)_/, ''));
    expect(refused).toEqual(expected === '' ? [] : [expected]);
  });

  it.each(cases)('has words for %s, %s', (step, status) => {
    const refusal = refusedBy(gate(sectionIn(status), step, project, late), 'sectionId');
    for (const field of refusal?.error.fields ?? []) expect(describeField(field)).not.toContain(field.code);
    expect(gatePages.steps[step]).toBeTruthy();
  });

  it('is refused while the project waits for its sections, and once it has ended', () => {
    for (const status of ['waiting_for_sections', 'cancelled'] as const) {
      expect(kindsOf(sectionIn('awarded'), 'sign', { ...project, status })).toEqual(['project_not_open']);
    }
    expect(kindsOf(sectionIn('received'), 'announce', { ...project, status: 'sections_received' })).toEqual(
      [],
    );
  });
});

it('a completed project is open for 质保金, the contract of the next year and a correction of its result alone', () => {
  const completed = { ...project, status: 'completed' } as const;
  const open = sectionSteps.filter((step) => kindsOf(sectionIn('accepted'), step, completed).length === 0);
  expect(open).toEqual(['correct_result', 'sign', 'pay']);
  expect(kindsOf(sectionIn('accepted'), 'accept', completed)).toEqual([
    'project_not_open',
    'section_accepted',
  ]);
  const announcing = (change: ResultChange) =>
    kindsOf(sectionIn('accepted', { change }), 'publish_change', completed);
  expect(announcing({ ...pending, action: 'correct', result: { ...published } })).toEqual([]);
  expect(announcing(pending)).toEqual(['section_accepted']);
  expect(kindsOf(sectionIn('accepted'), 'change_result', completed)).toContain('project_not_open');
});

describe('a result', () => {
  it('is announced once it is determined, and determined once', () => {
    const section = sectionIn('evaluated', { results: [determined] });
    expect(kindsOf(section, 'publish_result')).toEqual([]);
    expect(kindsOf(section, 'determine')).toEqual(['section_has_result']);
    expect(announcedResult(section)).toBeUndefined();
  });

  it('of a former course counts no more', () => {
    const results = [{ ...published, noticeId: anId('before') }];
    expect(kindsOf(sectionIn('evaluated', { results }), 'determine')).toEqual([]);
    expect(kindsOf(sectionIn('awarded', { results }), 'sign')).toEqual(['result_missing']);
  });

  it('is changed by one filing at a time, and its change announced once it is approved', () => {
    const section = sectionIn('awarded', { change: pending });
    expect(kindsOf(section, 'change_result')).toEqual(['change_pending']);
    expect(kindsOf(section, 'publish_change')).toEqual([]);
    // What was approved in a course before waits for nothing any more.
    const before = { ...pending, result: { ...pending.result, noticeId: anId('before') } };
    expect(kindsOf(sectionIn('awarded', { change: before }), 'publish_change')).toEqual(['change_missing']);
    // 重新采购 has ended it meanwhile.
    expect(kindsOf(sectionIn('failed', { change: pending }), 'publish_change')).toEqual(['section_failed']);
  });
});

it('a correction of its announcement is filed and announced also after the contract, and nothing else of it', () => {
  const correcting: ResultChange = { ...pending, action: 'correct', result: { ...published } };
  for (const status of ['contracted', 'accepted'] as const) {
    expect(kindsOf(sectionIn(status), 'correct_result')).toEqual([]);
    expect(kindsOf(sectionIn(status, { change: correcting }), 'publish_change')).toEqual([]);
    expect(kindsOf(sectionIn(status, { change: pending }), 'publish_change')).toEqual([`section_${status}`]);
  }
});

it('a section that failed is ended for good only while nothing is bought in its place', () => {
  const successor = {
    ...{ planId: anId('change plan'), begunAt: announcedAt, planNo: 'No 8' },
    ...{ projectId: null, sectionId: null, sectionNo: null },
  };
  expect(kindsOf(sectionIn('failed'), 'terminate')).toEqual([]);
  expect(kindsOf(sectionIn('failed', { successor }), 'terminate')).toEqual(['method_changed']);
});

it('a section whose result is void by a filing may be ended', () => {
  const voided = { ...published, void: { at: announcedAt, document: 'No 3' } };
  expect(kindsOf(sectionIn('awarded', { results: [voided] }), 'terminate')).toEqual([]);
});

describe('signing', () => {
  it('takes a result that is announced, and its letter', () => {
    expect(kindsOf(sectionIn('awarded'), 'sign')).toEqual([]);
    expect(kindsOf(sectionIn('awarded', { results: [determined] }), 'sign')).toEqual([
      'result_not_announced',
      'letter_missing',
    ]);
    expect(kindsOf(sectionIn('awarded', { results: [{ ...published, letter: null }] }), 'sign')).toEqual([
      'letter_missing',
    ]);
    const voided = { ...published, void: { at: announcedAt, document: 'No 3' } };
    expect(kindsOf(sectionIn('awarded', { results: [voided] }), 'sign')).toEqual(['result_missing']);
  });

  it('waits while a change is approved and not announced', () => {
    const { refused } = gate(sectionIn('awarded', { change: pending }), 'sign', project, late);
    expect(refused).toMatchObject([{ kind: 'change_pending', document: 'No 7' }]);
  });

  it('waits for the answer to a challenge that may affect the result, and for that alone', () => {
    const section = sectionIn('awarded', { holds: [hold] });
    expect(gate(section, 'sign', project, late).refused).toEqual([
      {
        ...{ kind: 'held_challenge', article: 'regulation/54', document: 'ZY-1' },
        ...{ since: hold.from, until: null },
      },
    ]);
    // Only the contract waits (条例 art 54).
    expect(sectionSteps.filter((step) => kindsOf(section, step).includes('held_challenge'))).toEqual([
      'sign',
    ]);
    expect(kindsOf(sectionIn('awarded', { holds: [{ ...hold, until: announcedAt + 2 }] }), 'sign')).toEqual(
      [],
    );
  });

  it('is warned of, and not refused, while suppliers may object: seven working days after the 公告期限', () => {
    const section = sectionIn('awarded');
    // Displayed until 03-03; then 04, 05, 06, 09, 10, 11, 12.
    expect(challengeableUntil(section, project, {})).toBe('2026-03-12');
    const last = gate(section, 'sign', project, at('2026-03-12'));
    expect(last).toMatchObject({
      ...{ open: true, refused: [] },
      warned: [{ kind: 'challenge_period', article: 'law/52', until: '2026-03-12' }],
    });
    expect(gate(section, 'sign', project, at('2026-03-13'))).toEqual({ open: true, refused: [], warned: [] });
  });

  it('counts anew from the announcement of a changed result, whether the letter stays or not', () => {
    const changedAt = instantOf('2026-03-16T09:00');
    const before = { ...published, void: { at: changedAt, document: 'No 7' } };
    const after = { ...published, awardId: anId('change'), announcementId: anId('changed') };
    const section = sectionIn('awarded', { results: [before, after] });
    expect(challengeableUntil(section, project, {})).toBe('2026-03-26');
  });
});

it('a registered challenge closes the gate and its answer opens it, on the section that commands have made', () => {
  const store = aStoreWithAward();
  const clerk = anActor('purchaser_clerk');
  const signing = () => {
    const section = store.get(sections, anId('lot-1'));
    return gate(section, 'sign', store.get(projects, section.projectId), late).refused.map(
      ({ kind }) => kind,
    );
  };
  expect(signing()).toEqual([]);
  const [id, sectionId] = [anId('letter'), anId('lot-1')];
  const content = {
    ...emptyChallenge,
    ...{ sectionIds: [sectionId], stage: 'result', supplierName: 'Second', receivedOn: '2026-03-03' },
    ...{ matters: 'The score.', mayAffectResult: true },
  };
  const { projectId } = store.get(sections, sectionId);
  expect(store.run(clerk, 'challenges.create', { id, projectId, content }).ok).toBe(true);
  expect(store.run(clerk, 'challenges.submit', { id, acknowledged: everyWarning }).ok).toBe(true);
  expect(signing()).toEqual(['held_challenge']);
  const reply = {
    ...{ conclusion: 'dismissed', consequence: null, text: 'It is not so.', repliedOn: '2026-03-03' },
    ...{ servedOn: null, service: null, files: [] },
  };
  expect(store.run(clerk, 'challenges.reply', { id, reply, acknowledged: everyWarning }).ok).toBe(true);
  expect(signing()).toEqual([]);
});
