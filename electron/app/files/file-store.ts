// Files by their content: a file's name is the SHA-256 of its bytes, so one file is stored once, never changed, and checked whenever it is copied.
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { storageError } from '../db/storage-error.ts';
import { syncFolder, syncToDisk } from './durable.ts';

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

  /** Copies a file in. Error codes: not_found, too_large, and what the disk says. */
  async add(
    source: string,
    temporaryName: string,
    most: number,
  ): Promise<Result<{ readonly sha256: string; readonly size: number }>> {
    const temporary = join(this.#folder, `${temporaryName}.new`);
    const hash = createHash('sha256');
    let size = 0;
    const counting = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        if (size > most) {
          done(new TooLarge());
          return;
        }
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(createReadStream(source), counting, createWriteStream(temporary));
    } catch (thrown) {
      rmSync(temporary, { force: true });
      if (thrown instanceof TooLarge) return err({ code: 'too_large', params: { most } });
      return err(storageError(thrown) ?? { code: 'not_found' });
    }
    const sha256 = hash.digest('hex');
    syncToDisk(temporary);
    renameSync(temporary, this.pathOf(sha256));
    syncFolder(this.#folder);
    return ok({ sha256, size });
  }

  /** Takes a finished download in, if it is what it should be. Error codes: hash_mismatch. */
  async accept(sha256: string): Promise<Result<{ readonly path: string; readonly size: number }>> {
    const part = this.partOf(sha256);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(part)) hash.update(chunk);
    if (hash.digest('hex') !== sha256) {
      rmSync(part, { force: true });
      return err({ code: 'hash_mismatch' });
    }
    syncToDisk(part);
    renameSync(part, this.pathOf(sha256));
    syncFolder(this.#folder);
    return ok({ path: this.pathOf(sha256), size: this.size(sha256) });
  }
}

class TooLarge extends Error {}
