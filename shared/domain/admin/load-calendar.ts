// The holidays as far as they are published, for counting periods that begin about some year and end within the next.
import { type Calendar, calendarOf } from '#shared/kernel/calendar.ts';
import { type Load, one } from '../load.ts';
import { calendarYears } from './model.ts';

export function* loadCalendar(year: number): Load<Calendar> {
  const years = [];
  for (const each of [year - 1, year, year + 1]) {
    const row = yield* one(calendarYears, String(each));
    if (row !== undefined) years.push(row.calendar);
  }
  return calendarOf(years);
}
