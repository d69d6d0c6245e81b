// From a rule and the day it starts on to the day it ends on, day by day. The answer to 为什么 and the answer of the check are one and the
// same count.
import { isPublished } from '#shared/kernel/calendar.ts';
import { addDays, type PlainDate, yearOf } from '#shared/kernel/dates.ts';
import {
  type Calendar,
  type CalendarDayResult,
  type DayCount,
  type Explanation,
  explainCalendarDays,
  explainWorkdays,
  isWorkday,
  type WorkdayResult,
} from '#shared/kernel/workdays.ts';
import { type DeadlineEvent, type DeadlineFacts, dateOf } from './facts.ts';
import { articleOf, type DeadlineRule } from './rule.ts';
import type { DeadlineSettings } from './settings.ts';

export type DeadlineExplanation = {
  readonly rule: DeadlineRule;
  /** The clause for the method in question. */
  readonly article: string;
  readonly start: { readonly event: DeadlineEvent; readonly date: PlainDate };
  /** What was counted: the statutory length and, where the settings ask for it, the extra day. */
  readonly length: number;
  readonly result: CalendarDayResult;
  /** From the start day to the result, without gaps; none for a period of years, which no calendar of holidays moves. */
  readonly days: readonly DayCount[];
};

/** Undefined when the start is not known. Does not ask whether the rule applies. */
export function explain(
  rule: DeadlineRule,
  facts: DeadlineFacts,
  calendar: Calendar,
  settings: DeadlineSettings,
): DeadlineExplanation | undefined {
  const start = startOf(rule, facts);
  if (start === undefined) return undefined;
  const length = statutoryLength(rule, settings) + (isCautious(rule) ? settings.extraDay : 0);
  const { result, days } = count(rule, start.date, length, calendar, settings);
  return { rule, article: articleOf(rule, facts.method), start, length, result, days };
}

/** What the law asks for, without an office's own caution. */
export function statutoryLength({ length }: DeadlineRule, settings: DeadlineSettings): number {
  return typeof length === 'number' ? length : settings[length];
}

/** Whether the known dates keep the rule; undefined when one of them is not known. */
export function holds(
  rule: DeadlineRule,
  facts: DeadlineFacts,
  calendar: Calendar,
  settings: DeadlineSettings,
): boolean | undefined {
  const end = dateOf(facts, rule.end);
  const limit = explain(rule, facts, calendar, settings)?.result.date;
  if (end === undefined || limit === undefined) return undefined;
  if (rule.kind === 'minimum') return end >= limit;
  return rule.kind === 'latest' ? end <= limit : end === limit;
}

function startOf(rule: DeadlineRule, facts: DeadlineFacts): DeadlineExplanation['start'] | undefined {
  const known = [rule.start, ...(rule.notBefore === undefined ? [] : [rule.notBefore])].flatMap((event) => {
    const date = dateOf(facts, event);
    return date === undefined ? [] : [{ event, date }];
  });
  return known.reduce<DeadlineExplanation['start'] | undefined>(
    (latest, each) => (latest === undefined || each.date > latest.date ? each : latest),
    undefined,
  );
}

/** Caution lengthens what the law forbids to cut short; it never gives anyone more time to be late. */
function isCautious({ kind, severity, unit, back }: DeadlineRule): boolean {
  return kind === 'minimum' && severity === 'error' && unit !== 'year' && back !== true;
}

function count(
  rule: DeadlineRule,
  start: PlainDate,
  length: number,
  calendar: Calendar,
  settings: DeadlineSettings,
): Explanation<CalendarDayResult> {
  if (rule.unit === 'year') return { result: certain(addYears(start, length)), days: [] };
  if (rule.unit === 'day') return explainCalendarDays(start, length, { roll: rule.roll, calendar });
  const countsFirst =
    rule.firstDayMayCount === true && settings.countPublicationDay && isWorkday(start, calendar);
  const { result, days } = countsFirst
    ? countFromFirstDay(start, length, calendar)
    : explainWorkdays(start, length, calendar, rule.back === true ? 'back' : 'forward');
  // Working days end on an open day: there is nothing to move.
  return { result: { ...result, rolled: false, weekend: false }, days };
}

/** The start, a working day, is day 1. */
function countFromFirstDay(start: PlainDate, length: number, calendar: Calendar): Explanation<WorkdayResult> {
  const { result, days } = explainWorkdays(start, length - 1, calendar);
  const unpublished = !isPublished(start, calendar);
  return {
    result: { date: result.date, provisional: result.provisional || unpublished },
    days: days.map((day) =>
      day.why === 'start'
        ? { ...day, count: 1, provisional: unpublished }
        : { ...day, count: day.count === null ? null : day.count + 1 },
    ),
  };
}

function certain(date: PlainDate): CalendarDayResult {
  return { date, provisional: false, rolled: false, weekend: false };
}

/** The same day of a later year, or the last of February where the year has no 29th. */
function addYears(date: PlainDate, years: number): PlainDate {
  const year = yearOf(date) + years;
  return date.endsWith('-02-29') ? addDays(`${year}-03-01`, -1) : `${year}${date.slice(4)}`;
}
