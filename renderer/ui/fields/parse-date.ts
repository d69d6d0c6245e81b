// Reading days, months and times as people type them; days as files have them too.
import { isPlainDate, type LocalTime, type PlainDate } from '#shared/kernel/dates.ts';
import { dateText, readPlainDate } from '#shared/kernel/read-date.ts';
import { halfWidth } from '#shared/kernel/text.ts';

// \u5e74 year, \u6708 month, \u65e5 and \u53f7 day, \u65f6 and \u70b9 hour, \u5206 minute.
const monthParts = /^(\d{4})[-/.\u5e74]?(\d{1,2})\u6708?$/;
/** The day, then hour and minute, which may end with their signs. */
const timeParts = /^(.*[\d\u65e5\u53f7])[T\s](\d{1,2})[:\u65f6\u70b9](\d{1,2})\u5206?$/;
const timeAfterSign = /^(\d{4}\D\d{1,2}\D\d{1,2}[\u65e5\u53f7])(\d{1,2})[:\u65f6\u70b9](\d{1,2})\u5206?$/;

export function parseDate(text: string): { readonly value: PlainDate } | 'unreadable' {
  const value = readPlainDate(text);
  return value === undefined ? 'unreadable' : { value };
}

/** `yyyy-mm` */
export function parseMonth(text: string): { readonly value: string } | 'unreadable' {
  const [, year = '', month = ''] = monthParts.exec(dateText(text)) ?? [];
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
