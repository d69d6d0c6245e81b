// Centres of the version before are served too: a message whose form a centre refuses is sent anew as the version before says it, and for some days such
// a centre is told everything of this type in that version at once, so that its refusals do not fill the administrator's page.
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { messageTypes } from '#shared/contract/exchange.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Database } from './deps.ts';
import { exchangeOutbox } from './schema.ts';

const triedAgainAfterMs = 7 * 86_400_000;
/** Codes with which a centre refuses what it cannot read. */
const formCodes = ['unknown_message_type', 'invalid_input'];

type Row = typeof exchangeOutbox.$inferSelect;

/** The version in which the platform is told messages of a type. */
export async function versionFor(
  tx: Database,
  platformId: string,
  typeName: string,
  now: Instant,
): Promise<number> {
  const type = messageTypes.get(typeName);
  if (type?.lowered === undefined) return type?.version ?? 1;
  const instead = alias(exchangeOutbox, 'instead');
  const [newest] = await tx
    .select({ insteadOf: instead.msgId })
    .from(exchangeOutbox)
    .leftJoin(
      instead,
      and(
        eq(instead.platformId, exchangeOutbox.platformId),
        eq(instead.businessKey, exchangeOutbox.businessKey),
        eq(instead.type, exchangeOutbox.type),
        eq(instead.schemaVersion, type.version - 1),
        gt(instead.seq, exchangeOutbox.seq),
        isNotNull(instead.receivedAt),
        isNull(exchangeOutbox.receivedAt),
      ),
    )
    .where(
      and(
        eq(exchangeOutbox.platformId, platformId),
        eq(exchangeOutbox.type, typeName),
        eq(exchangeOutbox.schemaVersion, type.version),
        inArray(exchangeOutbox.state, ['received', 'accepted', 'rejected']),
        gt(exchangeOutbox.queuedAt, now - triedAgainAfterMs),
      ),
    )
    .orderBy(desc(exchangeOutbox.msgId))
    .limit(1);
  return newest?.insteadOf == null ? type.version : type.version - 1;
}

/** A body of the present version as a version of before says it. */
export function inVersion(typeName: string, body: unknown, version: number): unknown {
  const type = messageTypes.get(typeName);
  return type?.lowered === undefined || version >= type.version ? body : type.lowered(body);
}

/**
 * Whether a refused message is to be sent anew in the version before. Not where a later one of its key says otherwise: a plan that is withdrawn meanwhile would
 * be pushed after its withdrawal.
 */
export async function isToBeLowered(tx: Database, refused: Row): Promise<boolean> {
  const type = messageTypes.get(refused.type);
  if (type?.lowered === undefined || refused.schemaVersion !== type.version) return false;
  if (refused.code === null || !formCodes.includes(refused.code)) return false;
  const later = await tx
    .select({ type: exchangeOutbox.type })
    .from(exchangeOutbox)
    .where(
      and(
        eq(exchangeOutbox.platformId, refused.platformId),
        eq(exchangeOutbox.businessKey, refused.businessKey),
        gt(exchangeOutbox.seq, refused.seq),
      ),
    )
    .orderBy(asc(exchangeOutbox.seq));
  return later.every((message) => messageTypes.get(message.type)?.lowered !== undefined);
}
