// What must hold once everything is quiet, seen from the database: each answered command took effect exactly once, each desk holds exactly
// what it may see, and each page was the feed, in its order, without a gap or a repetition.
import { expect } from 'vitest';
import type { Database } from '#server/db/database.ts';
import { scopesIn } from '#shared/contract/coverage.ts';
import { syncedEntities } from '#shared/domain/entities.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Page, WireDesk } from '#test/support/wire-desk.ts';

/** The value; a refusal fails the test with its code. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

type FeedRow = {
  readonly seq: number;
  readonly entity: string;
  readonly id: string;
  readonly version: number;
  readonly scopes: readonly string[];
  readonly prev: readonly string[];
};

export async function everyCommandOnce(database: Database, desks: readonly WireDesk[]): Promise<void> {
  const { rows } = await database.query<{ id: string; outcome: string; seq: number | null; times: number }>(
    `SELECT command_id AS id, max(outcome) AS outcome, max(seq) AS seq, count(*)::int AS times
     FROM audit_log WHERE desk_id IS NOT NULL AND command_id IS NOT NULL GROUP BY command_id`,
  );
  const audited = new Map(rows.map((row) => [row.id, row]));
  expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
  let answered = 0;
  for (const desk of desks) {
    expect(desk.pending).toEqual([]);
    for (const [id, outcome] of desk.settled) {
      const kept = audited.get(id);
      expect([id, kept?.outcome]).toEqual([id, outcome.kind]);
      if (outcome.kind === 'applied') expect([id, kept?.seq]).toEqual([id, outcome.seq]);
      answered += 1;
    }
  }
  // Nothing took effect that nobody sent.
  expect(audited.size).toBe(answered);
}

/** The desk's rows are the server's, filtered by the scopes it holds; so are the digests. */
export async function equalToServer(database: Database, desk: WireDesk): Promise<void> {
  const held = scopesIn(desk.replica.state.held);
  const truth = new Map<string, unknown>();
  for (const entity of syncedEntities.keys()) {
    const { rows } = await database.query<{ id: string; v: number; s: string[]; b: unknown }>(
      `SELECT id, version AS v, scopes AS s, body AS b FROM ${entity} WHERE scopes && $1::text[]`,
      [held],
    );
    for (const { id, ...row } of rows) truth.set(`${entity}/${id}`, row);
  }
  expect(desk.replica.rows).toEqual(truth);
  expect(desk.differing()).toEqual([]);
}

export async function readFeed(database: Database): Promise<readonly FeedRow[]> {
  const { rows } = await database.query<FeedRow>(
    'SELECT seq, entity, id, version, scopes, prev_scopes AS prev FROM feed ORDER BY seq, n',
  );
  return rows;
}

/** Every page brought the rows of its stretch of the feed, each row's last state in it, in the order of the numbers, and nothing else. */
export function pagesAreTheFeed(feed: readonly FeedRow[], desk: WireDesk): void {
  const numbers = new Map(feed.map((row) => [nameOf(row), row.seq]));
  let before: number | null = null;
  for (const page of desk.pages) {
    if (page.from !== null) {
      if (before !== null) expect(page.from).toBe(before);
      const names = page.lines.map(({ t, i, d, x, v }) => `${t}/${i ?? d ?? x}@${v}`);
      const order = names.map((name) => numbers.get(name) ?? -1);
      // Lines of one number belong together and have no order among themselves.
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect([...names].sort()).toEqual(stretch(feed, page.from, page.end));
    }
    before = page.end.state.cursor;
  }
}

const nameOf = ({ entity, id, version }: FeedRow) => `${entity}/${id}@${version}`;

function stretch(feed: readonly FeedRow[], from: number, { state }: Page['end']): readonly string[] {
  const held = new Set(scopesIn(state.held));
  const last = new Map<string, string>();
  for (const row of feed) {
    if (row.seq <= from || row.seq > state.cursor) continue;
    if (![...row.scopes, ...row.prev].some((scope) => held.has(scope))) continue;
    last.set(`${row.entity}/${row.id}`, nameOf(row));
  }
  return [...last.values()].sort();
}

/** No two transactions share a number, and none is missing. */
export function feedHasNoGaps(feed: readonly FeedRow[]): void {
  const numbers = [...new Set(feed.map(({ seq }) => seq))];
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
}
