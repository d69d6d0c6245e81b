// Attachments by the SHA-256 of their bytes: kept once, never changed, never re-encoded. A file counts as stored only after its bytes have
// been read back and hashed; what does not match is removed.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Scope } from '#shared/domain/actor.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Database } from '../db/database.ts';

export const sha256Pattern = /^[0-9a-f]{64}$/;

export type StoredFile = { readonly path: string; readonly size: number };

export type FileStore = {
  /** Where unfinished uploads lie. */
  readonly uploadsFolder: string;
  /** Takes a finished upload in; false, and the file is gone, when its bytes are others than announced. */
  adopt(path: string, sha256: string, uploader: Id): Promise<boolean>;
  /** Keeps bytes that are at hand; answers their hash. */
  store(bytes: Uint8Array, uploader: Id): Promise<string>;
  /** Path and size, if the account uploaded it or sees a row that names it. */
  find(sha256: string, accountId: Id, scopes: readonly Scope[]): Promise<StoredFile | undefined>;
  /** The same for what everybody may have, as the caller knows; undefined also while its bytes are on no disk of ours. */
  findPublic(sha256: string): Promise<StoredFile | undefined>;
};

export async function openFileStore(
  folder: string,
  deps: { readonly database: Database; clock(): Instant },
): Promise<FileStore> {
  const uploadsFolder = join(folder, 'uploads');
  await mkdir(uploadsFolder, { recursive: true });
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);

  const keep = async (path: string, sha256: string, uploader: Id): Promise<void> => {
    const { size } = await stat(path);
    const target = pathOf(sha256);
    await mkdir(dirname(target), { recursive: true });
    await rename(path, target);
    await deps.database.transaction(async (tx) => {
      await tx.query(
        'INSERT INTO files (sha256, size, stored_at) VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING',
        [sha256, size, deps.clock()],
      );
      await tx.query(
        'INSERT INTO file_uploaders (sha256, account_id) VALUES ($1, $2) ON CONFLICT (sha256, account_id) DO NOTHING',
        [sha256, uploader],
      );
    });
  };

  return {
    uploadsFolder,
    async adopt(path, sha256, uploader) {
      const hash = createHash('sha256');
      await pipeline(createReadStream(path), hash);
      if (hash.digest('hex') !== sha256) {
        await rm(path, { force: true });
        return false;
      }
      await keep(path, sha256, uploader);
      return true;
    },
    async store(bytes, uploader) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = join(uploadsFolder, `${sha256}.${process.pid}.part`);
      await writeFile(path, bytes, { flush: true });
      await keep(path, sha256, uploader);
      return sha256;
    },
    async find(sha256, accountId, scopes) {
      const { rows } = await deps.database.query<{ size: number }>(
        `SELECT size FROM files f WHERE f.sha256 = $1 AND (
           EXISTS (SELECT 1 FROM file_uploaders u WHERE u.sha256 = $1 AND u.account_id = $2)
           OR EXISTS (SELECT 1 FROM attachment_refs r WHERE r.sha256 = $1 AND r.scopes && $3::text[]))`,
        [sha256, accountId, scopes],
      );
      const found = rows[0];
      return found === undefined ? undefined : { path: pathOf(sha256), size: found.size };
    },
    async findPublic(sha256) {
      const path = pathOf(sha256);
      const found = await stat(path).catch(() => undefined);
      return found === undefined ? undefined : { path, size: found.size };
    },
  };
}
