// One process at a time on a folder of the embedded database: two would destroy it. The lock is one that the operating system holds on an open
// file, so that a process that was killed leaves none behind.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';

export class FolderInUse extends Error {
  readonly code = 'folder_in_use';
}

/** Answers how to let go. */
export function lockFolder(folder: string): () => void {
  mkdirSync(dirname(folder), { recursive: true });
  const file = new Sqlite(`${folder}.lock`, { timeout: 0 });
  try {
    file.pragma('locking_mode = EXCLUSIVE');
    file.exec('BEGIN EXCLUSIVE');
  } catch {
    file.close();
    throw new FolderInUse(`another process uses ${folder}`);
  }
  return () => file.close();
}
