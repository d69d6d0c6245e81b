// A clerk's desk in a town, with a folder for workbooks.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakeServer } from './fake-server.ts';
import { noTimers, type TestClock, TestDesk } from './test-desk.ts';
import { aTown } from './town.ts';

export type ExcelDesk = {
  readonly server: FakeServer;
  readonly clock: TestClock;
  readonly desk: TestDesk;
  readonly folder: string;
  /** Not there yet. */
  readonly file: string;
  /** Both are gone after it. */
  close(): Promise<void>;
};

export async function openExcelDesk(): Promise<ExcelDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'zhengcai-excel-'));
  const { server, clock } = aTown();
  const desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
  return {
    ...{ server, clock, desk, folder, file: join(folder, 'plans.xlsx') },
    async close() {
      await desk.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
