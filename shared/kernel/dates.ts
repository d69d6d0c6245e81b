// Calendar days and instants. A PlainDate is a day in Asia/Shanghai, an Instant is UTC milliseconds; neither is ever made from
// the other's type by accident of the machine's own time zone. China has had no daylight saving since 1991, so the zone is +08:00.
// Functions here throw RangeError on text that is not a day: parse outside text with plainDateSchema first.
import { z } from 'zod';

/** A day in Asia/Shanghai, 'yyyy-mm-dd', years 1900 to 2199. */
export type PlainDate = string;
/** UTC milliseconds since 1970. */
export type Instant = number;
/** 0 = Sunday … 6 = Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;
const datePattern = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const firstDay = Date.UTC(1900, 0, 1) / dayMs;
const lastDay = Date.UTC(2199, 11, 31) / dayMs;
const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

/**
 * Refuses days that do not exist, such as 2026-02-30, with the code `invalid_date`, and lets no later check of the same object
 * see them.
 */
export const plainDateSchema = z
  .string()
  .regex(datePattern, { error: 'invalid_date', abort: true })
  .refine(isPlainDate, { error: 'invalid_date', abort: true });

/** A minute in Asia/Shanghai as people write it into forms, 'yyyy-mm-ddThh:mm'. */
export type LocalTime = string;

/** Refuses days that do not exist, with the code `invalid_date`. */
export const localTimeSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'invalid_date', abort: true })
  .refine((time) => isPlainDate(time.slice(0, 10)), { error: 'invalid_date', abort: true });

export function dayOfLocalTime(time: LocalTime): PlainDate {
  return time.slice(0, 10);
}

/** 1900-01-01 to 2199-12-31, the same span as plain dates. */
export const instantSchema = z
  .int()
  .min(firstDay * dayMs - shanghaiMs)
  .max((lastDay + 1) * dayMs - shanghaiMs - 1);

export function isPlainDate(text: string): boolean {
  return !Number.isNaN(dayNumberOrNaN(text));
}

/** Days since 1970-01-01, for walking over days without making strings. */
export function toDayNumber(date: PlainDate): number {
  const day = dayNumberOrNaN(date);
  if (Number.isNaN(day)) throw new RangeError(`not a day: ${JSON.stringify(date).slice(0, 40)}`);
  return day;
}

export function fromDayNumber(day: number): PlainDate {
  if (!Number.isInteger(day) || day < firstDay || day > lastDay) throw new RangeError(`no such day: ${day}`);
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The day in Asia/Shanghai on which the instant falls; of one beyond all our days, as a wrong clock makes it, the first or the last of them. */
export function toPlainDate(instant: Instant): PlainDate {
  const day = Math.floor((instant + shanghaiMs) / dayMs);
  return fromDayNumber(Math.min(lastDay, Math.max(firstDay, day)));
}

/** The minute in Asia/Shanghai in which the instant falls, of an instant within our days. */
export function toLocalTime(instant: Instant): LocalTime {
  return new Date(instant + shanghaiMs).toISOString().slice(0, 16);
}

/** The instant at which the minute begins. */
export function instantOf(time: LocalTime): Instant {
  const [hours = 0, minutes = 0] = time.slice(11).split(':').map(Number);
  return startOfDay(dayOfLocalTime(time)) + (hours * 60 + minutes) * 60_000;
}

/** 00:00 in Asia/Shanghai. A deadline that ends at 24:00 is the start of the day after. */
export function startOfDay(date: PlainDate): Instant {
  return toDayNumber(date) * dayMs - shanghaiMs;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

export function weekday(date: PlainDate): Weekday {
  return weekdayOf(toDayNumber(date));
}

export function weekdayOf(day: number): Weekday {
  // 1970-01-01 was a Thursday.
  return weekdays[(((day + 4) % 7) + 7) % 7] ?? 0;
}

export function yearOf(date: PlainDate): number {
  toDayNumber(date);
  return Number(date.slice(0, 4));
}

/** '2026年3月22日' */
export function formatChineseDate(date: PlainDate): string {
  toDayNumber(date);
  return `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
}

function dayNumberOrNaN(text: string): number {
  if (!datePattern.test(text)) return Number.NaN;
  const month = Number(text.slice(5, 7));
  const time = Date.UTC(Number(text.slice(0, 4)), month - 1, Number(text.slice(8)));
  // Date.UTC turns 02-30 into 03-02: then the month is another one.
  return new Date(time).getUTCMonth() === month - 1 ? time / dayMs : Number.NaN;
}
