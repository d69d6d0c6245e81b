// Puts messages into the outbox within the business transaction: either both are committed or neither. Sequence numbers are
// consecutive per platform and key because the counter's row stays locked until that transaction ends.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { type AckBody, messageTypes } from '#shared/contract/exchange.ts';
import type { ExchangeMessageDraft } from '#shared/domain/exchange-message.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import { type Id, uuidV7 } from '#shared/kernel/ids.ts';
import type { Database, SendDeps } from './deps.ts';
import { exchangeOutbox, exchangeSequences } from './schema.ts';
import { inVersion, versionFor } from './schema-versions.ts';

/** The ids of the stored messages. A draft of an unknown type or with a body against its schema is a bug, and thrown. */
export async function storeSends(
  tx: Database,
  drafts: readonly ExchangeMessageDraft[],
  deps: SendDeps,
): Promise<readonly Id[]> {
  const ids: Id[] = [];
  for (const draft of drafts) {
    const type = messageTypes.get(draft.type);
    if (type === undefined || type.direction === 'in') throw new Error(`not ours to send: ${draft.type}`);
    const version = await versionFor(tx, draft.platformId, draft.type, deps.clock());
    const body = inVersion(draft.type, type.body.parse(draft.body), version);
    ids.push(await storeNext(tx, { ...draft, body }, { version, ordered: type.ordered }, deps));
  }
  return ids;
}

/** What the centre refused, as the version before says it. */
export async function storeLowered(
  tx: Database,
  refused: typeof exchangeOutbox.$inferSelect,
  deps: SendDeps,
): Promise<void> {
  const { type, ordered } = refused;
  const version = refused.schemaVersion - 1;
  const body = inVersion(type, JSON.parse(refused.body), version);
  await storeNext(tx, { ...refused, body }, { version, ordered }, deps);
}

async function storeNext(
  tx: Database,
  draft: ExchangeMessageDraft,
  { version, ordered }: { readonly version: number; readonly ordered: boolean },
  deps: SendDeps,
): Promise<Id> {
  const seq = ordered ? await nextSeq(tx, draft.platformId, draft.businessKey) : 1;
  return store(tx, draft, { version, seq, ordered, ofMsgId: null }, deps);
}

/** The business answer to a message of the platform. */
export async function storeAck(
  tx: Database,
  platformId: string,
  body: AckBody,
  deps: SendDeps,
): Promise<void> {
  const draft = { type: 'ack', platformId, businessKey: `ack/${body.ofMsgId}`, body, notBefore: null };
  await store(tx, draft, { version: 1, seq: 1, ordered: false, ofMsgId: body.ofMsgId }, deps);
}

/** Sends the answer to a repeated message once more, unless it is on its way anyway. */
export async function repeatAck(
  tx: Database,
  platformId: string,
  body: AckBody,
  now: Instant,
): Promise<void> {
  await tx
    .update(exchangeOutbox)
    .set({ state: 'pending', attempts: 0, firstAttemptAt: null, nextAttemptAt: now })
    .where(
      and(
        eq(exchangeOutbox.platformId, platformId),
        eq(exchangeOutbox.ofMsgId, body.ofMsgId),
        eq(exchangeOutbox.body, canonicalJson(body)),
        inArray(exchangeOutbox.state, ['accepted', 'dead']),
      ),
    );
}

type Place = {
  readonly version: number;
  readonly seq: number;
  readonly ordered: boolean;
  readonly ofMsgId: Id | null;
};

async function store(
  tx: Database,
  draft: ExchangeMessageDraft,
  { version, seq, ordered, ofMsgId }: Place,
  deps: SendDeps,
): Promise<Id> {
  const now = deps.clock();
  const msgId = uuidV7(now, deps.randomBytes(10));
  await tx.insert(exchangeOutbox).values({
    msgId,
    platformId: draft.platformId,
    type: draft.type,
    schemaVersion: version,
    businessKey: draft.businessKey,
    seq,
    ordered,
    body: canonicalJson(draft.body),
    notBefore: draft.notBefore,
    state: 'pending',
    queuedAt: now,
    nextAttemptAt: Math.max(now, draft.notBefore ?? now),
    ofMsgId,
  });
  return msgId;
}

async function nextSeq(tx: Database, platformId: string, businessKey: string): Promise<number> {
  const { direction, platformId: platform, businessKey: key, last } = exchangeSequences;
  const [row] = await tx
    .insert(exchangeSequences)
    .values({ direction: 'out', platformId, businessKey, last: 1 })
    .onConflictDoUpdate({ target: [direction, platform, key], set: { last: sql`${last} + 1` } })
    .returning({ last });
  if (row === undefined) throw new Error('no sequence number was given');
  return row.last;
}
