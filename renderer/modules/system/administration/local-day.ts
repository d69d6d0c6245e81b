import type { PlainDate } from '#shared/kernel/dates.ts';
import { formatInstant } from '#shared/text/index.ts';

/** The day in Asia/Shanghai. */
export function localDay(instant: number): PlainDate {
  return formatInstant(instant).slice(0, 10);
}
