// Jobs for the thread for Excel, each in a thread of its own: this side goes on answering meanwhile. A job that takes too much memory or time is
// ended and answered like any other file that is too large.
import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { fileRefused } from './refusals.ts';
import type {
  ExcelAnswer,
  ExcelJob,
  ExcelMessage,
  NotesPlan,
  ReadLimits,
  ReadSheet,
  SheetPlan,
} from './workbook.ts';

/** Both lie beside each other, as source and as built. */
const file = new URL(
  import.meta.url.endsWith('.ts') ? './excel-worker.ts' : './excel-worker.js',
  import.meta.url,
);
const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 512 };
/** Many times what the largest allowed file takes on a slow computer, and characters that are written in half of the thread's memory. */
const most = { readMs: 30_000, writeMs: 180_000, writtenCharacters: 30_000_000 };

type Rows = SheetPlan['rows'];

/** Field codes: excel_no_workbook, excel_other_format, excel_too_large, excel_no_sheet, excel_too_many_rows. */
export async function readInThread(
  bytes: Uint8Array,
  sheet: string,
  limits: ReadLimits,
): Promise<Result<ReadSheet>> {
  const answer = await inThread({ kind: 'read', file: bytes, sheet, limits }, most.readMs);
  if (answer?.kind === 'read') return ok(answer.sheet);
  const code = refusalOf(answer);
  return err(fileRefused(code, code === 'excel_too_many_rows' ? { most: limits.rows - 1 } : undefined));
}

/** The same workbook with comments at cells of one sheet. Field codes: excel_no_workbook, excel_no_sheet, excel_too_large. */
export async function annotateInThread(
  bytes: Uint8Array,
  sheet: string,
  plan: NotesPlan,
): Promise<Result<Uint8Array>> {
  const answer = await inThread({ kind: 'annotate', file: bytes, sheet, plan }, most.writeMs);
  return answer?.kind === 'written' ? ok(answer.bytes) : err(fileRefused(refusalOf(answer)));
}

/** No answer: the thread could not hold it, or took too long. */
function refusalOf(answer: ExcelAnswer | undefined): string {
  return answer?.kind === 'refused' ? answer.code : 'excel_too_large';
}

/** The file; undefined when it is more than the thread can hold. `rows` are further ones of the first sheet; what they throw is thrown. */
export async function writeInThread(
  sheets: readonly SheetPlan[],
  rows: AsyncIterable<Rows> | readonly Rows[] = [],
): Promise<Uint8Array | undefined> {
  let characters = 0;
  const answer = await inThread({ kind: 'write', sheets }, most.writeMs, async (post) => {
    for await (const some of rows) {
      for (const cell of some.flat()) if (typeof cell === 'string') characters += cell.length;
      if (characters > most.writtenCharacters) return false;
      post({ kind: 'rows', rows: some });
    }
    post({ kind: 'end' });
    return true;
  });
  return answer?.kind === 'written' ? answer.bytes : undefined;
}

async function inThread(
  job: ExcelJob,
  mostMs: number,
  /** False when it gives up. */
  feed?: (post: (message: ExcelMessage) => void) => Promise<boolean>,
): Promise<ExcelAnswer | undefined> {
  const thread = new Worker(file, { workerData: job, resourceLimits });
  const { promise, resolve, reject } = Promise.withResolvers<ExcelAnswer | undefined>();
  thread.on('message', (answer: ExcelAnswer) => resolve(answer));
  thread.on('error', (error: Error & { readonly code?: unknown }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(undefined);
    else reject(error);
  });
  thread.on('exit', () => resolve(undefined));
  // It may end while it is still being fed, before anybody waits for it.
  promise.catch(() => undefined);
  let late: NodeJS.Timeout | undefined;
  try {
    if ((await feed?.((message) => thread.postMessage(message))) === false) return undefined;
    late = setTimeout(() => resolve(undefined), mostMs);
    return await promise;
  } finally {
    clearTimeout(late);
    await thread.terminate();
  }
}
