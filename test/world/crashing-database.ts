// The server's database with a crash point before every statement, before every commit and after it: there the commit holds but nobody
// hears of it. Underneath it is the real database, so what a dead process left half done is rolled back as it would be.
import type { Database, Param, QueryOptions, Sql, TransactionOptions } from '#server/db/database.ts';
import type { Life } from './life.ts';

export type CrashingDatabase = Database & {
  /** Resolves when nothing that this life began is still running on the database below. */
  settled(): Promise<void>;
};

export function crashingDatabase(inner: Database, life: Life): CrashingDatabase {
  const running = new Set<Promise<unknown>>();
  const stops = new Set<() => Promise<void>>();

  async function tracked<T>(work: Promise<T>): Promise<T> {
    running.add(work);
    try {
      return await work;
    } finally {
      running.delete(work);
    }
  }

  function face(on: Sql, place: string): Sql {
    return {
      async query<R>(text: string, params?: readonly Param[], options?: QueryOptions) {
        life.point(`${place}: before ${start(text)}`);
        return on.query<R>(text, params, options);
      },
      async exec(script: string) {
        life.point(`${place}: before ${start(script)}`);
        await on.exec(script);
      },
    };
  }

  const outside: Sql = {
    async query<R>(text: string, params?: readonly Param[], options?: QueryOptions) {
      life.point(`alone: before ${start(text)}`);
      const answer = await tracked(inner.query<R>(text, params, options));
      life.point(`alone: after ${start(text)}`);
      return answer;
    },
    async exec(script: string) {
      life.point(`alone: before ${start(script)}`);
      await tracked(inner.exec(script));
      life.point(`alone: after ${start(script)}`);
    },
  };

  return {
    engine: inner.engine,
    ...outside,
    async transaction<T>(work: (tx: Sql) => Promise<T>, options?: TransactionOptions): Promise<T> {
      life.point('before begin');
      const value = await tracked(
        inner.transaction(async (tx) => {
          const done = await work(face(tx, 'transaction'));
          life.point('before commit');
          return done;
        }, options),
      );
      life.point('after commit');
      return value;
    },
    async listen(channel, onPayload) {
      const stop = await inner.listen(channel, (payload) => {
        if (!life.ended) onPayload(payload);
      });
      stops.add(stop);
      return async () => {
        stops.delete(stop);
        await stop();
      };
    },
    // The database outlives the process; who made it closes it.
    close: () => Promise.resolve(),
    async settled() {
      while (running.size > 0) await Promise.allSettled([...running]);
      await Promise.allSettled([...stops].map((stop) => stop()));
      stops.clear();
    },
  };
}

function start(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 60);
}
