// One page of a pull, from one snapshot of the database: head, digests and rows are of the same moment. Lines are joined by PostgreSQL from
// the stored text and passed on unread, a few hundred kilobytes at a time, so memory stays flat and a row's JSON is never made anew. Where the network
// does not keep up, the page ends early.
import {
  type Coverage,
  difference,
  fullCoverage,
  scopesByType,
  scopesIn,
  union,
} from '#shared/contract/coverage.ts';
import { endTo1, type PullRequest1, protocol1, stateFrom1 } from '#shared/contract/protocol-1.ts';
import {
  type Gaining,
  knowsExpiredCursors,
  type PullEnd,
  type PullRequest,
  type PullState,
  pullEndSchema,
  type ScopeDigest,
  type TypeDigests,
} from '#shared/contract/sync.ts';
import type { Scope } from '#shared/domain/actor.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { type StoreTables, syncedTables } from '../command/entity-store.ts';
import type { Database, Sql } from '../db/database.ts';
import { feedPage, type LineSink } from './feed-page.ts';
import { letGoOfAll, type PagePlan, type Permitted, planPage } from './plan-page.ts';

export type PullDeps = {
  readonly database: Database;
  /** Other than the product's, for tests. */
  readonly tables?: StoreTables | undefined;
  clock(): Instant;
};

/** Of either protocol; who asks by protocol 1 knows the types of that one. */
export type AnyPull =
  | (Pick<PullRequest, 'protocol' | 'state' | 'limit'> & { readonly types: readonly string[] })
  | Pick<PullRequest1, 'protocol' | 'state' | 'limit'>;

export type PullAnswer =
  | { readonly kind: 'epoch_changed'; readonly epoch: Id }
  | { readonly kind: 'cursor_expired' }
  | { readonly kind: 'page'; readonly end: PullEnd };

/** A page ends earlier than asked for when it has grown to about this many characters. */
const maxPageChars = 16_000_000;
const mostRowsPerStatement = 1000;
/** How long the rows of a table are is known after the first of them. */
const firstRows = 100;
const charsPerStatement = 1_500_000;
/** A text of many more rows would not fit into the short-lived part of the heap, and collecting those costs more than making them. */
const rowsPerPiece = 40;

/**
 * Writes the page's lines to what `begin` gives; `begin` is called once it is certain that there is a page. The end line is written too, and
 * answered for whoever wants to know how far it went.
 */
export function pull(
  deps: PullDeps,
  allowed: readonly Scope[],
  request: AnyPull,
  begin: () => LineSink,
): Promise<PullAnswer> {
  return deps.database.transaction(
    async (tx) => {
      const { epoch, head, trimmedUpto } = await present(tx);
      const { types, state } =
        request.protocol === 1 ? { types: protocol1.types, state: stateFrom1(request.state) } : request;
      const known = state.epoch === null || state.epoch === epoch;
      if (!known || (state.cursor ?? 0) > head) return { kind: 'epoch_changed', epoch };
      const expired = state.cursor !== null && state.cursor < trimmedUpto;
      if (expired && knowsExpiredCursors(request.protocol)) return { kind: 'cursor_expired' };
      const named = new Set(types);
      const entityNames = syncedTables(deps.tables);
      const permitted = { types: entityNames.filter((name) => named.has(name)), scopes: allowed };
      const plan = expired ? letGoOfAll(state, head) : planPage(state, permitted, head, entityNames[0] ?? '');
      const write = begin();
      const next = await writePage(tx, plan, permitted, entityNames, request.limit, head, write);
      const missing = difference(fullCoverage(permitted.types, permitted.scopes), next.held);
      const more = next.gaining !== null || next.cursor < head || missing.length > 0;
      // Protocol 1 has sums on every page.
      const digests = more && request.protocol !== 1 ? null : await digestsOf(tx, next.held);
      const end = pullEndSchema.parse({
        end: true,
        state: { epoch, cursor: next.cursor, held: next.held, gaining: next.gaining },
        lost: plan.lost,
        more,
        head,
        now: deps.clock(),
        digests,
      });
      write(`${JSON.stringify(request.protocol === 1 ? endTo1(end, digests ?? {}) : end)}\n`);
      return { kind: 'page', end };
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}

export type Present = { readonly epoch: Id; readonly head: number; readonly trimmedUpto: number };

/** The life of the database, its newest sequence number, and the one above which its feed is complete. */
export async function present(tx: Sql): Promise<Present> {
  const { rows } = await tx.query<Present>(
    `SELECT h.seq AS head, h.trimmed_upto AS "trimmedUpto", m.value AS epoch FROM feed_head h, server_meta m WHERE h.id = 1 AND m.key = 'epoch'`,
    [],
    { name: 'present' },
  );
  const row = rows[0];
  if (row === undefined) throw new Error('the database has no epoch');
  return row;
}

type Next = Pick<PullState, 'held' | 'gaining'> & { readonly cursor: number };

async function writePage(
  tx: Sql,
  plan: PagePlan,
  permitted: Permitted,
  entityNames: readonly string[],
  limit: number,
  head: number,
  write: LineSink,
): Promise<Next> {
  await chooseWay(tx, plan.gaining);
  if (plan.gaining === null) {
    const cursor = await feedPage(tx, plan.cursor, permitted, limit, head, maxPageChars, write);
    return { cursor, held: plan.kept, gaining: null };
  }
  const gaining = await snapshotPage(tx, plan.gaining, entityNames, limit, write);
  const held = gaining === null ? union(plan.kept, plan.gaining.of) : plan.kept;
  return { cursor: plan.cursor, held, gaining };
}

/** From so many rows on, walking along the primary key is cheaper than collecting and sorting them for every statement. */
const manyRows = 10_000;

/**
 * Statistics may be missing (after a large import, and always on the embedded database, which never gathers them), and then the planner
 * takes any scope for a rare one. We know how many rows a scope has, so we say it: with these ways closed only the walk is left.
 */
async function chooseWay(tx: Sql, gaining: Gaining | null): Promise<void> {
  const rows = gaining === null ? manyRows : await rowsOf(tx, gaining.of);
  if (rows >= manyRows) await tx.exec('SET LOCAL enable_bitmapscan = off; SET LOCAL enable_seqscan = off');
}

async function rowsOf(tx: Sql, coverage: Coverage): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `SELECT coalesce(sum(row_count), 0)::bigint AS count FROM scope_digests
     WHERE scope = ANY($1::text[]) AND entity = ANY($2::text[])`,
    [scopesIn(coverage), [...scopesByType(coverage).keys()]],
  );
  return rows[0]?.count ?? 0;
}

/** Null when the last table is exhausted: all of it is held from now on. */
async function snapshotPage(
  tx: Sql,
  gaining: Gaining,
  entityNames: readonly string[],
  limit: number,
  write: LineSink,
): Promise<Gaining | null> {
  let left = limit;
  let chars = 0;
  let after = gaining.after;
  const scopes = scopesByType(gaining.of);
  // A table that a newer or older program named is begun anew from the first: lines may come twice, never not at all.
  for (const entity of entityNames.slice(Math.max(0, entityNames.indexOf(gaining.entity)))) {
    if (entity !== gaining.entity) after = '';
    const own = [...(scopes.get(entity) ?? [])];
    if (own.length === 0) continue;
    let fitting = firstRows;
    for (;;) {
      if (left <= 0 || chars >= maxPageChars) return { of: gaining.of, entity, after };
      const wanted = Math.min(left, fitting);
      const rows = await snapshotRows(tx, entity, own, after, wanted);
      fitting = rowsThatFit(rows);
      for (let start = 0; start < rows.length; start += rowsPerPiece) {
        const some = rows.slice(start, start + rowsPerPiece);
        const piece = some.reduce((text, [line]) => text + line, '');
        chars += piece.length;
        if (!write(piece)) return { of: gaining.of, entity, after: some.at(-1)?.[1] ?? after };
      }
      left -= rows.length;
      after = rows.at(-1)?.[1] ?? after;
      if (rows.length < wanted) break;
    }
  }
  return null;
}

/** Into the next statement, when its rows are as long as these. */
function rowsThatFit(rows: readonly LineAndId[]): number {
  const chars = rows.reduce((sum, [line]) => sum + line.length, 0);
  return Math.max(1, Math.min(mostRowsPerStatement, Math.floor((charsPerStatement * rows.length) / chars)));
}

type LineAndId = readonly [line: string, id: Id];

async function snapshotRows(
  tx: Sql,
  entity: string,
  scopes: readonly Scope[],
  after: string,
  limit: number,
): Promise<readonly LineAndId[]> {
  const { rows } = await tx.query<LineAndId>(
    `SELECT '{"t":"${entity}","i":' || to_json(id)::text || ',"v":' || version || ',"s":' ||
        array_to_json(scopes)::text || ',"b":' || body::text || E'}\\n', id
     FROM ${entity} WHERE id > $1 AND scopes && $2::text[] ORDER BY id LIMIT $3::int`,
    [after, scopes, limit],
    { arrays: true },
  );
  return rows;
}

type Sum = readonly [entity: string, scope: Scope, count: number, hi: number, lo: number];

/** Of what is held; sums of no rows are left out. */
async function digestsOf(tx: Sql, held: Coverage): Promise<TypeDigests> {
  const { rows } = await tx.query<Sum>(
    `SELECT entity, scope, row_count, hi, lo FROM scope_digests
     WHERE scope = ANY($1::text[]) AND entity = ANY($2::text[]) AND row_count <> 0`,
    [scopesIn(held), [...scopesByType(held).keys()]],
    { name: 'digests', arrays: true },
  );
  const digests: Record<string, Record<Scope, ScopeDigest>> = {};
  for (const [entity, scope, count, hi, lo] of rows) {
    const own = digests[entity] ?? {};
    digests[entity] = own;
    own[scope] = [count, hi, lo];
  }
  return digests;
}
