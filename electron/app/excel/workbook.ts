// Workbooks as the local side and the thread that reads and writes them pass them to each other.

/** What an empty cell is; what Excel shows as a day is a Date, by its UTC fields. */
export type SheetValue = string | number | boolean | Date;
/** `no` as Excel numbers rows, from 1; cells from column A. */
export type SheetRow = { readonly no: number; readonly cells: readonly (SheetValue | null)[] };

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

/** What a thread is started with. A `write` gets more rows of its first sheet by `ExcelMessage`, and begins at `end`. */
export type ExcelJob =
  | {
      readonly kind: 'read';
      readonly file: Uint8Array;
      /** The sheet's name; without it the first one is read. */
      readonly sheet: string;
      readonly limits: ReadLimits;
    }
  | { readonly kind: 'write'; readonly sheets: readonly SheetPlan[] };
export type ExcelMessage =
  | { readonly kind: 'rows'; readonly rows: SheetPlan['rows'] }
  | { readonly kind: 'end' };

/** `code`: a field code about the file. */
export type ExcelAnswer =
  | { readonly kind: 'read'; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'written'; readonly bytes: Uint8Array };
