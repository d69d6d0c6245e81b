// Sends files to the server and brings them from it, in a queue of its own: a large file never holds up a command, and no file holds up another.
// Both ways go on where they stopped (tus upwards, byte ranges downwards); what arrives is checked against its hash.
import { createWriteStream, existsSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SyncStatus } from '#shared/contract/events.ts';
import { maxFileBytes } from '#shared/domain/file.ts';
import type { AppError, ErrorCode } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import { storageError } from '../db/storage-error.ts';
import { FileStore } from './file-store.ts';
import { Pauses } from './pauses.ts';
import { type Upload, UploadList } from './upload-list.ts';

const tus = { 'tus-resumable': '1.0.0' } as const;
const chunkBytes = 4 * 1024 * 1024;
/** These are about the connection, not about the file that met them: no other would come through now. */
const noWay: ReadonlySet<ErrorCode> = new Set([
  'server_unreachable',
  'offline',
  'not_signed_in',
  'rate_limited',
  'client_too_old',
]);

export type FileState = {
  readonly sha256: string;
  readonly size: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly state: 'here' | 'sent' | 'missing';
  readonly sent: number;
  /** Why the last try did not come through. */
  readonly error: AppError | null;
};

export class FileQueue {
  readonly #account: Account;
  readonly #store: FileStore;
  readonly #list: UploadList;
  readonly #pauses: Pauses;
  readonly #changed: () => void;
  readonly #stop = new AbortController();
  readonly #fetching = new Map<string, Promise<Result<{ path: string; size: number }>>>();
  #sending: Promise<Result<{ readonly sent: number }>> | undefined;
  /** Somebody has asked for sending since the list was last looked through. */
  #asked: boolean = false;

  /** `changed` hears that something else waits than before, or that a try has failed. */
  constructor(account: Account, changed: () => void = () => undefined) {
    this.#account = account;
    this.#changed = changed;
    this.#pauses = new Pauses(account.ports.clock);
    this.#store = new FileStore(join(account.folder, 'files'));
    this.#list = new UploadList(account.outboxConnection);
  }

  /** Error codes: not_found, too_large, file_unreadable, file_changed, disk_full, read_only. */
  async add(path: string, fileName: string, mediaType: string): Promise<Result<FileState>> {
    const { ports } = this.#account;
    const name = Buffer.from(ports.randomBytes(8)).toString('hex');
    const added = await this.#store.add(path, name, maxFileBytes);
    if (!added.ok) return added;
    const { sha256, size } = added.value;
    this.#list.add({ sha256, size, fileName, mediaType, addedAt: ports.clock() });
    this.#pauses.end(sha256);
    this.#changed();
    if (ports.autoSync) void this.send();
    const upload = this.#list.get(sha256);
    return upload === undefined ? err({ code: 'internal' }) : ok(this.#stateOf(upload));
  }

  /** Of those that were added here. */
  list(hashes: readonly string[]): readonly FileState[] {
    return this.#list.of(hashes).map((upload) => this.#stateOf(upload));
  }

  /** How many are still to be sent, and which of them may need somebody to look after them. */
  waiting(): SyncStatus['files'] {
    const waiting = this.#list.waiting();
    const failed = waiting.flatMap(({ sha256, fileName, error }) =>
      error === null || noWay.has(error.code) || error.code === 'retry_later'
        ? []
        : [{ sha256, fileName, error }],
    );
    return { waiting: waiting.length, failed: failed.slice(0, shownFailures) };
  }

  /** Not to be sent any more: it was chosen by mistake, or its copy here is gone. */
  giveUp(sha256: string): void {
    this.#list.giveUp(sha256);
    this.#pauses.end(sha256);
    this.#changed();
  }

  /** Somebody asks for it: what has failed is not put off any longer. */
  endPauses(): void {
    this.#pauses.endAll();
  }

  /**
   * Sends what waits, one after the other. What cannot be sent says so and is tried again later and later; the others go. Only where no file
   * would come through it stops. One run at a time.
   */
  send(): Promise<Result<{ readonly sent: number }>> {
    this.#asked = true;
    this.#sending ??= this.#sendWhileAsked();
    return this.#sending;
  }

  /** Error codes: not_found, hash_mismatch, server_unreachable, disk_full. */
  fetch(sha256: string): Promise<Result<{ path: string; size: number }>> {
    if (this.#store.has(sha256)) {
      return Promise.resolve(ok({ path: this.#store.pathOf(sha256), size: this.#store.size(sha256) }));
    }
    const running = this.#fetching.get(sha256);
    if (running !== undefined) return running;
    const begun = this.#download(sha256).finally(() => this.#fetching.delete(sha256));
    this.#fetching.set(sha256, begun);
    return begun;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled([
      ...this.#fetching.values(),
      ...(this.#sending === undefined ? [] : [this.#sending]),
    ]);
  }

  /** What is added in the very moment in which a run ends would otherwise wait for the next round. */
  async #sendWhileAsked(): Promise<Result<{ readonly sent: number }>> {
    try {
      for (let sent = 0; ; ) {
        this.#asked = false;
        const result = await this.#sendAll();
        if (!result.ok) return result;
        sent += result.value.sent;
        if (!this.#asked) return ok({ sent });
      }
    } catch (thrown) {
      // Not even what went wrong may have found room on the disk; nobody waits for this run who could be told.
      return err(storageError(thrown) ?? ({ code: 'internal' } satisfies AppError));
    } finally {
      this.#sending = undefined;
    }
  }

  async #sendAll(): Promise<Result<{ readonly sent: number }>> {
    let sent = 0;
    // Looked at anew after each: what is added meanwhile goes with this run, as nobody begins another while it goes on.
    const tried = new Set<string>();
    const next = () =>
      this.#pauses
        .inOrder(this.#list.waiting())
        .find(({ sha256 }) => !tried.has(sha256) && this.#pauses.isOver(sha256));
    for (let upload = next(); upload !== undefined && !this.#stop.signal.aborted; upload = next()) {
      tried.add(upload.sha256);
      const result = await this.#sendOne(upload).catch((thrown: unknown) =>
        err(storageError(thrown) ?? ({ code: 'internal' } satisfies AppError)),
      );
      // Broken off by ourselves: nothing is wrong with it.
      if (this.#stop.signal.aborted && !result.ok) return result;
      if (result.ok) {
        this.#pauses.end(upload.sha256);
        sent += 1;
      } else {
        this.#failed(upload, result.error);
      }
      this.#changed();
      if (!result.ok && noWay.has(result.error.code)) return result;
    }
    return ok({ sent });
  }

  #failed(upload: Upload, error: AppError): void {
    this.#list.failed(upload.sha256, error);
    const now = this.#list.get(upload.sha256);
    // One that gets further each time is not put off.
    if (now !== undefined && now.sent > upload.sent) this.#pauses.end(upload.sha256);
    this.#pauses.failed(upload.sha256);
    this.#progress(upload, 'up', now?.sent ?? 0, false, error);
  }

  async #sendOne(upload: Upload): Promise<Result<void>> {
    const begun = await this.#begin(upload);
    if (!begun.ok) return begun;
    if (begun.value !== 'complete') {
      const sent = await this.#sendBytes(upload, begun.value);
      if (!sent.ok) return sent;
    }
    this.#list.done(upload.sha256);
    // Also of a file that the server had already.
    this.#progress(upload, 'up', upload.size, true, null);
    return ok(undefined);
  }

  /** Error codes besides the server's: file_missing, file_unreadable, hash_mismatch (shorter than it was). */
  async #sendBytes(upload: Upload, { location, offset: from }: Begun): Promise<Result<void>> {
    const file = await open(this.#store.pathOf(upload.sha256), 'r').catch(() => undefined);
    if (file === undefined) {
      return err({ code: this.#store.has(upload.sha256) ? 'file_unreadable' : 'file_missing' });
    }
    try {
      // At least once: a server that has all bytes but did not come to store them does so when it is asked again.
      for (let offset = from; ; ) {
        const length = Math.min(chunkBytes, upload.size - offset);
        const chunk = await readPiece(file, offset, length);
        if (!chunk.ok) return chunk;
        const answer = await this.#account.server.stream({
          method: 'PATCH',
          path: location,
          headers: {
            ...tus,
            'upload-offset': String(offset),
            'content-type': 'application/offset+octet-stream',
          },
          body: chunk.value,
          signal: this.#stop.signal,
        });
        if (!answer.ok) return answer;
        await drain(answer.value.body);
        const next = Number(answer.value.headers['upload-offset'] ?? offset + length);
        const isNext = Number.isSafeInteger(next) && next <= upload.size && (length === 0 || next > offset);
        if (!isNext) return err({ code: 'server_too_old' });
        offset = next;
        this.#list.sent(upload.sha256, offset);
        if (offset === upload.size) return ok(undefined);
        this.#progress(upload, 'up', offset, false, null);
      }
    } finally {
      await file.close();
    }
  }

  /** Where the upload stands: asked of the server, begun where there is none. */
  async #begin(upload: Upload): Promise<Result<Begun | 'complete'>> {
    const { server } = this.#account;
    if (upload.location !== null) {
      const head = await server.stream({
        method: 'HEAD',
        path: upload.location,
        headers: tus,
        signal: this.#stop.signal,
      });
      if (head.ok) {
        await drain(head.value.body);
        const offset = Number(head.value.headers['upload-offset'] ?? 0);
        const isOffset = Number.isSafeInteger(offset) && offset >= 0 && offset <= upload.size;
        // An upload that is further than its file ends is another: this one begins anew.
        if (isOffset) return ok({ location: upload.location, offset });
      } else if (head.error.code !== 'not_found' && head.error.params?.['status'] !== 410) return head;
      // An upload that the other side does not know any more is complete, or begins anew.
      if (await this.#serverHas(upload)) return ok('complete');
    }
    const answer = await server.stream({
      method: 'POST',
      path: '/files',
      headers: {
        ...tus,
        'upload-length': String(upload.size),
        'upload-metadata': metadata({
          sha256: upload.sha256,
          filename: upload.fileName,
          filetype: upload.mediaType,
        }),
      },
      signal: this.#stop.signal,
    });
    if (!answer.ok) {
      const { code } = answer.error;
      // Servers before this version keep an empty file and answer that they do not find it.
      const isThere = code === 'already_exists' || (code === 'not_found' && (await this.#serverHas(upload)));
      return isThere ? ok('complete') : answer;
    }
    await drain(answer.value.body);
    if (upload.size === 0) return ok('complete');
    const location = z.string().min(1).safeParse(answer.value.headers['location']);
    if (!location.success) return err({ code: 'server_too_old' });
    const path = pathOf(location.data);
    this.#list.begun(upload.sha256, path);
    return ok({ location: path, offset: Number(answer.value.headers['upload-offset'] ?? 0) });
  }

  async #serverHas({ sha256 }: Upload): Promise<boolean> {
    const head = await this.#account.server.stream({
      method: 'HEAD',
      path: `/files/${sha256}`,
      headers: {},
      signal: this.#stop.signal,
    });
    if (head.ok) await drain(head.value.body);
    return head.ok;
  }

  async #download(sha256: string): Promise<Result<{ path: string; size: number }>> {
    const part = this.#store.partOf(sha256);
    try {
      const have = existsSync(part) ? statSync(part).size : 0;
      const answer = await this.#account.server.stream({
        method: 'GET',
        path: `/files/${sha256}`,
        headers: have > 0 ? { range: `bytes=${have}-` } : {},
        signal: this.#stop.signal,
      });
      if (!answer.ok) {
        // A range that the server does not have: what is here is no part of the file.
        if (have > 0 && answer.error.code === 'invalid_input') rmSync(part, { force: true });
        return answer;
      }
      const resumed = answer.value.status === 206;
      const size = Number(answer.value.headers['content-length'] ?? 0) + (resumed ? have : 0);
      await this.#writePart(part, answer.value.body, { sha256, size, from: resumed ? have : 0 });
      const accepted = await this.#store.accept(sha256);
      this.#progress(
        { sha256, size },
        'down',
        accepted.ok ? size : 0,
        accepted.ok,
        accepted.ok ? null : accepted.error,
      );
      return accepted;
    } catch (thrown) {
      return err(storageError(thrown) ?? { code: 'server_unreachable' });
    }
  }

  async #writePart(
    part: string,
    body: AsyncIterable<Uint8Array>,
    { sha256, size, from }: { readonly sha256: string; readonly size: number; readonly from: number },
  ): Promise<void> {
    const stream = createWriteStream(part, { flags: from > 0 ? 'a' : 'w' });
    let done = from;
    try {
      for await (const chunk of body) {
        await new Promise<void>((resolve, reject) => {
          stream.write(chunk, (error) => (error ? reject(error) : resolve()));
        });
        done += chunk.length;
        this.#progress({ sha256, size }, 'down', done, false, null);
      }
    } finally {
      await new Promise<void>((resolve) => stream.end(resolve));
    }
  }

  #progress(
    { sha256, size }: Pick<Upload, 'sha256' | 'size'>,
    direction: 'up' | 'down',
    done: number,
    finished: boolean,
    error: AppError | null,
  ): void {
    this.#account.emit({ type: 'file.progress', sha256, direction, done, size, finished, error });
  }

  #stateOf({ sha256, size, fileName, mediaType, state, sent, error }: Upload): FileState {
    return { sha256, size, fileName, mediaType, state: state === 'done' ? 'sent' : 'here', sent, error };
  }
}

type Begun = { readonly location: string; readonly offset: number };
/** As many as are told at once; the number of those that wait counts all. */
const shownFailures = 20;

async function readPiece(file: FileHandle, offset: number, length: number): Promise<Result<Uint8Array>> {
  const piece = Buffer.alloc(length);
  const read = await file.read(piece, 0, length, offset).catch(() => undefined);
  if (read === undefined) return err({ code: 'file_unreadable' });
  // Somebody has shortened the copy that is kept under its hash.
  return read.bytesRead === length ? ok(piece) : err({ code: 'hash_mismatch' });
}

function metadata(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
}

/** A location may come as a whole address; the transport knows the server. */
function pathOf(location: string): string {
  if (location.startsWith('/')) return location;
  const url = new URL(location);
  return `${url.pathname}${url.search}`;
}

async function drain(body: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _chunk of body) {
    // Nothing in it concerns us.
  }
}
