// What a kind of import declares: its sheet and columns, its blank form, and how rows become records. Reading, notes and 导入 itself are the same for all.
import type { CellProblem, ImportedRecord, NotRead } from '#shared/contract/excel.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import type { ImportedColumn } from './sheet-columns.ts';
import type { CodeList } from './template.ts';
import type { ReadSheet } from './workbook.ts';

export type Preview<R extends ImportedRecord> = {
  readonly rows: number;
  readonly records: readonly R[];
  /** Of rows that belong to no record. */
  readonly problems: readonly CellProblem[];
  /** The letters of the column at which things are said of a row as a whole. */
  readonly key: string;
  readonly hiddenRows: readonly number[];
  readonly notRead: NotRead;
};

export type ImportKind<N extends string, R extends ImportedRecord> = {
  readonly of: N;
  /** The name of its sheet; in a file without it the first one is read. */
  readonly sheet: string;
  readonly columns: readonly ImportedColumn[];
  /** Lines beyond are not read: the file is refused. */
  readonly mostRows: number;
  /** 填写说明 of the blank form, line by line. */
  readonly notes: readonly string[];
  /** Lists of the blank form that are no tables of codes. */
  readonly lists?: (account: Account) => readonly CodeList[];
  readonly preview: (account: Account, sheet: ReadSheet) => Result<Preview<R>>;
};
