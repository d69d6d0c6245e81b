// Files by their content: a file's name is the SHA-256 of its bytes, so one file is stored once, never changed, and checked whenever it is copied.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { storageError } from '../db/storage-error.ts';
import { syncFolder } from './durable.ts';
import { openSource, type Source } from './source.ts';

export class FileStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  pathOf(sha256: string): string {
    return join(this.#folder, sha256);
  }

  /** Where an unfinished download is kept; it goes on from its length. */
  partOf(sha256: string): string {
    return join(this.#folder, `${sha256}.part`);
  }

  has(sha256: string): boolean {
    return existsSync(this.pathOf(sha256));
  }

  size(sha256: string): number {
    return statSync(this.pathOf(sha256)).size;
  }

  /**
   * Copies a file in as it is at one moment. Error codes: not_found, too_large, file_unreadable (no file, no permission, its drive is gone),
   * file_changed (while it was read), and what this disk says.
   */
  async add(
    path: string,
    temporaryName: string,
    most: number,
  ): Promise<Result<{ readonly sha256: string; readonly size: number }>> {
    const opened = await openSource(path, most);
    if (!opened.ok) return opened;
    const temporary = join(this.#folder, `${temporaryName}.new`);
    try {
      const copied = await copyInto(temporary, opened.value);
      if (!copied.ok) return copied;
      await rename(temporary, this.pathOf(copied.value.sha256));
      syncFolder(this.#folder);
      return copied;
    } catch (thrown) {
      const error = storageError(thrown);
      if (error === undefined) throw thrown;
      return err(error);
    } finally {
      await opened.value.close();
      await rm(temporary, { force: true });
    }
  }

  /** Takes a finished download in, if it is what it should be. Error codes: hash_mismatch. */
  async accept(sha256: string): Promise<Result<{ readonly path: string; readonly size: number }>> {
    const part = this.partOf(sha256);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(part)) hash.update(chunk);
    if (hash.digest('hex') !== sha256) {
      await rm(part, { force: true });
      return err({ code: 'hash_mismatch' });
    }
    // Windows flushes only what is open for writing.
    const handle = await open(part, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(part, this.pathOf(sha256));
    syncFolder(this.#folder);
    return ok({ path: this.pathOf(sha256), size: this.size(sha256) });
  }
}

async function copyInto(
  path: string,
  source: Source,
): Promise<Result<{ readonly sha256: string; readonly size: number }>> {
  const hash = createHash('sha256');
  const target = await open(path, 'w');
  try {
    for (let size = 0; ; ) {
      const piece = await source.next();
      if (!piece.ok) return piece;
      if (piece.value === null) {
        // Not while the event loop waits: the disk may take seconds for a large file.
        await target.sync();
        return ok({ sha256: hash.digest('hex'), size });
      }
      size += piece.value.length;
      hash.update(piece.value);
      await target.writeFile(piece.value);
    }
  } finally {
    await target.close();
  }
}
