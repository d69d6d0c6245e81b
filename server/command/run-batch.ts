// The part of a transaction that is the same for desks and machines: decide, let the rows stand still, write, take the numbers.
import type { Actor } from '#shared/domain/actor.ts';
import { type Command, changesRow } from '#shared/domain/command.ts';
import type { ExchangeMessageDraft } from '#shared/domain/exchange-message.ts';
import type { LoadRequest } from '#shared/domain/load.ts';
import type { Vault } from '#shared/domain/vault.ts';
import type { RowKey, WorkingSet } from '#shared/domain/working-set.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Sql } from '../db/database.ts';
import {
  type Decided,
  type Decision,
  decideAll,
  inputHash,
  isRetry,
  type Refused,
  type Request,
} from './decide.ts';
import { Overtaken, type StoreTables } from './entity-store.ts';
import type { AuditEntry, Finish } from './finish.ts';
import type { RowCache } from './row-cache.ts';
import { RowWriter } from './write-rows.ts';

/** Stores outgoing messages in the business transaction; the exchange provides it. */
export type SendStore = (
  tx: Sql,
  sends: readonly { readonly draft: ExchangeMessageDraft; readonly commandId: Id }[],
) => Promise<void>;

export type BatchDeps = {
  readonly commands: ReadonlyMap<string, Command>;
  /** Undefined where the server has not been given the key. */
  readonly vault?: Vault | undefined;
  /** Other than the product's, for tests. */
  readonly tables?: StoreTables | undefined;
  readonly storeSends: SendStore;
};

export type Batch = {
  readonly requests: readonly Request[];
  readonly now: Instant;
  readonly deskId: Id | null;
  actor(set: WorkingSet): Actor | undefined;
  readonly actorKey: RowKey | null;
  /** By the outbox of a desk: online commands are refused, as they may have waited there. */
  readonly pushed?: true;
  readonly refused?: Refused;
};

/** What `finish` needs of it; `offsets` says which sequence number each decision got, null for a refusal. */
export type BatchResult = Pick<Finish, 'taken' | 'steps' | 'deltas' | 'audit'> & {
  readonly decisions: readonly Decision[];
  readonly offsets: readonly (number | null)[];
  /** Whether any row or message came of it. */
  readonly changed: boolean;
};

const maxRounds = 5;

export async function runBatch(
  tx: Sql,
  cache: RowCache,
  deps: BatchDeps,
  batch: Batch,
): Promise<BatchResult> {
  const options = { ...batch, commands: deps.commands, vault: deps.vault };
  for (let round = 1; ; round += 1) {
    const decided = await decideAll(cache, batch.requests, options);
    const written = writtenBy(decided.decisions);
    if (written.size === 0 || (await standStill(cache, decided, written))) {
      return write(tx, cache, deps, batch, decided, written);
    }
    if (round === maxRounds) throw new Overtaken('rows kept changing');
  }
}

async function standStill(
  cache: RowCache,
  { reads }: Decided,
  written: ReadonlyMap<string, ReadonlySet<Id>>,
): Promise<boolean> {
  const unread: LoadRequest[] = [...written].flatMap(([entity, ids]) =>
    [...ids].filter((id) => !cache.knows(entity, id)).map((id) => ({ kind: 'one' as const, entity, id })),
  );
  if (unread.length > 0) await cache.fetch(unread, cache.workingSet());
  return cache.lock(reads, written);
}

async function write(
  tx: Sql,
  cache: RowCache,
  deps: BatchDeps,
  batch: Batch,
  { decisions }: Decided,
  written: ReadonlyMap<string, ReadonlySet<Id>>,
): Promise<BatchResult> {
  const writer = await RowWriter.open(tx, cache, written);
  const offsets: (number | null)[] = [];
  const sends: { draft: ExchangeMessageDraft; commandId: Id }[] = [];
  let taken = 0;
  for (const { request, result } of decisions) {
    if (!result.ok) {
      offsets.push(null);
      continue;
    }
    if (writer.add(result.value, taken + 1)) taken += 1;
    offsets.push(taken);
    for (const change of result.value) {
      if (change.op === 'send') sends.push({ draft: change.message, commandId: request.id });
    }
  }
  await writer.write(tx);
  if (sends.length > 0) await deps.storeSends(tx, sends);
  const audit = decisions.flatMap((decision, index) => {
    if (!decision.result.ok && isRetry(decision.result.error.code)) return [];
    const offset = offsets[index] ?? null;
    return linksOf(decision, batch, deps).map((entry) => ({ ...entry, offset }));
  });
  const changed = taken > 0 || sends.length > 0;
  return { decisions, offsets, taken, steps: writer.steps, deltas: writer.deltas(), audit, changed };
}

function writtenBy(decisions: readonly Decision[]): ReadonlyMap<string, ReadonlySet<Id>> {
  const written = new Map<string, Set<Id>>();
  for (const { result } of decisions) {
    if (!result.ok) continue;
    for (const change of result.value) {
      if (!changesRow(change)) continue;
      const ids = written.get(change.entity) ?? new Set();
      written.set(change.entity, ids.add(change.op === 'put' ? change.row.id : change.id));
    }
  }
  return written;
}

/** The command's own link, then what it attests. */
function linksOf(
  { request, actor, result }: Decision,
  batch: Batch,
  deps: Pick<BatchDeps, 'commands' | 'vault'>,
): readonly AuditEntry[] {
  const own: AuditEntry = {
    at: batch.now,
    accountId: actor.accountId,
    role: actor.role,
    deskId: batch.deskId,
    action: request.name,
    commandId: request.id,
    inputHash: inputHash(request, deps),
    outcome: result.ok ? 'applied' : 'rejected',
    code: result.ok ? null : result.error.code,
  };
  const attested = (result.ok ? result.value : []).flatMap((change) =>
    change.op === 'attest' ? [change.attested] : [],
  );
  return [
    own,
    ...attested.map(({ action, subject, hash }) => ({
      ...own,
      action,
      commandId: subject,
      inputHash: hash,
    })),
  ];
}
