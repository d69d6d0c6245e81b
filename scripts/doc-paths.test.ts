import { expect, it } from 'vitest';
import { deadPaths } from './doc-paths.ts';

const files = [
  'docs/README.md',
  'docs/guide/start.md',
  'electron/app/sync/pull.ts',
  'test/process/kill-desk.test.ts',
];
const dead = (page: string) => deadPaths('docs/guide/start.md', page, files);

it('finds paths and links that lead nowhere', () => {
  expect(
    dead(
      'See `electron/app/sync/gone.ts`, `sync/gone.ts`, `gone.ts`, [that](gone.md) and `test/gone/`.',
    ).toSorted(),
  ).toEqual(['electron/app/sync/gone.ts', 'gone.md', 'gone.ts', 'sync/gone.ts', 'test/gone/']);
  expect(dead('`test/process/gone-*`')).toEqual(['test/process/gone-*']);
});

it('takes whole paths, the ends of paths, folders, patterns and links beside the page', () => {
  expect(
    dead(
      '`electron/app/sync/pull.ts`, `sync/pull.ts`, `pull.ts`, `electron/app/`, `test/process/kill-*`, [up](../README.md#a)',
    ),
  ).toEqual([]);
  expect(dead('`test/process/kill-desk`')).toEqual([]);
});

it('leaves placeholders, addresses, commands and what is built', () => {
  expect(
    dead(
      '`shared/domain/M/model.ts`, `/sync/push`, [web](https://example.com/a.ts), `npm run a/b.ts`, `out/main/main.js`, `.ts`',
    ),
  ).toEqual([]);
});
