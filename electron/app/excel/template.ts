// The blank form: one sheet to fill in, one that explains it, one with the codes it takes. What is chosen from a list can be chosen in Excel.
import type { CodeTable } from '#shared/codes/code-table.ts';
import { codesInForce } from '#shared/codes/code-table.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { codeSheetHeaders, excelSheets, yesNo } from '#shared/text/zh-CN/excel.ts';
import { columnLetters } from './column-letters.ts';
import { formatOf, type ImportedColumn } from './sheet-columns.ts';
import type { SheetPlan } from './workbook.ts';

/** A list on the code sheet: title, then code and name side by side. */
export type CodeList = {
  readonly title: string;
  readonly entries: readonly { readonly code: string; readonly name: string }[];
};

type Template = {
  readonly sheet: string;
  readonly columns: readonly ImportedColumn[];
  /** 填写说明, line by line. */
  readonly notes: readonly string[];
  readonly mostRows: number;
  /** Lists that are no tables of codes, by the heads of the columns that take them. */
  readonly lists: readonly CodeList[];
};

/** Codes in force on `today`. */
export function templateSheets(
  { sheet, columns, notes, mostRows, lists: own }: Template,
  today: PlainDate,
): readonly SheetPlan[] {
  const lists = codeLists(columns, own, today);
  const codes: SheetPlan = {
    name: excelSheets.codes,
    columns: lists.flatMap(() => [22, 44, 3].map((width) => ({ width, format: 'plain' as const }))),
    heads: 2,
    rows: codeRows(lists),
  };
  return [
    {
      name: sheet,
      columns: columns.map((column) => ({
        width: column.width,
        format: formatOf(column),
        needed: column.needed,
      })),
      heads: 1,
      rows: [columns.map(({ head }) => head)],
      blankRows: mostRows,
      choices: choices(columns, lists, mostRows),
    },
    {
      name: excelSheets.notes,
      columns: [{ width: 110, format: 'wrapped' }],
      heads: 0,
      rows: notes.map((text) => [text]),
    },
    ...(lists.length === 0 ? [] : [codes]),
  ];
}

function codeLists(
  columns: readonly ImportedColumn[],
  own: readonly CodeList[],
  today: PlainDate,
): readonly CodeList[] {
  const tables = new Map<CodeTable, string>();
  for (const { head, takes } of columns) {
    if (takes.kind === 'code' || takes.kind === 'codes') tables.set(takes.table, head);
  }
  const asksYesNo = columns.some(({ takes }) => takes.kind === 'yes_no');
  return [
    ...[...tables].map(([table, title]) => ({ title, entries: codesInForce(table, today) })),
    ...own,
    ...(asksYesNo
      ? [{ title: yesNoTitle, entries: Object.entries(yesNo).map(([code, name]) => ({ code, name })) }]
      : []),
  ];
}

const yesNoTitle = yesNo.yes + yesNo.no;

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
function choices(
  columns: readonly ImportedColumn[],
  lists: readonly CodeList[],
  mostRows: number,
): NonNullable<SheetPlan['choices']> {
  return columns.flatMap((column, at) => {
    const index = lists.findIndex(({ title }) => title === titleOf(column));
    const length = lists[index]?.entries.length ?? 0;
    if (length === 0) return [];
    const letter = columnLetters(at);
    const names = columnLetters(index * 3 + 1);
    return [
      {
        cells: `${letter}2:${letter}${mostRows + 1}`,
        from: `'${excelSheets.codes}'!$${names}$3:$${names}$${length + 2}`,
      },
    ];
  });
}

/** Several codes in one cell cannot be chosen from a list. */
function titleOf({ head, takes }: ImportedColumn): string | undefined {
  if (takes.kind === 'code' || takes.kind === 'platform') return head;
  return takes.kind === 'yes_no' ? yesNoTitle : undefined;
}
