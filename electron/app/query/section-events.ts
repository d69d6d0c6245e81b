// The course of a project's sections: what happened, as both sides say it, and the periods that began with it.
import { loadCalendar } from '#shared/domain/admin/load-calendar.ts';
import { courseClocks } from '#shared/domain/projects/events/clocks.ts';
import { sectionEvents } from '#shared/domain/projects/events/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { ok } from '#shared/kernel/result.ts';
import { explanationOf } from './explanations.ts';
import type { Handlers } from './handler.ts';
import { loaded } from './load-facts.ts';
import { marksOf } from './marks.ts';
import { record, visibleRows } from './records.ts';

export const sectionEventHandlers: Handlers<'sectionEvents.byProject'> = {
  'sectionEvents.byProject': {
    answer(account, { projectId }) {
      const project = record(account, projects, projectId);
      if (!project.ok) return project;
      const events = visibleRows(account, sectionEvents, { projectId });
      const years = events.map(({ at }) => yearOf(toPlainDate(at)));
      const calendar = loaded(account.replica, loadCalendar(Math.max(...years, 1900)));
      if (!calendar.ok) return calendar;
      const mark = marksOf(account);
      return ok({
        events: events
          .toSorted((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1))
          .map((event) => ({ event, mark: mark(sectionEvents.name, event.id) })),
        clocks: visibleRows(account, sections, { projectId }).flatMap((section) =>
          courseClocks(project.value.row, section, events, calendar.value).map((clock) => ({
            ...{ sectionId: section.id, kind: clock.kind, inTime: clock.inTime },
            explanation: explanationOf(clock.explanation),
          })),
        ),
      });
    },
  },
};
