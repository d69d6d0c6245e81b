// Puts messages into the outbox within the business transaction: either both are committed or neither. Sequence numbers are
// consecutive per platform and key because the counter's row stays locked until that transaction ends.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { type AckBody, exchangeSchemaVersion, messageTypes } from '#shared/contract/exchange.ts';
import type { ExchangeMessageDraft } from '#shared/domain/exchange-message.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import { type Id, uuidV7 } from '#shared/kernel/ids.ts';
import type { Database, SendDeps } from './deps.ts';
import { exchangeOutbox, exchangeSequences } from './schema.ts';

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
    const { platformId, businessKey } = draft;
    const seq = type.ordered ? await nextSeq(tx, platformId, businessKey) : 1;
    ids.push(await store(tx, { ...draft, body: type.body.parse(draft.body) }, seq, type.ordered, null, deps));
  }
  return ids;
}

/** The business answer to a message of the platform. */
export async function storeAck(
  tx: Database,
  platformId: string,
  body: AckBody,
  deps: SendDeps,
): Promise<void> {
  const draft = { type: 'ack', platformId, businessKey: `ack/${body.ofMsgId}`, body, notBefore: null };
  await store(tx, draft, 1, false, body.ofMsgId, deps);
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

async function store(
  tx: Database,
  draft: ExchangeMessageDraft,
  seq: number,
  ordered: boolean,
  ofMsgId: Id | null,
  deps: SendDeps,
): Promise<Id> {
  const now = deps.clock();
  const msgId = uuidV7(now, deps.randomBytes(10));
  await tx.insert(exchangeOutbox).values({
    msgId,
    platformId: draft.platformId,
    type: draft.type,
    schemaVersion: exchangeSchemaVersion,
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
