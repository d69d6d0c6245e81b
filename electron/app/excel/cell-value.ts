// What a cell says, as the value that its column reads, or why it cannot be: what Excel kept as something else than was meant (a code as a number, a
// text as a day), or never had a result of, is named and not guessed.
import type { ErrorParam } from '#shared/kernel/errors.ts';
import type { ImportedColumn } from './sheet-columns.ts';
import type { SheetCell, SheetValue } from './workbook.ts';

export type CellValue =
  | { readonly ok: true; readonly value: SheetValue }
  | { readonly ok: false; readonly code: string; readonly params?: Readonly<Record<string, ErrorParam>> };

const value = (of: SheetValue): CellValue => ({ ok: true, value: of });
const wrong = (code: string, params?: Readonly<Record<string, ErrorParam>>): CellValue =>
  params === undefined ? { ok: false, code } : { ok: false, code, params };

/** `percent`: the column asks for the number before the sign. */
export function cellValue(cell: SheetCell, { takes, percent }: ImportedColumn): CellValue {
  const amount = takes.kind === 'money' || takes.kind === 'quantity' || takes.kind === 'whole';
  if (typeof cell === 'string') return textValue(cell, takes, amount, percent);
  const words = 'most' in takes;
  if (typeof cell === 'boolean') return value(words ? String(cell).toUpperCase() : cell);
  switch (cell.kind) {
    case 'error':
      return wrong('excel_error_cell', { value: cell.value });
    case 'uncalculated':
      return wrong('excel_uncalculated');
    case 'date':
      return words ? dateAsText(cell) : dateValue(cell, takes.kind === 'date');
    case 'number':
      return amount ? amountValue(cell, percent) : numberAsText(cell, takes.kind === 'date');
  }
}

const edges = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;
/** As Excel shows a long number, once it has been copied from there as text. */
const shortened = /^\d(?:\.\d+)?E\+\d{2,}$/i;

/** As databases write it behind a day. */
const midnight = /(?<=\d)[T ]+0?0:00(?::00(?:\.0+)?)?$/;

function textValue(
  cell: string,
  takes: ImportedColumn['takes'],
  amount: boolean,
  percent: boolean,
): CellValue {
  const text = cell.replace(edges, '');
  if (amount) {
    const plain = text.normalize('NFKC');
    if (/^[-\u2212]\s*[\d.\u00a5]/.test(plain)) return wrong('excel_negative');
    return value(percent ? plain.replace(/\s*%$/, '') : text);
  }
  if (takes.kind === 'date') return value(text.replace(midnight, ''));
  if (!('most' in takes)) return value(text);
  if (shortened.test(text)) return wrong('excel_digits_lost');
  return takes.lines !== true && text.includes('\n') ? wrong('excel_one_line') : value(text);
}

type NumberCell = Extract<SheetCell, { kind: 'number' }>;
type DateCell = Extract<SheetCell, { kind: 'date' }>;

function amountValue({ digits, shown }: NumberCell, percent: boolean): CellValue {
  const number = Number(digits);
  if (number < 0) return wrong('excel_negative');
  if (shown.kind !== 'percent') return value(number);
  return percent ? value(hundredfold(number)) : wrong('excel_percent');
}

/** What people see where a code, a name or a telephone number stands as a number. */
function numberAsText({ digits, shown }: NumberCell, date: boolean): CellValue {
  const number = Number(digits);
  // A number is a day only where Excel shows it as one.
  if (date) return value(number);
  // Excel keeps fifteen digits and makes zeros of the others.
  if (Math.abs(number) >= 1e15) return wrong('excel_digits_lost');
  if (shown.kind === 'percent') return value(`${hundredfold(number)}%`);
  const text = String(Number(number.toPrecision(15)));
  if (shown.kind !== 'padded' || !/^\d+$/.test(text)) return value(text);
  return value(shown.before + text.padStart(shown.digits, '0') + shown.after);
}

function hundredfold(number: number): number {
  return Number((number * 100).toPrecision(15));
}

function dateValue({ day, showsDay }: DateCell, date: boolean): CellValue {
  return day === null || (date && !showsDay) ? wrong('excel_date') : value(new Date(`${day}T00:00:00Z`));
}

function dateAsText({ day, time, showsDay, showsYear }: DateCell): CellValue {
  if (day === null || !showsDay || !showsYear) return wrong('excel_text_as_date');
  return value(time === null ? day : `${day} ${time}`);
}
