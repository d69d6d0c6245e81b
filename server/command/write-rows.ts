// Turns decisions into what is written: the new state of each row once, and every step to it; those of synced rows for the feed. A row that does
// not fit its own schema is never stored: it throws, as only a bug can make one.
import type { Scope } from '#shared/domain/actor.ts';
import { type Change, changesRow, type RowChange as RowToChange } from '#shared/domain/command.ts';
import type { Entity, Row } from '#shared/domain/entity.ts';
import { isSynced } from '#shared/domain/kept.ts';
import { bodyOf } from '#shared/domain/stored-body.ts';
import { type RowKey, rowKey } from '#shared/domain/working-set.ts';
import { type Digest, rowDigest, xorDigest } from '#shared/kernel/digest.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Sql } from '../db/database.ts';
import { projections } from '../modules.ts';
import type { RowChange } from '../server-module.ts';
import { CommandBug } from './decide.ts';
import { arrayLiteral, deleteRows, type NewRow, tableOf, writeRows } from './entity-store.ts';
import type { RowCache } from './row-cache.ts';
import type { Stored } from './row-memory.ts';

/** One version of a row, for the history; the feed tells desks of those that are `synced`. */
export type RowStep = {
  readonly synced: boolean;
  /** 1 for the first command that changes something, and so on. */
  readonly offset: number;
  readonly n: number;
  readonly entity: string;
  readonly id: Id;
  readonly version: number;
  readonly op: 'put' | 'delete';
  readonly scopes: readonly Scope[];
  readonly prevScopes: readonly Scope[];
  readonly text: string | null;
};

/** By how much the sums of one record type in one scope change. */
export type ScopeDelta = {
  readonly scope: Scope;
  readonly entity: string;
  readonly count: number;
  readonly digest: Digest;
};

type State = { readonly version: number; readonly stored: NewRow | null };

/** Collects the rows of one transaction, command by command. */
export class RowWriter {
  readonly steps: RowStep[] = [];
  readonly #cache: RowCache;
  readonly #states = new Map<RowKey, State & { readonly entity: string; readonly id: Id }>();
  /** Of rows that are not there now. */
  readonly #lastVersions: ReadonlyMap<RowKey, number>;
  readonly #deltas = new Map<string, ScopeDelta>();

  private constructor(cache: RowCache, lastVersions: ReadonlyMap<RowKey, number>) {
    this.#cache = cache;
    this.#lastVersions = lastVersions;
  }

  /** Looks whether the rows that are new have been there before: they go on counting where they stopped. */
  static async open(
    sql: Sql,
    cache: RowCache,
    written: ReadonlyMap<string, ReadonlySet<Id>>,
  ): Promise<RowWriter> {
    const fresh = [...written].flatMap(([entity, ids]) =>
      [...ids].filter((id) => cache.stored(entity, id) === null).map((id) => ({ entity, id })),
    );
    const lastVersions = new Map<RowKey, number>();
    if (fresh.length > 0) {
      const { rows } = await sql.query<{ entity: string; id: Id; version: number | null }>(
        `SELECT u.entity, u.id, (SELECT max(h.version) FROM row_history h WHERE h.entity = u.entity AND h.id = u.id) AS version
         FROM unnest($1::text[], $2::text[]) AS u(entity, id)`,
        [fresh.map(({ entity }) => entity), fresh.map(({ id }) => id)],
        { name: 'last_versions' },
      );
      for (const { entity, id, version } of rows)
        if (version !== null) lastVersions.set(rowKey(entity, id), version);
    }
    return new RowWriter(cache, lastVersions);
  }

  /** The changes of one command, under one sequence number. Whether anything is different afterwards. */
  add(changes: readonly Change[], offset: number): boolean {
    const last = new Map<RowKey, RowToChange>();
    for (const change of changes) {
      if (!changesRow(change)) continue;
      const key = rowKey(change.entity, change.op === 'put' ? change.row.id : change.id);
      last.delete(key);
      last.set(key, change);
    }
    let n = 0;
    for (const change of last.values()) {
      const row =
        change.op === 'put' ? this.#put(change.entity, change.row) : this.#remove(change.entity, change.id);
      if (row === undefined) continue;
      this.steps.push({ ...row, synced: this.#isSynced(change.entity), offset, n });
      n += 1;
    }
    return n > 0;
  }

  #put(entity: string, row: Row): Omit<RowStep, 'synced' | 'offset' | 'n'> | undefined {
    const { kind } = tableOf(entity, this.#cache.tables);
    const before = this.#state(entity, row.id);
    const text = bodyOf(kind, row);
    if (before.stored?.text === text) return undefined;
    const parsed = kind.schema.safeParse(row);
    if (!parsed.success)
      throw new CommandBug(`a decision made a row of ${entity} that does not fit its schema`);
    const scopes = [...new Set(kind.scopes(row))].sort();
    const version = before.version + 1;
    const stored: NewRow = { id: row.id, version, scopes, text, row };
    this.#states.set(rowKey(entity, row.id), { entity, id: row.id, version, stored });
    this.#count(entity, before.stored, -1);
    this.#count(entity, stored, 1);
    const prevScopes = before.stored?.scopes ?? [];
    return { entity, id: row.id, version, op: 'put', scopes, prevScopes, text };
  }

  #remove(entity: string, id: Id): Omit<RowStep, 'synced' | 'offset' | 'n'> | undefined {
    const before = this.#state(entity, id);
    if (before.stored === null) return undefined;
    const { scopes } = before.stored;
    const version = before.version + 1;
    this.#states.set(rowKey(entity, id), { entity, id, version, stored: null });
    this.#count(entity, before.stored, -1);
    return { entity, id, version, op: 'delete', scopes, prevScopes: scopes, text: null };
  }

  #state(entity: string, id: Id): State {
    const key = rowKey(entity, id);
    const changed = this.#states.get(key);
    if (changed !== undefined) return changed;
    const stored: Stored | null = this.#cache.stored(entity, id);
    return { version: stored?.version ?? this.#lastVersions.get(key) ?? 0, stored };
  }

  #isSynced(entity: string): boolean {
    return isSynced(tableOf(entity, this.#cache.tables).kind);
  }

  #count(entity: string, row: NewRow | null, by: 1 | -1): void {
    if (row === null || !this.#isSynced(entity)) return;
    const digest = rowDigest(row.id, row.version);
    for (const scope of row.scopes) {
      const key = `${scope} ${entity}`;
      const sum = this.#deltas.get(key) ?? { count: 0, digest: { hi: 0, lo: 0 } };
      this.#deltas.set(key, {
        scope,
        entity,
        count: sum.count + by,
        digest: xorDigest(sum.digest, digest),
      });
    }
  }

  deltas(): readonly ScopeDelta[] {
    return [...this.#deltas].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, delta]) => delta);
  }

  /** Writes each row's last state: two or three statements per table. */
  async write(sql: Sql): Promise<void> {
    for (const [entity, table] of this.#cache.tables) {
      const states = [...this.#states.values()].filter((state) => state.entity === entity);
      if (states.length === 0) continue;
      const inserts: NewRow[] = [];
      const updates: NewRow[] = [];
      const deletes: Id[] = [];
      for (const { id, stored } of states) {
        const existed = this.#cache.stored(entity, id) !== null;
        if (stored !== null) (existed ? updates : inserts).push(stored);
        else if (existed) deletes.push(id);
      }
      if (inserts.length > 0) await writeRows(sql, table, 'insert', inserts);
      if (updates.length > 0) await writeRows(sql, table, 'update', updates);
      if (deletes.length > 0) await deleteRows(sql, entity, deletes, this.#cache.tables);
      const changes = states.map(({ id, stored }) => ({
        id,
        before: this.#cache.stored(entity, id)?.row,
        after: stored?.row,
        scopes: stored?.scopes ?? [],
      }));
      await this.#writeFileRefs(sql, table.kind, changes);
      for (const projection of projections) {
        if (projection.entity === entity) await projection.write(sql, changes);
      }
    }
  }

  /** Whoever sees a row may have the files it names: the references follow the row and its scopes. A row that is kept here nobody sees. */
  async #writeFileRefs(
    sql: Sql,
    kind: Entity,
    changes: readonly (RowChange & { readonly scopes: readonly Scope[] })[],
  ): Promise<void> {
    const concerned = changes
      .map((change) => ({ ...change, files: filesOf(kind, change.after) }))
      .filter(({ before, files }) => files.length > 0 || filesOf(kind, before).length > 0);
    if (concerned.length === 0) return;
    const ids = concerned.map(({ id }) => id);
    await sql.query('DELETE FROM attachment_refs WHERE entity = $1 AND row_id = ANY($2::text[])', [
      kind.name,
      ids,
    ]);
    const refs = concerned.flatMap(({ id, files, scopes }) =>
      files.map((sha256) => ({ id, sha256, scopes: arrayLiteral(isSynced(kind) ? scopes : []) })),
    );
    if (refs.length === 0) return;
    await sql.query(
      `INSERT INTO attachment_refs (entity, row_id, sha256, scopes)
       SELECT $1, u.id, u.sha256, u.scopes::text[] FROM unnest($2::text[], $3::text[], $4::text[]) AS u(id, sha256, scopes)`,
      [kind.name, refs.map((ref) => ref.id), refs.map((ref) => ref.sha256), refs.map((ref) => ref.scopes)],
    );
  }
}

function filesOf(kind: Entity, row: Row | undefined): readonly string[] {
  return row === undefined ? [] : [...new Set(kind.files(row))];
}
