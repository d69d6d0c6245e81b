// Says in our codes what went wrong with the disk. Anything else is a bug and stays an exception until the edge.
import type { AppError } from '#shared/kernel/errors.ts';

export function storageError(thrown: unknown): AppError | undefined {
  const code = codeOf(thrown);
  if (code === undefined) return undefined;
  // The last: no room for the few pages by which connections share a log.
  if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'SQLITE_IOERR_SHMSIZE'].includes(code))
    return { code: 'disk_full' };
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return { code: 'read_only' };
  }
  // A file that cannot be opened or created: nearly always the folder's permissions.
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM') return { code: 'read_only' };
  if (code.startsWith('SQLITE_BUSY')) return { code: 'files_in_use' };
  if (isDamage(thrown)) return { code: 'storage_damaged' };
  if (code.startsWith('SQLITE_IOERR')) return { code: 'storage_damaged', params: { reason: code } };
  return undefined;
}

/** The file itself is broken, as opposed to out of reach or out of room. */
export function isDamage(thrown: unknown): boolean {
  const code = codeOf(thrown);
  return (
    code !== undefined &&
    (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_IOERR_SHORT_READ')
  );
}

function codeOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
