import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  formatChineseDate,
  instantOf,
  instantSchema,
  isPlainDate,
  plainDateSchema,
  startOfDay,
  toLocalTime,
  toPlainDate,
  weekday,
  yearOf,
} from './dates.ts';

const someDay = fc.integer({ min: -25_000, max: 80_000 }).map((days) => addDays('1970-01-01', days));

describe('plain dates', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('accepts %s', (date) => {
    expect(plainDateSchema.safeParse(date).success).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '０２６-01-01',
    '1899-12-31',
    '2200-01-01',
    '',
    'constructor',
    20260101,
    null,
  ])('refuses %j', (date) => {
    const parsed = plainDateSchema.safeParse(date);
    expect(parsed.success).toBe(false);
  });

  it('names the fault so that a form can show it', () => {
    expect(plainDateSchema.safeParse('2026-02-30').error?.issues[0]?.message).toBe('invalid_date');
  });

  it('throws on what is no day instead of counting from a guess', () => {
    for (const use of [addDays, startOfDay, weekday, formatChineseDate, yearOf]) {
      expect(() => use('2026-02-30', 1)).toThrow(RangeError);
    }
    expect(() => addDays('2199-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
  });

  it('knows month ends, leap years and weekdays', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2025-12-30', '2026-01-09')).toBe(10);
    expect(weekday('2026-03-22')).toBe(0);
    expect(weekday('1969-12-31')).toBe(3);
    expect(weekday('1900-01-01')).toBe(1);
    expect(formatChineseDate('2026-03-22')).toBe('2026年3月22日');
    expect(yearOf('2026-03-22')).toBe(2026);
  });

  it('adds, measures and steps through the week consistently', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -400, max: 400 }), (date, days) => {
        const other = addDays(date, days);
        expect(isPlainDate(other)).toBe(true);
        expect(daysBetween(date, other)).toBe(days);
        expect(date < other).toBe(days > 0);
        expect((weekday(date) + (((days % 7) + 7) % 7)) % 7).toBe(weekday(other));
      }),
    );
  });
});

describe('instants', () => {
  it('turns over at midnight in Shanghai, wherever the machine stands', () => {
    const midnight = Date.parse('2026-03-22T00:00:00+08:00');
    expect(startOfDay('2026-03-22')).toBe(midnight);
    expect(toPlainDate(midnight)).toBe('2026-03-22');
    expect(toPlainDate(midnight - 1)).toBe('2026-03-21');
  });

  it('agrees with the time zone database', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    const since1992 = fc.integer({ min: Date.UTC(1992, 0), max: Date.UTC(2100, 0) });
    fc.assert(
      fc.property(since1992, (instant) => {
        expect(toPlainDate(instant)).toBe(format.format(instant));
      }),
    );
  });

  it('refuses what no date can be made of', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1.5, 9e15, '0']) {
      expect(instantSchema.safeParse(value).success).toBe(false);
    }
    expect(toPlainDate(instantSchema.parse(startOfDay('1900-01-01')))).toBe('1900-01-01');
    expect(instantSchema.safeParse(startOfDay('1900-01-01') - 1).success).toBe(false);
    expect(() => toPlainDate(Number.NaN)).toThrow(RangeError);
  });

  it('stays within its days, whatever a clock says', () => {
    for (const instant of [2 ** 53 - 1, 8.64e15, Number.POSITIVE_INFINITY, Date.UTC(2300, 0)]) {
      expect(toPlainDate(instant)).toBe('2199-12-31');
      expect(toPlainDate(-instant)).toBe('1900-01-01');
    }
  });
});

it('a minute of the day is the instant at which it begins, and back', () => {
  expect(instantOf('2026-03-24T09:30')).toBe(Date.UTC(2026, 2, 24, 1, 30));
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 1439 }), (day, minutes) => {
      const time = `${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      expect(toLocalTime(instantOf(time))).toBe(time);
    }),
  );
});
