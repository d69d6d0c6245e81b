import { defineConfig } from 'vitest/config';
import { longPatienceMs, patienceMs } from './demo/patience.ts';

// Each suite is a project of its own, so that one can be run alone: `npm run test:unit`, `npm run simulate`, …
// What kills processes and fills disks runs one file at a time; the others use both cores, of which Vitest by itself would leave one idle.
const serial = { pool: 'forks' as const, fileParallelism: false, maxWorkers: 1 };

// No test depends on how fast the machine is: these limits end a hang and nothing else.
const patient = {
  testTimeout: 4 * longPatienceMs,
  hookTimeout: 2 * longPatienceMs,
  expect: { poll: { timeout: patienceMs } },
};

/** What stands on nothing but itself: no process, no database, no state of a module that another file could find changed. */
const pure = ['{shared,renderer}/**/*.test.ts', 'electron/host/**/*.test.ts', 'demo/data/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      // Files share their modules: loading zod and the code tables a hundred times would cost more than the tests.
      { test: { name: 'pure', include: pure, pool: 'threads', isolate: false, maxWorkers: 2, ...patient } },
      {
        test: {
          name: 'unit',
          include: [
            '{shared,electron,renderer,server,demo,scripts}/**/*.test.ts',
            'test/{access,builders,draw,hostile,inputs,made-up,support,versions}/**/*.test.ts',
          ],
          exclude: pure,
          maxWorkers: 2,
          ...patient,
        },
      },
      {
        // A third of a history on PostgreSQL is waiting for it: one file more than there are cores fills that time.
        test: { name: 'world', include: ['test/world/**/*.test.ts'], maxWorkers: 3, ...patient },
      },
      { test: { name: 'process', include: ['test/process/**/*.test.ts'], ...serial, ...patient } },
      // One file at a time: two browsers at once have been seen to lose one of them.
      {
        test: {
          name: 'desktop',
          include: ['test/{electron-stand-in,desktop}/**/*.test.ts'],
          globalSetup: 'test/desktop/prepare.ts',
          ...serial,
          ...patient,
        },
      },
    ],
  },
});
