// A file the user has chosen a place for. It is written beside it and takes its name only when it is whole: whatever stops the work, what was
// there before is still there.
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { AppError } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { storageError } from '../db/storage-error.ts';

export type UserFileWriter = (bytes: Uint8Array | string) => Promise<void>;

/**
 * `work` writes in pieces; when it refuses or throws, nothing is left behind. Error codes: those of `work`, disk_full, and invalid_input with
 * the field code `file_not_writable` (no such folder, no permission, open in another program).
 */
export async function writeUserFile<T>(
  path: string,
  work: (write: UserFileWriter) => Promise<Result<T>>,
): Promise<Result<T & { readonly bytes: number }>> {
  const part = `${path}.part`;
  let handle: FileHandle | undefined;
  let bytes = 0;
  try {
    handle = await open(part, 'w');
    const file = handle;
    const done = await work(async (piece) => {
      const buffer = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
      await file.writeFile(buffer);
      bytes += buffer.length;
    });
    if (!done.ok) return done;
    await handle.sync();
    await handle.close();
    handle = undefined;
    await rename(part, path);
    return ok({ ...done.value, bytes });
  } catch (thrown) {
    const refusal = diskRefusal(thrown);
    if (refusal === undefined) throw thrown;
    return err(refusal);
  } finally {
    await handle?.close().catch(() => undefined);
    await rm(part, { force: true }).catch(() => undefined);
  }
}

/** Everything a path of the user's can answer; undefined for what is a bug of ours. */
function diskRefusal(thrown: unknown): AppError | undefined {
  const storage = storageError(thrown);
  if (storage?.code === 'disk_full') return storage;
  const fromSystem =
    thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' && 'syscall' in thrown;
  // A path that no system takes at all (a zero byte) is refused before there is a call.
  const noPath = thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_INVALID_ARG_VALUE';
  return fromSystem || noPath
    ? { code: 'invalid_input', fields: [{ path: 'path', code: 'file_not_writable' }] }
    : undefined;
}
