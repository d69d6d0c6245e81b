// The first table of a workbook as rows of values, with what cannot be taken over named cell by cell: formulas, merged areas, errors. A workbook is
// somebody else's file: sizes are limited before anything is read, and reading lets others have the thread in between.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { fileRefused } from './refusals.ts';
import { attribute, MalformedXml, xmlTokens } from './xml.ts';
import { type Archive, openArchive } from './zip-reader.ts';

export type SheetValue =
  | { readonly kind: 'text'; readonly text: string }
  /** Excel's number as the file has it; a date when the cell is formatted as one. */
  | { readonly kind: 'number'; readonly number: number; readonly date: boolean }
  | { readonly kind: 'yes_no'; readonly yes: boolean }
  | { readonly kind: 'formula' | 'error' };

export type SheetRow = { readonly no: number; readonly cells: ReadonlyMap<number, SheetValue> };
export type Sheet = {
  readonly rows: readonly SheetRow[];
  /** Areas such as `A2:B3`. */
  readonly merged: readonly string[];
  /** Days are counted from 1904 in workbooks of old Macs. */
  readonly from1904: boolean;
};

export type SheetLimits = {
  /** Of all parts that are read, unpacked. */
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
};

/** `preferred` is the sheet's name; without it the first one is read. Field codes: those of excel.ts about a file. */
export async function readSheet(
  file: Buffer,
  preferred: string,
  limits: SheetLimits,
): Promise<Result<Sheet>> {
  const archive = openArchive(file, limits.bytes);
  if (!archive.ok) return archive;
  try {
    return await read(archive.value, preferred, limits);
  } catch (thrown) {
    if (thrown instanceof MalformedXml) return err(fileRefused('excel_no_workbook'));
    throw thrown;
  }
}

async function read(archive: Archive, preferred: string, limits: SheetLimits): Promise<Result<Sheet>> {
  const part = async (name: string): Promise<Result<string>> => {
    const text = await archive.text(name);
    return text.ok ? ok(text.value ?? '') : text;
  };
  const workbook = await part('xl/workbook.xml');
  if (!workbook.ok) return workbook;
  if (workbook.value === '') return err(fileRefused('excel_no_workbook'));
  const relations = await part('xl/_rels/workbook.xml.rels');
  if (!relations.ok) return relations;
  const path = sheetPath(workbook.value, relations.value, preferred);
  const sheet = path === undefined ? ok('') : await part(path);
  if (!sheet.ok) return sheet;
  if (sheet.value === '') return err(fileRefused('excel_no_sheet'));
  const styles = await part('xl/styles.xml');
  if (!styles.ok) return styles;
  const strings = await part('xl/sharedStrings.xml');
  if (!strings.ok) return strings;
  const shared = await sharedStrings(strings.value);
  const table = await sheetRows(sheet.value, shared, dateStyles(styles.value), limits);
  if (!table.ok) return table;
  return ok({ ...table.value, from1904: /date1904\s*=\s*["'](?:1|true)["']/.test(workbook.value) });
}

function sheetPath(workbook: string, relations: string, preferred: string): string | undefined {
  const sheets: { readonly name: string; readonly relation: string }[] = [];
  for (const token of xmlTokens(workbook)) {
    if (token.kind !== 'open' || token.name !== 'sheet') continue;
    const relation = /\s\w{1,40}:id\s{0,9}=\s{0,9}["']([^"']{0,200})["']/.exec(token.attributes)?.[1] ?? '';
    sheets.push({ name: attribute(token.attributes, 'name') ?? '', relation });
  }
  const wanted = sheets.find(({ name }) => name === preferred) ?? sheets[0];
  for (const token of xmlTokens(relations)) {
    if (token.kind !== 'open' || token.name !== 'Relationship') continue;
    if (attribute(token.attributes, 'Id') !== wanted?.relation) continue;
    const target = attribute(token.attributes, 'Target') ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  }
  return undefined;
}

/** Builtin formats that show a day, and our own or others' that name year, month or day outside of quotes. */
function dateStyles(styles: string): ReadonlySet<number> {
  const custom = new Set<number>();
  const dates = new Set<number>();
  let within = '';
  let index = 0;
  for (const token of xmlTokens(styles)) {
    if (token.kind !== 'open') {
      if (token.kind === 'close' && token.name === within) within = '';
      continue;
    }
    if (token.name === 'cellXfs' && !token.empty) within = 'cellXfs';
    if (token.name === 'numFmt') {
      const code = (attribute(token.attributes, 'formatCode') ?? '')
        .slice(0, 255)
        .replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
      if (/[ymd]/i.test(code)) custom.add(Number(attribute(token.attributes, 'numFmtId')));
    }
    if (token.name === 'xf' && within === 'cellXfs') {
      const format = Number(attribute(token.attributes, 'numFmtId') ?? 0);
      if (custom.has(format) || isDateFormat(format)) dates.add(index);
      index += 1;
    }
  }
  return dates;
}

/** 14–22 everywhere, 27–36 and 50–58 in Chinese Excel. */
function isDateFormat(format: number): boolean {
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
}

/** Tokens between two looks at whether anybody else wants the thread. */
const tokensAtOnce = 20_000;

async function sharedStrings(xml: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = false;
  let seen = 0;
  for (const token of xmlTokens(xml)) {
    seen += 1;
    if (seen % tokensAtOnce === 0) await nextTurn();
    if (token.kind === 'text') {
      if (inText && !phonetic) text += token.text;
    } else if (token.kind === 'open') {
      if (token.name === 'si') text = '';
      if (token.name === 'si' && token.empty) strings.push('');
      if (token.name === 't') inText = !token.empty;
      if (token.name === 'rPh') phonetic = !token.empty;
    } else {
      if (token.name === 't') inText = false;
      if (token.name === 'rPh') phonetic = false;
      if (token.name === 'si') strings.push(text);
    }
  }
  return strings;
}

type OpenCell = {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  text: string;
  formula: boolean;
};

async function sheetRows(
  xml: string,
  shared: readonly string[],
  dates: ReadonlySet<number>,
  limits: SheetLimits,
): Promise<Result<Omit<Sheet, 'from1904'>>> {
  const rows: SheetRow[] = [];
  const merged: string[] = [];
  let cells = new Map<number, SheetValue>();
  let rowNo = 0;
  let cell: OpenCell | undefined;
  let within = '';
  let phonetic = false;
  let seen = 0;
  for (const token of xmlTokens(xml)) {
    seen += 1;
    if (seen % tokensAtOnce === 0) await nextTurn();
    if (token.kind === 'text') {
      if (cell === undefined || phonetic) continue;
      if (within === 'v') cell.value += token.text;
      if (within === 't') cell.text += token.text;
      continue;
    }
    const { kind, name } = token;
    if (kind === 'open') {
      if (name === 'row') {
        rowNo = wholeNumber(attribute(token.attributes, 'r')) ?? rowNo + 1;
        cells = new Map();
      } else if (name === 'c') {
        const column = columnOf(attribute(token.attributes, 'r')) ?? nextColumn(cells);
        const style = wholeNumber(attribute(token.attributes, 's')) ?? 0;
        const type = attribute(token.attributes, 't') ?? 'n';
        cell = token.empty ? undefined : { column, type, style, value: '', text: '', formula: false };
      } else if (name === 'f' && cell !== undefined) cell.formula = true;
      else if (name === 'rPh') phonetic = !token.empty;
      else if ((name === 'v' || name === 't') && !token.empty) within = name;
      else if (name === 'mergeCell' && merged.length < limits.rows) {
        merged.push(attribute(token.attributes, 'ref') ?? '');
      }
      continue;
    }
    if (name === 'v' || name === 't') within = '';
    else if (name === 'rPh') phonetic = false;
    else if (name === 'c' && cell !== undefined) {
      const value = cellValue(cell, shared, dates);
      // Columns far to the right hold nothing of ours.
      if (value !== undefined && cell.column < limits.columns) cells.set(cell.column, value);
      cell = undefined;
    } else if (name === 'row' && cells.size > 0) {
      rows.push({ no: rowNo, cells });
      if (rows.length > limits.rows) {
        return err(fileRefused('excel_too_many_rows', { most: limits.rows - 1 }));
      }
    }
  }
  return ok({ rows, merged });
}

function cellValue(
  { type, style, value, text, formula }: OpenCell,
  shared: readonly string[],
  dates: ReadonlySet<number>,
): SheetValue | undefined {
  if (formula) return { kind: 'formula' };
  if (type === 'inlineStr') return textValue(text);
  if (value === '') return undefined;
  if (type === 's') return textValue(shared[wholeNumber(value) ?? -1]);
  if (type === 'str' || type === 'd') return textValue(value);
  if (type === 'b') return { kind: 'yes_no', yes: value === '1' };
  const number = Number(value);
  if (type === 'e' || !Number.isFinite(number)) return { kind: 'error' };
  return { kind: 'number', number, date: dates.has(style) };
}

function textValue(text: string | undefined): SheetValue | undefined {
  if (text === undefined) return { kind: 'error' };
  return text.trim() === '' ? undefined : { kind: 'text', text };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** From 0; undefined when the cell does not say where it is. */
export function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function nextColumn(cells: ReadonlyMap<number, SheetValue>): number {
  return Math.max(-1, ...cells.keys()) + 1;
}
