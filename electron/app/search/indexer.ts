// Keeps the search index behind the rows, in slices short enough that no query waits for one noticeably. What is not indexed yet is not found by
// rare words, and nothing else; a query first lets the index take up what changed last.

import { err, ok, type Result } from '#shared/kernel/result.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import { indexTerms, searchText } from '#shared/replica-format/terms.ts';
import type { Account } from '../account.ts';
import type { Replica } from '../db/replica/replica.ts';
import { storageError } from '../db/storage-error.ts';
import type { Timers } from '../ports.ts';

const sliceMs = 12;
const betweenSlicesMs = 4;
/** While one command follows the other, none of them waits for the index: a query brings it up to date by itself. */
const afterChangeMs = 200;
const rowsAtOnce = 20;

/** Whether rows still wait after a slice. */
type Left = 'more' | 'done';
type Columns = readonly (string | number | null)[];

export class SearchIndexer {
  readonly #account: Account;
  readonly #timers: Timers;
  #timer: unknown;
  #stopped: boolean = false;

  constructor(account: Account, timers: Timers) {
    this.#account = account;
    this.#timers = timers;
  }

  /** Rows have changed. */
  wake(): void {
    this.#workIn(afterChangeMs);
  }

  stop(): void {
    this.#stopped = true;
    this.#timers.clearTimeout(this.#timer);
  }

  /**
   * Takes up changes for one slice's time; what is left follows later. Refused where the index cannot be written: with what the disk says, else
   * `internal`. A page may do without what is missing, a file may not.
   */
  catchUp(): Result<Left> {
    const left = this.#slice();
    if (left.ok && left.value === 'more') this.#workIn(betweenSlicesMs);
    return left;
  }

  /** Rows that wait to be indexed. */
  waiting(): number {
    const { replica } = this.#account;
    return searchedIn(replica).reduce((sum, entity) => sum + waitingOf(replica, entity), 0);
  }

  #workIn(milliseconds: number): void {
    if (this.#stopped || this.#timer !== undefined) return;
    this.#timer = this.#timers.setTimeout(() => {
      this.#timer = undefined;
      if (!this.#stopped) this.catchUp();
    }, milliseconds);
  }

  /** Works for one slice's time. */
  #slice(): Result<Left> {
    const { replica } = this.#account;
    try {
      return ok(indexSlice(replica, sliceMs) ? 'more' : 'done');
    } catch (thrown) {
      // A full disk: the index waits. A damaged file shows itself to the next query, which knows what to do.
      const error = storageError(thrown) ?? { code: 'internal' };
      this.#account.ports.log({ level: 'warn', event: 'search.index_failed', details: { code: error.code } });
      return err(error);
    }
  }
}

/** Record types of which something is searched. Rows that a rebuild still moves come below the mark: it is set when all are there. */
function searchedIn(replica: Replica): readonly string[] {
  return [...replica.tables.values()].flatMap(({ kind, complete }) =>
    kind.searched.length > 0 && complete ? [kind.name] : [],
  );
}

/** Indexes rows for about so long, in one transaction; true when there is more to do. */
export function indexSlice(replica: Replica, milliseconds: number): boolean {
  const entities = searchedIn(replica).filter((entity) => waitingOf(replica, entity) > 0);
  if (entities.length === 0) return false;
  const end = performance.now() + milliseconds;
  return replica.write(() => {
    for (const entity of entities) {
      const writer = indexWriter(replica, entity);
      while (writer.step()) {
        if (performance.now() >= end) return true;
      }
    }
    return false;
  });
}

function indexWriter(replica: Replica, entity: string): { step(): boolean } {
  const { db } = replica.connection;
  const columns = (replica.table(entity)?.kind.searched ?? []).map(snakeCase).join(', ');
  const dirty = db
    .prepare<[string, number], number>(
      'SELECT row_no FROM search_dirty WHERE entity = ? ORDER BY row_no LIMIT ?',
    )
    .pluck();
  const clean = db.prepare<[string, number]>('DELETE FROM search_dirty WHERE entity = ? AND row_no = ?');
  const one = db
    .prepare<[number], Columns>(`SELECT row_no, ${columns} FROM ${entity} WHERE row_no = ?`)
    .raw();
  const following = db
    .prepare<[number, number], Columns>(
      `SELECT row_no, ${columns} FROM ${entity} WHERE row_no > ? ORDER BY row_no LIMIT ?`,
    )
    .raw();
  const forgetTerms = db.prepare<[number]>(`DELETE FROM ${entity}_search WHERE rowid = ?`);
  const forgetWords = db.prepare<[number]>(`DELETE FROM ${entity}_words WHERE row_no = ?`);
  const addTerms = db.prepare<[number, string]>(`INSERT INTO ${entity}_search (rowid, terms) VALUES (?, ?)`);
  const addWords = db.prepare<[number, string]>(`INSERT INTO ${entity}_words (row_no, text) VALUES (?, ?)`);
  const saveUpto = db.prepare<[string, number]>(
    'INSERT INTO search_progress (entity, upto) VALUES (?, ?) ON CONFLICT (entity) DO UPDATE SET upto = excluded.upto',
  );
  let upto = uptoOf(replica, entity);
  return { step };

  function step(): boolean {
    const changed = dirty.all(entity, rowsAtOnce);
    for (const rowNo of changed) {
      if (forgetWords.run(rowNo).changes > 0) forgetTerms.run(rowNo);
      const row = one.get(rowNo);
      if (row !== undefined) add(row);
      clean.run(entity, rowNo);
    }
    if (changed.length > 0) return true;
    const rows = following.all(upto, rowsAtOnce);
    for (const row of rows) add(row);
    if (rows.length === 0) return false;
    upto = Number(rows.at(-1)?.[0] ?? upto);
    saveUpto.run(entity, upto);
    replica.table(entity)?.indexed(upto);
    return rows.length === rowsAtOnce;
  }

  function add([rowNo, ...values]: Columns): void {
    const text = searchText(values.flatMap((value) => (value === null ? [] : [String(value)])));
    addWords.run(Number(rowNo), text);
    addTerms.run(Number(rowNo), indexTerms(text));
  }
}

function uptoOf(replica: Replica, entity: string): number {
  const upto = replica.connection.db
    .prepare<[string], number>('SELECT upto FROM search_progress WHERE entity = ?')
    .pluck()
    .get(entity);
  return upto ?? 0;
}

function waitingOf(replica: Replica, entity: string): number {
  const { db } = replica.connection;
  const dirty = db
    .prepare<[string], number>('SELECT count(*) FROM search_dirty WHERE entity = ?')
    .pluck()
    .get(entity);
  const last = db.prepare<[], number | null>(`SELECT max(row_no) FROM ${entity}`).pluck().get() ?? 0;
  return (dirty ?? 0) + Math.max(0, last - uptoOf(replica, entity));
}
