// Messages that came before an earlier one of their key: carried out when the gap has closed, or when it has been open for too long.
// Each is a transaction of its own, so that one that fails does not undo its neighbours.
import { and, asc, eq, gt, lte, min } from 'drizzle-orm';
import { messageTypes } from '#shared/contract/exchange.ts';
import type { Platform } from '#shared/domain/admin/model.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import { decide } from './decide.ts';
import type { Database, ExchangeDeps } from './deps.ts';
import { allPlatforms } from './rows.ts';
import { exchangeInbox } from './schema.ts';
import { advance, lockSequence } from './sequences.ts';
import { storeAck } from './store-sends.ts';

/** All keys with messages held for too long; for the regular job. */
export async function releaseHeld(deps: ExchangeDeps): Promise<void> {
  const { heldTimeoutMs } = deps.settings;
  const overdue = await deps.database
    .selectDistinct({ platformId: exchangeInbox.platformId, businessKey: exchangeInbox.businessKey })
    .from(exchangeInbox)
    .where(and(eq(exchangeInbox.state, 'held'), lte(exchangeInbox.receivedAt, deps.clock() - heldTimeoutMs)));
  const platforms = await allPlatforms(deps.database);
  for (const { platformId, businessKey } of overdue) {
    const platform = platforms.find(({ id }) => id === platformId);
    if (platform !== undefined) await releaseHeldOf(deps, platform, businessKey);
  }
}

/** When the next message has been held for long enough; null when none is held. */
export async function nextRelease(deps: ExchangeDeps): Promise<Instant | null> {
  const [row] = await deps.database
    .select({ since: min(exchangeInbox.receivedAt) })
    .from(exchangeInbox)
    .where(eq(exchangeInbox.state, 'held'));
  return row?.since == null ? null : row.since + deps.settings.heldTimeoutMs;
}

/** Carries out what is due of one key. A failure is logged and left to the regular job. */
export async function releaseHeldOf(
  deps: ExchangeDeps,
  platform: Platform,
  businessKey: string,
): Promise<void> {
  try {
    while (await deps.database.transaction((tx) => releaseNext(tx, deps, platform, businessKey)));
  } catch (error) {
    deps.log.warn('exchange.held_not_released', {
      platformId: platform.id,
      businessKey,
      reason: String(error),
    });
  }
}

/** False when nothing of the key is due. */
async function releaseNext(
  tx: Database,
  deps: ExchangeDeps,
  platform: Platform,
  businessKey: string,
): Promise<boolean> {
  const now = deps.clock();
  const { heldTimeoutMs } = deps.settings;
  const last = await lockSequence(tx, platform.id, businessKey);
  const [next] = await tx
    .select()
    .from(exchangeInbox)
    .where(
      and(
        eq(exchangeInbox.platformId, platform.id),
        eq(exchangeInbox.businessKey, businessKey),
        eq(exchangeInbox.ordered, true),
        gt(exchangeInbox.seq, last),
      ),
    )
    .orderBy(asc(exchangeInbox.seq))
    .limit(1);
  if (next === undefined) return false;
  const waitedLongEnough = next.receivedAt <= now - heldTimeoutMs;
  if (next.seq !== last + 1 && !waitedLongEnough) return false;

  // Before the command runs: it ends with the feed's head, and from there on every other writer waits for this transaction.
  await advance(tx, platform.id, businessKey, next.seq);
  if (next.state === 'held') {
    const { msgId, type } = next;
    const { status, code, field } = await decide(tx, deps, platform, type, JSON.parse(next.body));
    await tx
      .update(exchangeInbox)
      .set({ state: status, code, field, decidedAt: now })
      .where(and(eq(exchangeInbox.platformId, platform.id), eq(exchangeInbox.msgId, msgId)));
    if (messageTypes.get(type)?.acknowledged === true) {
      await storeAck(tx, platform.id, { ofMsgId: msgId, status, code, field }, deps);
    }
  }
  return true;
}
