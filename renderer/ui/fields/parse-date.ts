// Reading days, months and times as people type them; days as files have them too.
import { isPlainDate, type LocalTime, type PlainDate } from '#shared/kernel/dates.ts';
import { readPlainDate } from '#shared/kernel/read-date.ts';

const monthParts = /^(\d{4})\D?(\d{1,2})\D?$/;
/** The day, then hour and minute, which may end with their signs. */
const timeParts = /^(.*\d\D?)[T\s](\d{1,2})\D(\d{1,2})\D?$/;
const timeAfterSign = /^(\d{4}\D\d{1,2}\D\d{1,2}[^\d\s])(\d{1,2})\D(\d{1,2})\D?$/;

export function parseDate(text: string): { readonly value: PlainDate } | 'unreadable' {
  const value = readPlainDate(text);
  return value === undefined ? 'unreadable' : { value };
}

/** `yyyy-mm` */
export function parseMonth(text: string): { readonly value: string } | 'unreadable' {
  const [, year = '', month = ''] = monthParts.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? [];
  const first = `${year}-${month.padStart(2, '0')}-01`;
  return isPlainDate(first) ? { value: first.slice(0, 7) } : 'unreadable';
}

/** A day with hour and minute; a day alone is no time. */
export function parseLocalTime(text: string): { readonly value: LocalTime } | 'unreadable' {
  const plain = text.normalize('NFKC').trim();
  const [, day = '', hour = '', minute = ''] = timeParts.exec(plain) ?? timeAfterSign.exec(plain) ?? [];
  const date = parseDate(day);
  if (date === 'unreadable' || Number(hour) > 23 || Number(minute) > 59) return 'unreadable';
  return { value: `${date.value}T${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` };
}
