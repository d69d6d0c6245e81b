// Attachments: by content, resumable both ways, never in the way of a command.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TransportRequest, TransportResponse } from '../ports.ts';
import type { FakeServer } from '../testing/fake-server.ts';
import { noTimers, type TestClock, TestDesk } from '../testing/test-desk.ts';
import { aNewPlan, aTown, idOf } from '../testing/town.ts';

let server: FakeServer;
let clock: TestClock;
let desk: TestDesk;
let folder: string;
let files: FileRoutes;

type Headers = Readonly<Partial<Record<string, string>>>;

/** The file routes of a central server, as far as a desk sees them. */
class FileRoutes {
  readonly stored = new Map<string, Buffer>();
  readonly uploads = new Map<string, { bytes: Buffer; readonly length: number; readonly sha256: string }>();
  /** Breaks off after so many bytes of the next download. */
  cutDownloadAt: number | null = null;
  patches = 0;
  failPatch: number | null = null;

  answer = (request: TransportRequest): TransportResponse | undefined => {
    const { method, path, headers } = request;
    if (method === 'POST' && path === '/files') return this.#begin(headers);
    const name = /^\/files\/([0-9a-z-]+)$/.exec(path)?.[1] ?? '';
    const upload = this.uploads.get(name);
    if (method === 'HEAD' && upload !== undefined)
      return answer(200, { 'upload-offset': String(upload.bytes.length) });
    if (method === 'PATCH' && upload !== undefined) return this.#continue(upload, request);
    const file = this.stored.get(name);
    return method === 'GET' && file !== undefined ? this.#send(file, headers) : undefined;
  };

  #begin(headers: Headers): TransportResponse {
    const encoded = /sha256 ([A-Za-z0-9+/=]+)/.exec(headers['upload-metadata'] ?? '')?.[1] ?? '';
    const name = `upload-${this.uploads.size}`;
    const sha256 = Buffer.from(encoded, 'base64').toString();
    this.uploads.set(name, { bytes: Buffer.alloc(0), length: Number(headers['upload-length']), sha256 });
    return answer(201, { location: `http://somewhere.else/files/${name}` });
  }

  #continue(
    upload: { bytes: Buffer; length: number; sha256: string },
    { headers, body }: TransportRequest,
  ): TransportResponse {
    this.patches += 1;
    if (this.patches === this.failPatch) throw new Error('connection lost');
    if (Number(headers['upload-offset']) !== upload.bytes.length) return answer(409, {});
    upload.bytes = Buffer.concat([upload.bytes, Buffer.from(body ?? '')]);
    if (upload.bytes.length === upload.length) this.stored.set(upload.sha256, upload.bytes);
    return answer(204, { 'upload-offset': String(upload.bytes.length) });
  }

  #send(file: Buffer, headers: Headers): TransportResponse {
    const from = Number(/^bytes=(\d+)-$/.exec(headers['range'] ?? '')?.[1] ?? 0);
    const rest = file.subarray(from);
    const cutAt = this.cutDownloadAt;
    this.cutDownloadAt = null;
    return {
      status: from > 0 ? 206 : 200,
      headers: { 'content-length': String(rest.length) },
      body: pieces(rest, cutAt),
    };
  }
}

async function* pieces(bytes: Buffer, cutAt: number | null): AsyncIterable<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 1000) {
    if (cutAt !== null && from >= cutAt) throw new Error('connection lost');
    yield bytes.subarray(from, from + 1000);
  }
}

function answer(status: number, headers: Record<string, string>): TransportResponse {
  return { status, headers, body: pieces(Buffer.alloc(0), null) };
}

const content = (size: number) =>
  Buffer.from(Uint8Array.from({ length: size }, (_, index) => (index * 31) % 251));
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

beforeEach(async () => {
  ({ server, clock } = aTown());
  files = new FileRoutes();
  server.alsoAnswers = files.answer;
  folder = mkdtempSync(join(tmpdir(), 'zhengcai-files-'));
  desk = await new TestDesk(server, clock, { timers: noTimers }).open();
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
});

afterEach(async () => {
  await desk.remove();
  rmSync(folder, { recursive: true });
});

function add(bytes: Uint8Array, fileName = 'report.pdf') {
  const path = join(folder, fileName);
  writeFileSync(path, bytes);
  return desk.ask('files.add', { path, fileName, mediaType: 'application/pdf' });
}

/** A round starts the queue; this waits until it has come to rest. */
async function sent(sha256: string) {
  await desk.must('sync.now', {});
  await expect
    .poll(async () => (await desk.see('files.list', { hashes: [sha256] })).files[0]?.state)
    .toBe('sent');
}

describe('a file', () => {
  it('is taken in by its content and sent with the next round', async () => {
    const bytes = content(50_000);
    expect(await add(bytes)).toMatchObject({
      ok: true,
      value: { sha256: hashOf(bytes), size: 50_000, state: 'here' },
    });
    await add(bytes, 'the same under another name.pdf');
    const other = 'a'.repeat(64);
    const { files: listed } = await desk.see('files.list', { hashes: [other, hashOf(bytes), hashOf(bytes)] });
    expect(listed).toMatchObject([{ sha256: hashOf(bytes), fileName: 'the same under another name.pdf' }]);
    expect((await desk.see('files.list', { hashes: [] })).files).toEqual([]);
    await sent(hashOf(bytes));
    expect(files.stored.get(hashOf(bytes))?.equals(bytes)).toBe(true);
    expect(files.uploads.size).toBe(1);
    expect(desk.events).toContainEqual(
      expect.objectContaining({ type: 'file.progress', direction: 'up', done: 50_000, finished: true }),
    );
  });

  it('goes on where it stopped, also after a restart', async () => {
    const bytes = content(9_000_000);
    await add(bytes);
    files.failPatch = 2;
    await desk.must('sync.now', {});
    await expect.poll(() => files.patches).toBe(2);
    await desk.close();
    await desk.open();
    await sent(hashOf(bytes));
    expect(files.uploads.size).toBe(1);
    expect(files.stored.get(hashOf(bytes))?.equals(bytes)).toBe(true);
  });

  it('that the server has forgotten half-way begins anew', async () => {
    const bytes = content(9_000_000);
    await add(bytes);
    files.failPatch = 2;
    await desk.must('sync.now', {});
    await expect.poll(() => files.patches).toBe(2);
    await desk.close();
    files.uploads.clear();
    await desk.open();
    await sent(hashOf(bytes));
    expect(files.stored.get(hashOf(bytes))?.equals(bytes)).toBe(true);
  });

  it('never holds up a command', async () => {
    await add(content(20_000));
    files.failPatch = 1;
    await desk.must('plans.create', aNewPlan(1));
    expect(await desk.must('sync.now', {})).toMatchObject({ acknowledged: 1 });
    expect(server.row('plans', idOf(1))).toBeDefined();
  });

  it('that is not there is said', async () => {
    expect(
      await desk.dispatch('files.add', {
        path: join(folder, 'none'),
        fileName: 'none',
        mediaType: 'text/plain',
      }),
    ).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});

describe('fetching', () => {
  it('brings a file once, goes on after a break, and checks it', async () => {
    const bytes = content(30_000);
    files.stored.set(hashOf(bytes), bytes);
    files.cutDownloadAt = 10_000;
    expect(await desk.dispatch('files.fetch', { sha256: hashOf(bytes) })).toMatchObject({
      ok: false,
      error: { code: 'server_unreachable' },
    });
    const fetched = await desk.see('files.fetch', { sha256: hashOf(bytes) });
    expect(readFileSync(fetched.path).equals(bytes)).toBe(true);
    expect(server.requests.at(-1)?.headers['range']).toBe('bytes=10000-');
    const before = server.requests.length;
    await desk.see('files.fetch', { sha256: hashOf(bytes) });
    expect(server.requests).toHaveLength(before);
  });

  it('refuses bytes that are others than asked for', async () => {
    const asked = hashOf(content(10));
    files.stored.set(asked, content(11));
    expect(await desk.dispatch('files.fetch', { sha256: asked })).toMatchObject({
      ok: false,
      error: { code: 'hash_mismatch' },
    });
    expect(existsSync(join(desk.folder(), 'files', asked))).toBe(false);
    files.stored.delete(asked);
    expect(await desk.dispatch('files.fetch', { sha256: asked })).toMatchObject({
      error: { code: 'not_found' },
    });
  });
});
