// Our values as cells of a workbook. Instants are shown in Asia/Shanghai.
import { type Instant, type PlainDate, toDayNumber } from '#shared/kernel/dates.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { type Cell, mostCharacters } from './workbook.ts';

const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;

export function textCell(value: string | null | undefined): Cell {
  return value === null || value === undefined || value === '' ? null : value.slice(0, mostCharacters);
}

export function moneyCell(fen: Fen | null): Cell {
  return fen === null ? null : fen / 100;
}

export function dateCell(date: PlainDate | null): Cell {
  return date === null ? null : toDayNumber(date) * dayMs;
}

export function instantCell(instant: Instant | null): Cell {
  return instant === null ? null : instant + shanghaiMs;
}
