// Every odd file through a real desk to a real server and back, and every odd reference through every file field that a command has.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpTransport } from '#electron/app/sync/http-transport.ts';
import { noTimers, TestClock, TestDesk } from '#electron/app/testing/test-desk.ts';
import { mediaTypeOf, safeName } from '#electron/host/file-kinds.ts';
import { commands } from '#shared/domain/registry.ts';
import { actingAccounts, matrixClock } from '#test/access/cast.ts';
import { groundRows } from '#test/access/cells.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { givePasswords, seedPassword, storeAll } from '#test/support/seed.ts';
import { type TestServer, testServer } from '#test/support/test-server.ts';
import { fileReferences, oddFiles } from './file.ts';
import { type FileField, fileFieldsOf } from './file-fields.ts';

let held: TestDatabase;
let server: TestServer;
let desk: TestDesk;
let folder: string;

beforeAll(async () => {
  const [engine] = databases();
  if (engine === undefined) throw new Error('no database');
  held = await engine.open();
  const { purchaser_clerk: clerk } = actingAccounts;
  await storeAll(
    held.database,
    groundRows({ inboxUrl: 'http://127.0.0.1:1/exchange/inbox', keyId: 'k', publicKey: 'p' }),
    matrixClock - 86_400_000,
  );
  await givePasswords(held.database, [clerk]);
  server = await testServer(held.database, matrixClock);
  const origin = await server.http.listen({ port: 0, host: '127.0.0.1' });
  folder = mkdtempSync(join(tmpdir(), 'zhengcai-odd-files-'));
  desk = await new TestDesk(httpTransport(origin), new TestClock(matrixClock), { timers: noTimers }).open();
  await desk.signIn(clerk.username, seedPassword);
});
afterAll(async () => {
  await desk.remove();
  expect(server.bugs).toEqual([]);
  await server.close();
  await held.close();
  rmSync(folder, { recursive: true });
});

describe('a file', () => {
  it.each(oddFiles)('$title becomes $becomes', async ({ make, becomes }) => {
    const path = make(mkdtempSync(join(folder, 'drive-')));
    const fileName = safeName(basename(path));
    const about = { fileName, mediaType: mediaTypeOf(fileName) };
    const added = await desk.ask('files.add', { path, ...about });
    if (becomes !== 'taken' || !added.ok) {
      expect(added).toMatchObject({ ok: false, error: { code: becomes } });
      return;
    }
    const { sha256, size } = added.value;
    const reference = { fileName, mediaType: about.mediaType, size, sha256 };
    for (const field of fileFields) expect(field.takes(reference), field.path).toBe(true);
    await desk.must('sync.now', {});
    await expect
      .poll(async () => (await desk.see('files.list', { hashes: [sha256] })).files[0])
      .toMatchObject({ state: 'sent', error: null, size });
    const token = await server.signIn(actingAccounts.purchaser_clerk.username, crypto.randomUUID());
    const there = await server.inject({
      url: `/files/${sha256}`,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(there.rawPayload.equals(readFileSync(path))).toBe(true);
  });

  it('leaves nothing waiting behind, whatever the others were', async () => {
    await desk.must('sync.now', {});
    await expect
      .poll(() => desk.see('sync.status', {}))
      .toMatchObject({ state: 'synced', files: { waiting: 0, failed: [] } });
  });
});

const fileFields: readonly FileField[] = [...commands.values()].flatMap(fileFieldsOf);

it('knows the fields of commands that hold files', () => {
  const of = (name: string) => fileFields.filter(({ path }) => path.startsWith(`${name}.`)).length;
  expect(of('plans.create')).toBeGreaterThan(0);
  expect(of('announcements.create')).toBeGreaterThan(0);
});

describe.each(fileReferences)('a reference: %s', (_title, reference, becomes) => {
  it(`is ${becomes} by every field`, () => {
    for (const field of fileFields)
      expect([field.path, field.takes(reference)]).toEqual([field.path, becomes === 'taken']);
  });
});
