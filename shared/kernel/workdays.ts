// Counting statutory periods (87号令 art 85, 94号令 art 42): the start day is never counted; a period of calendar days whose last
// day lies in an official holiday ends on the first day after that holiday. Every answer says whether it is certain:
// `provisional` is true when a day that decided it lies in a year whose holidays are not in the calendar.
import { type Calendar, type DayKind, dayAfterHoliday, dayKind, isPublished } from './calendar.ts';
import { addDays, type PlainDate } from './dates.ts';

export {
  type Calendar,
  type CalendarYear,
  calendarOf,
  calendarYearSchema,
  dayKind,
  isWorkday,
} from './calendar.ts';

export type WorkdayResult = {
  readonly date: PlainDate;
  /** 暂定: the holidays of a year that was counted through are not published yet. */
  readonly provisional: boolean;
};

export type CalendarDayResult = WorkdayResult & {
  /** Whether the last day was moved out of an official holiday. */
  readonly rolled: boolean;
  /** The period ends on a plain weekend: it is not moved for that, but the office is closed. */
  readonly weekend: boolean;
};

/** Why one day of a period counts or does not; what 为什么 shows. */
export type DayCount = {
  readonly date: PlainDate;
  readonly why: 'start' | 'roll' | 'calendarDay' | DayKind['kind'];
  /** The holiday's name, where one is the reason. */
  readonly holiday: string | null;
  /** The number of the day within the period; null when the day is not counted. */
  readonly count: number | null;
  readonly provisional: boolean;
};

export type Explanation<R> = { readonly result: R; readonly days: readonly DayCount[] };

export type CalendarDayOptions =
  | { readonly roll?: false; readonly calendar?: Calendar }
  | { readonly roll: boolean; readonly calendar: Calendar };

const maxDays = 4000;

/** The n-th working day after `date`; n = 0 is `date` itself. Throws RangeError unless n is a whole number from 0 to 4000. */
export function addWorkdays(date: PlainDate, n: number, calendar: Calendar): WorkdayResult {
  return explainWorkdays(date, n, calendar).result;
}

/**
 * n calendar days after `date` (before it when n is negative). With `roll`, a last day inside an official holiday moves to the
 * first day after it, and no further when that is a plain weekend.
 */
export function addCalendarDays(
  date: PlainDate,
  n: number,
  options: CalendarDayOptions = {},
): CalendarDayResult {
  const { calendar = {}, roll = false } = options;
  if (!Number.isInteger(n) || Math.abs(n) > maxDays) throw new RangeError(`not a number of days: ${n}`);
  const unrolled = addDays(date, n);
  const last = roll ? dayAfterHoliday(unrolled, calendar) : unrolled;
  const asksCalendar = roll || options.calendar !== undefined;
  return {
    date: last,
    provisional: asksCalendar && !(isPublished(unrolled, calendar) && isPublished(last, calendar)),
    rolled: last !== unrolled,
    weekend: dayKind(last, calendar).kind === 'weekend',
  };
}

/** As addWorkdays, day by day from the start day to the result; 'back': to the latest day from which n working days lead up to the start day. */
export function explainWorkdays(
  start: PlainDate,
  n: number,
  calendar: Calendar,
  direction: 'forward' | 'back' = 'forward',
): Explanation<WorkdayResult> {
  if (!Number.isInteger(n) || n < 0 || n > maxDays) throw new RangeError(`not a number of days: ${n}`);
  const step = direction === 'forward' ? 1 : -1;
  const days: DayCount[] = [startDay(start, calendar)];
  let date = start;
  let count = 0;
  let provisional = n === 0 && !isPublished(start, calendar);
  while (count < n) {
    date = addDays(date, step);
    const day = dayKind(date, calendar);
    const counts = day.kind === 'workday' || day.kind === 'makeUp';
    const unpublished = !isPublished(date, calendar);
    if (counts) count++;
    provisional ||= unpublished;
    days.push({
      date,
      why: day.kind,
      holiday: day.kind === 'holiday' ? day.name : null,
      count: counts ? count : null,
      provisional: unpublished,
    });
  }
  return { result: { date, provisional }, days };
}

/** As addCalendarDays with n ≥ 0, day by day; the days that the roll skips name their holiday. */
export function explainCalendarDays(
  start: PlainDate,
  n: number,
  options: CalendarDayOptions = {},
): Explanation<CalendarDayResult> {
  if (n < 0) throw new RangeError(`not a number of days: ${n}`);
  const { calendar = {} } = options;
  const result = addCalendarDays(start, n, options);
  const days: DayCount[] = [startDay(start, calendar)];
  for (let offset = 1; days.at(-1)?.date !== result.date; offset++) {
    const date = addDays(start, offset);
    const day = dayKind(date, calendar);
    days.push({
      date,
      why: offset <= n ? 'calendarDay' : 'roll',
      holiday: day.kind === 'holiday' ? day.name : null,
      count: offset <= n ? offset : null,
      provisional: options.calendar !== undefined && !isPublished(date, calendar),
    });
  }
  return { result, days };
}

function startDay(date: PlainDate, calendar: Calendar): DayCount {
  const day = dayKind(date, calendar);
  return {
    date,
    why: 'start',
    holiday: day.kind === 'holiday' ? day.name : null,
    count: null,
    provisional: false,
  };
}
