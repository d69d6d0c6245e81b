// Sends files to the server and brings them from it, in a queue of its own: a large file never holds up a command. Both ways go on where they
// stopped (tus upwards, byte ranges downwards); what arrives is checked against its hash.
import { createWriteStream, existsSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AppError } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import { storageError } from '../db/storage-error.ts';
import { FileStore } from './file-store.ts';
import { type Upload, UploadList } from './upload-list.ts';

const tus = { 'tus-resumable': '1.0.0' } as const;
const chunkBytes = 4 * 1024 * 1024;
export const maxFileBytes = 2_147_483_648;

export type FileState = {
  readonly sha256: string;
  readonly size: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly state: 'here' | 'sent' | 'missing';
  readonly sent: number;
};

export class FileQueue {
  readonly #account: Account;
  readonly #store: FileStore;
  readonly #list: UploadList;
  readonly #stop = new AbortController();
  readonly #fetching = new Map<string, Promise<Result<{ path: string; size: number }>>>();
  #sending: Promise<Result<{ readonly sent: number }>> | undefined;
  /** Somebody has asked for sending since the list was last looked through. */
  #asked: boolean = false;

  constructor(account: Account) {
    this.#account = account;
    this.#store = new FileStore(join(account.folder, 'files'));
    this.#list = new UploadList(account.outboxConnection);
  }

  /** Error codes: not_found, too_large, disk_full, read_only. */
  async add(path: string, fileName: string, mediaType: string): Promise<Result<FileState>> {
    const { ports } = this.#account;
    const name = Buffer.from(ports.randomBytes(8)).toString('hex');
    const added = await this.#store.add(path, name, maxFileBytes);
    if (!added.ok) return added;
    const { sha256, size } = added.value;
    this.#list.add({ sha256, size, fileName, mediaType, addedAt: ports.clock() });
    if (ports.autoSync) void this.send();
    const upload = this.#list.get(sha256);
    return upload === undefined ? err({ code: 'internal' }) : ok(this.#stateOf(upload));
  }

  /** Of those that were added here. */
  list(hashes: readonly string[]): readonly FileState[] {
    return this.#list.of(hashes).map((upload) => this.#stateOf(upload));
  }

  /** Sends what waits, one after the other; stops at the first that cannot be sent now. One run at a time. */
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
    const next = () => this.#list.waiting().find(({ sha256 }) => !tried.has(sha256));
    for (let upload = next(); upload !== undefined && !this.#stop.signal.aborted; upload = next()) {
      tried.add(upload.sha256);
      const result = await this.#sendOne(upload).catch((thrown: unknown) =>
        err(storageError(thrown) ?? ({ code: 'internal' } satisfies AppError)),
      );
      if (!result.ok) {
        this.#list.failed(upload.sha256, result.error);
        this.#progress(upload, 'up', upload.sent, false, result.error);
        // Refused for good: the next one may still go.
        if (result.error.code === 'too_large' || result.error.code === 'hash_mismatch') continue;
        return result;
      }
      sent += 1;
    }
    return ok({ sent });
  }

  async #sendOne(upload: Upload): Promise<Result<void>> {
    const begun = await this.#begin(upload);
    if (!begun.ok) return begun;
    let { offset } = begun.value;
    const { location } = begun.value;
    const file = await open(this.#store.pathOf(upload.sha256), 'r');
    try {
      while (offset < upload.size) {
        const chunk = Buffer.alloc(Math.min(chunkBytes, upload.size - offset));
        const { bytesRead } = await file.read(chunk, 0, chunk.length, offset);
        const answer = await this.#account.server.stream({
          method: 'PATCH',
          path: location,
          headers: {
            ...tus,
            'upload-offset': String(offset),
            'content-type': 'application/offset+octet-stream',
          },
          body: chunk.subarray(0, bytesRead),
          signal: this.#stop.signal,
        });
        if (!answer.ok) return answer;
        await drain(answer.value.body);
        const next = Number(answer.value.headers['upload-offset'] ?? offset + bytesRead);
        if (!Number.isSafeInteger(next) || next <= offset) return err({ code: 'server_too_old' });
        offset = next;
        this.#list.sent(upload.sha256, offset);
        if (offset < upload.size) this.#progress(upload, 'up', offset, false, null);
      }
    } finally {
      await file.close();
    }
    this.#list.done(upload.sha256);
    // Also of a file that the server had already.
    this.#progress(upload, 'up', upload.size, true, null);
    return ok(undefined);
  }

  /** Where the upload stands: asked of the server, begun where there is none. A file the server already has is complete at once. */
  async #begin(upload: Upload): Promise<Result<{ readonly location: string; readonly offset: number }>> {
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
        return ok({ location: upload.location, offset: Number(head.value.headers['upload-offset'] ?? 0) });
      }
      // An upload that was forgotten on the other side begins anew.
      if (head.error.code !== 'not_found' && head.error.params?.['status'] !== 410) return head;
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
      return answer.error.code === 'already_exists' ? ok({ location: '', offset: upload.size }) : answer;
    }
    await drain(answer.value.body);
    const location = z.string().min(1).safeParse(answer.value.headers['location']);
    if (!location.success) return err({ code: 'server_too_old' });
    const path = pathOf(location.data);
    this.#list.begun(upload.sha256, path);
    return ok({ location: path, offset: Number(answer.value.headers['upload-offset'] ?? 0) });
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

  #stateOf({ sha256, size, fileName, mediaType, state, sent }: Upload): FileState {
    return { sha256, size, fileName, mediaType, state: state === 'done' ? 'sent' : 'here', sent };
  }
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
