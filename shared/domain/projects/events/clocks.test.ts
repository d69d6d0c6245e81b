// Two working days for the report, five to determine, two for the 通知书, five for the bonds: counted from what is recorded, and from nothing else.
import { describe, expect, it } from 'vitest';
import { calendarYears } from '#shared/domain/admin/model.ts';
import { calendarOf } from '#shared/kernel/calendar.ts';
import { instantOf } from '#shared/kernel/dates.ts';
import { anActor, anAgency } from '#test/builders/actors.ts';
import { anEvaluation, aStoreWithNotice } from '#test/builders/events.ts';
import { anId } from '#test/builders/ids.ts';
import { projects, sections } from '../model.ts';
import { courseClocks } from './clocks.ts';
import { sectionEvents } from './model.ts';

const entrusted = { method: 'OPEN_TENDER', agencyId: anAgency.id };

function evaluatedOn(endedAt: string) {
  const store = aStoreWithNotice();
  store.now = instantOf('2026-12-01T09:00');
  const told = { startedAt: instantOf(endedAt) - 60_000, endedAt: instantOf(endedAt) };
  expect(
    store.run(anActor('trading_platform'), 'sectionEvents.receiveEvaluation', anEvaluation(told)),
  ).toMatchObject({ ok: true });
  return store;
}

function clocksOf(
  store: ReturnType<typeof evaluatedOn>,
  project: Parameters<typeof courseClocks>[0] = entrusted,
  bidBonds = false,
) {
  const calendar = calendarOf(store.all(calendarYears).map((row) => row.calendar));
  const section = store.get(sections, anId('lot-1'));
  return courseClocks(project, section, store.all(sectionEvents), calendar, bidBonds).map(
    ({ kind, explanation, inTime }) => [kind, explanation.rule.id, explanation.result.date, inTime],
  );
}

function record(store: ReturnType<typeof evaluatedOn>, kind: string, at: string) {
  const input = {
    id: anId(kind),
    sectionId: anId('lot-1'),
    noticeId: anId('notice'),
    kind,
    at: instantOf(at),
  };
  const first = store.run(anActor('purchaser_clerk'), 'sectionEvents.record', input);
  if (first.ok) return;
  const acknowledged = (first.error.fields ?? []).map(({ code }) => code);
  expect(store.run(anActor('purchaser_clerk'), 'sectionEvents.record', { ...input, acknowledged }).ok).toBe(
    true,
  );
}

describe('clocks of a section', () => {
  it('stand still where nothing is recorded', () => {
    const store = aStoreWithNotice();
    const [project] = store.all(projects);
    expect(project).toBeDefined();
    expect(clocksOf(store)).toEqual([]);
  });

  it('go on from one event to the next, over the holidays', () => {
    // 02-14 is a make-up Saturday, 02-28 another; the Spring Festival lasts until 02-23.
    const store = evaluatedOn('2026-02-13T16:00');
    expect(clocksOf(store)).toEqual([['report_delivered', 'EVAL_REPORT', '2026-02-24', null]]);
    record(store, 'report_delivered', '2026-02-25T09:00');
    record(store, 'winner_determined', '2026-03-03T09:00');
    const [event] = store.all(sectionEvents);
    if (event === undefined) throw new Error('no event');
    const issued = { source: 'purchaser', platformVersion: null, details: null } as const;
    const at = instantOf('2026-03-05T09:00');
    store.put(sectionEvents, { ...event, ...issued, id: anId('letter'), kind: 'notice_issued', at });
    const issuedInTime = [
      ['report_delivered', 'EVAL_REPORT', '2026-02-24', false],
      ['winner_determined', 'CONFIRM', '2026-03-03', true],
      ['notice_issued', 'AWARD_NOTICE', '2026-03-05', true],
    ];
    expect(clocksOf(store)).toEqual(issuedInTime);
    // Where bonds are collected, their return is watched as well.
    expect(clocksOf(store, entrusted, true)).toEqual([
      ...issuedInTime,
      ['bond_returned', 'BOND_LOSE', '2026-03-12', null],
    ]);
  });

  it('of a unit that procures by itself start with the end of the evaluation', () => {
    const store = evaluatedOn('2026-03-02T16:00');
    expect(clocksOf(store, { method: 'OPEN_TENDER', agencyId: null })).toEqual([
      ['winner_determined', 'CONFIRM_SELF', '2026-03-09', null],
    ]);
  });
});
