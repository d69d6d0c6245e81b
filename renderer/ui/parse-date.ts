// Reading a day as people type it: 2026-3-22, 2026/3/22, 2026.3.22, 20260322, 2026 with the signs of year, month and day.
import { isPlainDate, type PlainDate } from '#shared/kernel/dates.ts';

const parts = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/;
const digits = /^(\d{4})(\d{2})(\d{2})$/;

export function parseDate(text: string): { readonly value: PlainDate } | 'unreadable' {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const match = parts.exec(plain) ?? digits.exec(plain);
  if (match === null) return 'unreadable';
  const [, year = '', month = '', day = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? { value: date } : 'unreadable';
}
