// Records out of Excel files, for every kind of import. The last preview of each open account is kept in memory: what is imported is exactly what was shown.
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CellProblem, ImportedRecord, ImportResult } from '#shared/contract/excel.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import { runCommand } from '../command/run.ts';
import { storageError } from '../db/storage-error.ts';
import type { Desk } from '../desk.ts';
import { openSource, type Source } from '../files/source.ts';
import { writeUserFile } from '../files/user-file.ts';
import { annotateInThread, readInThread, writeInThread } from './excel-thread.ts';
import { isClosed } from './export-list.ts';
import type { ImportKind, Preview } from './import-kind.ts';
import { notesOf } from './notes.ts';
import { fileRefused } from './refusals.ts';
import { templateSheets } from './template.ts';

const mostFileBytes = 10_000_000;
/** How every zip archive begins, and a file of the time before .xlsx, or one that is locked with a password: such a one has a stream of this name. */
const beginnings = { archive: Buffer.from('PK'), compound: Buffer.from('d0cf11e0a1b11ae1', 'hex') };
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
/** Of the parts that are read, unpacked. */
const mostUnpacked = 10_000_000;
/** Beside those of the template. */
const mostOtherColumns = 50;

type Kept<R extends ImportedRecord> = {
  readonly token: string;
  readonly file: Uint8Array;
  readonly sheet: string;
  readonly preview: Preview<R>;
  /** `no` of records that have been made. */
  readonly made: Set<string>;
};

/** `stop`: for reasons that the next record has too. */
type Failed = { readonly error: AppError; readonly stop: boolean };
/** What came of one record; `draft` where what was to follow was refused. */
export type Made = { readonly state: 'made' } | ({ readonly state: 'draft' | 'refused' } & Failed);
export type MakeOne<R> = (account: Account, record: R, acknowledged: boolean) => Made;

/** What is shown of it. */
type Previewed<N extends string, R extends ImportedRecord> = Pick<Preview<R>, 'rows' | 'notRead'> & {
  readonly of: N;
  readonly token: string;
  readonly records: R[];
  readonly problems: CellProblem[];
  readonly hiddenRows: number[];
};

type Asked = {
  readonly token: string;
  readonly nos: readonly string[] | null;
  readonly acknowledged: boolean;
};

/** The answers to the questions of one kind of import; `making` gives that to 导入. */
export function importHandlersOf<N extends string, R extends ImportedRecord>(kind: ImportKind<N, R>) {
  const previews = new WeakMap<Account, Kept<R>>();
  const keptOf = (account: Account, token: string): Result<Kept<R>> => {
    const kept = previews.get(account);
    return kept?.token === token ? ok(kept) : err({ code: 'not_found' });
  };
  return {
    template: {
      async answer(
        account: Account,
        { path }: { readonly path: string },
      ): Promise<Result<Record<string, never>>> {
        const lists = kind.lists?.(account) ?? [];
        const sheets = templateSheets({ ...kind, lists }, toPlainDate(account.now()));
        const written = await writeUserFile(path, async (write) => {
          const bytes = await writeInThread(sheets);
          if (bytes === undefined) return err({ code: 'internal' });
          await write(bytes);
          return ok({});
        });
        return written.ok ? ok({}) : written;
      },
    },
    preview: {
      async answer(account: Account, { path }: { readonly path: string }): Promise<Result<Previewed<N, R>>> {
        if (account.actor.role !== 'purchaser_clerk') return err({ code: 'not_allowed' });
        const file = await readUserFile(path);
        if (!file.ok) return file;
        const sheet = await readInThread(file.value, kind.sheet, {
          bytes: mostUnpacked,
          /** The head and the rows. */
          rows: kind.mostRows + 1,
          columns: kind.columns.length + mostOtherColumns,
        });
        if (!sheet.ok) return sheet;
        if (isClosed(account)) return err({ code: 'not_signed_in' });
        const read = kind.preview(account, sheet.value);
        if (!read.ok) return read;
        const token = randomUUID();
        const { name } = sheet.value;
        previews.set(account, {
          ...{ token, file: file.value, sheet: name, preview: read.value, made: new Set<string>() },
        });
        const { rows, records, problems, hiddenRows, notRead } = read.value;
        return ok({
          ...{ of: kind.of, token, rows, notRead },
          ...{ records: [...records], problems: [...problems], hiddenRows: [...hiddenRows] },
        });
      },
    },
    notes: {
      async answer(account: Account, { token, path }: { readonly token: string; readonly path: string }) {
        const kept = keptOf(account, token);
        if (!kept.ok) return kept;
        const { file, sheet, preview, made } = kept.value;
        const plan = notesOf(preview, made);
        const written = await writeUserFile(path, async (write) => {
          const bytes = await annotateInThread(file, sheet, plan);
          if (!bytes.ok) return bytes;
          await write(bytes.value);
          return ok({});
        });
        return written.ok ? ok({ notes: plan.notes.length }) : written;
      },
    },
    making: (makeOne: MakeOne<R>) => ({
      async answer(account: Account, { token, nos, acknowledged }: Asked, desk: Desk) {
        const kept = keptOf(account, token);
        if (!kept.ok) return kept;
        const wanted = nos === null ? undefined : new Set(nos);
        const chosen = kept.value.preview.records.filter(({ no, problems }) =>
          wanted === undefined ? problems.length === 0 : wanted.has(no),
        );
        const results = await makeAll(account, desk, chosen, (record) =>
          makeOne(account, record, acknowledged),
        );
        for (const { no, state } of results) if (isMade(state)) kept.value.made.add(no);
        return ok({ made: results.filter(({ state }) => state === 'made').length, results });
      },
    }),
  };
}

const isMade = (state: ImportResult['state']) => state === 'made' || state === 'draft';

/** Commands made before others get their turn. */
const commandsAtOnce = 10;

/** One after the other; what stops one for reasons of the disk or the sign-in stops the rest, which are said not to have been tried. */
async function makeAll<R extends ImportedRecord>(
  account: Account,
  desk: Desk,
  records: readonly R[],
  makeOne: (record: R) => Made,
): Promise<ImportResult[]> {
  const results: ImportResult[] = [];
  let stopped: AppError | undefined;
  for (const [index, record] of records.entries()) {
    const { no, id } = record;
    if (index > 0 && index % commandsAtOnce === 0) await nextTurn();
    if (stopped === undefined && isClosed(account)) stopped = { code: 'not_signed_in' };
    if (stopped !== undefined) {
      results.push({ no, id, state: 'not_tried', error: stopped });
      continue;
    }
    // It has problems that the preview has named.
    const made: Made =
      record.problems.length > 0
        ? { state: 'refused', error: { code: 'invalid_input' }, stop: false }
        : makeOne(record);
    if (isMade(made.state)) desk.commandMade();
    if (made.state !== 'made' && made.stop) stopped = made.error;
    results.push({ no, id, state: made.state, error: made.state === 'made' ? null : made.error });
  }
  return results;
}

/** A command of 导入; undefined where it was made. */
export function failureOf(account: Account, name: string, input: unknown): Failed | undefined {
  try {
    const made = runCommand(account, name, input);
    return made.ok ? undefined : { error: made.error, stop: false };
  } catch (thrown) {
    const error = storageError(thrown);
    if (error === undefined) throw thrown;
    return { error, stop: true };
  }
}

/**
 * Error codes: not_found, file_unreadable, file_changed, invalid_input with the field code excel_too_large, excel_protected, excel_other_format or
 * excel_no_workbook.
 */
async function readUserFile(path: string): Promise<Result<Buffer>> {
  const opened = await openSource(path, mostFileBytes);
  const read = opened.ok ? await readAll(opened.value) : opened;
  if (!read.ok) return read.error.code === 'too_large' ? err(fileRefused('excel_too_large')) : read;
  const bytes = read.value;
  if (startsWith(bytes, beginnings.compound)) {
    return err(fileRefused(bytes.includes(encrypted) ? 'excel_protected' : 'excel_other_format'));
  }
  return startsWith(bytes, beginnings.archive) ? read : err(fileRefused('excel_no_workbook'));
}

async function readAll(source: Source): Promise<Result<Buffer>> {
  const pieces: Uint8Array[] = [];
  try {
    for (;;) {
      const piece = await source.next();
      if (!piece.ok) return piece;
      if (piece.value === null) return ok(Buffer.concat(pieces));
      pieces.push(piece.value);
    }
  } finally {
    await source.close();
  }
}

function startsWith(bytes: Buffer, beginning: Buffer): boolean {
  return bytes.subarray(0, beginning.length).equals(beginning);
}
