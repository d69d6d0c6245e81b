// Reading days, months and times as people type them: 2026-3-22, 2026/3/22, 2026.3.22, 20260322, 2026 with the signs of year, month and day.
import { isPlainDate, type LocalTime, type PlainDate } from '#shared/kernel/dates.ts';
import { halfWidth } from '#shared/kernel/text.ts';

/** Blanks may stand beside the signs, never within a number: two cells pasted as one are no day. */
function plain(text: string): string {
  const bare = halfWidth(text)
    .replace(/\p{Cf}/gu, '')
    .trim();
  return /\d\s+\d/.test(bare) ? '' : bare.replace(/\s/g, '');
}

// \u5e74 year, \u6708 month, \u65e5 and \u53f7 day, \u65f6 and \u70b9 hour, \u5206 minute.
const parts = /^(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})[\u65e5\u53f7]?$/;
const digits = /^(\d{4})(\d{2})(\d{2})$/;
const monthParts = /^(\d{4})[-/.\u5e74]?(\d{1,2})\u6708?$/;
/** The day, then hour and minute, which may end with their signs. */
const timeParts = /^(.*[\d\u65e5\u53f7])[T\s](\d{1,2})[:\u65f6\u70b9](\d{1,2})\u5206?$/;
const timeAfterSign = /^(\d{4}\D\d{1,2}\D\d{1,2}[\u65e5\u53f7])(\d{1,2})[:\u65f6\u70b9](\d{1,2})\u5206?$/;

export function parseDate(text: string): { readonly value: PlainDate } | 'unreadable' {
  const bare = plain(text);
  const match = parts.exec(bare) ?? digits.exec(bare);
  if (match === null) return 'unreadable';
  const [, year = '', month = '', day = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? { value: date } : 'unreadable';
}

/** `yyyy-mm` */
export function parseMonth(text: string): { readonly value: string } | 'unreadable' {
  const [, year = '', month = ''] = monthParts.exec(plain(text)) ?? [];
  const first = `${year}-${month.padStart(2, '0')}-01`;
  return isPlainDate(first) ? { value: first.slice(0, 7) } : 'unreadable';
}

/** A day with hour and minute; a day alone is no time. */
export function parseLocalTime(text: string): { readonly value: LocalTime } | 'unreadable' {
  const bare = halfWidth(text)
    .replace(/\p{Cf}/gu, '')
    .trim();
  const [, day = '', hour = '', minute = ''] = timeParts.exec(bare) ?? timeAfterSign.exec(bare) ?? [];
  const date = parseDate(day);
  if (date === 'unreadable' || Number(hour) > 23 || Number(minute) > 59) return 'unreadable';
  return { value: `${date.value}T${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` };
}
