// One open SQLite file. All durable writes go through `write`, one transaction each, so that a crash test can stop at every one of them.
import Database from 'better-sqlite3';

export type SqliteDatabase = Database.Database;
export type OpenDatabase = (
  file: string,
  options: { readonly readonly?: boolean; readonly fileMustExist?: boolean },
) => SqliteDatabase;

export const openSqlite: OpenDatabase = (file, options) => new Database(file, options);

export type Connection = {
  readonly db: SqliteDatabase;
  /** Runs the work in one transaction; what it throws rolls everything back and is thrown on. */
  write<T>(work: () => T): T;
};

export function connect(db: SqliteDatabase): Connection {
  let work: () => void = () => undefined;
  // Made once: better-sqlite3 prepares four functions for every call of `transaction`.
  const transaction = db.transaction(() => work());
  return {
    db,
    write<T>(body: () => T): T {
      const outer = work;
      const results: T[] = [];
      work = () => {
        results.push(body());
      };
      try {
        transaction.immediate();
      } finally {
        work = outer;
      }
      return results[0] as T;
    },
  };
}

/** SQLite's words for settings are not parameters; only these fixed texts ever reach it. */
export function setOutboxPragmas(db: SqliteDatabase): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  // Writing the log back costs as much as many commits; 16 MB of log are read in no time at the next start.
  db.pragma('wal_autocheckpoint = 4000');
}

/** After a power cut the replica may stand earlier, never torn: what it misses is replayed or pulled again. */
export function setReplicaPragmas(db: SqliteDatabase): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('wal_autocheckpoint = 8000');
  setReplicaMemory(db);
}

function setReplicaMemory(db: SqliteDatabase): void {
  db.pragma('cache_size = -65536');
  db.pragma('temp_store = MEMORY');
}

/**
 * For work that sorts a whole table, as making an index does: it is sorted in files by pieces of the cache's size, which takes no longer and a
 * tenth of the memory. Not inside a transaction.
 */
export function sortedOnDisk<T>(db: SqliteDatabase, work: () => T): T {
  db.pragma('temp_store = FILE');
  db.pragma('cache_size = -16384');
  try {
    return work();
  } finally {
    setReplicaMemory(db);
  }
}

/**
 * For a file that is being filled: appended pages are written once, and a killed process finds it whole. Only a power cut can tear it, so
 * whoever resumes checks it first.
 */
export function setStagingPragmas(db: SqliteDatabase): void {
  db.pragma('journal_mode = TRUNCATE');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -16384');
  db.pragma('temp_store = FILE');
}
