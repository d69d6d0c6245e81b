// A centre of the version before does not know a question that was added since: each one would be one more refused message on the administrator's page.
import { and, eq, gt } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Database } from './deps.ts';
import { exchangeOutbox } from './schema.ts';

const askedAgainAfterMs = 7 * 86_400_000;

/** It has said so of this type within the last week. */
export async function isUnknownThere(
  tx: Database,
  platformId: string,
  type: string,
  now: Instant,
): Promise<boolean> {
  const refused = await tx
    .select({ msgId: exchangeOutbox.msgId })
    .from(exchangeOutbox)
    .where(
      and(
        eq(exchangeOutbox.state, 'rejected'),
        eq(exchangeOutbox.platformId, platformId),
        eq(exchangeOutbox.type, type),
        eq(exchangeOutbox.code, 'unknown_message_type'),
        gt(exchangeOutbox.queuedAt, now - askedAgainAfterMs),
      ),
    )
    .limit(1);
  return refused.length > 0;
}
