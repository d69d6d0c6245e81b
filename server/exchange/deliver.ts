// Delivers what is due: claimed in one transaction, sent outside any, its result recorded in another. Any number of processes may do
// so at once; a crash in between loses the claim after a while and the message is sent again with the same id. Messages with one key
// leave strictly one after another: a later one waits until the centre has taken or finally refused the earlier one.
import { and, asc, eq, inArray, isNull, lt, lte, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import {
  type Envelope,
  inboxAnswerSchema,
  isFinal,
  messageTypes,
  type UnsignedEnvelope,
} from '#shared/contract/exchange.ts';
import type { Platform } from '#shared/domain/admin/model.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { reportDelivery } from './business.ts';
import { recordContact } from './contacts.ts';
import type { Database, ExchangeDeps } from './deps.ts';
import { nextAttempt } from './retry.ts';
import { allPlatforms } from './rows.ts';
import { exchangeOutbox } from './schema.ts';
import { isToBeLowered } from './schema-versions.ts';
import { sha256Hex, signEnvelope } from './signatures.ts';
import { storeLowered } from './store-sends.ts';

export type OutboxRow = typeof exchangeOutbox.$inferSelect;

/** What became of one attempt. `reached`: the platform's own program answered, whatever it said. */
type Attempt =
  | { readonly kind: 'received' }
  | { readonly kind: 'refused'; readonly code: string; readonly field: string | null }
  | { readonly kind: 'failed'; readonly code: string; readonly reached: boolean };

/** Sends everything that is due, in rounds, as sending one message makes the next of its key due. The number of attempts made. */
export async function deliverDue(deps: ExchangeDeps): Promise<number> {
  let attempts = 0;
  for (;;) {
    const platforms = (await allPlatforms(deps.database)).filter((platform) => platform.active);
    const claimed = await claimDue(deps, platforms);
    await Promise.all(claimed.map(({ row, platform }) => deliver(deps, row, platform)));
    attempts += claimed.length;
    if (claimed.length === 0) return attempts;
  }
}

/** When the next message can be sent, or null; for those who wait instead of asking again and again. */
export async function nextDue(deps: ExchangeDeps): Promise<Instant | null> {
  const { nextAttemptAt, claimedUntil } = exchangeOutbox;
  const active = (await allPlatforms(deps.database)).filter((platform) => platform.active);
  const [row] = await deps.database
    .select({ at: sql<number | null>`min(greatest(${nextAttemptAt}, ${claimedUntil}))` })
    .from(exchangeOutbox)
    .where(
      deliverable(
        deps.database,
        active.map(({ id }) => id),
      ),
    );
  return row?.at ?? null;
}

/** Open messages of these platforms that no earlier one of their key keeps waiting. */
function deliverable(db: Database, platformIds: readonly string[]) {
  const earlier = alias(exchangeOutbox, 'earlier');
  const blocked = db
    .select({ msgId: earlier.msgId })
    .from(earlier)
    .where(
      and(
        eq(earlier.platformId, exchangeOutbox.platformId),
        eq(earlier.businessKey, exchangeOutbox.businessKey),
        eq(earlier.ordered, true),
        lt(earlier.seq, exchangeOutbox.seq),
        isNull(earlier.receivedAt),
        inArray(earlier.state, ['pending', 'dead']),
      ),
    );
  return and(
    inArray(exchangeOutbox.state, ['pending', 'received']),
    inArray(exchangeOutbox.platformId, [...platformIds]),
    notExists(blocked),
  );
}

async function claimDue(deps: ExchangeDeps, platforms: readonly Platform[]) {
  if (platforms.length === 0) return [];
  const byId = new Map(platforms.map((platform) => [platform.id, platform]));
  return deps.database.transaction(async (tx) => {
    const now = deps.clock();
    const { leaseMs, sendsAtOnce } = deps.settings;
    const rows = await tx
      .select()
      .from(exchangeOutbox)
      .where(
        and(
          deliverable(tx, [...byId.keys()]),
          lte(exchangeOutbox.nextAttemptAt, now),
          lte(exchangeOutbox.claimedUntil, now),
        ),
      )
      .orderBy(asc(exchangeOutbox.nextAttemptAt), asc(exchangeOutbox.msgId))
      .limit(sendsAtOnce)
      .for('update', { skipLocked: true });
    const claim = uuidV7(now, deps.randomBytes(10));
    if (rows.length > 0) {
      const ids = rows.map((row) => row.msgId);
      await tx
        .update(exchangeOutbox)
        .set({ claim, claimedUntil: now + leaseMs })
        .where(inArray(exchangeOutbox.msgId, ids));
    }
    return rows.flatMap((row) => {
      const platform = byId.get(row.platformId);
      return platform === undefined ? [] : [{ row: { ...row, claim }, platform }];
    });
  });
}

async function deliver(deps: ExchangeDeps, row: OutboxRow, platform: Platform): Promise<void> {
  const attempt = await send(deps, row, platform);
  await deps.database.transaction((tx) => recordAttempt(tx, deps, row, attempt));
  if (attempt.kind !== 'failed' || attempt.reached) {
    await recordContact(deps.database, platform.id, deps.clock());
  }
  if (attempt.kind !== 'received') {
    const { code } = attempt;
    deps.log.warn('exchange.not_delivered', { msgId: row.msgId, type: row.type, code });
  }
}

async function send(deps: ExchangeDeps, row: OutboxRow, platform: Platform): Promise<Attempt> {
  const envelope = await envelopeOf(deps, row);
  let answer: { readonly status: number; readonly body: string };
  try {
    answer = await deps.transport(platform.inboxUrl, canonicalJson(envelope), {
      'content-type': 'application/json',
    });
  } catch {
    return { kind: 'failed', code: 'unreachable', reached: false };
  }
  const parsed = inboxAnswerSchema.safeParse(jsonOrUndefined(answer.body));
  if (!parsed.success || (parsed.data.msgId !== null && parsed.data.msgId !== row.msgId)) {
    return { kind: 'failed', code: `http_${answer.status}`, reached: false };
  }
  if (parsed.data.status === 'received') {
    return answer.status === 202
      ? { kind: 'received' }
      : { kind: 'failed', code: `http_${answer.status}`, reached: false };
  }
  const { code, field } = parsed.data;
  // Only the centre's own word ends a message: an error page of something in between comes without it and is tried again.
  const final = answer.status >= 400 && answer.status < 500 && isFinal(parsed.data);
  return final ? { kind: 'refused', code, field } : { kind: 'failed', code, reached: true };
}

async function envelopeOf(deps: ExchangeDeps, row: OutboxRow): Promise<Envelope> {
  const unsigned: UnsignedEnvelope = {
    msgId: row.msgId,
    type: row.type,
    schemaVersion: row.schemaVersion,
    from: deps.systemId,
    to: row.platformId,
    businessKey: row.businessKey,
    seq: row.seq,
    createdAt: deps.clock(),
    notBefore: row.notBefore,
    bodyHash: sha256Hex(row.body),
    body: JSON.parse(row.body),
    attachments: [],
  };
  return signEnvelope(unsigned, await deps.keys.current());
}

async function recordAttempt(
  tx: Database,
  deps: ExchangeDeps,
  claimed: OutboxRow,
  attempt: Attempt,
): Promise<void> {
  const now = deps.clock();
  const [row] = await tx
    .select()
    .from(exchangeOutbox)
    .where(eq(exchangeOutbox.msgId, claimed.msgId))
    .for('update');
  // Whoever holds a newer claim records; and a business answer that overtook us is the last word already.
  const open = row?.state === 'pending' || row?.state === 'received';
  if (row === undefined || row.claim !== claimed.claim || !open) return;
  const firstAttemptAt = row.firstAttemptAt ?? now;
  const attempts = row.attempts + 1;
  const tried = { attempts, firstAttemptAt, lastAttemptAt: now, claim: null, claimedUntil: 0 };
  const outcome = outcomeOf(deps, { ...row, ...tried }, attempt, now);
  const next: OutboxRow = { ...row, ...tried, ...outcome };
  await tx
    .update(exchangeOutbox)
    .set({ ...tried, ...outcome })
    .where(eq(exchangeOutbox.msgId, row.msgId));
  // Before it is reported: the message sent instead is then the newest about its record.
  if (attempt.kind === 'refused' && (await isToBeLowered(tx, next))) await storeLowered(tx, next, deps);
  if (next.state !== row.state) await reportDelivery(tx, deps, next, now);
}

function outcomeOf(
  deps: ExchangeDeps,
  row: OutboxRow & { readonly firstAttemptAt: Instant },
  attempt: Attempt,
  now: Instant,
): Partial<OutboxRow> {
  const again = nextAttempt(row.attempts, row.firstAttemptAt, now);
  switch (attempt.kind) {
    case 'received': {
      if (messageTypes.get(row.type)?.acknowledged !== true) {
        return { state: 'accepted', receivedAt: now, answeredAt: now, code: null, field: null };
      }
      if (again === null && row.state === 'received') return { state: 'dead', code: 'no_answer' };
      const { ackTimeoutMs } = deps.settings;
      const receivedAt = row.receivedAt ?? now;
      return { state: 'received', receivedAt, nextAttemptAt: now + ackTimeoutMs, code: null, field: null };
    }
    case 'refused':
      return { state: 'rejected', answeredAt: now, code: attempt.code, field: attempt.field };
    case 'failed':
      return again === null
        ? { state: 'dead', code: attempt.code }
        : { state: row.state, nextAttemptAt: again, code: attempt.code };
  }
}

/** Takes dead letters, and messages refused before anyone read their business, up again: same id, same body, a new three days. */
export async function sendAgain(
  tx: Database,
  msgIds: readonly string[],
  now: Instant,
): Promise<readonly OutboxRow[]> {
  if (msgIds.length === 0) return [];
  return tx
    .update(exchangeOutbox)
    .set({ state: 'pending', attempts: 0, firstAttemptAt: null, nextAttemptAt: now, code: null, field: null })
    .where(
      and(
        inArray(exchangeOutbox.msgId, [...msgIds]),
        or(
          eq(exchangeOutbox.state, 'dead'),
          and(eq(exchangeOutbox.state, 'rejected'), isNull(exchangeOutbox.answer)),
        ),
      ),
    )
    .returning();
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
