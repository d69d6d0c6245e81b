// What the rules of a challenge must know: the sections of its project, the calendar, and the days that follow from the law.
import { type Instant, type PlainDate, toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { type Calendar, calendarOf } from '#shared/kernel/workdays.ts';
import type { ChallengeFacts } from '#shared/rules/challenge-rules.ts';
import type { DeadlineExplanation } from '#shared/rules/deadlines/count.ts';
import { explainFrom } from '#shared/rules/deadlines/explain-from.ts';
import { calendarYears } from '../admin/model.ts';
import { type Load, one, where } from '../load.ts';
import { type SectionEvent, sectionEvents } from '../projects/events/model.ts';
import { isAnnounced, type Project, projects, type Section, sections } from '../projects/model.ts';
import type { ChallengeContent } from './model.ts';

export type Around = {
  readonly project: Project;
  readonly sections: readonly Section[];
  readonly calendar: Calendar;
};

/** Undefined where the project is not there. */
export function* loadAround(projectId: string, now: Instant): Load<Around | undefined> {
  const project = yield* one(projects, projectId);
  if (project === undefined) return undefined;
  const year = yearOf(toPlainDate(now));
  const years = [];
  // A letter of last December is answered in January.
  for (const each of [year - 1, year, year + 1]) {
    const row = yield* one(calendarYears, String(each));
    if (row !== undefined) years.push(row.calendar);
  }
  return {
    project,
    sections: yield* where(sections, { projectId }),
    calendar: calendarOf(years),
  };
}

/** Also what happened to its sections, which says against whom it is upheld. */
export function* loadForReply(
  projectId: string,
  now: Instant,
): Load<(Around & { readonly events: readonly SectionEvent[] }) | undefined> {
  const around = yield* loadAround(projectId, now);
  return around === undefined ? undefined : { ...around, events: yield* where(sectionEvents, { projectId }) };
}

export function challengeFacts(around: Around, content: ChallengeContent, now: Instant): ChallengeFacts {
  return {
    content,
    today: toPlainDate(now),
    announced: around.sections.filter(isAnnounced).map(({ id }) => id),
    inTimeUntil: explainFrom('CHALLENGE', content.knownOn, around)?.result.date ?? null,
  };
}

/** 答复期限 day by day (94号令 art 13); undefined while it is not known when the letter came. */
export function replyPeriod(
  receivedOn: PlainDate | null,
  calendar: Calendar,
): DeadlineExplanation | undefined {
  return explainFrom('CH_REPLY', receivedOn, { calendar });
}
