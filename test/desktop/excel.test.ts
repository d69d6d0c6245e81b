// The thread for Excel as it is built: what it writes it reads again.
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import type { ExcelAnswer, ExcelJob, ExcelMessage } from '#electron/app/excel/workbook.ts';
import { main } from './shipped.ts';

const file = new URL('./excel-worker.js', pathToFileURL(main));

async function work(job: ExcelJob): Promise<ExcelAnswer> {
  const thread = new Worker(file, { workerData: job });
  const answered = once(thread, 'message');
  thread.postMessage({ kind: 'end' } satisfies ExcelMessage);
  const [answer] = await answered;
  await thread.terminate();
  return answer;
}

it('lies beside the worker and can be started', async () => {
  const written = await work({
    kind: 'write',
    sheets: [{ name: '表', columns: [{ width: 10, format: 'plain' }], heads: 1, rows: [['头'], [1.5]] }],
  });
  const bytes = written.kind === 'written' ? written.bytes : new Uint8Array();
  expect(
    await work({
      kind: 'read',
      file: bytes,
      sheet: '表',
      limits: { bytes: 1_000_000, rows: 10, columns: 10 },
    }),
  ).toEqual({
    kind: 'read',
    sheet: {
      name: '表',
      rows: [
        { no: 1, cells: ['头'] },
        { no: 2, cells: [{ kind: 'number', digits: '1.5', shown: { kind: 'number' } }] },
      ],
      merged: [],
      hidden: [],
      others: [],
    },
  });
});
