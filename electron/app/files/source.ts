// A file that the user has chosen, on whatever drive: read once from beginning to end. It may be no file at all, be written to at this moment, be
// on a stick that is pulled out or on a network drive that no longer answers.
import { type FileHandle, open, stat } from 'node:fs/promises';
import { err, ok, type Result } from '#shared/kernel/result.ts';

const pieceBytes = 1024 * 1024;
/** A drive that says nothing for so long is gone; the system itself would let us wait for minutes. */
const silenceMs = 30_000;

export type Source = {
  /** Null at the end. Error codes: file_unreadable, file_changed (it is another than when it was opened), too_large. */
  next(): Promise<Result<Uint8Array | null>>;
  close(): Promise<void>;
};

/** Error codes: not_found, file_unreadable, too_large. */
export async function openSource(path: string, most: number, silence = silenceMs): Promise<Result<Source>> {
  try {
    // Before it is opened: to open a pipe waits for whoever writes into it.
    const found = await within(silence, stat(path));
    if (!found.isFile()) return err({ code: 'file_unreadable' });
    if (found.size > most) return err({ code: 'too_large', params: { most } });
    return ok(await readFrom(await within(silence, open(path, 'r')), most, silence));
  } catch (thrown) {
    return err({ code: isMissing(thrown) ? 'not_found' : 'file_unreadable' });
  }
}

async function readFrom(handle: FileHandle, most: number, silence: number): Promise<Source> {
  const before = await within(silence, handle.stat()).catch(async (thrown: unknown) => {
    await handle.close().catch(() => undefined);
    throw thrown;
  });
  let read = 0;
  return {
    async next() {
      try {
        const piece = Buffer.alloc(pieceBytes);
        const { bytesRead } = await within(silence, handle.read(piece, 0, pieceBytes, read));
        read += bytesRead;
        if (read > most) return err({ code: 'too_large', params: { most } });
        if (bytesRead > 0) return ok(piece.subarray(0, bytesRead));
        const after = await within(silence, handle.stat());
        const same = after.mtimeMs === before.mtimeMs && after.size === before.size && read === after.size;
        return same ? ok(null) : err({ code: 'file_changed' });
      } catch {
        return err({ code: 'file_unreadable' });
      }
    },
    // Whether a drive that is gone takes note of it or not.
    close: () => within(silence, handle.close()).catch(() => undefined),
  };
}

/** Rejects when the work has not ended by then. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer from the drive')), milliseconds);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function isMissing(thrown: unknown): boolean {
  return (
    thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR')
  );
}
