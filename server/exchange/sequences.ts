// How far the messages of one platform and key have been carried out. The row is locked by whoever takes the next one.
import { and, eq } from 'drizzle-orm';
import type { Database } from './deps.ts';
import { exchangeInbox, exchangeSequences } from './schema.ts';

/** The last number carried out (0 at first), locked until the transaction ends. */
export async function lockSequence(tx: Database, platformId: string, businessKey: string): Promise<number> {
  await tx
    .insert(exchangeSequences)
    .values({ direction: 'in', platformId, businessKey, last: 0 })
    .onConflictDoNothing();
  const [row] = await tx
    .select({ last: exchangeSequences.last })
    .from(exchangeSequences)
    .where(at(platformId, businessKey))
    .for('update');
  return row?.last ?? 0;
}

export async function advance(tx: Database, platformId: string, businessKey: string, last: number) {
  await tx.update(exchangeSequences).set({ last }).where(at(platformId, businessKey));
}

/** Whether a message with this number has come already. */
export async function isTaken(
  tx: Database,
  platformId: string,
  businessKey: string,
  seq: number,
): Promise<boolean> {
  const rows = await tx
    .select({ msgId: exchangeInbox.msgId })
    .from(exchangeInbox)
    .where(
      and(
        eq(exchangeInbox.platformId, platformId),
        eq(exchangeInbox.businessKey, businessKey),
        eq(exchangeInbox.seq, seq),
        eq(exchangeInbox.ordered, true),
      ),
    );
  return rows.length > 0;
}

function at(platformId: string, businessKey: string) {
  return and(
    eq(exchangeSequences.direction, 'in'),
    eq(exchangeSequences.platformId, platformId),
    eq(exchangeSequences.businessKey, businessKey),
  );
}
