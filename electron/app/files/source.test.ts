// A chosen file that changes while it is read, and drives that fall silent.
import {
  appendFileSync,
  mkdtempSync,
  rmSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSource, within } from './source.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengcai-source-'));
  path = join(folder, 'a.pdf');
  writeFileSync(path, Buffer.alloc(2_500_000, 1));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What becomes of it when something happens after the first piece. */
async function readWith(meanwhile: () => void): Promise<number | string> {
  const source = await openSource(path, 10_000_000);
  if (!source.ok) return source.error.code;
  let bytes = 0;
  try {
    for (let pieces = 0; ; pieces += 1) {
      const piece = await source.value.next();
      if (!piece.ok) return piece.error.code;
      if (piece.value === null) return bytes;
      bytes += piece.value.length;
      if (pieces === 0) meanwhile();
    }
  } finally {
    await source.value.close();
  }
}

const before = new Date(Date.now() - 60_000);

describe('a file that is being read', () => {
  it.each<readonly [string, () => void, number | string]>([
    ['is left alone', () => undefined, 2_500_000],
    ['grows', () => appendFileSync(path, 'more'), 'file_changed'],
    ['is cut', () => truncateSync(path, 2_000_000), 'file_changed'],
    [
      'is written anew in the same length',
      () => writeFileSync(path, Buffer.alloc(2_500_000, 2)),
      'file_changed',
    ],
    ['grows beyond all limits', () => truncateSync(path, 20_000_000), 'too_large'],
    // Its bytes stay until they are read.
    ['is removed', () => unlinkSync(path), 2_500_000],
  ])('%s', async (_title, meanwhile, becomes) => {
    utimesSync(path, before, before);
    expect(await readWith(meanwhile)).toBe(becomes);
  });
});

it('does not wait for a drive that does not answer', async () => {
  await expect(within(1, new Promise(() => undefined))).rejects.toThrow('no answer');
  expect(await within(60_000, Promise.resolve('an answer'))).toBe('an answer');
});
