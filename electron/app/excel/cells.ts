// Our values as cells of a workbook. Instants are shown in Asia/Shanghai.
import type { ExportFormat, ExportValue } from '#shared/domain/list-export.ts';
import { toDayNumber } from '#shared/kernel/dates.ts';
import { type Cell, mostCharacters } from './workbook.ts';

const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;

/** Without a format, or as something else than its format is of, a value is written as it is. */
export function exportCell(value: ExportValue, format: ExportFormat | undefined): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'string') {
    return format === 'date' ? toDayNumber(value) * dayMs : value.slice(0, mostCharacters);
  }
  if (format === 'money') return value / 100;
  return format === 'instant' ? value + shanghaiMs : value;
}
