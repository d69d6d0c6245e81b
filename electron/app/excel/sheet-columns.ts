// What the columns of a template take. Each kind of import declares its own; the head of a column is what it is found by in a file.
import type { CodeTable } from '#shared/codes/code-table.ts';
import type { Format } from './workbook.ts';

export type ColumnKind =
  /** `lines`: more than one, as the form's field has them. */
  | { readonly kind: 'text' | 'telephone'; readonly most: number; readonly lines?: true }
  | {
      readonly kind: 'money' | 'date' | 'yes_no' | 'whole' | 'quantity' | 'agency' | 'platform' | 'item_code';
    }
  | { readonly kind: 'code' | 'codes'; readonly table: CodeTable };

export type ImportedColumn<Name extends string = string> = {
  readonly name: Name;
  readonly head: string;
  readonly takes: ColumnKind;
  readonly needed: boolean;
  /** Takes the number before a sign of percent. */
  readonly percent: boolean;
  /** Templates of earlier versions do not have it. */
  readonly later: boolean;
  readonly width: number;
  /** Said of its own row alone: cells merged over several rows say nothing that one could say for each. */
  readonly ofRow: boolean;
};

export const takesText = (most: number): ColumnKind => ({ kind: 'text', most });
export const takesCode = (table: CodeTable): ColumnKind => ({ kind: 'code', table });
export const takesMoney: ColumnKind = { kind: 'money' };
export const takesDate: ColumnKind = { kind: 'date' };
export const takesYesNo: ColumnKind = { kind: 'yes_no' };

/** What empty cells of the column are formatted as, so that what is typed is kept as it was meant. */
export function formatOf({ takes: { kind } }: Pick<ImportedColumn, 'takes'>): Format {
  if (kind === 'money') return 'money';
  if (kind === 'date') return 'date';
  return kind === 'whole' || kind === 'quantity' ? 'plain' : 'text';
}
