// What a kind of record says of its 导入; the dialog, the report and the host's part are the same for all.

import type { ImportResult } from '#shared/contract/excel.ts';
import type { ImportPreview } from '#shared/contract/host.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Finding } from '#shared/rules/engine.ts';
import type { ImportWords } from '#shared/text/zh-CN/imports.ts';

export type ImportOf = ImportPreview['of'];
export type ImportedOf<O extends ImportOf> = Extract<ImportPreview, { of: O }>['records'][number];
export type PreviewOf<O extends ImportOf> = Omit<ImportPreview, 'of' | 'records'> & {
  readonly of: O;
  readonly records: readonly ImportedOf<O>[];
};

export type ImportKind<O extends ImportOf> = {
  readonly of: O;
  readonly words: ImportWords;
  /** What it will be, where that is not the same for all. */
  readonly becomes?: (record: ImportedOf<O>) => string;
  /** What one has to look at, or will be asked, although it can be imported. */
  readonly remarks?: (record: ImportedOf<O>) => readonly string[];
  /** What has to be read before it is imported. */
  readonly warnings?: (record: ImportedOf<O>) => readonly Finding[];
  /** Why it is not imported although nothing is wrong with it. */
  readonly skipped?: (record: ImportedOf<O>) => string | undefined;
} & (
  | {
      readonly make: (
        token: string,
        acknowledged: boolean,
      ) => Promise<Result<{ readonly results: readonly ImportResult[] }>>;
      /** Where they are to be seen. */
      readonly onShow: () => void;
    }
  /** Nothing is made: the form takes them. Answers why it cannot. */
  | { readonly take: (records: readonly ImportedOf<O>[]) => string | undefined }
);
