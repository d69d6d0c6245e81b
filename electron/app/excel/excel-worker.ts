// The thread for Excel: one job, one answer. The libraries hold whole workbooks and do not let go of the thread they run in; here they block nobody,
// and what they may take is limited from outside (excel-thread.ts).
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { readWorkbook } from './read-workbook.ts';
import type { ExcelAnswer, ExcelJob, ExcelMessage, SheetPlan } from './workbook.ts';
import { writeNotes } from './write-notes.ts';
import { writeWorkbook } from './write-workbook.ts';

if (parentPort !== null) parentPort.postMessage(await work(parentPort, workerData as ExcelJob));

async function work(port: MessagePort, job: ExcelJob): Promise<ExcelAnswer> {
  if (job.kind === 'read') return readWorkbook(job.file, job.sheet, job.limits);
  if (job.kind === 'annotate') return writeNotes(job.file, job.sheet, job.plan);
  return { kind: 'written', bytes: await writeWorkbook(job.sheets, await received(port)) };
}

/** Until `end`. */
function received(port: MessagePort): Promise<SheetPlan['rows']> {
  const rows: SheetPlan['rows'][number][] = [];
  return new Promise((resolve) => {
    port.on('message', (message: ExcelMessage) => {
      if (message.kind === 'rows') rows.push(...message.rows);
      else resolve(rows);
    });
  });
}
