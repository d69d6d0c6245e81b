// Databases that fail where a test wants it: at the n-th durable moment the process is gone, or the disk is full, or read-only. Only tests
// import it.
import type { OpenDatabase, SqliteDatabase } from '../db/connection.ts';
import { openSqlite } from '../db/connection.ts';

export class Crash extends Error {}

/** What SQLite throws, with its code. */
export class DiskError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export type Disk = {
  readonly open: OpenDatabase;
  /** Durable moments so far: before and after each commit. */
  readonly moments: () => number;
  /** The process is gone at this moment, and at all later ones. */
  crashAt(moment: number): void;
  /** Every commit of files with this name fails with this code; null: the disk is well again. */
  failWith(code: string | null, file?: string): void;
  close(): void;
};

export function failingDisk(): Disk {
  const opened: SqliteDatabase[] = [];
  let moments = 0;
  let crash = Number.POSITIVE_INFINITY;
  let failure: { readonly code: string; readonly file: string } | null = null;

  const moment = () => {
    moments += 1;
    if (moments >= crash) throw new Crash(`at ${moments}`);
  };

  return {
    moments: () => moments,
    crashAt: (at) => {
      crash = at;
    },
    failWith: (code, file = '') => {
      failure = code === null ? null : { code, file };
    },
    close: () => {
      for (const db of opened) if (db.open) db.close();
    },
    open(file, options) {
      if (moments >= crash) throw new Crash('gone');
      const db = openSqlite(file, options);
      opened.push(db);
      const { transaction } = db;
      const patched = {
        transaction(work: (...args: unknown[]) => unknown) {
          const run = transaction.call(db, (...args: unknown[]) => {
            const value = work(...args);
            if (failure !== null && file.includes(failure.file)) throw new DiskError(failure.code);
            moment();
            return value;
          });
          const guarded =
            (way: (...args: unknown[]) => unknown) =>
            (...args: unknown[]): unknown => {
              if (moments >= crash) throw new Crash('gone');
              const value = way(...args);
              moment();
              return value;
            };
          return Object.assign(guarded(run), {
            default: guarded(run.default),
            deferred: guarded(run.deferred),
            immediate: guarded(run.immediate),
            exclusive: guarded(run.exclusive),
          });
        },
      };
      return Object.assign(db, patched);
    },
  };
}
