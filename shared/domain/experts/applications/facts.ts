// What the rules of an application must know: project, sections, other applications, the calendar.

import { region } from '#shared/codes/regions.ts';
import { thresholdOn } from '#shared/codes/thresholds.ts';
import { dayOfLocalTime, type Instant, instantOf, toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { type Calendar, isWorkday } from '#shared/kernel/workdays.ts';
import type { ApplicationFacts } from '#shared/rules/experts/facts.ts';
import { loadCalendar } from '../../admin/load-calendar.ts';
import { loadSetting } from '../../admin/settings.ts';
import { type Load, one, where } from '../../load.ts';
import { type Project, projects, type Section, sections } from '../../projects/model.ts';
import { type ApplicationContent, covers, type ExpertApplication, expertApplications } from './model.ts';

export type Around = {
  readonly project: Project;
  readonly sections: readonly Section[];
  /** Of the project. */
  readonly applications: readonly ExpertApplication[];
  readonly calendar: Calendar;
  readonly openTender: number | null;
};

/** Undefined where the project is not there. */
export function* loadAround(projectId: string, now: Instant): Load<Around | undefined> {
  const project = yield* one(projects, projectId);
  if (project === undefined) return undefined;
  const thresholds = yield* loadSetting('thresholds');
  const level = region(project.regionCode)?.level ?? 'county';
  const wanted = { kind: 'openTender', category: project.category, level } as const;
  return {
    project,
    sections: yield* where(sections, { projectId }),
    applications: yield* where(expertApplications, { projectId }),
    calendar: yield* loadCalendar(yearOf(toPlainDate(now))),
    openTender: thresholdOn(thresholds, wanted, toPlainDate(now))?.amount ?? null,
  };
}

export function applicationFacts(
  { project, sections: all, applications, calendar, openTender }: Around,
  { id, content }: { readonly id: string; readonly content: ApplicationContent },
  now: Instant,
): ApplicationFacts {
  const others = applications.filter((each) => each.id !== id && covers(each));
  const covered = new Set(others.flatMap((each) => each.content.sectionIds));
  const chosen = all.filter((section) => content.sectionIds.includes(section.id));
  const deadlines = chosen.flatMap(({ schedule }) => schedule?.deadline ?? []);
  const { reviewAt } = content;
  return {
    content,
    method: project.method,
    budget: project.budgetAmount,
    atOpenTender: openTender !== null && project.budgetAmount >= openTender,
    open: all
      .filter(({ status }) => status === 'announced' || status === 'opened')
      .map((section) => section.id),
    covered: [...covered],
    deadline: deadlines.toSorted().at(-1) ?? null,
    reviewAhead: reviewAt === null || instantOf(reviewAt) > now,
    reviewOnWorkday: reviewAt === null ? null : isWorkday(dayOfLocalTime(reviewAt), calendar),
  };
}
