// A real PostgreSQL for tests over processes: the one of TEST_DATABASE_URL, or a throw-away one that these tests start themselves. Such
// tests prove nothing without it, so they never skip.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startPostgres } from '../../scripts/postgres.ts';

export type PostgresServer = {
  /** A new, empty database of this server. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
};

export async function postgresServer(): Promise<PostgresServer> {
  const given = process.env['TEST_DATABASE_URL'];
  const own = given === undefined ? await startPostgres({ durable: false }) : undefined;
  const url = own?.url ?? given;
  if (url === undefined) throw new Error('no PostgreSQL');
  const made: string[] = [];
  return {
    async createDatabase() {
      const name = `process_${randomUUID().replaceAll('-', '')}`;
      await administer(url, `CREATE DATABASE ${name}`);
      made.push(name);
      const database = new URL(url);
      database.pathname = `/${name}`;
      return database.href;
    },
    async stop() {
      for (const name of made) await administer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await own?.stop();
    },
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
