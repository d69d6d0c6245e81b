// A workbook made by write-excel-file, which holds all of it; therefore in the thread for Excel. Text is always written as text: nothing a user
// typed can become a formula.
import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import writeXlsxFile, { type CellObject, type Feature, type SheetData } from 'write-excel-file/node';
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility';
import { formatInstant, isTime } from '#shared/text/index.ts';
import type { Cell, Format, SheetPlan } from './workbook.ts';

type Column = SheetPlan['columns'][number];
type Row = SheetData[number];

export async function writeWorkbook(
  sheets: readonly SheetPlan[],
  more: SheetPlan['rows'],
): Promise<Uint8Array> {
  const planned = sheets.map((sheet, index) => ({
    sheet: sheet.name,
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: sheet.heads,
    dateFormat: formats.date,
    data: dataOf(sheet, index === 0 ? more : []),
  }));
  return writeXlsxFile(planned, { features: [choicesOf(sheets)] }).toBuffer();
}

function dataOf({ columns, heads, rows, blankRows = 0 }: SheetPlan, more: SheetPlan['rows']): SheetData {
  const [head, body] = [rows.slice(0, heads), rows.slice(heads)];
  return [
    ...head.map((row) => row.map((text, at) => headCell(text, columns[at]))),
    ...[body, more].flatMap((part) =>
      part.map((row) => row.map((cell, at) => bodyCell(cell, columns[at]?.format ?? 'plain'))),
    ),
    ...Array.from({ length: blankRows }, () => columns.map(({ format }) => blankCell(format))),
  ];
}

const formats = { money: '#,##0.00', date: 'yyyy-mm-dd', instant: 'yyyy-mm-dd hh:mm' } as const;

function headCell(text: Cell | undefined, column: Column | undefined): Row[number] {
  if (typeof text !== 'string') return null;
  return {
    value: text,
    type: String,
    format: '@',
    fontWeight: 'bold',
    backgroundColor: '#E7EEF7',
    alignVertical: 'center',
    wrap: true,
    ...(column?.needed === true ? { textColor: '#C00000' } : {}),
  };
}

function bodyCell(cell: Cell, format: Format): Row[number] {
  if (cell === null) return null;
  if (typeof cell === 'string') {
    // The library looks texts up among an object's properties and would find those that every object has.
    const text = cell in Object.prototype ? `${cell} ` : cell;
    return format === 'wrapped' ? { value: text, type: String, alignVertical: 'top', wrap: true } : text;
  }
  if (format === 'date') return new Date(cell);
  if (format === 'instant' && !isTime(cell)) return formatInstant(cell);
  if (format === 'instant') return { value: new Date(cell), type: Date, format: formats.instant };
  return format === 'money' ? { value: cell, type: Number, format: formats.money } : cell;
}

/** What is typed into it is kept as it was meant. */
function blankCell(format: Format): CellObject | null {
  if (format === 'text') return { type: String, format: '@' };
  if (format === 'money') return { type: Number, format: formats.money };
  return format === 'date' ? { type: Date, format: formats.date } : null;
}

/** Lists to choose from, which the library leaves to such additions. */
function choicesOf(sheets: readonly SheetPlan[]): Feature<Stream | Buffer | Blob> {
  const path = 'xl/worksheets/sheet{id}.xml';
  return {
    files: {
      transform: {
        [path]: {
          transform(xml, _options, { sheetIndex }) {
            const choices = sheets[sheetIndex]?.choices ?? [];
            if (choices.length === 0) return xml;
            const list = choices.map(
              ({ cells, from }) =>
                `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${cells}"><formula1>${from}</formula1></dataValidation>`,
            );
            const markup = `<dataValidations count="${list.length}">${list.join('')}</dataValidations>`;
            const order = getOrderOfSiblings(path, 'worksheet') ?? [];
            return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
          },
        },
      },
    },
  };
}
