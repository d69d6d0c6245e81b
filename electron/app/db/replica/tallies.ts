// Running sums of the replica: a digest a scope and record type, of rows as the server has them, and counts of lists, of rows as they are shown. Kept in
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
  readonly #writeScope;
  readonly #writeCount;
  /** `entity\nscope` → sum */
  #scopes = new Map<string, ScopeSum>();
  /** entity → filter (empty: none) → value → tab → rows */
  #counts = new Map<string, number>();
  #changedScopes = new Set<string>();
  #changedCounts = new Set<string>();

  constructor(db: SqliteDatabase) {
    this.#db = db;
    this.#writeScope = db.prepare<[string, string, number, number, number]>(
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
    this.#scopes = new Map(
      digests.map(({ entity, scope, count, hi, lo }) => [
        scopeKey(entity, scope),
        { count, digest: { hi, lo } },
      ]),
    );
    const counts = this.#db.prepare<[], CountRow>('SELECT entity, filter, value, tab, n FROM counts').all();
    this.#counts = new Map(
      counts.map((row) => [countKey(row.entity, row.filter, row.value, row.tab), row.n]),
    );
    this.#changedScopes.clear();
    this.#changedCounts.clear();
  }

  /** Over all record types. */
  scope(scope: string): ScopeSum {
    let sum = emptySum;
    for (const [key, { count, digest }] of this.#scopes) {
      if (!key.endsWith(`\n${scope}`)) continue;
      sum = { count: sum.count + count, digest: xorDigest(sum.digest, digest) };
    }
    return sum;
  }

  /** Adds (1) or takes out (-1) one row as the server has it. */
  tallyRow(entity: string, id: string, version: number, scopes: readonly string[], sign: 1 | -1): void {
    const digest = rowDigest(id, version);
    for (const scope of scopes) {
      const key = scopeKey(entity, scope);
      const sum = this.#scopes.get(key) ?? emptySum;
      this.#scopes.set(key, { count: sum.count + sign, digest: xorDigest(sum.digest, digest) });
      this.#changedScopes.add(key);
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

  /** Starts the sums of scopes over, for a repair that counts again from the rows. */
  forget(scopes: Iterable<string>): void {
    const forgotten = new Set(scopes);
    for (const key of this.#scopes.keys()) {
      if (!forgotten.has(key.slice(key.indexOf('\n') + 1))) continue;
      this.#scopes.set(key, emptySum);
      this.#changedScopes.add(key);
    }
  }

  /** Writes what has changed; within the transaction. */
  flush(): void {
    for (const key of this.#changedScopes) {
      const { count, digest } = this.#scopes.get(key) ?? emptySum;
      const [entity = '', scope = ''] = key.split('\n');
      this.#writeScope.run(entity, scope, count, digest.hi, digest.lo);
    }
    this.#changedScopes.clear();
    for (const key of this.#changedCounts) {
      const [entity = '', filter = '', value = '', tab = ''] = key.split('\n');
      this.#writeCount.run(entity, filter, value, tab, this.#counts.get(key) ?? 0);
    }
    this.#changedCounts.clear();
  }
}

function scopeKey(entity: string, scope: string): string {
  return `${entity}\n${scope}`;
}

// No name of a table, filter or status and no code or id contains a line feed.
function countKey(entity: string, filter: string, value: string, tab: string): string {
  return `${entity}\n${filter}\n${value}\n${tab}`;
}
