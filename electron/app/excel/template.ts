// The blank form: one sheet to fill in, one that explains it, one with the codes it takes. What is chosen from a list can be chosen in Excel.
import type { CodeTable } from '#shared/codes/code-table.ts';
import { codesInForce } from '#shared/codes/code-table.ts';
import { mostImportedRows } from '#shared/contract/excel.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import {
  codeSheetHeaders,
  excelSheets,
  importHeaders,
  templateNotes,
  yesNo,
} from '#shared/text/zh-CN/excel.ts';
import { columnLetters } from './column-letters.ts';
import { formatOf, type ImportedColumn, importColumns } from './import-columns.ts';
import type { Named } from './read-value.ts';
import type { SheetPlan } from './workbook.ts';

/** A list on the code sheet: title, then code and name side by side. */
type CodeList = {
  readonly title: string;
  readonly entries: readonly { readonly code: string; readonly name: string }[];
};

/** Codes in force on `today`; `platforms` are those one may choose. */
export function templateSheets(today: PlainDate, platforms: readonly Named[]): readonly SheetPlan[] {
  const lists = codeLists(today, platforms);
  return [
    {
      name: excelSheets.plans,
      columns: importColumns.map((column) => ({
        width: column.width,
        format: formatOf(column),
        needed: column.needed,
      })),
      heads: 1,
      rows: [importColumns.map(({ name }) => importHeaders[name])],
      blankRows: mostImportedRows,
      choices: choices(lists),
    },
    {
      name: excelSheets.notes,
      columns: [{ width: 110, format: 'wrapped' }],
      heads: 0,
      rows: templateNotes(mostImportedRows).map((text) => [text]),
    },
    {
      name: excelSheets.codes,
      columns: lists.flatMap(() => [22, 44, 3].map((width) => ({ width, format: 'plain' as const }))),
      heads: 2,
      rows: codeRows(lists),
    },
  ];
}

function codeLists(today: PlainDate, platforms: readonly Named[]): readonly CodeList[] {
  const tables = new Map<CodeTable, string>();
  for (const { name, takes } of importColumns) {
    if (takes.kind === 'code' || takes.kind === 'codes') tables.set(takes.table, importHeaders[name]);
  }
  return [
    ...[...tables].map(([table, title]) => ({ title, entries: codesInForce(table, today) })),
    { title: importHeaders.platform, entries: platforms.map(({ id, name }) => ({ code: id, name })) },
    { title: yesNo.yes + yesNo.no, entries: Object.entries(yesNo).map(([code, name]) => ({ code, name })) },
  ];
}

function codeRows(lists: readonly CodeList[]): SheetPlan['rows'] {
  const longest = Math.max(...lists.map(({ entries }) => entries.length));
  return [
    lists.flatMap(({ title }) => [title, null, null]),
    lists.flatMap(() => [codeSheetHeaders.code, codeSheetHeaders.name, null]),
    ...Array.from({ length: longest }, (_, index) =>
      lists.flatMap(({ entries }) => {
        const entry = entries[index];
        return entry === undefined ? [null, null, null] : [entry.code, entry.name, null];
      }),
    ),
  ];
}

/** Names to choose from, below the heads of each column that takes one of a list. */
function choices(lists: readonly CodeList[]): NonNullable<SheetPlan['choices']> {
  return importColumns.flatMap((column, at) => {
    const index = lists.findIndex(({ title }) => title === titleOf(column));
    const length = lists[index]?.entries.length ?? 0;
    if (length === 0) return [];
    const letter = columnLetters(at);
    const names = columnLetters(index * 3 + 1);
    return [
      {
        cells: `${letter}2:${letter}${mostImportedRows + 1}`,
        from: `'${excelSheets.codes}'!$${names}$3:$${names}$${length + 2}`,
      },
    ];
  });
}

/** Several codes in one cell cannot be chosen from a list. */
function titleOf({ name, takes }: ImportedColumn): string | undefined {
  if (takes.kind === 'code' || takes.kind === 'platform') return importHeaders[name];
  return takes.kind === 'yes_no' ? yesNo.yes + yesNo.no : undefined;
}
