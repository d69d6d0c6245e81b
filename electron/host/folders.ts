// Where this program keeps what: one folder a user of the computer, its parts by name.
import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Folders = {
  readonly data: string;
  /** Of the local side: outbox, replica and attachments of each server and account. */
  readonly desk: string;
  readonly views: string;
  readonly log: string;
  readonly settings: string;
  readonly key: string;
};

export function foldersIn(data: string): Folders {
  return {
    data,
    desk: join(data, 'desk'),
    views: join(data, 'views'),
    log: join(data, 'logs', 'desk.log'),
    settings: join(data, 'settings.json'),
    key: join(data, 'desk.key'),
  };
}

/** Tried by writing, as permissions alone do not tell: a folder may be full, read-only or on a disk that is gone. */
export function isWritable({ desk }: Folders): boolean {
  const probe = join(desk, '.writable');
  try {
    mkdirSync(desk, { recursive: true });
    accessSync(desk, constants.W_OK);
    writeFileSync(probe, 'x');
    rmSync(probe);
    return true;
  } catch {
    return false;
  }
}
