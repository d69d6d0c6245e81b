// Attachments: by content, resumable both ways, never in the way of a command.
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maxFileBytes } from '#shared/domain/file.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
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
  readonly uploads = new Map<string, BegunUpload>();
  /** Breaks off after so many bytes of the next download. */
  cutDownloadAt: number | null = null;
  patches = 0;
  #begun = 0;
  failPatch: number | null = null;
  /** The bytes of the failing one come through, their answer does not, and nothing is made of them. */
  takesBeforeFailing: boolean = false;
  /** Whether what came is what was announced. */
  checks: boolean = false;
  /** Answers for an upload of this hash instead. */
  readonly refuses = new Map<string, Refusal>();

  answer = (request: TransportRequest): TransportResponse | undefined => {
    const { method, path, headers } = request;
    if (method === 'POST' && path === '/files') return this.#begin(headers);
    const name = /^\/files\/([0-9a-z-]+)$/.exec(path)?.[1] ?? '';
    const upload = this.uploads.get(name);
    if (method === 'HEAD' && upload !== undefined)
      return answer(200, { 'upload-offset': String(upload.before + upload.bytes.length) });
    if (method === 'PATCH' && upload !== undefined) return this.#continue(upload, request);
    const file = this.stored.get(name);
    if (method === 'HEAD' && file !== undefined) return answer(200, {});
    return method === 'GET' && file !== undefined ? this.#send(file, headers) : undefined;
  };

  #begin(headers: Headers): TransportResponse {
    const encoded = /sha256 ([A-Za-z0-9+/=]+)/.exec(headers['upload-metadata'] ?? '')?.[1] ?? '';
    const name = `upload-${this.#begun}`;
    this.#begun += 1;
    const sha256 = Buffer.from(encoded, 'base64').toString();
    const refused = this.refuses.get(sha256);
    if (refused !== undefined) return { ...refused, body: pieces(Buffer.from(refused.text), null) };
    if (headers['upload-length'] === '0') this.stored.set(sha256, Buffer.alloc(0));
    this.uploads.set(name, {
      bytes: Buffer.alloc(0),
      before: 0,
      length: Number(headers['upload-length']),
      sha256,
    });
    return answer(201, { location: `http://somewhere.else/files/${name}` });
  }

  #continue(upload: BegunUpload, { headers, body }: TransportRequest): TransportResponse {
    this.patches += 1;
    const failing = this.patches === this.failPatch;
    if (failing && !this.takesBeforeFailing) throw new Error('connection lost');
    if (Number(headers['upload-offset']) !== upload.before + upload.bytes.length) return answer(409, {});
    upload.bytes = Buffer.concat([upload.bytes, Buffer.from(body ?? '')]);
    if (failing) throw new Error('connection lost');
    const offset = upload.before + upload.bytes.length;
    if (offset === upload.length) {
      if (this.checks && hashOf(upload.bytes) !== upload.sha256) {
        for (const [name, each] of this.uploads) if (each === upload) this.uploads.delete(name);
        const { text, ...rest } = refused(400, 'hash_mismatch');
        return { ...rest, body: pieces(Buffer.from(text), null) };
      }
      this.stored.set(upload.sha256, upload.bytes);
    }
    return answer(204, { 'upload-offset': String(offset) });
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

/** `before`: bytes that came in earlier and are not kept here. */
type BegunUpload = {
  bytes: Buffer;
  readonly before: number;
  readonly length: number;
  readonly sha256: string;
};
type Refusal = { readonly status: number; readonly headers: Record<string, string>; readonly text: string };

function refused(status: number, code: ErrorCode): Refusal {
  return { status, headers: {}, text: JSON.stringify({ error: { code }, requestId: 'r' }) };
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

it('that wait are told before signing out, and are sent after the next sign-in', async () => {
  const bytes = content(10);
  files.refuses.set(hashOf(bytes), refused(503, 'retry_later'));
  await add(bytes);
  expect(await desk.dispatch('session.signOut', {})).toMatchObject({
    error: { code: 'warning_unacknowledged', params: { waiting: 0, files: 1 } },
  });
  await desk.must('session.signOut', { confirm: true });
  files.refuses.clear();
  await desk.signIn('clerk');
  await desk.must('sync.now', {});
  await sent(hashOf(bytes));
  expect(await desk.must('session.signOut', {})).toMatchObject({ actor: null });
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

  it('that is empty is sent and found as any other', async () => {
    await add(content(0), 'empty.pdf');
    await sent(hashOf(content(0)));
    expect(files.stored.get(hashOf(content(0)))).toHaveLength(0);
    rmSync(join(desk.folder(), 'files', hashOf(content(0))));
    const fetched = await desk.see('files.fetch', { sha256: hashOf(content(0)) });
    expect(readFileSync(fetched.path)).toHaveLength(0);
  });

  it('that a server of before keeps without saying so is found there', async () => {
    const sha256 = hashOf(content(0));
    files.stored.set(sha256, content(0));
    files.refuses.set(sha256, refused(404, 'not_found'));
    await add(content(0), 'empty.pdf');
    await sent(sha256);
  });

  it.each<readonly [string, number, ErrorCode]>([
    ['not found', 404, 'not_found'],
    ['too large', 413, 'too_large'],
    ['not as it was announced', 400, 'hash_mismatch'],
    ['wrongly asked for', 400, 'invalid_input'],
    ['not allowed', 403, 'not_allowed'],
    ['more than the server can do now', 503, 'retry_later'],
    ['a bug of the server', 500, 'internal'],
  ])('that is %s holds up none behind it, and says why', async (_title, answered, code) => {
    const [small, large] = [content(10), content(5000)];
    files.refuses.set(hashOf(small), refused(answered, code));
    await add(small, 'small.pdf');
    await add(large, 'large.pdf');
    await sent(hashOf(large));
    const { files: listed } = await desk.see('files.list', { hashes: [hashOf(small)] });
    expect(listed).toMatchObject([{ state: 'here', error: { code } }]);
    const status = await desk.see('sync.status', {});
    expect(status.files.waiting).toBe(1);
    expect(status.state).toBe(code === 'retry_later' ? 'syncing' : 'needs_attention');
    expect(desk.events).toContainEqual(
      expect.objectContaining({
        type: 'file.progress',
        finished: false,
        error: expect.objectContaining({ code }),
      }),
    );
    files.refuses.clear();
    await sent(hashOf(small));
    expect(await desk.see('sync.status', {})).toMatchObject({ state: 'synced', files: { waiting: 0 } });
  });

  it('whose copy here is gone, shortened or another says so, and goes when it is chosen again', async () => {
    const [gone, shortened, other] = [content(100), content(200), content(300)];
    for (const [bytes, name] of [
      [gone, 'gone'],
      [shortened, 'shortened'],
      [other, 'other'],
    ] as const) {
      await add(bytes, name);
    }
    const path = (bytes: Uint8Array) => join(desk.folder(), 'files', hashOf(bytes));
    rmSync(path(gone));
    truncateSync(path(shortened), 50);
    writeFileSync(path(other), Buffer.alloc(300));
    files.checks = true;
    await add(content(400), 'last.pdf');
    await sent(hashOf(content(400)));
    const hashes = [gone, shortened, other].map(hashOf);
    expect((await desk.see('files.list', { hashes })).files.map(({ error }) => error?.code)).toEqual([
      'file_missing',
      'hash_mismatch',
      'hash_mismatch',
    ]);
    for (const bytes of [gone, shortened, other]) await add(bytes, 'again.pdf');
    for (const hash of hashes) await sent(hash);
  });

  it('that is given up waits no more', async () => {
    files.refuses.set(hashOf(content(10)), refused(413, 'too_large'));
    await add(content(10));
    await desk.must('sync.now', {});
    await expect.poll(async () => (await desk.see('sync.status', {})).state).toBe('needs_attention');
    await desk.must('files.giveUp', { sha256: hashOf(content(10)) });
    expect(await desk.see('sync.status', {})).toMatchObject({ state: 'synced', files: { waiting: 0 } });
  });

  it('of 2 GB goes on at its end: places beyond 31 bits are places', async () => {
    const sha256 = 'f'.repeat(64);
    const path = join(desk.folder(), 'files', sha256);
    await add(content(10));
    const database = new Database(join(desk.folder(), 'outbox.db'));
    database
      .prepare(
        `INSERT INTO uploads (sha256, file_name, media_type, size, location, state, added_at) VALUES (?, 'a.mp4', 'video/mp4', ?, '/files/upload-large', 'waiting', 1)`,
      )
      .run(sha256, maxFileBytes);
    database.close();
    const handle = openSync(path, 'w');
    writeSync(handle, 'the end', maxFileBytes - 7);
    closeSync(handle);
    files.uploads.set('upload-large', {
      bytes: Buffer.alloc(0),
      before: maxFileBytes - 5_000_000,
      length: maxFileBytes,
      sha256,
    });
    await sent(sha256);
    expect(files.stored.get(sha256)?.subarray(-7).toString()).toBe('the end');
  });

  it('all of whose bytes came before the server died is stored when it is asked again', async () => {
    await add(content(5000));
    files.failPatch = 1;
    files.takesBeforeFailing = true;
    await desk.must('sync.now', {});
    await expect.poll(() => files.patches).toBe(1);
    expect(files.stored.size).toBe(0);
    await sent(hashOf(content(5000)));
    expect(files.stored.get(hashOf(content(5000)))?.equals(content(5000))).toBe(true);
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
