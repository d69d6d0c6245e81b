// The embedded PostgreSQL: one connection inside this process, in a folder or in memory. Only one process may open a folder.
import { mkdir } from 'node:fs/promises';
import { PGlite, types } from '@electric-sql/pglite';
import { type Answer, beginStatement, type Database, type Param, type QueryOptions } from './database.ts';
import { lockFolder } from './folder-lock.ts';

type Queryable = Pick<PGlite, 'query' | 'exec'>;

function face(on: Queryable) {
  return {
    async query<R>(text: string, params?: readonly Param[], options?: QueryOptions): Promise<Answer<R>> {
      const mode = options?.arrays === true ? { rowMode: 'array' as const } : {};
      const result = await on.query<R>(text, params === undefined ? [] : [...params], mode);
      // PGlite reports affected rows of a plain write only; with RETURNING or SELECT the rows are the count.
      return {
        rows: result.rows,
        count: result.rows.length > 0 ? result.rows.length : (result.affectedRows ?? 0),
      };
    },
    async exec(script: string): Promise<void> {
      await on.exec(script);
    },
  };
}

const instances = new WeakMap<Database, PGlite>();

/** For libraries that want the embedded database itself; undefined for another kind. */
export function pgliteOf(database: Database): PGlite | undefined {
  return instances.get(database);
}

/** The data directory as it is, to start others from. @internal for tests */
export async function pgliteImage(database: Database): Promise<Blob> {
  const db = instances.get(database);
  if (db === undefined) throw new Error('not an embedded database');
  return db.dumpDataDir('none');
}

/** `image` is a data directory made by pgliteImage, to start from instead of an empty one. */
export async function openPglite(folder?: string, image?: Blob): Promise<Database> {
  const unlock = folder === undefined ? undefined : lockFolder(folder);
  const db = await open(folder, image).catch((error: unknown) => {
    unlock?.();
    throw error;
  });
  const database: Database = {
    engine: 'pglite',
    ...face(db),
    transaction: (work, options) =>
      db.transaction(async (tx) => {
        // PGlite has begun already; the mode can still be set before the first query.
        if (options !== undefined) await tx.exec(beginStatement(options).replace('BEGIN', 'SET TRANSACTION'));
        return work(face(tx));
      }),
    listen: (channel, onPayload) => db.listen(channel, onPayload),
    async close() {
      await db.close();
      unlock?.();
    },
  };
  instances.set(database, db);
  return database;
}

async function open(folder: string | undefined, image: Blob | undefined): Promise<PGlite> {
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  return PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    ...(image === undefined ? {} : { loadDataDir: image }),
    parsers: { [types.INT8]: (text: string) => Number(text) },
  });
}
