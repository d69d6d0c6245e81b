// Any course of a section: whatever is told, written down, corrected and withdrawn, every clock is what a person would count from the events that are left, day by day.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarYears } from '#shared/domain/admin/model.ts';
import { calendarOf, isWorkday } from '#shared/kernel/calendar.ts';
import { addDays, instantOf, type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';
import { anActor, anAgency } from '#test/builders/actors.ts';
import { anEvaluation, anOpening, aStoreWithNotice } from '#test/builders/events.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { type Project, type Section, sections } from '../model.ts';
import { courseClocks } from './clocks.ts';
import { type EventKind, eventKinds, type SectionEvent, sectionEvents } from './model.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const start = instantOf('2026-01-20T09:00');
const sectionId = anId('lot-1');
const actors = [anActor('purchaser_clerk'), anActor('agency')] as const;
const centre = anActor('trading_platform');

type Deed =
  | { readonly what: 'record'; readonly kind: EventKind; readonly by: 0 | 1; readonly ago: number }
  | { readonly what: 'withdraw'; readonly which: number }
  | { readonly what: 'evaluate' | 'open'; readonly ago: number }
  | { readonly what: 'issue'; readonly ago: number }
  | { readonly what: 'wait'; readonly days: number };

const ago = fc.integer({ min: 1, max: 6 * 24 * 60 }).map((minutes) => minutes * minute);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    what: fc.constant('record' as const),
    kind: fc.constantFrom(...eventKinds),
    by: fc.constantFrom(0 as const, 1 as const),
    ago,
  }),
  fc.record({ what: fc.constant('withdraw' as const), which: fc.nat(20) }),
  fc.record({ what: fc.constantFrom('evaluate' as const, 'open' as const), ago }),
  fc.record({ what: fc.constant('issue' as const), ago }),
  fc.record({ what: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 9 }) }),
);

function done(store: Store, given: Deed, count: number): void {
  const noticeId = anId('notice');
  const all = store.all(sectionEvents);
  switch (given.what) {
    case 'wait':
      store.now += given.days * day;
      return;
    case 'record':
      store.run(actors[given.by], 'sectionEvents.record', {
        ...{ id: anId(`event ${count}`), sectionId, noticeId, kind: given.kind, at: store.now - given.ago },
        acknowledged: everyWarning,
      });
      return;
    case 'withdraw': {
      const event = all[given.which % Math.max(1, all.length)];
      const actor = event?.source === 'agency' ? actors[1] : actors[0];
      store.run(actor, 'sectionEvents.withdraw', { id: event?.id ?? noticeId, reason: '登记有误' });
      return;
    }
    case 'open':
      store.run(centre, 'sectionEvents.receiveOpening', {
        ...anOpening({ openedAt: store.now - given.ago }),
        ...{ id: anId(`event ${count}`), version: count },
      });
      return;
    case 'evaluate':
      store.run(centre, 'sectionEvents.receiveEvaluation', {
        ...anEvaluation({ startedAt: store.now - given.ago - minute, endedAt: store.now - given.ago }),
        ...{ id: anId(`event ${count}`), startedId: anId(`started ${count}`), version: count },
      });
      return;
    case 'issue': {
      // As the publication of a result does; nobody enters it.
      const [other] = all;
      if (other === undefined) return;
      const made = { source: 'purchaser', details: null, platformVersion: null, withdrawal: null } as const;
      const at = store.now - given.ago;
      const id = anId(`event ${count}`);
      store.put(sectionEvents, {
        ...other,
        ...made,
        id,
        noticeId,
        kind: 'notice_issued',
        at,
        recordedAt: store.now,
      });
    }
  }
}

/** The one that counts: what the centre said last of what happens there, else what was written down last and not taken back. */
function counting(events: readonly SectionEvent[], kind: EventKind): SectionEvent | undefined {
  const own = events.filter((event) => event.kind === kind && event.noticeId === anId('notice'));
  const told = own.filter(({ source }) => source === 'centre');
  if (told.length > 0) {
    return told.reduce((best, each) =>
      (each.platformVersion ?? 0) > (best.platformVersion ?? 0) ? each : best,
    );
  }
  const left = own.filter(({ withdrawal }) => withdrawal === null);
  return left.length === 0
    ? undefined
    : left.reduce((best, each) =>
        each.recordedAt > best.recordedAt || (each.recordedAt === best.recordedAt && each.id > best.id)
          ? each
          : best,
      );
}

type Of = Pick<Project, 'method' | 'agencyId'>;
/** Working days from one event to the next, for whom they count. */
const periods: readonly (readonly [
  from: EventKind,
  to: EventKind,
  days: number,
  counts: (of: Of) => boolean,
])[] = [
  [
    'evaluation_ended',
    'report_delivered',
    2,
    ({ agencyId, method }) => agencyId !== null && method !== 'SINGLE_SOURCE',
  ],
  [
    'report_delivered',
    'winner_determined',
    5,
    ({ agencyId, method }) => agencyId !== null && method !== 'SINGLE_SOURCE',
  ],
  [
    'evaluation_ended',
    'winner_determined',
    5,
    ({ agencyId, method }) => agencyId === null && method === 'OPEN_TENDER',
  ],
  ['winner_determined', 'notice_issued', 2, () => true],
  ['notice_issued', 'bond_returned', 5, () => true],
];

function recounted(store: Store, of: Of) {
  const calendar = calendarOf(store.all(calendarYears).map((row) => row.calendar));
  const events = store.all(sectionEvents).filter((event) => event.sectionId === sectionId);
  return periods.flatMap(([from, to, days, counts]) => {
    const begun = counting(events, from);
    if (begun === undefined || !counts(of)) return [];
    let due: PlainDate = toPlainDate(begun.at);
    for (let left = days; left > 0; ) {
      due = addDays(due, 1);
      if (isWorkday(due, calendar)) left -= 1;
    }
    const ended = counting(events, to);
    return [[to, due, ended === undefined ? null : toPlainDate(ended.at) <= due] as const];
  });
}

function shown(store: Store, of: Of) {
  const calendar = calendarOf(store.all(calendarYears).map((row) => row.calendar));
  const section: Section = store.get(sections, sectionId);
  return courseClocks(of, section, store.all(sectionEvents), calendar, true).map(
    ({ kind, explanation, inTime }) => [kind, explanation.result.date, inTime] as const,
  );
}

it('every clock equals its recount from the events', () => {
  const seen = new Map<EventKind, number>();
  const procurements: readonly Of[] = [
    { method: 'OPEN_TENDER', agencyId: anAgency.id },
    { method: 'OPEN_TENDER', agencyId: null },
    { method: 'SINGLE_SOURCE', agencyId: anAgency.id },
    { method: 'INQUIRY', agencyId: null },
  ];
  fc.assert(
    fc.property(fc.array(deed, { minLength: 3, maxLength: 25 }), (deeds) => {
      const store = aStoreWithNotice();
      store.now = start + 30 * day;
      for (const [index, each] of deeds.entries()) {
        store.now += minute;
        done(store, each, index + 1);
        for (const of of procurements) {
          expect([...shown(store, of)].toSorted()).toEqual([...recounted(store, of)].toSorted());
        }
      }
      for (const [kind] of shown(store, { method: 'OPEN_TENDER', agencyId: anAgency.id })) {
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
    }),
    { numRuns: 80, seed: 20_261_130 },
  );
  // A property of what never happened would prove nothing.
  for (const kind of ['report_delivered', 'winner_determined', 'notice_issued', 'bond_returned'] as const) {
    expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(5);
  }
});
