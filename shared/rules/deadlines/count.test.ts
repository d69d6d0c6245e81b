// For any rule, day and calendar the days of the explanation are the result.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedCalendar } from '#shared/codes/holidays.ts';
import { addDays, daysBetween, type PlainDate, weekday } from '#shared/kernel/dates.ts';
import { type Calendar, calendarOf, calendarYearSchema } from '#shared/kernel/workdays.ts';
import { earliestLawful } from './check.ts';
import { type DeadlineExplanation, explain } from './count.ts';
import { deadlineRules } from './deadline-rules.ts';
import type { DeadlineRule } from './rule.ts';
import { defaultDeadlineSettings } from './settings.ts';

const countedRules = deadlineRules.filter(({ unit }) => unit !== 'year');
const rule = fc.constantFrom(...countedRules);
const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2024-06-01', n));
const settings = fc.record({
  countPublicationDay: fc.boolean(),
  extraDay: fc.integer({ min: 0, max: 1 }),
  contractSignDays: fc.integer({ min: 1, max: 30 }),
  intentionDays: fc.integer({ min: 0, max: 60 }),
});

/** One holiday of one to fifteen days a month at most, and a make-up day among the free weekend days. */
const calendarYear = (year: number) =>
  fc
    .array(fc.record({ first: fc.integer({ min: 1, max: 13 }), length: fc.integer({ min: 1, max: 15 }) }), {
      minLength: 12,
      maxLength: 12,
    })
    .map((months) => {
      const holidays = months.flatMap(({ first, length }, index) => {
        const from = addDays(`${year}-${String(index + 1).padStart(2, '0')}-01`, first - 1);
        return index % 2 === 0 ? [{ name: 'Holiday', from, to: addDays(from, length - 1) }] : [];
      });
      const inHoliday = (date: PlainDate) => holidays.some(({ from, to }) => date >= from && date <= to);
      const makeUpWorkdays = months.flatMap(({ first }, index) => {
        const date = addDays(`${year}-${String(index + 1).padStart(2, '0')}-01`, first + 13);
        return [0, 6].includes(weekday(date)) && !inHoliday(date) ? [date] : [];
      });
      return calendarYearSchema.parse({ year, holidays, makeUpWorkdays });
    });
const years = [2024, 2025, 2026, 2027].map(calendarYear);
const calendar: fc.Arbitrary<Calendar> = fc.oneof(
  fc.constant(publishedCalendar),
  fc.constant({}),
  fc.tuple(...years).map(calendarOf),
  // Years without published holidays in between.
  fc.tuple(...years.filter((_, index) => index % 2 === 0)).map(calendarOf),
);

const count = (
  { start, ...of }: DeadlineRule,
  date: PlainDate,
  by: Calendar,
  how = defaultDeadlineSettings,
): DeadlineExplanation => {
  const explained = explain({ ...of, start }, { type: '', method: '', values: { [start]: date } }, by, how);
  if (explained === undefined) throw new Error('the start is known');
  return explained;
};

describe('the days of an explanation', () => {
  it('add up to the result', () => {
    fc.assert(
      fc.property(rule, day, calendar, settings, (of, date, by, how) => {
        const { days, result, length } = count(of, date, by, how);
        expect(days[0]?.date).toBe(date);
        expect(days.at(-1)?.date).toBe(result.date);
        const counts = days.flatMap((each) => each.count ?? []);
        expect(counts).toEqual(Array.from({ length }, (_, index) => index + 1));
        // The result is the last counted day, or comes after it by the roll alone.
        const afterLast = days.slice(days.findIndex((each) => each.count === length) + 1);
        if (length > 0) expect(new Set(afterLast.map(({ why }) => why)).size).toBe(result.rolled ? 1 : 0);
        expect(afterLast.some(({ why }) => why === 'roll')).toBe(result.rolled);
      }),
    );
  });

  it('follow each other without gaps', () => {
    fc.assert(
      fc.property(rule, day, calendar, settings, (of, date, by, how) => {
        const { days } = count(of, date, by, how);
        const steps = days.slice(1).map((each, index) => daysBetween(days[index]?.date ?? '', each.date));
        expect(steps.every((step) => step === (of.back === true ? -1 : 1))).toBe(true);
      }),
    );
  });

  it('do not count the start unless the settings say so', () => {
    fc.assert(
      fc.property(rule, day, calendar, settings, (of, date, by, how) => {
        const first = count(of, date, by, how).days[0];
        expect(first?.why).toBe('start');
        if (!(of.firstDayMayCount === true && how.countPublicationDay)) expect(first?.count).toBeNull();
      }),
    );
  });
});

describe('a later start', () => {
  it('never makes a deadline earlier', () => {
    fc.assert(
      fc.property(rule, day, calendar, settings, (of, date, by, how) => {
        const [today, tomorrow] = [date, addDays(date, 1)].map(
          (each) => count(of, each, by, how).result.date,
        );
        expect((tomorrow ?? '') >= (today ?? '')).toBe(true);
      }),
    );
  });

  it('never makes the earliest lawful date earlier', () => {
    const method = fc.constantFrom('OPEN_TENDER', 'COMPETITIVE_CONSULTATION', 'INQUIRY');
    fc.assert(
      fc.property(method, day, calendar, settings, (of, date, by, how) => {
        const type = of === 'OPEN_TENDER' ? 'TENDER' : 'NEGOTIATION_NOTICE';
        const [today, tomorrow] = [date, addDays(date, 1)].map(
          (each) =>
            earliestLawful('deadline', { type, method: of, values: { published: each } }, by, how)?.date,
        );
        expect(today).toBeDefined();
        expect((tomorrow ?? '') >= (today ?? '')).toBe(true);
      }),
    );
  });
});

describe('a year without published holidays', () => {
  it('always gives a provisional date', () => {
    fc.assert(
      fc.property(rule, day, settings, (of, date, how) => {
        expect(count(of, date, {}, how).result.provisional).toBe(true);
      }),
    );
  });

  it('is certain about years alone, which no holiday moves', () => {
    const archive = deadlineRules.find((each) => each.id === 'ARCHIVE');
    expect(archive && count(archive, '2026-12-31', {})).toMatchObject({
      result: { date: '2041-12-31', provisional: false },
      days: [],
    });
  });
});

describe('the first day', () => {
  const display = deadlineRules.find((each) => each.id === 'DISP_R');
  const how = { ...defaultDeadlineSettings, countPublicationDay: true };

  it('is day 1 where the settings count it', () => {
    expect(display && count(display, '2026-09-24', publishedCalendar, how)).toMatchObject({
      result: { date: '2026-09-24', provisional: false },
      days: [{ date: '2026-09-24', why: 'start', count: 1 }],
    });
  });

  it('is not counted when offices are closed', () => {
    expect(display && count(display, '2026-09-25', publishedCalendar, how)).toMatchObject({
      result: { date: '2026-09-28' },
    });
  });
});
