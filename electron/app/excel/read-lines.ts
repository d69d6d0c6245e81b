// The rows of a filled-in template, whatever it is a template of: columns are found by their heads, each cell becomes the value of its column or a problem
// named at it. What is not read (columns of somebody's own, other sheets) is named too.
import type { CellProblem, NotRead, WrittenAmount } from '#shared/contract/excel.ts';
import type { ErrorParam } from '#shared/kernel/errors.ts';
import { isInLargerUnit } from '#shared/kernel/money.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { cellValue } from './cell-value.ts';
import { columnLetters } from './column-letters.ts';
import type { ReadValue } from './read-value.ts';
import { fileRefused } from './refusals.ts';
import type { ImportedColumn } from './sheet-columns.ts';
import type { ReadSheet, SheetCell, SheetRow, SheetValue } from './workbook.ts';

/** Where a column of the template stands in this file; null where a template of before does not have it. */
export type Placed<C extends ImportedColumn = ImportedColumn> = {
  readonly column: C;
  readonly at: number | null;
};
type Value = string | number | boolean | readonly string[];
export type Line<C extends ImportedColumn = ImportedColumn> = {
  readonly no: number;
  readonly values: ReadonlyMap<C['name'], Value>;
  readonly problems: readonly CellProblem[];
  readonly amounts: readonly WrittenAmount[];
};
export type ReadLines<C extends ImportedColumn> = {
  readonly placed: readonly Placed<C>[];
  readonly lines: readonly Line<C>[];
  readonly hiddenRows: readonly number[];
  readonly notRead: NotRead;
};
/** What a cell says as the value of its column; `values` are those before it in its row. */
export type ReadSaid<C extends ImportedColumn> = (
  said: SheetValue,
  column: C,
  values: Line<C>['values'],
) => ReadValue;

/** Field codes: excel_headers {missing}, excel_header_twice {header}, excel_empty. */
export function readLines<C extends ImportedColumn>(
  sheet: ReadSheet,
  columns: readonly C[],
  readSaid: ReadSaid<C>,
): Result<ReadLines<C>> {
  const [head, ...body] = sheet.rows;
  if (head === undefined) return err(fileRefused('excel_empty'));
  const found = placedColumns(head.cells, columns);
  if (!found.ok) return found;
  const placed = found.value;
  const merged = mergedCells(sheet, placed);
  const lines = body.flatMap((row) => {
    const line = readLine(row, placed, merged, readSaid);
    return line === undefined ? [] : [line];
  });
  if (lines.length === 0) return err(fileRefused('excel_empty'));
  const read = new Set(lines.map(({ no }) => no));
  return ok({
    placed,
    lines,
    hiddenRows: sheet.hidden.filter((no) => read.has(no)),
    notRead: { columns: otherColumns(sheet, placed), sheets: otherSheets(sheet, columns) },
  });
}

/** It was filled in, rightly or not. */
export function has<C extends ImportedColumn>(
  line: Line<C>,
  placed: readonly Placed<C>[],
  name: C['name'],
): boolean {
  const head = placed.find(({ column }) => column.name === name)?.column.head;
  return line.values.has(name) || line.problems.some(({ header }) => header === head);
}

/** `name` null: of the row as a whole. */
export function problem<C extends ImportedColumn>(
  row: number,
  placed: readonly Placed<C>[],
  name: C['name'] | null,
  code: string,
  params: Readonly<Record<string, ErrorParam>> = {},
): CellProblem {
  const found = placed.find(({ column }) => column.name === name);
  const at = found?.at ?? null;
  return {
    row,
    column: at === null ? null : columnLetters(at),
    header: found?.column.head ?? null,
    code,
    params: { ...params },
  };
}

/** As their columns stand in the template; those of a row as a whole first. */
export function inOrder(
  problems: readonly CellProblem[],
  columns: readonly ImportedColumn[],
): readonly CellProblem[] {
  const at = ({ header }: CellProblem) => columns.findIndex(({ head }) => head === header);
  return problems.toSorted((a, b) => at(a) - at(b));
}

function placedColumns<C extends ImportedColumn>(
  head: SheetRow['cells'],
  columns: readonly C[],
): Result<readonly Placed<C>[]> {
  const titles = new Map<string, number>();
  for (const [at, value] of head.entries()) {
    if (typeof value !== 'string') continue;
    const title = normalTitle(value);
    if (titles.has(title)) return err(fileRefused('excel_header_twice', { header: value.slice(0, 60) }));
    titles.set(title, at);
  }
  const placed: Placed<C>[] = [];
  for (const column of columns) {
    const at = titles.get(normalTitle(column.head)) ?? null;
    if (at === null && !column.later) return err(fileRefused('excel_headers', { missing: column.head }));
    placed.push({ column, at });
  }
  return ok(placed);
}

function normalTitle(text: string): string {
  return text.normalize('NFKC').replace(/[\s*]/g, '');
}

/** Heads of columns that are not the template's and have something below them. */
function otherColumns({ rows: [head, ...body] }: ReadSheet, placed: readonly Placed[]): readonly string[] {
  const ours = new Set(placed.map(({ at }) => at));
  return (head?.cells ?? []).flatMap((title, at) => {
    if (typeof title !== 'string' || ours.has(at)) return [];
    const filled = body.some(({ cells }) => (cells[at] ?? null) !== null);
    return filled ? [title.slice(0, mostShown)] : [];
  });
}

/** Sheets that are filled in like the one that was read. */
function otherSheets({ others }: ReadSheet, columns: readonly ImportedColumn[]): readonly string[] {
  return others.flatMap(({ name, head }) =>
    placedColumns(head, columns).ok ? [name.slice(0, mostShown)] : [],
  );
}

const mostShown = 60;

/** Merged cells as rows see them: what is said in the first is said for all, or is nothing that one can say for several. */
type Merged = {
  said(row: number, at: number): SheetCell | undefined;
  wrong(row: number, at: number): boolean;
};

/** What is said once of a record, for rows below each other, is said in each of them; what is said of a row is not, and nothing stands in two columns. */
function mergedCells({ rows, merged }: ReadSheet, placed: readonly Placed[]): Merged {
  const cells = new Map(rows.map((row) => [row.no, row.cells]));
  const said = new Map<string, SheetCell>();
  const wrong = new Set<string>();
  const key = (row: number, at: number) => `${row}/${at}`;
  for (const { top, left, bottom, right } of merged) {
    const first = cells.get(top)?.[left] ?? null;
    const columns = placed.filter(({ at }) => at !== null && at >= left && at <= right);
    if (first === null || columns.length === 0) continue;
    const below = rows.filter(({ no }) => no > top && no <= bottom);
    if (columns.length > 1 || (below.length > 0 && columns[0]?.column.ofRow === true))
      wrong.add(key(top, left));
    else for (const { no } of below) said.set(key(no, left), first);
  }
  return {
    said: (row, at) => said.get(key(row, at)),
    wrong: (row, at) => wrong.has(key(row, at)),
  };
}

const notMerged: ReadValue = { ok: false, code: 'excel_merged' };

/** Undefined for a row in which nothing is filled in. */
function readLine<C extends ImportedColumn>(
  row: SheetRow,
  placed: readonly Placed<C>[],
  merged: Merged,
  readSaid: ReadSaid<C>,
): Line<C> | undefined {
  const values = new Map<C['name'], Value>();
  const problems: CellProblem[] = [];
  const amounts: WrittenAmount[] = [];
  let filled = false;
  for (const { column, at } of placed) {
    if (at === null) continue;
    const own = row.cells[at] ?? null;
    const cell = own ?? merged.said(row.no, at) ?? null;
    if (cell === null) continue;
    filled ||= own !== null;
    const said = cellValue(cell, column);
    const read = merged.wrong(row.no, at) ? notMerged : said.ok ? readSaid(said.value, column, values) : said;
    if (read.ok) {
      values.set(column.name, read.value);
      const written = typeof own === 'string' && column.takes.kind === 'money' ? own.trim() : '';
      if (typeof read.value === 'number' && isInLargerUnit(written)) {
        amounts.push({ row: row.no, header: column.head, written, amount: read.value });
      }
    }
    // What is wrong in merged cells is named at the first.
    else if (own !== null) problems.push(problem(row.no, placed, column.name, read.code, read.params));
  }
  return filled ? { no: row.no, values, problems, amounts } : undefined;
}
