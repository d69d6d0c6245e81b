// How a statutory day came about, as the contract says it.
import type { Explanation } from '#shared/contract/announcements.ts';
import type { DeadlineExplanation } from '#shared/rules/deadlines/count.ts';

export function explanationOf({
  rule,
  article,
  start,
  length,
  result,
  days,
}: DeadlineExplanation): Explanation {
  return {
    ruleId: rule.id,
    article,
    start,
    length,
    unit: rule.unit === 'workday' ? 'workday' : 'day',
    ...result,
    days: days.map((day) => ({ ...day })),
  };
}
