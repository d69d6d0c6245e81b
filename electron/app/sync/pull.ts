// Brings the replica to the server's present state, page by page. What to ask for next is the server's decision: its state is kept with the
// rows it describes and sent back. A replica that has nothing yet, or has to start over, is filled in a file of its own (staging.ts).
import {
  type Coverage,
  coverageOf,
  difference,
  noCoverage,
  scopesByType,
  scopesIn,
  union,
} from '#shared/contract/coverage.ts';
import { protocol1, stateFrom1, stateTo1, wholeScopes } from '#shared/contract/protocol-1.ts';
import type { PullState, ScopeDigest } from '#shared/contract/sync.ts';
import { type Digest, emptyDigest, sameDigest, xorDigest } from '#shared/kernel/digest.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import type { Replica } from '../db/replica/replica.ts';
import type { TransportResponse } from '../ports.ts';
import { applyLines, applyPage } from './apply-page.ts';
import { type Page, type PageEnd, readLines, readPage } from './page.ts';
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
  // From the beginning in the older words: what they cannot say is let go of first.
  return account.speech.ask(() => {
    const { replica } = account;
    const startsOver =
      replica.state.cursor === null || replica.meta('startOver') === true || stagingExists(account.folder);
    return startsOver ? firstPull(account, hooks) : livePull(account, hooks);
  });
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
  letGoOfUnsayable(account, account.replica);
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
      const scopes = scopesIn(wrong).length;
      account.startOverOnce(() => startOver(account));
      account.ports.log({ level: 'error', event: 'sync.mismatch', details: { scopes } });
      return err({ code: 'storage_damaged', params: { reason: 'digest', scopes } });
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
  let wrong: Coverage = noCoverage;
  let last: PageEnd;
  try {
    letGoOfUnsayable(account, staging);
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
  // There was no room to open it: what it holds shows later.
  if (account.rebuilding) return ok({ rows, pages });
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
): Promise<Result<PageEnd>> {
  const { protocol } = account.speech;
  const answer = await ask(account, staging.state, stagingPageRows, hooks);
  if (!answer.ok) return answer;
  const end = await readLines(answer.value.body, protocol, stagingRowsAtOnce, async (lines) => {
    written(applyLines(staging, lines));
    await hooks.pause();
  });
  if (end.ok) {
    account.speech.heard(end.value.speaks);
    const { epoch } = end.value.state;
    const known = account.identity.id('epoch');
    // Whoever asks from nothing names no epoch: that the server was restored is seen here, or what it has lost would never be offered again.
    if (known !== null && known !== epoch) return err({ code: 'epoch_changed', params: { epoch } });
    applyPage(staging, { lines: [], end: end.value }, () => [], account.rules);
  }
  return end;
}

async function fetchPage(account: Account, state: PullState, hooks: PullHooks): Promise<Result<Page>> {
  const { protocol } = account.speech;
  const answer = await ask(account, state, livePageRows, hooks);
  if (!answer.ok) return answer;
  const page = await readPage(answer.value.body, protocol);
  if (page.ok) account.speech.heard(page.value.end.speaks);
  return page;
}

function ask(
  account: Account,
  state: PullState,
  limit: number,
  { signal }: PullHooks,
): Promise<Result<TransportResponse>> {
  const { deskId, rules, speech } = account;
  const request =
    speech.protocol === 1
      ? { protocol: 1, deskId, state: stateTo1(state), limit }
      : { protocol: speech.protocol, deskId, types: [...rules.entities.keys()], state, limit };
  return account.server.stream({ ...jsonRequest('/sync/pull', request), signal });
}

function afterPage(account: Account, { state, now }: PageEnd): void {
  account.identity.serverTimeIs(now);
  account.outbox.finish(state.cursor, now);
  account.replicaChanged();
}

/**
 * A server of protocol 1 is told of whole scopes only. Whatever else is held or half gained leaves the replica with its rows and is gained anew,
 * there or from a newer server: an answer must never be taken for more than was asked.
 */
function letGoOfUnsayable(account: Account, replica: Replica): void {
  const { state } = replica;
  if (account.speech.protocol !== 1 || state.cursor === null) return;
  const said = stateFrom1(stateTo1(state));
  const kept = covered(said);
  const unsaid = difference(covered(state), kept);
  if (unsaid.length === 0) return;
  replica.write(() => {
    replica.restoreBase();
    replica.dropScopes(unsaid, kept);
    replica.saveState(said);
  });
  if (replica === account.replica) account.bringUpToDate();
}

function covered({ held, gaining }: PullState): Coverage {
  return union(held, gaining?.of ?? noCoverage);
}

/** What of the replica is not the server's. Only at rest: nothing being gained, nothing newer on the way. */
function differing(replica: Replica, end: PageEnd): Coverage {
  const { state, more, head, digests, summed } = end;
  if (more || state.gaining !== null || state.cursor !== head) return noCoverage;
  if (summed !== null) {
    const wrong = Object.entries(summed).filter(([scope, sum]) => !same(wholeSum(replica, scope), sum));
    return wholeScopes(wrong.map(([scope]) => scope));
  }
  if (digests === null) return noCoverage;
  const held = [...scopesByType(state.held)].flatMap(([type, scopes]) =>
    [...scopes].map((scope) => [type, scope] as const),
  );
  return coverageOf(
    held.filter(
      ([type, scope]) => !same(replica.tallies.sum(type, scope), digests[type]?.[scope] ?? [0, 0, 0]),
    ),
  );
}

type Sum = { readonly count: number; readonly digest: Digest };

function same({ count, digest }: Sum, [theirs, hi, lo]: ScopeDigest): boolean {
  return count === theirs && sameDigest(digest, { hi, lo });
}

/** Over the types that protocol 1 sums up. */
function wholeSum({ tallies }: Replica, scope: string): Sum {
  return protocol1.types
    .map((type) => tallies.sum(type, scope))
    .reduce(
      (sum, { count, digest }) => ({
        count: sum.count + count,
        digest: xorDigest(sum.digest, digest),
      }),
      { count: 0, digest: emptyDigest },
    );
}

/** Counts again from the rows; what still differs is let go of, so that the server sends it anew. The outbox has no part in it. */
function repair(account: Account, wrong: Coverage): void {
  const { replica } = account;
  const pairs = [...scopesByType(wrong)].flatMap(([type, scopes]) =>
    [...scopes].map((scope) => [type, scope] as const),
  );
  replica.write(() => {
    replica.restoreBase();
    const before = pairs.map(([type, scope]) => replica.tallies.sum(type, scope));
    replica.recount(wrong);
    const miscounted = pairs.filter(([type, scope], index) => {
      const now = replica.tallies.sum(type, scope);
      const then = before[index];
      return then !== undefined && (now.count !== then.count || !sameDigest(now.digest, then.digest));
    });
    // Only the sums were wrong: the next comparison tells whether the rows are right.
    const fetched = difference(wrong, coverageOf(miscounted));
    if (fetched.length > 0) {
      replica.dropScopes(fetched, noCoverage);
      const { state } = replica;
      replica.saveState({ ...state, held: difference(state.held, fetched) });
    }
  });
  account.bringUpToDate();
  const scopes = scopesIn(wrong);
  account.ports.log({ level: 'warn', event: 'sync.repaired', details: { scopes: scopes.length } });
  account.emit({ type: 'sync.repaired', scopes: [...scopes] });
}
