// One page of a pull, from one snapshot of the database: head, digests and rows are of the same moment. Lines are joined by PostgreSQL from
// the stored text and passed on unread, a few hundred kilobytes at a time, so memory stays flat and a row's JSON is never made anew.
import {
  type Gaining,
  type PullEnd,
  type PullRequest,
  type PullState,
  pullEndSchema,
  type ScopeDigest,
} from '#shared/contract/sync.ts';
import type { Scope } from '#shared/domain/actor.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { type EntityTables, syncedTables } from '../command/entity-store.ts';
import type { Database, Sql } from '../db/database.ts';
import { feedPage, type LineSink } from './feed-page.ts';
import { type PagePlan, planPage } from './plan-page.ts';

export type PullDeps = {
  readonly database: Database;
  /** Other than the product's, for tests. */
  readonly tables?: EntityTables | undefined;
  clock(): Instant;
};

export type PullAnswer =
  | { readonly kind: 'epoch_changed'; readonly epoch: Id }
  | { readonly kind: 'page'; readonly end: PullEnd };

/** A page ends earlier than asked for when it has grown to about this many characters. */
const maxPageChars = 16_000_000;
const rowsPerStatement = 1000;
/** A text of many more rows would not fit into the short-lived part of the heap, and collecting those costs more than making them. */
const rowsPerPiece = 40;

/**
 * Writes the page's lines to what `begin` gives; `begin` is called once it is certain that there is a page. The end line is written too, and
 * answered for whoever wants to know how far it went.
 */
export function pull(
  deps: PullDeps,
  allowed: readonly Scope[],
  request: Pick<PullRequest, 'state' | 'limit'>,
  begin: () => LineSink,
): Promise<PullAnswer> {
  return deps.database.transaction(
    async (tx) => {
      const { epoch, head } = await present(tx);
      const { state } = request;
      const known = state.epoch === null || state.epoch === epoch;
      if (!known || (state.cursor ?? 0) > head) return { kind: 'epoch_changed', epoch };
      const entityNames = syncedTables(deps.tables);
      const plan = planPage(state, allowed, head, entityNames[0] ?? '');
      const write = begin();
      const next = await writePage(tx, plan, entityNames, request.limit, head, write);
      const end = pullEndSchema.parse({
        end: true,
        state: { epoch, cursor: next.cursor, held: next.held, gaining: next.gaining },
        lost: plan.lost,
        more: next.gaining !== null || next.cursor < head || allowed.length > next.held.length,
        head,
        now: deps.clock(),
        digests: await digestsOf(tx, next.held),
      });
      write(`${JSON.stringify(end)}\n`);
      return { kind: 'page', end };
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}

export type Present = { readonly epoch: Id; readonly head: number };

/** The life of the database and its newest sequence number. */
export async function present(tx: Sql): Promise<Present> {
  const { rows } = await tx.query<{ epoch: Id; head: number }>(
    "SELECT h.seq AS head, m.value AS epoch FROM feed_head h, server_meta m WHERE h.id = 1 AND m.key = 'epoch'",
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
  entityNames: readonly string[],
  limit: number,
  head: number,
  write: LineSink,
): Promise<Next> {
  await chooseWay(tx, plan.gaining);
  if (plan.gaining === null) {
    const cursor = await feedPage(tx, plan, limit, head, maxPageChars, write);
    return { cursor, held: [...plan.kept].sort(), gaining: null };
  }
  const gaining = await snapshotPage(tx, plan.gaining, entityNames, limit, write);
  const held = gaining === null ? [...plan.kept, ...plan.gaining.scopes] : plan.kept;
  return { cursor: plan.cursor, held: [...held].sort(), gaining };
}

/** From so many rows on, walking along the primary key is cheaper than collecting and sorting them for every statement. */
const manyRows = 10_000;

/**
 * Statistics may be missing (after a large import, and always on the embedded database, which never gathers them), and then the planner
 * takes any scope for a rare one. We know how many rows a scope has, so we say it: with these ways closed only the walk is left.
 */
async function chooseWay(tx: Sql, gaining: Gaining | null): Promise<void> {
  const rows = gaining === null ? manyRows : await rowsOf(tx, gaining.scopes);
  if (rows >= manyRows) await tx.exec('SET LOCAL enable_bitmapscan = off; SET LOCAL enable_seqscan = off');
}

async function rowsOf(tx: Sql, scopes: readonly Scope[]): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    'SELECT coalesce(sum(count), 0)::bigint AS count FROM scope_digests WHERE scope = ANY($1::text[])',
    [scopes],
  );
  return rows[0]?.count ?? 0;
}

/** Null when the last table is exhausted: the scopes are held from now on. */
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
  // A table that a newer or older program named is begun anew from the first: lines may come twice, never not at all.
  for (const entity of entityNames.slice(Math.max(0, entityNames.indexOf(gaining.entity)))) {
    if (entity !== gaining.entity) after = '';
    for (;;) {
      if (left <= 0 || chars >= maxPageChars) return { scopes: gaining.scopes, entity, after };
      const wanted = Math.min(left, rowsPerStatement);
      const rows = await snapshotRows(tx, entity, gaining.scopes, after, wanted);
      for (let start = 0; start < rows.length; start += rowsPerPiece) {
        let piece = '';
        for (const [line] of rows.slice(start, start + rowsPerPiece)) piece += line;
        write(piece);
        chars += piece.length;
      }
      left -= rows.length;
      after = rows.at(-1)?.[1] ?? after;
      if (rows.length < wanted) break;
    }
  }
  return null;
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

async function digestsOf(tx: Sql, held: readonly Scope[]): Promise<Record<Scope, ScopeDigest>> {
  const { rows } = await tx.query<{ scope: Scope; count: number; hi: number; lo: number }>(
    'SELECT scope, count, hi, lo FROM scope_digests WHERE scope = ANY($1::text[])',
    [held],
    { name: 'digests' },
  );
  const known = new Map<Scope, ScopeDigest>(rows.map(({ scope, count, hi, lo }) => [scope, [count, hi, lo]]));
  return Object.fromEntries(held.map((scope) => [scope, known.get(scope) ?? [0, 0, 0]]));
}
