// What the known dates break, and which dates would break nothing. Findings have the shape of the other rules', their paths are names of events:
// the caller maps them to its fields.
import type { PlainDate } from '#shared/kernel/dates.ts';
import { addWorkdays, type Calendar, dayKind } from '#shared/kernel/workdays.ts';
import type { Finding } from '../engine.ts';
import { type DeadlineExplanation, explain, holds, statutoryLength } from './count.ts';
import { deadlineRules } from './deadline-rules.ts';
import { type DeadlineEvent, type DeadlineFacts, dateOf } from './facts.ts';
import { appliesTo, type DeadlineRule } from './rule.ts';
import type { DeadlineSettings } from './settings.ts';

/** Why a rule is not kept: the law, only its strict count of the first day, or only an office's own caution. */
type BrokenBy = 'law' | 'firstDay' | 'caution';

/** Days on which suppliers must find an open office. */
const officeEvents: readonly DeadlineEvent[] = ['deadline', 'prequalificationDeadline'];

/** The findings on all known dates, in the order of the rules; cheap enough to ask at every key stroke. */
export function checkDeadlines(
  facts: DeadlineFacts,
  calendar: Calendar,
  settings: DeadlineSettings,
): readonly Finding[] {
  return [
    ...deadlineRules
      .filter((rule) => appliesTo(rule, facts))
      .flatMap((rule) => findingOf(rule, facts, calendar, settings)),
    ...officeEvents.flatMap((event) => closedOffice(event, facts, calendar)),
  ];
}

export type EarliestLawful = {
  readonly date: PlainDate;
  /** 暂定: the date may move when the holidays of a year are published. */
  readonly provisional: boolean;
  readonly rules: readonly DeadlineExplanation[];
};

/**
 * The earliest day for an event that keeps every minimum an error guards, the first day never counted and the extra day of the settings
 * included: what the form offers breaks nothing. Undefined when no such rule applies or none has its start.
 */
export function earliestLawful(
  event: DeadlineEvent,
  facts: DeadlineFacts,
  calendar: Calendar,
  settings: DeadlineSettings,
): EarliestLawful | undefined {
  const rules = deadlineRules
    .filter((rule) => rule.end === event && rule.kind === 'minimum' && rule.severity === 'error')
    .filter((rule) => appliesTo(rule, facts))
    .flatMap((rule) => explain(rule, facts, calendar, strict(settings)) ?? []);
  const date = rules
    .map(({ result }) => result.date)
    .toSorted()
    .at(-1);
  if (date === undefined) return undefined;
  return { date, provisional: rules.some(({ result }) => result.provisional), rules };
}

/** The last day of the statutory 公告期限 of an announcement; undefined for a type that has none or before it is published. */
export function displayUntil(
  facts: DeadlineFacts,
  calendar: Calendar,
  settings: DeadlineSettings,
): DeadlineExplanation | undefined {
  const rule = deadlineRules.find((each) => each.kind === 'display' && appliesTo(each, facts));
  return rule === undefined ? undefined : explain(rule, facts, calendar, settings);
}

function findingOf(
  rule: DeadlineRule,
  facts: DeadlineFacts,
  calendar: Calendar,
  settings: DeadlineSettings,
): readonly Finding[] {
  if (rule.severity === 'info' || rule.kind === 'display') return [];
  const asked = explain(rule, facts, calendar, strict(settings));
  const lawful = explain(rule, facts, calendar, statutory(settings));
  if (asked === undefined || lawful === undefined) return [];
  if (holds(rule, facts, calendar, strict(settings)) !== false) return [];
  const by = brokenBy(rule, facts, calendar, settings);
  const severity = by === 'law' ? rule.severity : 'warning';
  const { date, provisional } = asked.result;
  return [
    {
      ruleId: rule.id,
      article: by === 'caution' ? 'system' : asked.article,
      severity,
      paths: [rule.end],
      params: {
        by,
        // Also here, because a refusal carries params only.
        severity,
        ...(rule.kind === 'minimum' ? { earliest: date } : { latest: date }),
        lawful: lawful.result.date,
        given: dateOf(facts, rule.end) ?? null,
        provisional,
        days: statutoryLength(rule, settings),
        unit: rule.unit,
        start: asked.start.date,
        startEvent: asked.start.event,
      },
    },
  ];
}

function brokenBy(
  rule: DeadlineRule,
  facts: DeadlineFacts,
  calendar: Calendar,
  settings: DeadlineSettings,
): BrokenBy {
  if (rule.kind !== 'minimum') return 'law';
  if (holds(rule, facts, calendar, statutory(settings)) === true) return 'caution';
  return holds(rule, facts, calendar, { ...settings, extraDay: 0 }) === true ? 'firstDay' : 'law';
}

function strict(settings: DeadlineSettings): DeadlineSettings {
  return { ...settings, countPublicationDay: false };
}

function statutory(settings: DeadlineSettings): DeadlineSettings {
  return { ...strict(settings), extraDay: 0 };
}

function closedOffice(event: DeadlineEvent, facts: DeadlineFacts, calendar: Calendar): readonly Finding[] {
  const given = dateOf(facts, event);
  if (given === undefined) return [];
  const day = dayKind(given, calendar);
  if (day.kind === 'workday' || day.kind === 'makeUp') return [];
  const { date: next, provisional } = addWorkdays(given, 1, calendar);
  return [
    {
      ruleId: 'deadline.office_closed',
      article: 'system',
      severity: 'warning',
      paths: [event],
      params: {
        event,
        given,
        day: day.kind,
        holiday: day.kind === 'holiday' ? day.name : null,
        next,
        provisional,
      },
    },
  ];
}
