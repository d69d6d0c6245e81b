// What becomes of uploads that nobody goes on with.
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FileStore } from './file-store.ts';
import { createUploads } from './uploads.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhengcai-uploads-'));
});
afterEach(() => rm(folder, { recursive: true }));

const day = 24 * 3_600_000;

/** The bytes that came last, and the description from when it was begun. */
async function upload(name: string, begunDaysAgo: number, lastBytesDaysAgo: number): Promise<void> {
  const days = (ago: number) => new Date(Date.now() - ago * day);
  await writeFile(join(folder, name), 'half');
  await utimes(join(folder, name), days(lastBytesDaysAgo), days(lastBytesDaysAgo));
  const about = { id: name, size: 10, creation_date: days(begunDaysAgo).toISOString(), metadata: {} };
  await writeFile(join(folder, `${name}.json`), JSON.stringify(about));
}

it('removes what nobody has gone on with for a week; a slow upload of months stays', async () => {
  const [forgotten, slow, fresh] = [1, 2, 3].map((n) => `${n}`.repeat(8)) as [string, string, string];
  await upload(forgotten, 30, 8);
  await upload(slow, 30, 1);
  await upload(fresh, 0, 0);
  const uploads = createUploads({ uploadsFolder: folder } as FileStore);
  expect(await uploads.removeExpired()).toBe(1);
  expect((await readdir(folder)).toSorted()).toEqual(
    [slow, fresh].flatMap((name) => [name, `${name}.json`]).toSorted(),
  );
});
