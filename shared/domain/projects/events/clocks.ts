// Statutory periods that begin with an event of a section: until when the next one is due, and whether it was in time. They are counted by the engine that
// checks announcements (shared/rules/deadlines); where the first event is not recorded nothing is counted.
import type { Calendar } from '#shared/kernel/calendar.ts';
import { type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';
import { type DeadlineExplanation, explain, holds } from '#shared/rules/deadlines/count.ts';
import { deadlineRules } from '#shared/rules/deadlines/deadline-rules.ts';
import type { DeadlineEvent, DeadlineFacts } from '#shared/rules/deadlines/facts.ts';
import { appliesTo } from '#shared/rules/deadlines/rule.ts';
import { defaultDeadlineSettings } from '#shared/rules/deadlines/settings.ts';
import type { Project, Section } from '../model.ts';
import { eventInForce } from './course.ts';
import { type EventKind, eventKinds, type SectionEvent } from './model.ts';

/** What each event is to the rules of periods. */
const deadlineEventOf: { readonly [K in EventKind]?: DeadlineEvent } = {
  evaluation_ended: 'evaluationEnded',
  report_delivered: 'reportReceived',
  winner_determined: 'winnerDetermined',
  notice_issued: 'noticeIssued',
  bond_returned: 'loserBondReturned',
};
const ruleIds: ReadonlySet<string> = new Set([
  'EVAL_REPORT',
  'CONFIRM',
  'CONFIRM_SELF',
  'AWARD_NOTICE',
  'BOND_LOSE',
]);

type CourseClock = {
  /** What is due. */
  readonly kind: EventKind;
  readonly explanation: DeadlineExplanation;
  /** Null while it is not recorded: then nobody knows. */
  readonly inTime: boolean | null;
};

export function courseClocks(
  { method, agencyId }: Pick<Project, 'method' | 'agencyId'>,
  section: Pick<Section, 'id' | 'schedule'>,
  events: readonly SectionEvent[],
  calendar: Calendar,
  /** Whether 投标保证金 are collected here; mostly the trading centre does, and returns them. */
  bidBonds = false,
): readonly CourseClock[] {
  const values: { [E in DeadlineEvent]?: PlainDate } = {};
  const kinds = new Map<DeadlineEvent, EventKind>();
  for (const kind of eventKinds) {
    const event = deadlineEventOf[kind];
    if (event === undefined) continue;
    kinds.set(event, kind);
    const at = eventInForce(section, events, kind)?.at;
    if (at !== undefined) values[event] = toPlainDate(at);
  }
  const facts: DeadlineFacts = {
    type: 'TENDER',
    method,
    values,
    conditions: agencyId === null ? ['selfRun'] : [],
  };
  return deadlineRules.flatMap((rule) => {
    const kind = kinds.get(rule.end);
    if (kind === undefined || !ruleIds.has(rule.id) || !appliesTo(rule, facts)) return [];
    if (kind === 'bond_returned' && !bidBonds) return [];
    const explanation = explain(rule, facts, calendar, defaultDeadlineSettings);
    if (explanation === undefined) return [];
    const inTime = holds(rule, facts, calendar, defaultDeadlineSettings) ?? null;
    return [{ kind, explanation, inTime }];
  });
}
