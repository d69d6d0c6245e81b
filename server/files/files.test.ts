import { createHash } from 'node:crypto';
import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Announcement, announcements } from '#shared/domain/announcements/model.ts';
import type { FileValue } from '#shared/domain/announcements/values.ts';
import { maxFileBytes } from '#shared/domain/file.ts';
import { anAnnouncement } from '#test/builders/announcement-rows.ts';
import { oneDatabase } from '#test/support/database.ts';
import { storeAll } from '#test/support/seed.ts';
import { aServer, type SignedInDesk, type TestServer } from '#test/support/server.ts';
import { idOf, systemActor, testCommands } from '#test/support/server-fixture.ts';
import { byteRange } from './byte-range.ts';

const tus = { 'tus-resumable': '1.0.0' };
const bytes = Buffer.from('招标文件 '.repeat(5000));
const sha256 = createHash('sha256').update(bytes).digest('hex');
const metadata = (hash: string) =>
  `sha256 ${Buffer.from(hash).toString('base64')},accountId ${Buffer.from(idOf('account agency')).toString('base64')}`;

const about = { fileName: 'a.pdf', mediaType: 'application/pdf' } as const;
/** Seen by the unit and the agency. */
const rowOf = (row: Announcement) => ({ entity: announcements.name, row });
const draftWith = (file: FileValue) =>
  anAnnouncement()
    .with({ purchaserId: idOf('unit'), agencyId: idOf('agency'), content: { attachments: [file] } })
    .build();

describe.each(oneDatabase())('files on $name', (engine) => {
  let server: TestServer;
  let clerk: SignedInDesk;
  let reviewer: SignedInDesk;
  let agency: SignedInDesk;

  beforeAll(async () => {
    server = await aServer(engine, { commands: testCommands });
    clerk = await server.signIn('clerk', { role: 'purchaser_clerk', organisationId: idOf('unit') });
    reviewer = await server.signIn('reviewer', { role: 'purchaser_reviewer', organisationId: idOf('unit') });
    agency = await server.signIn('agency', { role: 'agency', organisationId: idOf('agency') });
  });
  afterAll(() => server.stop());

  const begin = (by: SignedInDesk, length: number, hash: string) =>
    server.http.inject({
      method: 'POST',
      url: '/files/',
      headers: { ...by.headers, ...tus, 'upload-length': String(length), 'upload-metadata': metadata(hash) },
    });
  const send = (by: SignedInDesk, location: string, offset: number, part: Buffer) =>
    server.http.inject({
      method: 'PATCH',
      url: location,
      headers: {
        ...by.headers,
        ...tus,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
      payload: part,
    });
  const download = (by: SignedInDesk, name: string, headers: Record<string, string> = {}) =>
    server.http.inject({ url: `/files/${name}`, headers: { ...by.headers, ...headers } });
  const uploadsFolder = () => join(server.dataFolder, 'files', 'uploads');
  const uploads = async () => (await readdir(uploadsFolder())).length;

  it('takes an upload that broke off up again where it stopped, and gives it back byte for byte', async () => {
    const begun = await begin(clerk, bytes.length, sha256);
    expect(begun.statusCode).toBe(201);
    const location = String(begun.headers['location']);
    expect((await send(clerk, location, 0, bytes.subarray(0, 1000))).statusCode).toBe(204);
    const state = await server.http.inject({
      method: 'HEAD',
      url: location,
      headers: { ...clerk.headers, ...tus },
    });
    expect(state.headers['upload-offset']).toBe('1000');
    expect((await send(clerk, location, 1000, bytes.subarray(1000))).statusCode).toBe(204);
    expect((await download(clerk, sha256)).rawPayload.equals(bytes)).toBe(true);
    expect(await uploads()).toBe(0);
  });

  it('gives ranges, for a download that broke off', async () => {
    const part = await download(clerk, sha256, { range: 'bytes=100-199' });
    expect([part.statusCode, part.headers['content-range']]).toEqual([206, `bytes 100-199/${bytes.length}`]);
    expect(part.rawPayload.equals(bytes.subarray(100, 200))).toBe(true);
    const beyond = await download(clerk, sha256, { range: `bytes=${bytes.length}-` });
    expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, `bytes */${bytes.length}`]);
    const head = await server.http.inject({
      method: 'HEAD',
      url: `/files/${sha256}`,
      headers: clerk.headers,
    });
    expect([head.statusCode, head.headers['content-length']]).toEqual([200, String(bytes.length)]);
  });

  it('shows a file to whoever sees a row that names it, as long as the row is there, and to no one else', async () => {
    expect((await download(reviewer, sha256)).statusCode).toBe(404);
    const draft = draftWith({ id: idOf('f'), ...about, size: bytes.length, sha256 });
    await storeAll(server.held.database, [rowOf(draft)]);
    expect((await download(reviewer, sha256)).statusCode).toBe(200);
    expect((await download(agency, sha256)).statusCode).toBe(200);
    await storeAll(server.held.database, [rowOf({ ...draft, agencyId: null })]);
    expect((await download(agency, sha256)).statusCode).toBe(404);
    expect((await download(reviewer, sha256)).statusCode).toBe(200);
    await storeAll(server.held.database, [rowOf({ ...draft, content: {} })]);
    expect((await download(reviewer, sha256)).statusCode).toBe(404);
    expect((await download(clerk, sha256)).statusCode).toBe(200);
  });

  it('takes nothing for a file that only looks like one', async () => {
    const file = { id: idOf('f'), ...about, size: bytes.length, sha256 };
    await server.operations.runAs(systemActor, 'test.put', { id: 'looks-alike', value: { files: [file] } });
    // Settings are seen by everybody.
    expect((await download(agency, sha256)).statusCode).toBe(404);
  });

  it('refuses bytes that are not what was announced, and keeps nothing of them', async () => {
    const begun = await begin(clerk, 4, sha256);
    const answer = await send(clerk, String(begun.headers['location']), 0, Buffer.from('evil'));
    expect([answer.statusCode, answer.json().error]).toEqual([400, { code: 'hash_mismatch' }]);
    expect(await uploads()).toBe(0);
    expect((await download(clerk, sha256)).rawPayload.equals(bytes)).toBe(true);
  });

  it('keeps an upload its own account’s, whatever the client calls itself', async () => {
    const begun = await begin(clerk, 10, sha256);
    const location = String(begun.headers['location']);
    expect((await send(agency, location, 0, Buffer.from('0123456789'))).statusCode).toBe(404);
    const given = await server.http.inject({
      method: 'DELETE',
      url: location,
      headers: { ...agency.headers, ...tus },
    });
    expect(given.statusCode).toBe(404);
    const own = await server.http.inject({
      method: 'DELETE',
      url: location,
      headers: { ...clerk.headers, ...tus },
    });
    expect(own.statusCode).toBe(204);
    expect(await uploads()).toBe(0);
  });

  it('refuses uploads without a hash, of no length, and too large ones', async () => {
    const answers = [
      await begin(clerk, 10, 'no hash'),
      await server.http.inject({
        method: 'POST',
        url: '/files/',
        headers: {
          ...clerk.headers,
          ...tus,
          'upload-defer-length': '1',
          'upload-metadata': metadata(sha256),
        },
      }),
      await begin(clerk, 3_000_000_000, sha256),
    ];
    expect(answers.map((answer) => answer.json().error.code)).toEqual([
      'invalid_input',
      'invalid_input',
      'too_large',
    ]);
  });

  it('takes an empty file: it is complete as soon as it is begun', async () => {
    const nothing = createHash('sha256').digest('hex');
    const begun = await begin(clerk, 0, nothing);
    expect(begun.statusCode).toBe(201);
    const there = await download(clerk, nothing);
    expect([there.statusCode, there.headers['content-length'], there.body]).toEqual([200, '0', '']);
    expect((await download(agency, nothing)).statusCode).toBe(404);
    expect(await uploads()).toBe(0);
    expect((await begin(agency, 0, nothing)).statusCode).toBe(201);
    expect((await download(agency, nothing)).statusCode).toBe(200);
    expect((await begin(clerk, 0, sha256)).json().error.code).toBe('hash_mismatch');
    expect(await uploads()).toBe(0);
  });

  it('takes files of up to 2 GB, and says of others that they are too large', async () => {
    const largest = await begin(clerk, maxFileBytes, 'c'.repeat(64));
    expect(largest.statusCode).toBe(201);
    expect((await begin(clerk, maxFileBytes + 1, 'c'.repeat(64))).json().error.code).toBe('too_large');
    const url = String(largest.headers['location']);
    await server.http.inject({ method: 'DELETE', url, headers: { ...clerk.headers, ...tus } });
  });

  it('stores a file whose last bytes came just before the server died, when the desk asks again', async () => {
    const content = Buffer.from('all of it is there');
    const hash = createHash('sha256').update(content).digest('hex');
    const location = String((await begin(clerk, content.length, hash)).headers['location']);
    await appendFile(join(uploadsFolder(), location.slice('/files/'.length)), content);
    expect((await download(clerk, hash)).statusCode).toBe(404);
    expect((await send(clerk, location, content.length, Buffer.alloc(0))).statusCode).toBe(204);
    expect((await download(clerk, hash)).rawPayload.equals(content)).toBe(true);
  });

  it('lets the row that names a file arrive before the bytes', async () => {
    const later = Buffer.from('later');
    const hash = createHash('sha256').update(later).digest('hex');
    const file = { id: idOf('early'), ...about, size: later.length, sha256: hash };
    await storeAll(server.held.database, [rowOf(draftWith(file))]);
    expect((await download(agency, hash)).statusCode).toBe(404);
    const begun = await begin(clerk, later.length, hash);
    await send(clerk, String(begun.headers['location']), 0, later);
    expect((await download(agency, hash)).body).toBe('later');
  });
});

describe('a byte range', () => {
  it.each([
    ['bytes=0-9', 100, { start: 0, end: 9 }],
    ['bytes=90-', 100, { start: 90, end: 99 }],
    ['bytes=90-500', 100, { start: 90, end: 99 }],
    ['bytes=-10', 100, { start: 90, end: 99 }],
    ['bytes=-500', 100, { start: 0, end: 99 }],
    ['bytes=100-', 100, 'unsatisfiable'],
    ['bytes=-0', 100, 'unsatisfiable'],
    ['bytes=0-', 0, 'unsatisfiable'],
    ['bytes=9-0', 100, undefined],
    ['bytes=0-1,5-6', 100, undefined],
    ['bytes=-', 100, undefined],
    ['lines=1-2', 100, undefined],
    [undefined, 100, undefined],
  ])('%s of %i bytes', (header, size, expected) => {
    expect(byteRange(header, size)).toEqual(expected);
  });
});
