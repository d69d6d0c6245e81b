// The cells of one sheet, as the part of the workbook holds them. Addresses that no sheet has, and cells that stand twice, make a file damaged.

import type { NumberFormat } from './number-formats.ts';
import { isTrue, RefusedWorkbook, unescapedText } from './parts.ts';
import { isErrorValue, numberCell, textDate } from './sheet-cells.ts';
import {
  type CellRange,
  mostCharacters,
  type ReadLimits,
  type ReadSheet,
  type SheetCell,
  type SheetRow,
} from './workbook.ts';
import { BrokenXml, type XmlTag, xmlPieces } from './xml.ts';

export type SheetContext = {
  readonly formats: readonly NumberFormat[];
  readonly strings: readonly string[];
  readonly from1904: boolean;
  readonly uncalculated: boolean;
};
export type SheetContent = Pick<ReadSheet, 'rows' | 'merged' | 'hidden'>;

const last = { row: 1_048_576, column: 16_384 };
/** One long text may be named by a hundred thousand cells: what all of them say has to fit into memory. */
const mostInAll = 8_000_000;
const mostMerged = 20_000;

type OpenRow = {
  readonly no: number;
  readonly hidden: boolean;
  readonly cells: SheetRow['cells'][number][];
  column: number;
};
type OpenCell = {
  readonly column: number;
  readonly type: string;
  readonly format: NumberFormat;
  formula: boolean;
  /** Of the element `v`; undefined where there is none. */
  value: string | undefined;
  /** Of a text that stands in the cell itself. */
  inline: string;
};

/** `head`: the first filled row alone. */
export function readSheetPart(
  xml: string,
  context: SheetContext,
  limits: ReadLimits,
  what: 'all' | 'head' = 'all',
): SheetContent {
  const rows: SheetRow[] = [];
  const merged: CellRange[] = [];
  const hidden: number[] = [];
  let row: OpenRow | undefined;
  let cell: OpenCell | undefined;
  let collects: 'value' | 'inline' | undefined;
  let phonetic = false;
  let lastRow = 0;
  let characters = 0;

  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (cell !== undefined && collects === 'value') cell.value = (cell.value ?? '') + piece.text;
      if (cell !== undefined && collects === 'inline' && !phonetic) cell.inline += piece.text;
      continue;
    }
    const opens = piece.kind === 'open';
    if (cell !== undefined) {
      if (piece.name === 'rPh') phonetic = opens;
      if (piece.name === 'f') cell.formula = true;
      if (piece.name === 'v' || piece.name === 't') {
        collects = opens ? (piece.name === 'v' ? 'value' : 'inline') : undefined;
        if (piece.name === 'v') cell.value ??= '';
      }
      if (piece.name !== 'c' || opens || row === undefined) continue;
      const said = cell.column < limits.columns ? cellOf(cell, context) : null;
      cell = undefined;
      if (said === null) continue;
      while (row.cells.length < row.column - 1) row.cells.push(null);
      row.cells.push(said);
      characters += typeof said === 'string' ? said.length : 0;
      if (characters > mostInAll) throw new RefusedWorkbook('excel_too_large');
    } else if (piece.name === 'row') {
      if (opens) row = openRow(piece, lastRow);
      else if (row !== undefined) {
        lastRow = row.no;
        if (row.cells.length > 0) {
          rows.push({ no: row.no, cells: row.cells });
          if (row.hidden) hidden.push(row.no);
          if (what === 'head') break;
          if (rows.length > limits.rows) throw new RefusedWorkbook('excel_too_many_rows');
        }
        row = undefined;
      }
    } else if (opens && piece.name === 'c' && row !== undefined) {
      cell = openCell(piece, row, context.formats);
    } else if (opens && piece.name === 'mergeCell') {
      merged.push(rangeOf(piece.attributes.get('ref') ?? ''));
      if (merged.length > mostMerged) throw new RefusedWorkbook('excel_too_large');
    }
  }
  return { rows, merged, hidden };
}

/** Rows and cells may leave out where they stand: behind the one before. */
function openRow({ attributes }: XmlTag, before: number): OpenRow {
  const no = Number(attributes.get('r') ?? before + 1);
  if (!Number.isInteger(no) || no <= before || no > last.row) throw new BrokenXml('no such row');
  return { no, hidden: isTrue(attributes.get('hidden')), cells: [], column: 0 };
}

function openCell({ attributes }: XmlTag, row: OpenRow, formats: readonly NumberFormat[]): OpenCell {
  const stated = attributes.get('r');
  const column = stated === undefined ? row.column : addressOf(stated).column;
  if (column < row.column || column >= last.column) throw new BrokenXml('no such cell');
  if (stated !== undefined && addressOf(stated).row !== row.no) throw new BrokenXml('a cell of another row');
  row.column = column + 1;
  return {
    column,
    type: attributes.get('t') ?? 'n',
    format: formats[Number(attributes.get('s') ?? 0)] ?? { kind: 'number' },
    formula: false,
    value: undefined,
    inline: '',
  };
}

export function addressOf(text: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  if (column < 1 || column > last.column || row > last.row) throw new BrokenXml('no such address');
  return { row, column: column - 1 };
}

function rangeOf(text: string): CellRange {
  const [from = '', to = from] = text.split(':');
  const [first, second] = [addressOf(from), addressOf(to)];
  return { top: first.row, left: first.column, bottom: second.row, right: second.column };
}

function cellOf({ type, format, formula, value, inline }: OpenCell, context: SheetContext): SheetCell | null {
  // A formula may come to an empty text; without a result of any kind it was written by a program that does not calculate.
  const noResult = value === undefined || (value === '' && type !== 'str');
  if (formula && (noResult || context.uncalculated)) return { kind: 'uncalculated' };
  switch (type) {
    case 'inlineStr':
      return textCell(unescapedText(inline));
    case 'str':
      return textCell(unescapedText(value ?? ''));
    case 's':
      return noResult ? null : textCell(sharedString(value ?? '', context.strings));
    case 'e':
      return { kind: 'error', value: (value ?? '').slice(0, 20) };
    case 'b':
      return noResult ? null : booleanCell(value ?? '');
    case 'd':
      return noResult ? null : textDate((value ?? '').trim(), format);
    case 'n':
      return noResult ? null : numberCell((value ?? '').trim(), format, context.from1904);
    default:
      throw new BrokenXml('a cell of an unknown kind');
  }
}

/** Blanks alone are nothing; an error that was pasted as text is one. */
function textCell(text: string): SheetCell | null {
  if (text.trim() === '') return null;
  return isErrorValue(text.trim())
    ? { kind: 'error', value: text.trim() }
    : text.slice(0, mostCharacters + 1);
}

function booleanCell(value: string): boolean {
  if (value !== '0' && value !== '1') throw new BrokenXml('no boolean');
  return value === '1';
}

function sharedString(index: string, strings: readonly string[]): string {
  const text = /^\d+$/.test(index.trim()) ? strings[Number(index)] : undefined;
  if (text === undefined) throw new BrokenXml('no such text');
  return text;
}
