// The working-day calendar: official holiday blocks and make-up working days, year by year as 国务院办公厅 publishes them.
// A year that is not in the calendar is answered as plain weekends and always said to be unpublished: nobody may take such a
// date for certain.
import { z } from 'zod';
import { fromDayNumber, type PlainDate, plainDateSchema, toDayNumber, weekdayOf, yearOf } from './dates.ts';
import { isStorable } from './text.ts';

/** An official holiday, both days included. Weekends inside it belong to it. */
export type HolidayBlock = { readonly name: string; readonly from: PlainDate; readonly to: PlainDate };
export type YearHolidays = {
  readonly holidays: readonly HolidayBlock[];
  /** 调休上班: Saturdays and Sundays on which offices work. */
  readonly makeUpWorkdays: readonly PlainDate[];
};
/** Published years, keyed 'yyyy'. A plain object, so that a stored or imported table of years is a calendar as it stands. */
export type Calendar = { readonly [year: string]: YearHolidays };

/** What a day is. `name` is the holiday's. */
export type DayKind =
  | { readonly kind: 'workday' }
  | { readonly kind: 'makeUp' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: string };

const maxBlockDays = 15;
const nameSchema = z.string().min(1).max(50).refine(isStorable, 'invalid_characters');

/**
 * One year for import. Holidays and make-up days may reach into the December before: the notice for 2023 began on 2022-12-31.
 * Codes: date_not_in_year, holiday_reversed, holiday_too_long, holidays_overlap, make_up_not_weekend, make_up_in_holiday,
 * make_up_twice.
 */
export const calendarYearSchema = z
  .object({
    year: z.int().min(2000).max(2100),
    holidays: z
      .array(z.object({ name: nameSchema, from: plainDateSchema, to: plainDateSchema }))
      .min(1)
      .max(20),
    makeUpWorkdays: z.array(plainDateSchema).max(30),
  })
  .superRefine((value, ctx) => {
    const problem = (message: string, ...path: (string | number)[]) =>
      ctx.addIssue({ code: 'custom', message, path });
    const inYear = (date: PlainDate) => date >= `${value.year - 1}-12-01` && date <= `${value.year}-12-31`;
    const taken = new Set<number>();
    for (const [index, { from, to }] of value.holidays.entries()) {
      const [first, last] = [toDayNumber(from), toDayNumber(to)];
      if (!inYear(from)) problem('date_not_in_year', 'holidays', index, 'from');
      if (!inYear(to)) problem('date_not_in_year', 'holidays', index, 'to');
      if (first > last) problem('holiday_reversed', 'holidays', index, 'to');
      if (last - first >= maxBlockDays) {
        problem('holiday_too_long', 'holidays', index, 'to');
        continue;
      }
      let overlaps = false;
      for (let day = first; day <= last; day++) {
        overlaps ||= taken.has(day);
        taken.add(day);
      }
      if (overlaps) problem('holidays_overlap', 'holidays', index, 'from');
    }
    const seen = new Set<PlainDate>();
    for (const [index, date] of value.makeUpWorkdays.entries()) {
      const day = toDayNumber(date);
      if (!inYear(date)) problem('date_not_in_year', 'makeUpWorkdays', index);
      if (!isWeekendDay(day)) problem('make_up_not_weekend', 'makeUpWorkdays', index);
      if (taken.has(day)) problem('make_up_in_holiday', 'makeUpWorkdays', index);
      if (seen.has(date)) problem('make_up_twice', 'makeUpWorkdays', index);
      seen.add(date);
    }
  });
export type CalendarYear = z.infer<typeof calendarYearSchema>;

/** A calendar of the given years; of two entries for one year the later counts. */
export function calendarOf(years: readonly CalendarYear[]): Calendar {
  return Object.fromEntries(
    years.map(({ year, holidays, makeUpWorkdays }) => [String(year), { holidays, makeUpWorkdays }]),
  );
}

/** Whether the holidays of the day's year have been published. */
export function isPublished(date: PlainDate, calendar: Calendar): boolean {
  return Object.hasOwn(calendar, String(yearOf(date)));
}

export function dayKind(date: PlainDate, calendar: Calendar): DayKind {
  const day = toDayNumber(date);
  const { holidays, makeUps } = indexOf(calendar);
  const name = holidays.get(day);
  if (name !== undefined) return { kind: 'holiday', name };
  if (makeUps.has(day)) return { kind: 'makeUp' };
  return { kind: isWeekendDay(day) ? 'weekend' : 'workday' };
}

/** Monday to Friday outside official holidays, or a make-up day. */
export function isWorkday(date: PlainDate, calendar: Calendar): boolean {
  const { kind } = dayKind(date, calendar);
  return kind === 'workday' || kind === 'makeUp';
}

/** The first day after the holiday (or run of adjoining holidays) that `date` lies in; `date` itself when it lies in none. */
export function dayAfterHoliday(date: PlainDate, calendar: Calendar): PlainDate {
  const { holidays } = indexOf(calendar);
  let day = toDayNumber(date);
  while (holidays.has(day)) day++;
  return fromDayNumber(day);
}

type CalendarIndex = {
  readonly holidays: ReadonlyMap<number, string>;
  readonly makeUps: ReadonlySet<number>;
};
// A calendar is immutable, so its index is computed once for each.
const indexes = new WeakMap<Calendar, CalendarIndex>();

function indexOf(calendar: Calendar): CalendarIndex {
  const known = indexes.get(calendar);
  if (known !== undefined) return known;
  const holidays = new Map<number, string>();
  const makeUps = new Set<number>();
  for (const year of Object.values(calendar)) {
    for (const block of year.holidays) {
      const last = toDayNumber(block.to);
      for (let day = toDayNumber(block.from); day <= last; day++) holidays.set(day, block.name);
    }
    for (const date of year.makeUpWorkdays) makeUps.add(toDayNumber(date));
  }
  const index = { holidays, makeUps };
  indexes.set(calendar, index);
  return index;
}

function isWeekendDay(day: number): boolean {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6;
}
