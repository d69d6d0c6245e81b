// A desk's SQLite files with a crash point before and after every commit. A crash leaves exactly what had been committed; an image of
// the folder (database and write-ahead log, as they lie on the disk) is what the next life of the desk starts from.
import { cpSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { OpenDatabase, SqliteDatabase } from '#electron/app/db/connection.ts';
import { openSqlite } from '#electron/app/db/connection.ts';
import type { Life } from './life.ts';

export type CrashingSqlite = {
  readonly open: OpenDatabase;
  /** The file of this name as the app has it open now. */
  opened(name: string): SqliteDatabase | undefined;
  /** Where below the folder the file of this name lies, if there is one; the app makes folders of its own. */
  find(folder: string, name: string): string | undefined;
  /** Lets go of all files; call it after the image was taken. */
  closeAll(): void;
};

export function crashingSqlite(life: Life): CrashingSqlite {
  const opened = new Set<SqliteDatabase>();
  return {
    open(file, options) {
      life.point(`open ${basename(file)}`);
      const db = openSqlite(file, options);
      opened.add(db);
      return withPoints(db, basename(file), life);
    },
    opened: (name) => [...opened].findLast((db) => db.open && basename(db.name) === name),
    find(folder, name) {
      const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
        (path) => basename(path) === name,
      );
      return found === undefined ? undefined : join(folder, found);
    },
    closeAll() {
      for (const db of opened) if (db.open) db.close();
      opened.clear();
    },
  };
}

/** What a killed process leaves on the disk. The shared-memory index of the log is rebuilt by whoever opens it next. */
export function imageOf(folder: string, into: string): void {
  cpSync(folder, into, { recursive: true, filter: (source) => !source.endsWith('-shm') });
}

function withPoints(db: SqliteDatabase, name: string, life: Life): SqliteDatabase {
  const { transaction, exec, pragma } = db;
  const patched = {
    transaction(work: (...args: unknown[]) => unknown) {
      const run = transaction.call(db, (...args: unknown[]) => {
        const value = work(...args);
        life.point(`${name}: before commit`);
        return value;
      });
      const guard =
        (way: (...args: unknown[]) => unknown) =>
        (...args: unknown[]): unknown => {
          // Inside another transaction nothing becomes durable yet.
          if (db.inTransaction) return way(...args);
          const value = way(...args);
          life.point(`${name}: after commit`);
          return value;
        };
      return Object.assign(guard(run), {
        default: guard(run.default),
        deferred: guard(run.deferred),
        immediate: guard(run.immediate),
        exclusive: guard(run.exclusive),
      });
    },
    exec(script: string) {
      if (!db.inTransaction) life.point(`${name}: before exec`);
      exec.call(db, script);
      return db;
    },
    pragma(source: string, options?: { simple?: boolean }) {
      // Waiting for the disk protects against power cuts; here only processes die.
      const relaxed = source.replace(/synchronous\s*=\s*(FULL|NORMAL)/i, 'synchronous = OFF');
      return pragma.call(db, relaxed, options);
    },
  };
  return Object.assign(db, patched);
}
