// Reading days, months and times as people type them: 2026-3-22, 2026/3/22, 2026.3.22, 20260322, 2026 with the signs of year, month and day.
import { isPlainDate, type LocalTime, type PlainDate } from '#shared/kernel/dates.ts';

const parts = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/;
const digits = /^(\d{4})(\d{2})(\d{2})$/;
const monthParts = /^(\d{4})\D?(\d{1,2})\D?$/;
/** The day, then hour and minute, which may end with their signs. */
const timeParts = /^(.*\d\D?)[T\s](\d{1,2})\D(\d{1,2})\D?$/;
const timeAfterSign = /^(\d{4}\D\d{1,2}\D\d{1,2}[^\d\s])(\d{1,2})\D(\d{1,2})\D?$/;

export function parseDate(text: string): { readonly value: PlainDate } | 'unreadable' {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const match = parts.exec(plain) ?? digits.exec(plain);
  if (match === null) return 'unreadable';
  const [, year = '', month = '', day = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? { value: date } : 'unreadable';
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
