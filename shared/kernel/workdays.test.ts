import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedCalendar } from '#shared/codes/holidays.ts';
import { addDays, daysBetween, type PlainDate } from './dates.ts';
import {
  addCalendarDays,
  addWorkdays,
  type Calendar,
  calendarOf,
  calendarYearSchema,
  dayKind,
  explainCalendarDays,
  explainWorkdays,
  isWorkday,
} from './workdays.ts';

const calendar = publishedCalendar;
const workdays = (from: PlainDate, n: number) => addWorkdays(from, n, calendar).date;
const subtractWorkdays = (from: PlainDate, n: number, by: Calendar) =>
  explainWorkdays(from, n, by, 'back').result;
const calendarDays = (from: PlainDate, n: number) => addCalendarDays(from, n, { roll: true, calendar }).date;

describe('statutory periods, case by case', () => {
  it.each([
    ['AWARD_ANNOUNCE', () => workdays('2026-09-30', 2), '2026-10-09'],
    ['EVAL_REPORT', () => workdays('2026-02-13', 2), '2026-02-24'],
    ['PURCHASER_CONFIRM', () => workdays('2026-04-30', 5), '2026-05-11'],
    ['COMPLAINT_REVIEW', () => workdays('2026-02-13', 5), '2026-02-27'],
    ['COMPLAINT_NOTICE', () => workdays('2026-02-13', 8), '2026-03-03'],
    ['RESULT_NOTICE_END', () => workdays('2026-09-24', 1), '2026-09-28'],
    ['CHALLENGE_RESULT', () => workdays(workdays('2026-09-24', 1), 7), '2026-10-13'],
    ['COMPLAINT_FILING', () => workdays(workdays(workdays('2026-09-24', 1), 7), 15), '2026-11-03'],
    ['BID_DEADLINE_MIN', () => calendarDays('2026-09-11', 20), '2026-10-08'],
    ['CONTRACT_FILE', () => workdays('2026-06-18', 7), '2026-06-30'],
    ['CORRECTION_EXTEND', () => calendarDays('2026-10-08', 15), '2026-10-23'],
    ['NEGOTIATE_MIN', () => workdays('2026-02-12', 3), '2026-02-24'],
    ['INQUIRY_MIN', () => workdays('2026-09-29', 3), '2026-10-09'],
    ['TENDER_NOTICE_END', () => workdays('2026-09-18', 5), '2026-09-24'],
    ['SUSPENSION_MAX', () => calendarDays('2026-03-10', 30), '2026-04-09'],
    ['SINGLE_SOURCE_END', () => workdays('2026-02-11', 5), '2026-02-25'],
    ['INTENTION_LATEST', () => addCalendarDays('2026-07-01', -30).date, '2026-06-01'],
    ['CROSS_YEAR_2025', () => workdays('2025-12-30', 7), '2026-01-09'],
    ['CY2024', () => workdays('2024-09-12', 7), '2024-09-24'],
  ])('%s', (_id, compute, expected) => {
    expect(compute()).toBe(expected);
  });
});

describe('the calendar', () => {
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has the published number of working days', (year, expected) => {
    let count = 0;
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
      if (isWorkday(date, calendar)) count++;
    }
    expect(count).toBe(expected);
  });

  it('tells working days, weekends, holidays and make-up days apart', () => {
    expect(dayKind('2024-02-09', calendar)).toEqual({ kind: 'workday' });
    expect(dayKind('2026-02-14', calendar)).toEqual({ kind: 'makeUp' });
    expect(dayKind('2026-03-22', calendar)).toEqual({ kind: 'weekend' });
    expect(dayKind('2026-10-04', calendar)).toEqual({ kind: 'holiday', name: '国庆节' });
  });

  it('never takes a year from a prototype', () => {
    const hostile: Calendar = JSON.parse('{"__proto__":{"holidays":[],"makeUpWorkdays":[]}}');
    expect(addWorkdays('2026-03-02', 1, hostile)).toEqual({ date: '2026-03-03', provisional: true });
    expect(addWorkdays('2026-03-02', 1, {}).provisional).toBe(true);
  });
});

describe('counting back', () => {
  it('finds the last day from which the working days suffice', () => {
    expect(subtractWorkdays('2026-10-09', 2, calendar)).toEqual({ date: '2026-09-30', provisional: false });
    expect(subtractWorkdays('2026-02-24', 2, calendar).date).toBe('2026-02-13');
  });

  it('is undone by counting forward', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2024-06-01', n));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (date, n) => {
        const back = subtractWorkdays(date, n, calendar).date;
        const forward = addWorkdays(back, n, calendar).date;
        const expected = isWorkday(date, calendar) ? date : addWorkdays(date, 1, calendar).date;
        expect(forward).toBe(expected);
      }),
    );
  });
});

describe('years without published holidays', () => {
  it('says so as soon as such a year decides the result', () => {
    expect(addWorkdays('2026-12-24', 5, calendar)).toEqual({ date: '2026-12-31', provisional: false });
    expect(addWorkdays('2026-12-24', 6, calendar)).toEqual({ date: '2027-01-01', provisional: true });
    expect(addWorkdays('2027-03-01', 0, calendar).provisional).toBe(true);
    expect(subtractWorkdays('2027-01-01', 1, calendar).provisional).toBe(false);
    expect(subtractWorkdays('2024-01-02', 1, calendar).provisional).toBe(true);
    expect(addCalendarDays('2026-12-15', 20, { roll: true, calendar })).toEqual({
      date: '2027-01-04',
      provisional: true,
      rolled: false,
      weekend: false,
    });
    expect(addCalendarDays('2026-12-01', 20, { roll: true, calendar }).provisional).toBe(false);
  });

  it('is certain about plain calendar days that need no calendar', () => {
    expect(addCalendarDays('2026-12-15', 20).provisional).toBe(false);
  });

  it('becomes certain when the year is imported', () => {
    const imported = calendarYearSchema.parse({
      year: 2027,
      holidays: [{ name: '元旦', from: '2026-12-31', to: '2027-01-02' }],
      makeUpWorkdays: ['2027-01-03'],
    });
    const wider: Calendar = { ...calendar, ...calendarOf([imported]) };
    expect(addWorkdays('2026-12-30', 1, wider)).toEqual({ date: '2027-01-03', provisional: false });
    expect(addCalendarDays('2026-12-11', 20, { roll: true, calendar: wider })).toEqual({
      date: '2027-01-03',
      provisional: false,
      rolled: true,
      weekend: false,
    });
  });
});

describe('rolling out of a holiday', () => {
  it('leaves the date where it is without roll', () => {
    expect(addCalendarDays('2026-09-11', 20)).toMatchObject({ date: '2026-10-01', rolled: false });
    expect(addCalendarDays('2026-09-11', 20, { calendar })).toMatchObject({
      date: '2026-10-01',
      weekend: false,
    });
  });

  it('stays on a plain weekend and says that the office is closed', () => {
    expect(addCalendarDays('2026-03-02', 20, { roll: true, calendar })).toMatchObject({
      date: '2026-03-22',
      rolled: false,
      weekend: true,
    });
  });

  it('goes to the first day after the block even when that is a weekend', () => {
    const friday = calendarOf([
      { year: 2026, holidays: [{ name: '示例', from: '2026-03-20', to: '2026-03-20' }], makeUpWorkdays: [] },
    ]);
    expect(addCalendarDays('2026-03-10', 10, { roll: true, calendar: friday })).toEqual({
      date: '2026-03-21',
      provisional: false,
      rolled: true,
      weekend: true,
    });
  });
});

describe('explanations', () => {
  it('lists each day of a working-day period with its reason', () => {
    const { result, days } = explainWorkdays('2026-02-13', 2, calendar);
    expect(result).toEqual({ date: '2026-02-24', provisional: false });
    expect(days.map(({ date, why, count }) => `${date.slice(5)} ${why} ${count ?? '-'}`)).toEqual([
      '02-13 start -',
      '02-14 makeUp 1',
      ...[15, 16, 17, 18, 19, 20, 21, 22, 23].map((day) => `02-${day} holiday -`),
      '02-24 workday 2',
    ]);
    expect(days[2]?.holiday).toBe('春节');
  });

  it('shows which days were skipped by the roll', () => {
    const { result, days } = explainCalendarDays('2026-09-11', 20, { roll: true, calendar });
    expect(result.date).toBe('2026-10-08');
    expect(days.filter(({ count }) => count !== null)).toHaveLength(20);
    expect(days.slice(-8).map(({ why }) => why)).toEqual(['calendarDay', ...Array(7).fill('roll')]);
    expect(days.at(-2)).toMatchObject({ date: '2026-10-07', holiday: '国庆节', count: null });
  });

  it('lists only the start day for a period of no days', () => {
    expect(explainCalendarDays('2026-03-02', 0).days).toHaveLength(1);
    expect(explainWorkdays('2026-03-02', 0, calendar, 'back').days).toHaveLength(1);
  });
});

it('refuses lengths that are no number of days', () => {
  for (const n of [-1, 0.5, Number.NaN, 1e9]) {
    expect(() => addWorkdays('2026-03-02', n, calendar)).toThrow(RangeError);
    expect(() => subtractWorkdays('2026-03-02', n, calendar)).toThrow(RangeError);
  }
  expect(() => addCalendarDays('2026-03-02', 1.5)).toThrow(RangeError);
  expect(() => explainCalendarDays('2026-03-02', -1)).toThrow(RangeError);
});

describe('in general', () => {
  const day = fc.integer({ min: 0, max: 1095 }).map((n) => addDays('2024-01-01', n));
  const length = fc.integer({ min: 0, max: 40 });

  it('a later start never ends earlier', () => {
    fc.assert(
      fc.property(day, length, fc.integer({ min: 1, max: 30 }), (date, n, delay) => {
        const later = addDays(date, delay);
        expect(daysBetween(workdays(date, n), workdays(later, n))).toBeGreaterThanOrEqual(0);
        expect(daysBetween(calendarDays(date, n), calendarDays(later, n))).toBeGreaterThanOrEqual(0);
        const back = (start: PlainDate) => subtractWorkdays(start, n, calendar).date;
        expect(daysBetween(back(date), back(later))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('a period ends on a working day and holds exactly its number of them', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (date, n) => {
        const end = workdays(date, n);
        expect(isWorkday(end, calendar)).toBe(true);
        let counted = 0;
        for (let each = addDays(date, 1); each <= end; each = addDays(each, 1)) {
          if (isWorkday(each, calendar)) counted++;
        }
        expect(counted).toBe(n);
      }),
    );
  });

  it('a rolled period never ends inside an official holiday', () => {
    fc.assert(
      fc.property(day, length, (date, n) => {
        expect(dayKind(calendarDays(date, n), calendar).kind).not.toBe('holiday');
      }),
    );
  });
});

describe('importing a year', () => {
  const valid = {
    year: 2026,
    holidays: [{ name: '元旦', from: '2026-01-01', to: '2026-01-03' }],
    makeUpWorkdays: ['2026-01-04'],
  };
  const faults = (change: object) =>
    calendarYearSchema.safeParse({ ...valid, ...change }).error?.issues.map(({ message }) => message) ?? [];

  it('takes the published shape', () => {
    expect(faults({})).toEqual([]);
  });

  it.each([
    ['date_not_in_year', { year: 2025 }],
    ['holiday_reversed', { holidays: [{ name: '元旦', from: '2026-01-03', to: '2026-01-01' }] }],
    ['holiday_too_long', { holidays: [{ name: '元旦', from: '2026-01-01', to: '2026-12-31' }] }],
    [
      'holidays_overlap',
      { holidays: [valid.holidays[0], { name: '春节', from: '2026-01-03', to: '2026-01-05' }] },
    ],
    ['make_up_not_weekend', { makeUpWorkdays: ['2026-01-05'] }],
    ['make_up_in_holiday', { makeUpWorkdays: ['2026-01-03'] }],
    ['make_up_twice', { makeUpWorkdays: ['2026-01-04', '2026-01-04'] }],
    ['invalid_date', { makeUpWorkdays: ['2026-02-30'] }],
  ])('refuses %s', (code, change) => {
    expect(faults(change)).toContain(code);
  });
});
