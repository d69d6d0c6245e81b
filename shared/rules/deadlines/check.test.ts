import { describe, expect, it } from 'vitest';
import { publishedCalendar as calendar } from '#shared/codes/holidays.ts';
import { checkDeadlines, displayUntil, earliestLawful } from './check.ts';
import type { DeadlineFacts } from './facts.ts';
import { defaultDeadlineSettings } from './settings.ts';

const settings = defaultDeadlineSettings;
const tender = (
  values: DeadlineFacts['values'],
  around: Partial<Omit<DeadlineFacts, 'values'>> = {},
): DeadlineFacts => ({ type: 'TENDER', method: 'OPEN_TENDER', values, ...around });
const found = (facts: DeadlineFacts, by = settings) =>
  checkDeadlines(facts, calendar, by).map(({ ruleId, severity }) => `${ruleId} ${severity}`);

describe('an agency drafts a tender', () => {
  it('is offered dates that break nothing', () => {
    const facts = tender({ published: '2026-09-11', documentsIssued: '2026-09-11' });
    const until = earliestLawful('documentsUntil', facts, calendar, settings);
    const deadline = earliestLawful('deadline', facts, calendar, settings);
    expect([until?.date, deadline?.date]).toEqual(['2026-09-18', '2026-10-08']);
    expect(deadline?.rules.map(({ rule }) => rule.id)).toEqual(['BID_MIN']);
    const values = { ...facts.values, documentsUntil: until?.date, deadline: deadline?.date };
    expect(checkDeadlines({ ...facts, values }, calendar, settings)).toEqual([]);
  });

  it('is told what is too early, by which clause, and what would do', () => {
    const facts = tender({ documentsIssued: '2026-03-02', deadline: '2026-03-20' });
    expect(checkDeadlines(facts, calendar, settings)).toEqual([
      {
        ruleId: 'BID_MIN',
        article: 'law/35',
        severity: 'error',
        paths: ['deadline'],
        params: {
          by: 'law',
          severity: 'error',
          earliest: '2026-03-22',
          lawful: '2026-03-22',
          given: '2026-03-20',
          provisional: false,
          days: 20,
          unit: 'day',
          start: '2026-03-02',
          startEvent: 'documentsIssued',
        },
      },
    ]);
  });

  it('is warned of a deadline on a day when offices are closed', () => {
    const weekend = checkDeadlines(tender({ deadline: '2026-03-22' }), calendar, settings);
    expect(weekend).toMatchObject([
      {
        ruleId: 'deadline.office_closed',
        severity: 'warning',
        paths: ['deadline'],
        params: { day: 'weekend', holiday: null, next: '2026-03-23', provisional: false },
      },
    ]);
    const holiday = checkDeadlines(tender({ prequalificationDeadline: '2026-10-01' }), calendar, settings);
    expect(holiday).toMatchObject([
      { paths: ['prequalificationDeadline'], params: { day: 'holiday', next: '2026-10-08' } },
    ]);
    // A make-up Saturday is a working day.
    expect(found(tender({ deadline: '2026-02-28' }))).toEqual([]);
  });

  it('has the dates counted from the notice when that comes after the day planned for the documents', () => {
    const late = tender({
      published: '2026-03-05',
      documentsIssued: '2026-03-02',
      documentsUntil: '2026-03-09',
      deadline: '2026-03-23',
    });
    const findings = checkDeadlines(late, calendar, settings);
    expect(findings.map(({ ruleId, params }) => [ruleId, params['startEvent'], params['earliest']])).toEqual([
      ['DOC_SUPPLY_T', 'published', '2026-03-12'],
      ['BID_MIN', 'published', '2026-03-25'],
    ]);
  });

  it('hears nothing of dates that are missing or no days', () => {
    expect(found(tender({ deadline: '2026-03-20' }))).toEqual([]);
    expect(found(tender({ documentsIssued: '2026-02-30', deadline: '2026-03-02' }))).toEqual([]);
    expect(found(tender({ documentsIssued: '2199-12-30', deadline: '2199-12-31' }))).toEqual([]);
    expect(earliestLawful('deadline', tender({ published: null }), calendar, settings)).toBeUndefined();
    expect(earliestLawful('contractFiled', tender({}), calendar, settings)).toBeUndefined();
  });

  it('sees 暂定 where the holidays of a year decide that are not published', () => {
    const facts = tender({ documentsIssued: '2026-12-21', deadline: '2027-01-05' });
    expect(earliestLawful('deadline', facts, calendar, settings)).toMatchObject({
      date: '2027-01-10',
      provisional: true,
    });
    expect(checkDeadlines(facts, calendar, settings)).toMatchObject([{ params: { provisional: true } }]);
  });
});

describe('each method has its own period', () => {
  it.each([
    ['TENDER', 'INVITED_TENDER', '2026-03-22'],
    ['NEGOTIATION_NOTICE', 'COMPETITIVE_NEGOTIATION', '2026-03-05'],
    ['NEGOTIATION_NOTICE', 'INQUIRY', '2026-03-05'],
    ['NEGOTIATION_NOTICE', 'COMPETITIVE_CONSULTATION', '2026-03-12'],
    ['SINGLE_SOURCE', 'SINGLE_SOURCE', undefined],
  ])('%s by %s', (type, method, expected) => {
    const facts = tender({ published: '2026-03-02' }, { type, method });
    expect(earliestLawful('deadline', facts, calendar, settings)?.date).toBe(expected);
  });
});

describe('a correction', () => {
  const corrected = (values: DeadlineFacts['values'], around: Partial<DeadlineFacts> = {}) =>
    tender(
      { published: '2026-09-11', documentsIssued: '2026-09-11', ...values },
      { type: 'CORRECTION', ...around },
    );

  it('early enough leaves the deadline where it is', () => {
    expect(found(corrected({ correctionPublished: '2026-09-30', deadline: '2026-10-15' }))).toEqual([]);
  });

  it('too late moves it', () => {
    const facts = corrected({ correctionPublished: '2026-10-08', deadline: '2026-10-15' });
    expect(found(facts)).toEqual(['CORR_T error']);
    expect(earliestLawful('deadline', facts, calendar, settings)).toMatchObject({
      date: '2026-10-23',
      rules: [{ rule: { id: 'BID_MIN' } }, { rule: { id: 'CORR_T' } }],
    });
  });

  it('cannot bring the deadline forward below the first period', () => {
    const facts = corrected({ correctionPublished: '2026-09-14', deadline: '2026-09-30' });
    expect(found(facts)).toEqual(['BID_MIN error']);
  });

  it('that changes nothing for suppliers moves nothing', () => {
    const conditions = ['immaterialCorrection'] as const;
    const facts = corrected(
      { correctionPublished: '2026-10-14', deadline: '2026-10-15' },
      { conditions: [...conditions] },
    );
    expect(found(facts)).toEqual([]);
  });

  it('of an inquiry cites the clause on inquiries', () => {
    const facts = tender(
      { correctionPublished: '2026-09-29', deadline: '2026-10-08' },
      { type: 'CORRECTION', method: 'INQUIRY' },
    );
    expect(checkDeadlines(facts, calendar, settings)).toMatchObject([
      { ruleId: 'CORR_N', article: 'order74/45' },
    ]);
  });
});

describe('settings', () => {
  const firstDay = { ...settings, countPublicationDay: true };
  const cautious = { ...settings, extraDay: 1 };
  const supply = (documentsUntil: string) => tender({ documentsIssued: '2026-05-21', documentsUntil });

  it('that count the first day soften the error of file supply, and make nothing lawful', () => {
    expect(found(supply('2026-05-27'))).toEqual(['DOC_SUPPLY_T error']);
    expect(found(supply('2026-05-27'), firstDay)).toEqual(['DOC_SUPPLY_T warning']);
    expect(found(supply('2026-05-26'), firstDay)).toEqual(['DOC_SUPPLY_T error']);
    expect(found(supply('2026-05-28'), firstDay)).toEqual([]);
    expect(earliestLawful('documentsUntil', supply(''), calendar, firstDay)?.date).toBe('2026-05-28');
  });

  it('that count the first day leave the periods for bids alone', () => {
    const facts = tender({ documentsIssued: '2026-03-02', deadline: '2026-03-20' });
    expect(found(facts, firstDay)).toEqual(['BID_MIN error']);
  });

  it('move the end of the display with the first day, if it is a working day', () => {
    const end = (published: string) => displayUntil(tender({ published }), calendar, firstDay)?.result.date;
    expect(end('2026-09-18')).toBe('2026-09-23');
    expect(end('2026-09-19')).toBe('2026-09-24');
    expect(displayUntil(tender({ published: '2026-09-18' }), calendar, settings)?.result.date).toBe(
      '2026-09-24',
    );
  });

  it('that add a day offer it, and only warn of a date that keeps the law', () => {
    const on = (deadline: string) => tender({ documentsIssued: '2026-03-02', deadline });
    expect(earliestLawful('deadline', on(''), calendar, cautious)?.date).toBe('2026-03-23');
    expect(checkDeadlines(on('2026-03-22'), calendar, cautious)).toMatchObject([
      { ruleId: 'BID_MIN', severity: 'warning', article: 'system', params: { by: 'caution' } },
      { ruleId: 'deadline.office_closed' },
    ]);
    expect(found(on('2026-03-20'), cautious)).toEqual(['BID_MIN error']);
  });

  it('never give more time to be late', () => {
    const facts = tender({ contractSigned: '2026-06-18', contractFiled: '2026-07-01' });
    expect(found(facts, { ...cautious, countPublicationDay: true })).toEqual(['CONTRACT_FILE warning']);
  });

  it('shorten the time to sign where a place does', () => {
    const facts = tender({ noticeIssued: '2026-03-02', contractSigned: '2026-03-25' });
    expect(found(facts)).toEqual([]);
    expect(found(facts, { ...settings, contractSignDays: 20 })).toEqual(['CONTRACT_SIGN error']);
  });
});

describe('circumstances', () => {
  it('a purchaser without an agency confirms from the end of the evaluation', () => {
    const values = { evaluationEnded: '2026-04-30', winnerDetermined: '2026-05-12' };
    expect(found(tender(values))).toEqual([]);
    expect(found(tender(values, { conditions: ['selfRun'] }))).toEqual(['CONFIRM_SELF warning']);
  });

  it('a clock that stood still keeps the decision on a complaint open', () => {
    const values = { complaintReceived: '2026-03-02', complaintDecided: '2026-05-29' };
    expect(found(tender(values))).toEqual(['CP_DECIDE warning']);
    expect(found(tender(values, { conditions: ['clockPaused'] }))).toEqual([]);
  });
});

describe('a 单一来源公示', () => {
  const publicity = (displayEnded: string, more: DeadlineFacts['values'] = {}, type = 'SINGLE_SOURCE') =>
    found({ type, method: 'SINGLE_SOURCE', values: { published: '2026-03-02', displayEnded, ...more } });

  it('that is said to begin later has no fewer days', () => {
    expect(publicity('2026-03-09')).toEqual([]);
    expect(publicity('2026-03-09', { displayStarted: '2026-03-06' })).toEqual(['SS_PUB error']);
    expect(publicity('2026-03-13', { displayStarted: '2026-03-06' })).toEqual([]);
  });

  it('is not cut short by a correction', () => {
    const correctionPublished = '2026-03-03';
    expect(publicity('2026-03-04', { correctionPublished }, 'CORRECTION')).toEqual(['SS_PUB error']);
    expect(publicity('2026-03-09', { correctionPublished }, 'CORRECTION')).toEqual([]);
  });
});
