import { defineConfig } from 'vitest/config';

// Each suite is a project of its own, so that one can be run alone: `npm run test:unit`, `npm run simulate`, …
// Suites that start real processes or fill the machine run one file at a time; the others use both cores, of which Vitest by itself would
// leave one idle.
const serial = {
  pool: 'forks' as const,
  fileParallelism: false,
  maxWorkers: 1,
  testTimeout: 600_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{shared,electron,renderer,server,demo,scripts}/**/*.test.ts',
            'test/{access,builders,hostile,support,versions}/**/*.test.ts',
          ],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'world',
          include: ['test/world/**/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'process', include: ['test/process/**/*.test.ts'], ...serial } },
      {
        test: {
          name: 'desktop',
          include: ['test/{electron-stand-in,desktop}/**/*.test.ts'],
          globalSetup: 'test/desktop/prepare.ts',
          // What is waited for may take its time on a busy machine; nothing is measured here.
          expect: { poll: { timeout: 30_000 } },
          ...serial,
        },
      },
    ],
  },
});
