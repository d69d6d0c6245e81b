// Holidays as published by 国务院办公厅 for 2024 to 2026. Later years come in through an administrator's import; until then every date
// in them is provisional. A plain-weekend guess for an unpublished year must never be added here.
import { type Calendar, type CalendarYear, calendarYearSchema } from '../kernel/workdays.ts';
import published from './data/holidays.json' with { type: 'json' };

export const publishedCalendar: Calendar = published;

/** The same years in the shape of an import, with the notice each stands in. */
export const publishedYears: readonly { readonly source: string; readonly calendar: CalendarYear }[] =
  Object.entries(published).map(([year, holidays]) => ({
    source: holidays.source,
    calendar: calendarYearSchema.parse({ year: Number(year), ...holidays }),
  }));
