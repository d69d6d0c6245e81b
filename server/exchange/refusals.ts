// Every refusal leaves a trace, and no flood of them fills the table: what could not be verified is counted per hour, code and platform;
// what a platform really signed is counted per message and code.
import { lt, sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Database } from './deps.ts';
import { exchangeRefusals } from './schema.ts';
import type { Refusal } from './verify.ts';

const hour = 3_600_000;
const keptMs = 90 * 24 * hour;

export async function recordRefusal(db: Database, refusal: Refusal, now: Instant): Promise<void> {
  const { verified, platformId, msgId, type, code, field } = refusal;
  const bucket = verified
    ? `${platformId}/${msgId}/${code}`
    : `${Math.floor(now / hour)}/${platformId ?? '?'}/${code}`;
  await db
    .insert(exchangeRefusals)
    .values({ bucket, verified, platformId, msgId, type, code, field, count: 1, firstAt: now, lastAt: now })
    .onConflictDoUpdate({
      target: exchangeRefusals.bucket,
      set: { count: sql`${exchangeRefusals.count} + 1`, lastAt: now, msgId, type, field },
    });
}

/** Forgets refusals older than 90 days. */
export async function pruneRefusals(db: Database, now: Instant): Promise<void> {
  await db.delete(exchangeRefusals).where(lt(exchangeRefusals.lastAt, now - keptMs));
}
