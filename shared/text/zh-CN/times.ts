// Every time that anybody reads, or that stands in a page, a feed or a file for programs, is written here: in Asia/Shanghai, wherever the machine
// believes it is. None of these ever throws: a time that cannot be is said to be wrong, and the record around it stays readable.
import { type Instant, instantSchema, type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const shanghaiMs = 8 * hourMs;
const wrong = '时间有误';

export function isTime(instant: number): boolean {
  return instantSchema.safeParse(Math.trunc(instant)).success;
}

/** `2026-03-22T10:32:05.000Z`, as if Shanghai's clock were UTC. */
function shanghai(instant: Instant): string {
  return new Date(instant + shanghaiMs).toISOString();
}

/** `2026-03-22 10:32` */
export function formatInstant(instant: Instant): string {
  return isTime(instant) ? shanghai(instant).slice(0, 16).replace('T', ' ') : wrong;
}

/** `2026-03-22 10:32:05` */
export function exactTime(instant: Instant): string {
  return isTime(instant) ? shanghai(instant).slice(0, 19).replace('T', ' ') : wrong;
}

/** `03-22 10:32`, where the year is known. */
export function timeInYear(instant: Instant): string {
  return isTime(instant) ? shanghai(instant).slice(5, 16).replace('T', ' ') : wrong;
}

/** `10:32` */
export function clockTime(instant: Instant): string {
  return isTime(instant) ? shanghai(instant).slice(11, 16) : wrong;
}

/** `2026-03-22` */
export function dayOfTime(instant: Instant): PlainDate | typeof wrong {
  return isTime(instant) ? toPlainDate(instant) : wrong;
}

/** Relative within a day, exact beyond it; never in the future. */
export function relativeTime(instant: Instant, now: Instant): string {
  const passed = now - instant;
  if (!isTime(instant) || passed >= dayMs) return formatInstant(instant);
  if (passed < minuteMs) return '刚刚';
  return passed < hourMs ? `${Math.floor(passed / minuteMs)}分钟前` : `${Math.floor(passed / hourMs)}小时前`;
}

/** For programs, in UTC: `2026-03-22T02:32:05.000Z`; empty for what is no time. */
export function machineTime(instant: Instant): string {
  return isTime(instant) ? new Date(instant).toISOString() : '';
}

/** For programs, in Shanghai's zone: `2026-03-22T10:32:05+08:00`; empty for what is no time. */
export function zonedTime(instant: Instant): string {
  return isTime(instant) ? `${shanghai(instant).slice(0, 19)}+08:00` : '';
}

/** As mail and RSS write it: `Sun, 22 Mar 2026 02:32:05 GMT`; empty for what is no time. */
export function mailTime(instant: Instant): string {
  return isTime(instant) ? new Date(instant).toUTCString() : '';
}
