// Running sums of the replica: a digest for each record type in each scope, of rows as the server has them, and counts of lists, of rows as they are shown. Kept in
// memory and written with the transaction that changed them; after a rolled-back one they are read again.
import { type Digest, emptyDigest, rowDigest, xorDigest } from '#shared/kernel/digest.ts';
import type { SqliteDatabase } from '../connection.ts';

/** Rows of one record type that carry one scope. */
export type ScopeSum = { readonly count: number; readonly digest: Digest };
const emptySum: ScopeSum = { count: 0, digest: emptyDigest };

type DigestRow = {
  readonly entity: string;
  readonly scope: string;
  readonly count: number;
  readonly hi: number;
  readonly lo: number;
};
type CountRow = {
  readonly entity: string;
  readonly filter: string;
  readonly value: string;
  readonly tab: string;
  readonly n: number;
};

export class Tallies {
  readonly #db: SqliteDatabase;
  readonly #writeSum;
  readonly #writeCount;
  /** By type and scope. */
  #sums = new Map<string, ScopeSum>();
  /** entity → filter (empty: none) → value → tab → rows */
  #counts = new Map<string, number>();
  #changedSums = new Set<string>();
  #changedCounts = new Set<string>();

  constructor(db: SqliteDatabase) {
    this.#db = db;
    this.#writeSum = db.prepare<[string, string, number, number, number]>(
      `INSERT INTO digests (entity, scope, count, hi, lo) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (entity, scope) DO UPDATE SET count = excluded.count, hi = excluded.hi, lo = excluded.lo`,
    );
    this.#writeCount = db.prepare<[string, string, string, string, number]>(
      `INSERT INTO counts (entity, filter, value, tab, n) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (entity, filter, value, tab) DO UPDATE SET n = excluded.n`,
    );
    this.reload();
  }

  reload(): void {
    const digests = this.#db.prepare<[], DigestRow>('SELECT entity, scope, count, hi, lo FROM digests').all();
    this.#sums = new Map(
      digests.map(({ entity, scope, count, hi, lo }) => [
        sumKey(entity, scope),
        { count, digest: { hi, lo } },
      ]),
    );
    const counts = this.#db.prepare<[], CountRow>('SELECT entity, filter, value, tab, n FROM counts').all();
    this.#counts = new Map(
      counts.map((row) => [countKey(row.entity, row.filter, row.value, row.tab), row.n]),
    );
    this.#changedSums.clear();
    this.#changedCounts.clear();
  }

  sum(entity: string, scope: string): ScopeSum {
    return this.#sums.get(sumKey(entity, scope)) ?? emptySum;
  }

  /** Adds (1) or takes out (-1) one row as the server has it. */
  tallyRow(entity: string, id: string, version: number, scopes: readonly string[], sign: 1 | -1): void {
    const digest = rowDigest(id, version);
    for (const scope of scopes) {
      const key = sumKey(entity, scope);
      const sum = this.#sums.get(key) ?? emptySum;
      this.#sums.set(key, { count: sum.count + sign, digest: xorDigest(sum.digest, digest) });
      this.#changedSums.add(key);
    }
  }

  count(entity: string, filter: string, value: string, tab: string): number {
    return this.#counts.get(countKey(entity, filter, value, tab)) ?? 0;
  }

  tallyCount(entity: string, filter: string, value: string, tab: string, sign: 1 | -1): void {
    const key = countKey(entity, filter, value, tab);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + sign);
    this.#changedCounts.add(key);
  }

  /** Starts a type's sums in these scopes over, for a repair that counts again from the rows. */
  forget(entity: string, scopes: Iterable<string>): void {
    for (const scope of scopes) {
      const key = sumKey(entity, scope);
      this.#sums.set(key, emptySum);
      this.#changedSums.add(key);
    }
  }

  /** Writes what has changed; within the transaction. */
  flush(): void {
    for (const key of this.#changedSums) {
      const [entity = '', scope = ''] = key.split('\n');
      const { count, digest } = this.sum(entity, scope);
      this.#writeSum.run(entity, scope, count, digest.hi, digest.lo);
    }
    this.#changedSums.clear();
    for (const key of this.#changedCounts) {
      const [entity = '', filter = '', value = '', tab = ''] = key.split('\n');
      this.#writeCount.run(entity, filter, value, tab, this.#counts.get(key) ?? 0);
    }
    this.#changedCounts.clear();
  }
}

// No name of a table, filter or status and no code or id contains a line feed.
function sumKey(entity: string, scope: string): string {
  return `${entity}\n${scope}`;
}

function countKey(entity: string, filter: string, value: string, tab: string): string {
  return `${entity}\n${filter}\n${value}\n${tab}`;
}
