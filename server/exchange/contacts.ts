// When each platform was last heard of: a message of its own that held, or an answer to one of ours.
import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Database } from './deps.ts';
import { exchangeContacts } from './schema.ts';

export async function recordContact(tx: Database, platformId: string, at: Instant): Promise<void> {
  const { lastContactAt } = exchangeContacts;
  await tx
    .insert(exchangeContacts)
    .values({ platformId, lastContactAt: at })
    .onConflictDoUpdate({
      target: exchangeContacts.platformId,
      set: { lastContactAt: sql`greatest(${lastContactAt}, excluded.last_contact_at)` },
    });
}
