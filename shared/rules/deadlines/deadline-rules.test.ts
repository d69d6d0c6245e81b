import { describe, expect, it } from 'vitest';
import { announcementTypes } from '#shared/codes/announcement-types.ts';
import { publishedCalendar as calendar } from '#shared/codes/holidays.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import { checkDeadlines, displayUntil } from './check.ts';
import { explain, holds } from './count.ts';
import { deadlineRules } from './deadline-rules.ts';
import type { DeadlineEvent, DeadlineFacts } from './facts.ts';
import { appliesTo } from './rule.ts';
import { defaultDeadlineSettings as settings } from './settings.ts';

/** Every row of the table of statutory periods. */
const ids = [
  ...['INTENT', 'DOC_SUPPLY_T', 'DOC_SUPPLY_C', 'BID_MIN', 'NEG_MIN', 'INQ_MIN', 'CON_MIN', 'PREQ_SUBMIT'],
  ...['CORR_T', 'CORR_P', 'CORR_N', 'CORR_C', 'DISP_T', 'DISP_N', 'DISP_R', 'SS_PUB', 'SS_OBJ', 'SITE'],
  ...['EXPERT_EARLY', 'EVAL_REPORT', 'CONFIRM', 'AWARD_PUB', 'CONTRACT_SIGN', 'CONTRACT_PUB'],
  ...[
    'CONTRACT_FILE',
    'CONTRACT_CHG',
    'ACCEPT_ANSWER',
    'PAY',
    'PAY_SOON',
    'PAY_SME',
    'PAY_SME_ACCEPTED',
    'PAY_SME_MOST',
    'PAY_SME_MOST_ACCEPTED',
    'BOND_LOSE',
    'BOND_WIN',
    'BOND_WITHDRAW',
    'TERM_REFUND',
  ],
  ...['QUERY', 'CHALLENGE', 'CH_REPLY', 'COMPLAINT', 'CP_REVIEW', 'CP_REJECT', 'CP_NOTICE', 'CP_ANSWER'],
  ...['CP_DECIDE', 'CP_SUSPEND', 'CP_PUB', 'FW_SIGN', 'FW_FILE', 'FW_SINGLE', 'EXPERT_RATE', 'ARCHIVE'],
  'SUPPLIER_BAN',
];

describe('the statutory periods', () => {
  it('are all there, each once', () => {
    const listed = deadlineRules.map(({ id }) => id);
    expect(listed).toEqual(expect.arrayContaining(ids));
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('name announcement types and methods that exist', () => {
    const types = announcementTypes.map(({ code }) => code);
    const methods: readonly string[] = procurementMethods.entries.map(({ code }) => code);
    for (const rule of deadlineRules) {
      expect(types).toEqual(expect.arrayContaining([...rule.types]));
      const named = [
        ...rule.methods,
        ...(rule.exceptMethods ?? []),
        ...(rule.articleByMethod ?? []).flatMap((each) => each.methods),
      ];
      expect(methods).toEqual(expect.arrayContaining(named));
    }
  });

  it('let only periods of working days count their first day', () => {
    const settable = deadlineRules.filter(({ firstDayMayCount }) => firstDayMayCount);
    expect(settable.map(({ id }) => id)).toEqual([
      'DOC_SUPPLY_T',
      'DOC_SUPPLY_C',
      'DISP_T',
      'DISP_N',
      'DISP_R',
    ]);
    expect(new Set(settable.map(({ unit }) => unit))).toEqual(new Set(['workday']));
  });

  it('roll and count back only where that has a meaning', () => {
    expect(deadlineRules.filter(({ roll, unit }) => roll && unit !== 'day')).toEqual([]);
    expect(deadlineRules.filter(({ back, unit }) => back === true && unit !== 'workday')).toEqual([]);
  });

  it.each(
    announcementTypes.flatMap((type) =>
      type.displayPeriod === null ? [] : [[type.code, type, type.displayPeriod] as const],
    ),
  )('display %s as long as its format says', (_code, type, period) => {
    const facts: DeadlineFacts = {
      type: type.code,
      method: type.methods[0] ?? (type.code === 'SINGLE_SOURCE' ? 'SINGLE_SOURCE' : 'OPEN_TENDER'),
      values: { published: '2026-03-02' },
    };
    const shown = displayUntil(facts, calendar, settings);
    expect(shown?.rule.length).toBe(period.minimum ? undefined : period.workdays);
    if (period.minimum)
      expect(deadlineRules.find((each) => each.id === 'SS_PUB')?.length).toBe(period.workdays);
  });

  describe.each(deadlineRules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
    it('has examples of each kind', () => {
      expect(rule.examples.passing).not.toEqual([]);
      expect(rule.examples.failing).not.toEqual([]);
    });

    it('applies to and holds for every passing example', () => {
      for (const facts of rule.examples.passing) {
        expect([appliesTo(rule, facts), holds(rule, facts, calendar, settings)]).toEqual([true, true]);
        const found = checkDeadlines(facts, calendar, settings);
        expect(found.filter(({ ruleId }) => ruleId === rule.id)).toEqual([]);
      }
    });

    it('is broken in every failing example, and found where it is more than information', () => {
      for (const facts of rule.examples.failing) {
        expect([appliesTo(rule, facts), holds(rule, facts, calendar, settings)]).toEqual([true, false]);
        const found = checkDeadlines(facts, calendar, settings).filter(({ ruleId }) => ruleId === rule.id);
        const expected = { article: rule.article, severity: rule.severity, paths: [rule.end] };
        expect(found).toMatchObject(rule.severity === 'info' ? [] : [expected]);
      }
    });
  });
});

describe('the verified dates', () => {
  const ends = (id: string, start: DeadlineEvent, date: string, method = 'OPEN_TENDER') => {
    const rule = deadlineRules.find((each) => each.id === id);
    expect(rule?.start).toBe(start);
    return rule && explain(rule, { type: '', method, values: { [start]: date } }, calendar, settings)?.result;
  };

  it.each([
    ['AWARD_ANNOUNCE', 'AWARD_PUB', 'winnerDetermined', '2026-09-30', '2026-10-09'],
    ['EVAL_REPORT', 'EVAL_REPORT', 'evaluationEnded', '2026-02-13', '2026-02-24'],
    ['PURCHASER_CONFIRM', 'CONFIRM', 'reportReceived', '2026-04-30', '2026-05-11'],
    ['COMPLAINT_REVIEW', 'CP_REVIEW', 'complaintReceived', '2026-02-13', '2026-02-27'],
    ['COMPLAINT_NOTICE', 'CP_NOTICE', 'complaintReceived', '2026-02-13', '2026-03-03'],
    ['RESULT_NOTICE_END', 'DISP_R', 'published', '2026-09-24', '2026-09-28'],
    ['CHALLENGE_RESULT', 'CHALLENGE', 'infringementKnown', '2026-09-28', '2026-10-13'],
    ['COMPLAINT_FILING', 'COMPLAINT', 'replyPeriodEnded', '2026-10-13', '2026-11-03'],
    ['BID_DEADLINE_MIN', 'BID_MIN', 'documentsIssued', '2026-09-11', '2026-10-08'],
    ['CONTRACT_FILE', 'CONTRACT_FILE', 'contractSigned', '2026-06-18', '2026-06-30'],
    ['CORRECTION_EXTEND', 'CORR_T', 'correctionPublished', '2026-10-08', '2026-10-23'],
    ['NEGOTIATE_MIN', 'NEG_MIN', 'documentsIssued', '2026-02-12', '2026-02-24'],
    ['INQUIRY_MIN', 'INQ_MIN', 'documentsIssued', '2026-09-29', '2026-10-09'],
    ['TENDER_NOTICE_END', 'DISP_T', 'published', '2026-09-18', '2026-09-24'],
    ['SUSPENSION_MAX', 'CP_SUSPEND', 'suspensionNotified', '2026-03-10', '2026-04-09'],
    ['SINGLE_SOURCE_END', 'SS_PUB', 'published', '2026-02-11', '2026-02-25'],
    ['INTENTION_LATEST', 'INTENT', 'intentionPublished', '2026-06-01', '2026-07-01'],
    ['CROSS_YEAR_2025', 'CONTRACT_FILE', 'contractSigned', '2025-12-30', '2026-01-09'],
    ['CY2024', 'CH_REPLY', 'challengeReceived', '2024-09-12', '2024-09-24'],
  ] as const)('%s', (_vector, id, start, date, expected) => {
    expect(ends(id, start, date)).toMatchObject({ date: expected, provisional: false });
  });
});
