// A workbook somebody else made: of one sheet every cell with what it says, of the others their heads. It runs in the thread for Excel, whose limits
// end what takes too long.

import { type NumberFormat, numberFormat } from './number-formats.ts';
import {
  openParts,
  type Parts,
  RefusedWorkbook,
  unescapedText,
  type WorkbookParts,
  type WorkbookSheet,
  workbookParts,
} from './parts.ts';
import { readSheetPart, type SheetContext } from './read-sheet.ts';
import type { ExcelAnswer, ReadLimits, ReadSheet, SheetRow } from './workbook.ts';
import { xmlPieces } from './xml.ts';

/** Codes: excel_no_workbook, excel_other_format, excel_too_large, excel_no_sheet, excel_too_many_rows. */
export function readWorkbook(file: Uint8Array, sheet: string, limits: ReadLimits): ExcelAnswer {
  try {
    return { kind: 'read', sheet: readNamed(openParts(file, limits.bytes), sheet, limits) };
  } catch (thrown) {
    // What a damaged archive or document ends in is of all kinds.
    return { kind: 'refused', code: thrown instanceof RefusedWorkbook ? thrown.code : 'excel_no_workbook' };
  }
}

function readNamed(parts: Parts, name: string, limits: ReadLimits): ReadSheet {
  const workbook = workbookParts(parts);
  const chosen = workbook.sheets.find((sheet) => sheet.name === name) ?? workbook.sheets[0];
  if (chosen === undefined) throw new RefusedWorkbook('excel_no_sheet');
  const context = contextOf(parts, workbook);
  const content = readSheetPart(parts.text(chosen.part), context, limits);
  const others = workbook.sheets
    .filter((sheet) => sheet !== chosen)
    .map((sheet) => ({ name: sheet.name, head: headOf(parts, sheet, context, limits) }));
  return { name: chosen.name, ...content, others };
}

/** A sheet that is not asked for may be as large and as broken as it likes. */
function headOf(
  parts: Parts,
  { part }: WorkbookSheet,
  context: SheetContext,
  limits: ReadLimits,
): SheetRow['cells'] {
  try {
    return readSheetPart(parts.text(part), context, limits, 'head').rows[0]?.cells ?? [];
  } catch {
    return [];
  }
}

function contextOf(
  parts: Parts,
  { styles, sharedStrings, from1904, uncalculated }: WorkbookParts,
): SheetContext {
  const text = (part: string | undefined) =>
    part === undefined || parts.find(part) === undefined ? undefined : parts.text(part);
  return {
    formats: formatsOf(text(styles) ?? ''),
    strings: stringsOf(text(sharedStrings) ?? ''),
    from1904,
    uncalculated,
  };
}

/** By the number of the style that cells name. */
function formatsOf(xml: string): readonly NumberFormat[] {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') continue;
    if (piece.name === 'cellXfs') inCells = piece.kind === 'open';
    if (piece.kind === 'close') continue;
    const id = Number(piece.attributes.get('numFmtId') ?? 0);
    if (piece.name === 'numFmt') codes.set(id, piece.attributes.get('formatCode') ?? '');
    if (piece.name === 'xf' && inCells) ids.push(id);
  }
  return ids.map((id) => numberFormat(id, codes.get(id)));
}

/** Of rich text the words of all its runs, without how they are pronounced. */
function stringsOf(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let within = { text: false, phonetic: false };
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (within.text && !within.phonetic) text += piece.text;
      continue;
    }
    const opens = piece.kind === 'open';
    if (piece.name === 't') within = { ...within, text: opens };
    if (piece.name === 'rPh') within = { ...within, phonetic: opens };
    if (piece.name !== 'si') continue;
    if (opens) text = '';
    else strings.push(unescapedText(text));
  }
  return strings;
}
