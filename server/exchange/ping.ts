// A sign of life: asks every active platform that has not been heard of for a while. Its answer updates 最近一次联系.
import { and, eq, inArray } from 'drizzle-orm';
import type { ExchangeDeps } from './deps.ts';
import { allPlatforms } from './rows.ts';
import { exchangeContacts, exchangeOutbox } from './schema.ts';
import { storeSends } from './store-sends.ts';

/** The platforms asked. None is asked while an earlier question to it is still on its way. */
export async function pingSilent(deps: ExchangeDeps, silentForMs: number): Promise<readonly string[]> {
  const now = deps.clock();
  return deps.database.transaction(async (tx) => {
    const active = (await allPlatforms(tx)).filter(({ active }) => active);
    const contacts = await tx.select().from(exchangeContacts);
    const underWay = await tx
      .select({ platformId: exchangeOutbox.platformId })
      .from(exchangeOutbox)
      .where(and(eq(exchangeOutbox.type, 'ping'), inArray(exchangeOutbox.state, ['pending', 'received'])));
    const heard = new Map(contacts.map(({ platformId, lastContactAt }) => [platformId, lastContactAt]));
    const asked = new Set(underWay.map(({ platformId }) => platformId));
    const silent = active
      .map(({ id }) => id)
      .filter((id) => !asked.has(id) && (heard.get(id) ?? 0) <= now - silentForMs);
    const drafts = silent.map((platformId) => ({
      type: 'ping',
      platformId,
      businessKey: 'ping',
      body: { sentAt: now },
      notBefore: null,
    }));
    await storeSends(tx, drafts, deps);
    return silent;
  });
}
