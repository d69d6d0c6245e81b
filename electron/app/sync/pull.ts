// Brings the replica to the server's present state, page by page. What to ask for next is the server's decision: its state is kept with the
// rows it describes and sent back. A replica that has nothing yet, or has to start over, is filled in a file of its own (staging.ts).
import { type PullEnd, type PullState, protocol } from '#shared/contract/sync.ts';
import { sameDigest } from '#shared/kernel/digest.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import type { Replica } from '../db/replica/replica.ts';
import type { TransportResponse } from '../ports.ts';
import { applyLines, applyPage } from './apply-page.ts';
import { type Page, readLines, readPage } from './page.ts';
import { jsonRequest } from './server-call.ts';
import { completeStaging, dropStaging, openStaging, stagingExists, takePlace } from './staging.ts';

export type Pulled = { readonly rows: number; readonly pages: number };
export type PullHooks = {
  /** Rows of a first sync so far. */
  readonly progress: (rows: number) => void;
  /** Lets other work of this thread run. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
};

/** Small enough that applying a page never holds a query up for long; large enough for the first sync. */
const livePageRows = 1_000;
const stagingPageRows = 10_000;
const stagingRowsAtOnce = 250;
/** A scope that does not come right is not fetched over and over. */
const maxRepairs = 3;

/** Error codes: those of the server, `server_unreachable`, `epoch_changed` {epoch}, `cursor_expired`; what the disk says is thrown. */
export async function pull(account: Account, hooks: PullHooks): Promise<Result<Pulled>> {
  const { replica } = account;
  const startsOver =
    replica.state.cursor === null || replica.meta('startOver') === true || stagingExists(account.folder);
  return startsOver ? firstPull(account, hooks) : livePull(account, hooks);
}

/** The feed does not lead on from where this replica, or the file begun for it, stands. The replica keeps answering until the new one is there. */
export function startOver(account: Account): void {
  account.replica.write(() => account.replica.setMeta('startOver', true));
  dropStaging(account.folder);
}

async function livePull(account: Account, hooks: PullHooks): Promise<Result<Pulled>> {
  let rows = 0;
  let pages = 0;
  let repairs = 0;
  let next = fetchPage(account, account.replica.state, hooks);
  for (;;) {
    const page = await next;
    if (!page.ok) return page;
    const { end } = page.value;
    if (end.more) next = fetchPage(account, end.state, hooks);
    const applied = applyPage(
      account.replica,
      page.value,
      (cursor) => account.outbox.live(cursor),
      account.rules,
    );
    rows += applied.rows;
    pages += 1;
    afterPage(account, end);
    if (end.more) {
      await hooks.pause();
      continue;
    }
    const wrong = differing(account.replica, end);
    if (wrong.length === 0) return ok({ rows, pages });
    repairs += 1;
    if (repairs > maxRepairs) {
      account.ports.log({ level: 'error', event: 'sync.mismatch', details: { scopes: wrong.length } });
      return err({ code: 'storage_damaged', params: { reason: 'digest', scopes: wrong.length } });
    }
    repair(account, wrong);
    next = fetchPage(account, account.replica.state, hooks);
  }
}

async function firstPull(account: Account, hooks: PullHooks): Promise<Result<Pulled>> {
  const { folder, rules, openDatabase } = account;
  const staging = openStaging(folder, rules.entities, openDatabase);
  let rows = 0;
  let pages = 0;
  let wrong: readonly string[] = [];
  let last: PullEnd;
  try {
    for (;;) {
      const end = await fillStaging(account, staging, hooks, (more) => {
        rows += more;
        hooks.progress(rows);
      });
      if (!end.ok) {
        staging.close();
        return end;
      }
      pages += 1;
      wrong = differing(staging, end.value);
      last = end.value;
      if (!last.more) break;
    }
    await completeStaging(staging, rules.entities, folder, hooks.pause);
  } catch (thrown) {
    if (staging.connection.db.open) staging.close();
    throw thrown;
  }
  account.exchangeReplica(() => takePlace(folder));
  afterPage(account, last);
  if (wrong.length === 0) return ok({ rows, pages });
  repair(account, wrong);
  const rest = await livePull(account, hooks);
  return rest.ok ? ok({ rows: rows + rest.value.rows, pages: pages + rest.value.pages }) : rest;
}

/**
 * One page, written as it comes: rows are guarded by their versions, so a page that breaks off is simply read again. Neither does it have to
 * fit into memory, nor does anything else of this thread wait for it.
 */
async function fillStaging(
  account: Account,
  staging: Replica,
  hooks: PullHooks,
  written: (rows: number) => void,
): Promise<Result<PullEnd>> {
  const answer = await ask(account, staging.state, stagingPageRows, hooks);
  if (!answer.ok) return answer;
  const end = await readLines(answer.value.body, stagingRowsAtOnce, async (lines) => {
    written(applyLines(staging, lines));
    await hooks.pause();
  });
  if (end.ok) applyPage(staging, { lines: [], end: end.value }, () => [], account.rules);
  return end;
}

async function fetchPage(account: Account, state: PullState, hooks: PullHooks): Promise<Result<Page>> {
  const answer = await ask(account, state, livePageRows, hooks);
  return answer.ok ? readPage(answer.value.body) : answer;
}

function ask(
  account: Account,
  state: PullState,
  limit: number,
  { signal }: PullHooks,
): Promise<Result<TransportResponse>> {
  const request = jsonRequest('/sync/pull', { protocol, deskId: account.deskId, state, limit });
  return account.server.stream({ ...request, signal });
}

function afterPage(account: Account, { state, now }: PullEnd): void {
  account.identity.serverTimeIs(now);
  account.outbox.finish(state.cursor, now);
  account.replicaChanged();
}

/** Scopes whose rows are not the server's. Only at rest: nothing being gained, nothing newer on the way. */
function differing(replica: Replica, end: PullEnd): readonly string[] {
  if (end.more || end.state.gaining !== null || end.state.cursor !== end.head) return [];
  return Object.entries(end.digests)
    .filter(([scope, [count, hi, lo]]) => {
      const sum = replica.tallies.scope(scope);
      return sum.count !== count || !sameDigest(sum.digest, { hi, lo });
    })
    .map(([scope]) => scope);
}

/** Counts again from the rows; what still differs is let go of, so that the server sends it anew. The outbox has no part in it. */
function repair(account: Account, scopes: readonly string[]): void {
  const { replica } = account;
  const wrong = new Set(scopes);
  replica.write(() => {
    replica.restoreBase();
    const before = scopes.map((scope) => replica.tallies.scope(scope));
    replica.recount(wrong);
    const miscounted = scopes.filter((scope, index) => {
      const now = replica.tallies.scope(scope);
      const then = before[index];
      return then !== undefined && (now.count !== then.count || !sameDigest(now.digest, then.digest));
    });
    // Only the sums were wrong: the next comparison tells whether the rows are right.
    const fetched = scopes.filter((scope) => !miscounted.includes(scope));
    if (fetched.length > 0) {
      replica.dropScopes(new Set(fetched), new Set());
      const { state } = replica;
      replica.saveState({ ...state, held: state.held.filter((scope) => !fetched.includes(scope)) });
    }
  });
  account.bringUpToDate();
  account.ports.log({ level: 'warn', event: 'sync.repaired', details: { scopes: scopes.length } });
  account.emit({ type: 'sync.repaired', scopes: [...scopes] });
}
