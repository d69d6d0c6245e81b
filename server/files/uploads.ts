// Resumable uploads by the tus protocol. The server writes the owner into an upload's description, whatever the client says; the announced
// hash decides at the end. Every refusal has the form of all others, also those that the protocol's library makes.
import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore as TusFileStore } from '@tus/file-store';
import { Server as TusServer } from '@tus/server';
import { maxFileBytes } from '#shared/domain/file.ts';
import type { AppError, ErrorCode } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { statusOf } from '../http/refusal.ts';
import { type FileStore, sha256Pattern } from './file-store.ts';

const expireMs = 7 * 24 * 3_600_000;
const uploadIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type Uploads = {
  /** Whether the upload exists and is this account's. */
  owns(uploadId: string, accountId: Id): Promise<boolean>;
  /** One request of the protocol; a refusal is an AppError. */
  handle(request: Request, accountId: Id): Promise<Response | AppError>;
  /** Removes uploads that nobody has continued for a week. */
  removeExpired(): Promise<number>;
};

type TusRefusal = { readonly status_code: number; readonly body: string };

export function createUploads(store: FileStore): Uploads {
  // Without the library's own expiry: it counts from the beginning of an upload, also of one that is still being sent, and looks for an
  // upload once more after its end, which an empty file has already moved away from by then.
  const datastore = new TusFileStore({ directory: store.uploadsFolder });
  const askers = new WeakMap<object, Id>();
  const tus = new TusServer({
    path: '/files',
    datastore,
    relativeLocation: true,
    maxSize: maxFileBytes,
    namingFunction: () => randomUUID(),
    async onUploadCreate(request, upload) {
      const sha256 = upload.metadata?.['sha256'] ?? '';
      const accountId = askers.get(request);
      const announced = sha256Pattern.test(sha256) && upload.size !== undefined && accountId !== undefined;
      if (!announced) throw refusal('invalid_input');
      return { metadata: { sha256, accountId } };
    },
    async onUploadFinish(_request, upload) {
      const { sha256, accountId } = upload.metadata ?? {};
      const adopted = await store.adopt(join(store.uploadsFolder, upload.id), sha256 ?? '', accountId ?? '');
      await rm(join(store.uploadsFolder, `${upload.id}.json`), { force: true });
      if (!adopted) throw refusal('hash_mismatch');
      return {};
    },
  });

  return {
    async owns(uploadId, accountId) {
      if (!uploadIdPattern.test(uploadId)) return false;
      const upload = await datastore.getUpload(uploadId).catch(() => undefined);
      return upload?.metadata?.['accountId'] === accountId;
    },
    async handle(request, accountId) {
      askers.set(request, accountId);
      const response = await tus.handleWeb(request);
      if (response.status < 400) return response;
      const text = await response.text();
      const known = codes.find((code) => text === code);
      return { code: known ?? codeOf(response.status) };
    },
    async removeExpired() {
      const expired = await expiredIn(store.uploadsFolder, Date.now() - expireMs);
      for (const path of expired) {
        await rm(path, { force: true });
        await rm(`${path}.json`, { force: true });
      }
      return expired.length;
    },
  };
}

/** The uploads whose last bytes are older: by the disk's own times, as the clock of the server may be another. */
async function expiredIn(folder: string, before: number): Promise<readonly string[]> {
  const expired: string[] = [];
  for (const name of await readdir(folder)) {
    if (name.endsWith('.json')) continue;
    const path = join(folder, name);
    const { mtimeMs } = (await stat(path).catch(() => undefined)) ?? { mtimeMs: before };
    if (mtimeMs < before) expired.push(path);
  }
  return expired;
}

const codes = ['invalid_input', 'hash_mismatch'] as const satisfies readonly ErrorCode[];

/** The body carries the code to `handle`. */
function refusal(code: (typeof codes)[number]): TusRefusal {
  return { status_code: statusOf(code), body: code };
}

function codeOf(status: number): ErrorCode {
  if (status === 404 || status === 410) return 'not_found';
  if (status === 413) return 'too_large';
  if (status === 423) return 'retry_later';
  // 501: a part of the protocol that we do not offer, such as putting uploads together.
  return status < 500 || status === 501 ? 'invalid_input' : 'internal';
}
