// A day as people write it: 2026-3-22, 2026/3/22, 2026.3.22, 20260322, with the signs of year, month and day, in characters of either width. One reader
// for forms and files.
import { isPlainDate, type PlainDate } from './dates.ts';
import { halfWidth } from './text.ts';

/** \u5e74 year, \u6708 month, \u65e5 and \u53f7 day. Both separators are of one kind. */
const parts =
  /^(\d{4})(?:([-/.\u3002,\u3001])(\d{1,2})\2(\d{1,2})|\u5e74(\d{1,2})\u6708(\d{1,2})[\u65e5\u53f7]?|(\d{2})(\d{2}))$/;

/**
 * In characters of one width, without blanks beside the signs. Empty where a blank parts two numbers: two cells pasted as one are no day. U+202E stays:
 * it turns digits around, so that what is read would not be what is seen.
 */
export function dateText(text: string): string {
  const bare = halfWidth(text)
    .replace(/(?!\u202e)\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .trim();
  return /\d\s+\d/.test(bare) ? '' : bare.replace(/\s/g, '');
}

/** Undefined for what is no day of a calendar, or not clear. */
export function readPlainDate(text: string): PlainDate | undefined {
  const match = parts.exec(dateText(text));
  if (match === null) return undefined;
  const [, year = '', , ...found] = match;
  const [month = '', day = ''] = found.filter((part) => part !== undefined);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? date : undefined;
}
