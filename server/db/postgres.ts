// PostgreSQL through a pool, with one connection of its own for LISTEN.
import pg from 'pg';
import { type Answer, beginStatement, type Database, type Param, type QueryOptions } from './database.ts';

const int8 = 20;
const numericParsers = new Map<number, (text: string) => unknown>([[int8, Number]]);
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    numericParsers.get(oid) ?? pg.types.getTypeParser(oid, format),
};

type Queryable = {
  query(config: pg.QueryConfig | pg.QueryArrayConfig): Promise<pg.QueryResult>;
};

function face(on: Queryable) {
  return {
    async query<R>(text: string, params?: readonly Param[], options?: QueryOptions): Promise<Answer<R>> {
      const result = await on.query({
        text,
        values: params === undefined ? [] : [...params],
        ...(options?.name === undefined ? {} : { name: options.name }),
        ...(options?.arrays === true ? { rowMode: 'array' as const } : {}),
      });
      return { rows: result.rows as R[], count: result.rowCount ?? 0 };
    },
    async exec(script: string): Promise<void> {
      await on.query({ text: script });
    },
  };
}

const urls = new WeakMap<Database, string>();

/** For libraries that keep connections of their own; undefined for another kind. */
export function urlOf(database: Database): string | undefined {
  return urls.get(database);
}

export async function openPostgres(url: string, poolSize: number): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, types });
  // An idle connection that breaks is replaced at the next use; without a listener the process would end.
  pool.on('error', () => undefined);
  const listeners = new Set<Listener>();
  await pool.query('SELECT 1');
  const database: Database = {
    engine: 'postgres',
    ...face(pool),
    async transaction(work, options) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query(beginStatement(options));
        const value = await work(face(client));
        await client.query('COMMIT');
        return value;
      } catch (error) {
        await client.query('ROLLBACK').catch((failure: unknown) => {
          broken = failure instanceof Error ? failure : new Error('rollback failed');
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async listen(channel, onPayload) {
      const listener = new Listener(url, channel, onPayload);
      listeners.add(listener);
      await listener.connect();
      return async () => {
        listeners.delete(listener);
        await listener.close();
      };
    },
    async close() {
      await Promise.all([...listeners].map((listener) => listener.close()));
      listeners.clear();
      await pool.end();
    },
  };
  urls.set(database, url);
  return database;
}

/** A connection that only listens. When it breaks it comes back after a second and tells the callback with an empty payload, because
 * notifications sent meanwhile are lost. */
class Listener {
  readonly #url: string;
  readonly #channel: string;
  readonly #onPayload: (payload: string) => void;
  #client: pg.Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(url: string, channel: string, onPayload: (payload: string) => void) {
    this.#url = url;
    this.#channel = channel;
    this.#onPayload = onPayload;
  }

  async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url });
    this.#client = client;
    client.on('notification', (message) => this.#onPayload(message.payload ?? ''));
    client.on('error', () => undefined);
    client.on('end', () => this.#lost(client));
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(this.#channel)}`);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  #lost(client: pg.Client): void {
    // biome-ignore lint/suspicious/noUnnecessaryConditions: close() sets it while the connection lives on
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    this.#retry = setTimeout(() => {
      this.connect().then(
        () => this.#onPayload(''),
        () => {
          const failed = this.#client;
          if (failed !== undefined) this.#lost(failed);
        },
      );
    }, 1000);
    this.#retry.unref();
  }
}
