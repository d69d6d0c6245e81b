// Single records and what belongs to one. "Missing" and "not yours" give the same answer.
import { sectionSteps } from '#shared/codes/section-steps.ts';
import { loadCalendar } from '#shared/domain/admin/load-calendar.ts';
import { loadSetting } from '#shared/domain/admin/settings.ts';
import type { Entity, Row } from '#shared/domain/entity.ts';
import { visible } from '#shared/domain/entity.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { courseClocks } from '#shared/domain/projects/events/clocks.ts';
import { sectionEvents } from '#shared/domain/projects/events/model.ts';
import { gate, type Obstacle } from '#shared/domain/projects/gates.ts';
import { isLive, projects, sections } from '#shared/domain/projects/model.ts';
import { readRow, UnreadableRow } from '#shared/domain/stored-body.ts';
import { toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import { NotYetRebuilt } from '../db/replica/source-table.ts';
import { explanationOf } from './explanations.ts';
import type { Handlers } from './handler.ts';
import { loaded } from './load-facts.ts';
import { marksOf } from './marks.ts';

export const recordHandlers: Handlers<
  'plans.get' | 'projects.get' | 'sections.byProject' | 'sections.gates' | 'sectionEvents.byProject'
> = {
  'plans.get': {
    answer(account, { id }) {
      const found = record(account, plans, id);
      return found.ok
        ? ok({ plan: found.value.row, version: found.value.version, mark: marksOf(account)('plans', id) })
        : found;
    },
  },
  'projects.get': {
    answer(account, { id }) {
      const found = record(account, projects, id);
      return found.ok
        ? ok({
            project: found.value.row,
            version: found.value.version,
            mark: marksOf(account)('projects', id),
          })
        : found;
    },
  },
  'sections.byProject': {
    answer(account, { projectId }) {
      const rows = visibleRows(account, sections, { projectId });
      return ok({ sections: rows.toSorted((a, b) => (a.sectionNo < b.sectionNo ? -1 : 1)) });
    },
  },
  'sections.gates': {
    answer(account, { projectId }) {
      const project = record(account, projects, projectId);
      if (!project.ok) return project;
      const today = toPlainDate(account.now());
      const calendar = loaded(account.replica, loadCalendar(yearOf(today)));
      if (!calendar.ok) return calendar;
      const clock = { today, calendar: calendar.value };
      return ok({
        gates: visibleRows(account, sections, { projectId })
          .filter(isLive)
          .flatMap((section) =>
            sectionSteps.map((step) => {
              const { refused, warned } = gate(section, step, project.value.row, clock);
              const plain = (obstacles: readonly Obstacle[]) => obstacles.map((each) => ({ ...each }));
              return { sectionId: section.id, step, refused: plain(refused), warned: plain(warned) };
            }),
          ),
      });
    },
  },
  'sectionEvents.byProject': {
    answer(account, { projectId }) {
      const project = record(account, projects, projectId);
      if (!project.ok) return project;
      const events = visibleRows(account, sectionEvents, { projectId });
      const years = events.map(({ at }) => yearOf(toPlainDate(at)));
      const calendar = loaded(account.replica, loadCalendar(Math.max(...years, 1900)));
      if (!calendar.ok) return calendar;
      const mark = marksOf(account);
      const bidBonds = loaded(account.replica, loadSetting('deadlines.bidBonds'));
      return ok({
        events: events
          .toSorted((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1))
          .map((event) => ({ event, mark: mark(sectionEvents.name, event.id) })),
        clocks: visibleRows(account, sections, { projectId }).flatMap((section) =>
          courseClocks(project.value.row, section, events, calendar.value, bidBonds.ok && bidBonds.value).map(
            (clock) => ({
              ...{ sectionId: section.id, kind: clock.kind, inTime: clock.inTime },
              explanation: explanationOf(clock.explanation),
            }),
          ),
        ),
      });
    },
  },
};

/** Those of the rows with these values that can be read and may be seen. */
export function visibleRows<R extends Row>(
  account: Account,
  kind: Entity<R>,
  where: { readonly [column: string]: string },
): readonly R[] {
  return (account.replica.table(kind.name)?.bodies(where) ?? []).flatMap((body) => {
    const row = parse(kind, body);
    return row.ok && visible(account.actor, kind, row.value) ? [row.value] : [];
  });
}

/** Error codes: not_found, unreadable_record. Throws NotYetRebuilt. */
export function record<R extends Row>(
  account: Account,
  kind: Entity<R>,
  id: string,
): Result<{ readonly row: R; readonly version: number }> {
  const { replica } = account;
  const stored = replica.table(kind.name)?.stored(id);
  // Who may see a row that cannot be read is not known; that it is here says that the server let this account have it.
  if (stored === undefined && replica.unreadable.get(kind.name, id) !== undefined)
    return err({ code: 'unreadable_record' });
  // What is saved but not shown yet, or lies in a file that could not be opened, is not missing.
  if (stored === undefined && account.rebuilding) throw new NotYetRebuilt(kind.name);
  if (stored === undefined) return err({ code: 'not_found' });
  const row = parse(kind, stored.body);
  if (!row.ok) return row;
  return visible(account.actor, kind, row.value)
    ? ok({ row: row.value, version: stored.version })
    : err({ code: 'not_found' });
}

/** Error code: unreadable_record. */
export function parse<R extends Row>(kind: Entity<R>, body: string): Result<R> {
  try {
    return ok(readRow(kind, body));
  } catch (thrown) {
    if (thrown instanceof UnreadableRow) return err({ code: 'unreadable_record' });
    throw thrown;
  }
}
