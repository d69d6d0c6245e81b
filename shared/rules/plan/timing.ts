// When: the intention is public long enough before the procurement starts, and it starts in the year it is budgeted for.
import { isPlainDate, type PlainDate, yearOf } from '#shared/kernel/dates.ts';
import { addCalendarDays } from '#shared/kernel/workdays.ts';
import type { Rule } from '../engine.ts';
import { exampleFacts } from '../plan-example.ts';
import type { PlanFacts } from '../plan-facts.ts';

/** The earliest lawful start; `provisional` (暂定) when it lies in a year whose holidays are not published. */
function earliestStart({
  content,
  intentionDays,
  calendar,
}: PlanFacts): { readonly date: PlainDate; readonly provisional: boolean } | undefined {
  const published = content.intentionPublishedOn;
  // The last days that a date can name have no day after them to count to.
  if (published === null || !isPlainDate(published) || yearOf(published) > 2190) return undefined;
  return addCalendarDays(published, intentionDays, { roll: false, calendar });
}

/** 协议供货, 定点 and 电子卖场 need no intention (财库〔2020〕10号). */
const needsIntention = ({ content, intentionDays }: PlanFacts) =>
  content.method !== null && content.method !== 'E_MALL' && intentionDays > 0;

export const timingRules: readonly Rule<PlanFacts>[] = [
  {
    id: 'plan.intention_missing',
    article: 'caiku-2020-10',
    severity: 'warning',
    // What is there is not said to be missing.
    fields: ({ content }) =>
      (['intentionId', 'intentionPublishedOn'] as const).filter((field) => content[field] === null),
    appliesTo: needsIntention,
    holds: ({ content }) => content.intentionId !== null && content.intentionPublishedOn !== null,
    params: ({ content, intentionDays }) => ({
      days: intentionDays,
      announced: content.intentionId !== null,
      dated: content.intentionPublishedOn !== null,
    }),
    examples: {
      passing: [exampleFacts()],
      failing: [
        exampleFacts({ intentionId: null, intentionPublishedOn: null }),
        exampleFacts({ intentionId: null }),
        exampleFacts({ intentionPublishedOn: null }),
      ],
    },
  },
  {
    id: 'plan.intention_days',
    article: 'caiku-2020-10',
    severity: 'warning',
    fields: ['plannedStart', 'intentionPublishedOn'],
    appliesTo: (facts) =>
      needsIntention(facts) &&
      facts.content.plannedStart !== null &&
      facts.content.intentionPublishedOn !== null,
    holds: (facts) => {
      const earliest = earliestStart(facts);
      return earliest !== undefined && (facts.content.plannedStart ?? '') >= earliest.date;
    },
    params: (facts) => {
      const earliest = earliestStart(facts);
      return {
        days: facts.intentionDays,
        earliest: earliest?.date ?? null,
        provisional: earliest?.provisional ?? true,
      };
    },
    examples: {
      // The day of publication does not count: 30 days after 01-20 is 02-19.
      passing: [exampleFacts({ plannedStart: '2026-02-19' })],
      failing: [exampleFacts({ plannedStart: '2026-02-18' }), exampleFacts({ plannedStart: '2026-01-20' })],
    },
  },
  {
    id: 'plan.start_in_year',
    article: 'law/6',
    severity: 'warning',
    fields: ['plannedStart', 'fiscalYear'],
    appliesTo: ({ content }) => content.plannedStart !== null && content.fiscalYear !== null,
    holds: ({ content }) =>
      content.plannedStart !== null && yearOf(content.plannedStart) === content.fiscalYear,
    params: ({ content }) => ({ year: content.fiscalYear }),
    examples: { passing: [exampleFacts()], failing: [exampleFacts({ plannedStart: '2027-01-04' })] },
  },
];
