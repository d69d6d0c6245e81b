// A clerk's desk in a town, with a folder for workbooks, made anew for each test of the file that asks for one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { FakeServer } from './fake-server.ts';
import { noTimers, type TestClock, TestDesk } from './test-desk.ts';
import { aTown } from './town.ts';

type ExcelDesk = {
  readonly server: FakeServer;
  readonly clock: TestClock;
  readonly desk: TestDesk;
  readonly folder: string;
  /** Not there yet. */
  readonly file: string;
};

/** The one of the test that is running. */
export function excelDesk(): () => ExcelDesk {
  let open: ExcelDesk | undefined;
  beforeEach(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhengcai-excel-'));
    const { server, clock } = aTown();
    const desk = await new TestDesk(server, clock, { timers: noTimers }).open();
    open = { server, clock, desk, folder, file: join(folder, 'plans.xlsx') };
    await desk.signIn('clerk');
    await desk.must('sync.now', {});
  });
  afterEach(async () => {
    const { desk, folder } = opened();
    await desk.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  const opened = (): ExcelDesk => {
    if (open === undefined) throw new Error('no test is running');
    return open;
  };
  return opened;
}
