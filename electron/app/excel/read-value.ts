// One cell as the value its column takes, or the code of what is wrong with it. People type 1,234.00, ２０２６/3/22, names instead of codes; what is not
// clear is not guessed.
import { catalogueEntry } from '#shared/codes/catalogue.ts';
import type { CodeTable } from '#shared/codes/code-table.ts';
import type { ErrorParam } from '#shared/kernel/errors.ts';
import { readQuantity, readWhole, yuanToFen } from '#shared/kernel/money.ts';
import { readPlainDate } from '#shared/kernel/read-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import { telephoneText } from '#shared/kernel/telephone.ts';
import { isLonger, normaliseText } from '#shared/kernel/text.ts';
import { yesNo } from '#shared/text/zh-CN/excel.ts';
import type { ColumnKind } from './sheet-columns.ts';
import { mostCharacters, type SheetValue } from './workbook.ts';

export type ReadValue =
  | { readonly ok: true; readonly value: string | number | boolean | readonly string[] }
  | { readonly ok: false; readonly code: string; readonly params?: Readonly<Record<string, ErrorParam>> };

export type Named = { readonly id: string; readonly name: string; readonly uscc?: string };
/** Whom names in the file may mean. */
export type Directory = {
  readonly agencies: (text: string) => readonly Named[];
  readonly platforms: (text: string) => readonly Named[];
};

/** Of a template that names nobody. */
export const nobodyNamed: Directory = { agencies: () => [], platforms: () => [] };

const wrong = (code: string, params?: Readonly<Record<string, ErrorParam>>): ReadValue =>
  params === undefined ? { ok: false, code } : { ok: false, code, params };
const right = (value: string | number | boolean | readonly string[]): ReadValue => ({ ok: true, value });

export function readValue(cell: SheetValue, takes: ColumnKind, directory: Directory): ReadValue {
  if (typeof cell === 'string' && cell.length > mostCharacters) {
    return wrong('excel_cell_too_long', { most: mostCharacters });
  }
  const plain = plainText(cell);
  switch (takes.kind) {
    case 'text':
      return readText(plain, takes.most);
    case 'telephone':
      return readText(telephoneText(plain), takes.most);
    case 'money':
      return readMoney(cell, plain);
    case 'date':
      return readDate(cell, plain);
    case 'whole':
      return fromReader(readWhole(plain, 0, 999_999_999), 'excel_whole_number');
    case 'quantity':
      return typeof cell === 'boolean' || cell instanceof Date
        ? wrong('excel_number')
        : fromReader(readQuantity(plain), 'quantity_format');
    case 'yes_no':
      return readYesNo(cell, plain);
    case 'code':
      return readCode(plain, takes.table);
    case 'codes':
      return readCodes(plain, takes.table);
    case 'item_code': {
      const code = plain.normalize('NFKC').toUpperCase();
      return catalogueEntry('2022', code) === undefined ? unknown(plain) : right(code);
    }
    case 'agency':
      return one(directory.agencies(plain), plain);
    case 'platform':
      return one(directory.platforms(plain), plain);
  }
}

function plainText(cell: SheetValue): string {
  if (typeof cell === 'string') return cell.replace(/\r\n?/g, '\n').trim();
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? yesNo.yes : yesNo.no;
  return cell.toISOString().slice(0, 10);
}

/** Without the noise of binary fractions and without an exponent: 0.1 + 0.2 is 0.3, 1e21 stays what it is and is refused as no amount. */
function numberText(number: number): string {
  return Number.isInteger(number) ? String(number) : String(Number(number.toPrecision(15)));
}

function readMoney(cell: SheetValue, plain: string): ReadValue {
  if (typeof cell === 'boolean' || cell instanceof Date) return wrong('excel_number');
  return fromReader(yuanToFen(plain), 'money_format');
}

/** As the reader of numbers says, under `code` where the file has words of its own for it. */
function fromReader(read: Result<string | number>, code: string): ReadValue {
  if (read.ok) return right(read.value);
  const [field] = read.error.fields ?? [];
  return wrong(field === undefined || field.code === 'whole_number' ? code : field.code, field?.params);
}

function readText(plain: string, most: number): ReadValue {
  return isLonger(plain, most) ? wrong('excel_cell_too_long', { most }) : right(plain);
}

function readYesNo(cell: SheetValue, plain: string): ReadValue {
  if (typeof cell === 'boolean') return right(cell);
  if (plain === yesNo.yes) return right(true);
  return plain === yesNo.no ? right(false) : wrong('excel_yes_no');
}

function readDate(cell: SheetValue, plain: string): ReadValue {
  // A number is a day only where Excel shows it as one: 20260322 is not.
  const read = typeof cell === 'string' || cell instanceof Date ? readPlainDate(plain) : undefined;
  return read === undefined ? wrong('excel_date') : right(read);
}

function readCode(plain: string, table: CodeTable): ReadValue {
  const code = plain.toUpperCase();
  if (table.entries.some((entry) => entry.code === code)) return right(code);
  const [first, second] = codesNamed(table, plain);
  if (first === undefined) return unknown(plain);
  return second === undefined ? right(first) : wrong('excel_ambiguous', { value: plain.slice(0, 60) });
}

const known = new WeakMap<CodeTable['entries'], ReturnType<typeof byName<string>>>();

function codesNamed({ entries }: CodeTable, name: string): readonly string[] {
  const named = known.get(entries) ?? byName(entries.map((entry) => [entry.name, entry.code]));
  known.set(entries, named);
  return [...new Set(named(name))];
}

function readCodes(plain: string, table: CodeTable): ReadValue {
  const codes = new Set<string>();
  for (const part of plain.split(/[、，,;；\n]/).map((each) => each.trim())) {
    if (part === '') continue;
    const read = readCode(part, table);
    if (!read.ok) return read;
    codes.add(String(read.value));
  }
  return right([...codes]);
}

function one(found: readonly Named[], plain: string): ReadValue {
  const [first, second] = found;
  if (first === undefined) return unknown(plain);
  return second === undefined ? right(first.id) : wrong('excel_ambiguous', { value: plain.slice(0, 60) });
}

function unknown(plain: string): ReadValue {
  return wrong('excel_unknown_code', { value: plain.slice(0, 60) });
}

/** What goes by a name: by exactly this one, otherwise by one that differs in blanks, line ends, and the width of brackets and letters alone. */
export function byName<T>(
  all: readonly (readonly [name: string, value: T])[],
): (name: string) => readonly T[] {
  const [exact, alike] = [new Map<string, T[]>(), new Map<string, T[]>()];
  for (const [name, value] of all) {
    exact.set(name, [...(exact.get(name) ?? []), value]);
    alike.set(comparable(name), [...(alike.get(comparable(name)) ?? []), value]);
  }
  return (name) => exact.get(name) ?? alike.get(comparable(name)) ?? [];
}

function comparable(name: string): string {
  return normaliseText(name).replace(/\s/g, '').toLowerCase();
}
