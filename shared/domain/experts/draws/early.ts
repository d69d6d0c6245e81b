// A draw should not be earlier than two working days before the review (198号 art 14), "in principle": whoever draws earlier has read so.
import { dayOfLocalTime, type Instant, toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import type { Calendar } from '#shared/kernel/workdays.ts';
import { checkDeadlines } from '#shared/rules/deadlines/check.ts';
import { defaultDeadlineSettings } from '#shared/rules/deadlines/settings.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { loadCalendar } from '../../admin/load-calendar.ts';
import { type Load, one } from '../../load.ts';
import { projects } from '../../projects/model.ts';
import type { ExpertApplication } from '../applications/model.ts';

export type Timing = { readonly method: string; readonly calendar: Calendar };

export function* loadTiming({ projectId }: ExpertApplication, now: Instant): Load<Timing> {
  const project = yield* one(projects, projectId);
  return { method: project?.method ?? '', calendar: yield* loadCalendar(yearOf(toPlainDate(now))) };
}

export function earlyFindings(
  { content: { reviewAt, remote } }: ExpertApplication,
  { method, calendar }: Timing,
  now: Instant,
): readonly Finding[] {
  const facts = {
    ...{ type: '', method, conditions: remote ? (['remoteReview'] as const) : [] },
    values: {
      reviewStarted: reviewAt === null ? null : dayOfLocalTime(reviewAt),
      expertsDrawn: toPlainDate(now),
    },
  };
  const found = checkDeadlines(facts, calendar, defaultDeadlineSettings);
  return found.filter(({ ruleId }) => ruleId === 'EXPERT_EARLY');
}
