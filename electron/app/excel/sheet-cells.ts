// Numbers and days as cells store them: exactly what is stored and shown, never by the time zone of this computer.
import { fromDayNumber, isPlainDate, type PlainDate } from '#shared/kernel/dates.ts';
import type { NumberFormat } from './number-formats.ts';
import type { SheetCell } from './workbook.ts';
import { BrokenXml } from './xml.ts';

const errorValue =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|BLOCKED!|FIELD!|CONNECT!|UNKNOWN!|BUSY!|PYTHON!|EXTERNAL!)$/;

export function isErrorValue(text: string): boolean {
  return errorValue.test(text);
}

const storedNumber = /^[+-]?(?:\d{1,400}\.?\d{0,400}|\.\d{1,400})(?:[eE][+-]?\d{1,3})?$/;

export function numberCell(digits: string, format: NumberFormat, from1904: boolean): SheetCell {
  const number = Number(digits);
  if (!storedNumber.test(digits) || !Number.isFinite(number)) throw new BrokenXml('no number');
  if (format.kind !== 'date') return { kind: 'number', digits, shown: format };
  const seconds = Math.round(number * daySeconds);
  const days = Math.floor(seconds / daySeconds);
  return dateCell(dayOf(days, from1904), seconds - days * daySeconds, format);
}

/** A cell of type `d`: a day as text, by the fields that Excel shows. */
export function textDate(text: string, format: NumberFormat): SheetCell {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(Z)?)?$/.exec(text);
  const [, day = '', hour = '0', minute = '0', second = '0', utc] = match ?? [];
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  // 16:00 of UTC is midnight here: which of both days is meant nobody can tell.
  const known = isPlainDate(day) && (utc === undefined || seconds === 0);
  return dateCell(known ? day : null, seconds, format.kind === 'date' ? format : wholeDay);
}

const wholeDay = { kind: 'date', year: true, day: true, hour: true } as const;
const daySeconds = 86_400;
/** 1970-01-01 as Excel numbers it. */
const firstDay = 25_569;
const daysTo1904 = 1462;
/** Excel counts a 29 February 1900 that there never was. */
const noDay = 60;

function dayOf(number: number, from1904: boolean): PlainDate | null {
  const serial = from1904 ? number + daysTo1904 : number;
  if (serial < 1 || serial === noDay) return null;
  const day = serial - firstDay + (serial < noDay ? 1 : 0);
  return day > mostDays ? null : fromDayNumber(day);
}

/** 2199-12-31 */
const mostDays = Date.UTC(2199, 11, 31) / (daySeconds * 1000);

function dateCell(
  day: PlainDate | null,
  seconds: number,
  { year, day: showsDay, hour }: Extract<NumberFormat, { kind: 'date' }>,
): SheetCell {
  const minutes = Math.floor(seconds / 60);
  const two = (number: number) => String(number).padStart(2, '0');
  const time = hour && minutes > 0 ? `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` : null;
  return { kind: 'date', day, time, showsDay, showsYear: year };
}
