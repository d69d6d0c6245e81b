// What of a list goes into a file, as data: heads, widths, formats, and what each cell is of a row. Which kind of file it becomes is not said here.
import type { CodeTable } from '#shared/codes/code-table.ts';
import { codeName } from '#shared/codes/code-table.ts';

/** `money` takes fen, `date` `yyyy-mm-dd`, `instant` UTC milliseconds; without a format a value is written as it is. */
export type ExportFormat = 'money' | 'date' | 'instant';
export type ExportValue = string | number | null;

/** Names of what a row refers to by its id; an unknown one is shown as it is. */
export type ExportNames = {
  organisation(id: string): string;
  platform(id: string): string;
  /** By its code. */
  policy(code: string): string;
};

export type ExportColumn<R = never> = {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  readonly format?: ExportFormat;
  cell(row: R, names: ExportNames): ExportValue;
};

export type ListExport<R = never> = {
  /** What the file is called before the user says otherwise. */
  readonly file: string;
  readonly sheet: string;
  readonly columns: readonly ExportColumn<R>[];
};

/** The name of a code; one of another edition is shown as it is. */
export function codeCell(table: CodeTable, code: string | null): string | null {
  return code === null ? null : (codeName(table, code) ?? code);
}

/** Each part once, on lines of their own. */
export function linesCell(parts: readonly string[]): string {
  return [...new Set(parts)].join('\n');
}
