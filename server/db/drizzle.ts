// Drizzle's query builder over `Database` and `Sql`, for the parts that prefer it to written SQL. A transaction that met another one in
// its way is done again, so its work must have no effect outside the database.
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pg-proxy';
import { type Database, isContention, type Sql } from './database.ts';

export type Drizzle = PgDatabase<PgQueryResultHKT, Record<string, unknown>>;

const faces = new WeakMap<object, Sql>();
const attempts = 5;

/** For one transaction or connection; its own `transaction` is not available. */
export function drizzleIn(sql: Sql): Drizzle {
  const face = drizzle<Record<string, unknown>>(async (text, params, method) => {
    const { rows } = await sql.query<unknown>(text, params, { arrays: method === 'all' });
    return { rows: [...rows] };
  });
  faces.set(face, sql);
  return face;
}

export function drizzleOver(database: Database): Drizzle {
  const face = drizzleIn(database);
  face.transaction = async (work) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await database.transaction((tx) => {
          const inner = drizzleIn(tx);
          // biome-ignore lint/suspicious/noExplicitAny: drizzle's transaction type has a rollback() that nothing here uses
          return work(inner as any);
        });
      } catch (error) {
        if (attempt >= attempts || !isContention(error)) throw error;
      }
    }
  };
  return face;
}

/** The written-SQL face of the same connection or transaction. */
export function sqlOf(face: Drizzle): Sql {
  const sql = faces.get(face);
  if (sql === undefined) throw new Error('not a database of this server');
  return sql;
}
