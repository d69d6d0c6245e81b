// Workbooks as the local side and the thread that reads and writes them pass them to each other.
import type { PlainDate } from '#shared/kernel/dates.ts';

/** What a cell says; null where nothing stands in it. `number`: its digits as they are stored, up to where a program can keep them. */
export type SheetCell =
  | string
  | boolean
  | { readonly kind: 'number'; readonly digits: string; readonly shown: ShownNumber }
  /** `day` null: no day of a calendar, or a time alone. What its format does not show nobody has read. */
  | {
      readonly kind: 'date';
      readonly day: PlainDate | null;
      /** hh:mm, where it is shown and not midnight. */
      readonly time: string | null;
      readonly showsDay: boolean;
      readonly showsYear: boolean;
    }
  /** #DIV/0! and its kind */
  | { readonly kind: 'error'; readonly value: string }
  /** A formula whose result nobody has computed yet. */
  | { readonly kind: 'uncalculated' };
export type ShownNumber =
  | { readonly kind: 'number' | 'percent' }
  | { readonly kind: 'padded'; readonly before: string; readonly digits: number; readonly after: string };

/** `no` as Excel numbers rows, from 1; cells from column A. */
export type SheetRow = { readonly no: number; readonly cells: readonly (SheetCell | null)[] };
/** Both ends belong to it; columns from 0. */
export type CellRange = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};
export type ReadSheet = {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** Merged cells: the first of them holds what is shown in all. */
  readonly merged: readonly CellRange[];
  /** Filled rows that Excel does not show. */
  readonly hidden: readonly number[];
  /** The other sheets, by name, with their first filled row. */
  readonly others: readonly { readonly name: string; readonly head: SheetRow['cells'] }[];
};

/** What stands in a column, as `read-value.ts` takes it; a day is a Date, by its UTC fields. */
export type SheetValue = string | number | boolean | Date;

/** `date` and `instant` take milliseconds, whose UTC fields are shown. */
export type Format = 'plain' | 'text' | 'wrapped' | 'money' | 'date' | 'instant';
/** Amounts are in yuan. */
export type Cell = string | number | null;

export type SheetPlan = {
  readonly name: string;
  /** Widths in characters; the heads of `needed` columns are red. */
  readonly columns: readonly {
    readonly width: number;
    readonly format: Format;
    readonly needed?: boolean;
  }[];
  /** The first rows that are heads; they stay in view. */
  readonly heads: number;
  readonly rows: readonly (readonly Cell[])[];
  /** Empty rows behind them, formatted to be filled in. */
  readonly blankRows?: number;
  /** Cells that offer what stands in a range of another sheet. */
  readonly choices?: readonly { readonly cells: string; readonly from: string }[];
};

/** Excel takes no more into a cell; a file that holds more was not made by it. */
export const mostCharacters = 32_767;

export type ReadLimits = {
  /** Of the parts that are read, unpacked. */
  readonly bytes: number;
  /** Rows with something in them, the heads included. */
  readonly rows: number;
  readonly columns: number;
};

/** A comment at a cell; `column` from 0. */
export type CellNote = { readonly row: number; readonly column: number; readonly text: string };
export type NotesPlan = {
  readonly author: string;
  /** What begins our part of a comment that somebody else began. */
  readonly heading: string;
  readonly notes: readonly CellNote[];
};

/** What a thread is started with. A `write` gets more rows of its first sheet by `ExcelMessage`, and begins at `end`. */
export type ExcelJob =
  | {
      readonly kind: 'read';
      readonly file: Uint8Array;
      /** The sheet's name; without it the first one is read. */
      readonly sheet: string;
      readonly limits: ReadLimits;
    }
  | { readonly kind: 'write'; readonly sheets: readonly SheetPlan[] }
  | {
      readonly kind: 'annotate';
      readonly file: Uint8Array;
      readonly sheet: string;
      readonly plan: NotesPlan;
    };
export type ExcelMessage =
  | { readonly kind: 'rows'; readonly rows: SheetPlan['rows'] }
  | { readonly kind: 'end' };

/** `code`: a field code about the file. */
export type ExcelAnswer =
  | { readonly kind: 'read'; readonly sheet: ReadSheet }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'written'; readonly bytes: Uint8Array };
