// One period alone, by its id, from the day it starts on: for records that know which rule they mean.
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { Calendar } from '#shared/kernel/workdays.ts';
import { type DeadlineExplanation, explain } from './count.ts';
import { deadlineRules } from './deadline-rules.ts';
import { type DeadlineSettings, defaultDeadlineSettings } from './settings.ts';

type By = { readonly calendar: Calendar; readonly settings?: DeadlineSettings; readonly method?: string };

/** Undefined while the day is not known. `method` decides which clause is cited. */
export function explainFrom(
  ruleId: string,
  from: PlainDate | null,
  { calendar, settings = defaultDeadlineSettings, method = '' }: By,
): DeadlineExplanation | undefined {
  const rule = deadlineRules.find(({ id }) => id === ruleId);
  if (rule === undefined || from === null) return undefined;
  return explain(rule, { type: '', method, values: { [rule.start]: from } }, calendar, settings);
}
