// Our values as Excel's cells. Days are counted as Excel does, from 1899-12-30; instants are shown in Asia/Shanghai.
import { type Instant, type PlainDate, toDayNumber } from '#shared/kernel/dates.ts';
import type { Fen } from '#shared/kernel/money.ts';
import type { Cell } from './xlsx-writer.ts';

const daysBefore1970 = 25_569;
const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;

export function textCell(value: string | null | undefined): Cell {
  return value === null || value === undefined || value === '' ? null : { text: value, style: 'text' };
}

export function moneyCell(fen: Fen | null): Cell {
  return fen === null ? null : { number: fen / 100, style: 'money' };
}

export function numberCell(value: number | null): Cell {
  return value === null ? null : { number: value };
}

export function dateCell(date: PlainDate | null): Cell {
  return date === null ? null : { number: toDayNumber(date) + daysBefore1970, style: 'date' };
}

export function instantCell(instant: Instant | null): Cell {
  return instant === null
    ? null
    : { number: (instant + shanghaiMs) / dayMs + daysBefore1970, style: 'instant' };
}
