import type { Explanation } from '#shared/contract/announcements.ts';
import { deadlineRules } from '#shared/rules/deadlines/deadline-rules.ts';
import { deadlineText } from '#shared/text/index.ts';

/** The period in one sentence, with its clause; '' for a rule that this program does not know. */
export function summaryOf({ ruleId, article, start, length, days, ...result }: Explanation): string {
  const rule = deadlineRules.find(({ id }) => id === ruleId);
  if (rule === undefined) return '';
  const event = rule.notBefore !== undefined && start.event === rule.notBefore ? rule.notBefore : rule.start;
  return deadlineText.summary({ rule, article, start: { event, date: start.date }, length, result, days });
}
