// The centre's business answer to a message of ours. It may come before our own record of the delivery, twice, or late: the first final
// answer counts, and `held` never undoes one.
import { and, eq } from 'drizzle-orm';
import type { AckBody } from '#shared/contract/exchange.ts';
import type { Platform } from '#shared/domain/admin/model.ts';
import { reportDelivery } from './business.ts';
import { accepted, type Decision } from './decision.ts';
import type { Database, ExchangeDeps } from './deps.ts';
import { exchangeOutbox } from './schema.ts';

export async function applyAnswer(
  tx: Database,
  deps: ExchangeDeps,
  platform: Platform,
  ack: AckBody,
): Promise<Decision> {
  const message = and(eq(exchangeOutbox.msgId, ack.ofMsgId), eq(exchangeOutbox.platformId, platform.id));
  const [row] = await tx.select().from(exchangeOutbox).where(message).for('update');
  if (row === undefined) return { status: 'rejected', code: 'not_found', field: 'ofMsgId' };
  const answered = row.answer !== null && row.answer !== 'held';
  if (answered) return { ...accepted, status: 'duplicate' };

  const now = deps.clock();
  const { ackTimeoutMs } = deps.settings;
  const heard = { answer: ack.status, receivedAt: row.receivedAt ?? now };
  const { code, field } = ack;
  const outcome =
    ack.status === 'held'
      ? ({ ...heard, state: 'received', nextAttemptAt: now + ackTimeoutMs } as const)
      : ack.status === 'rejected'
        ? ({ ...heard, state: 'rejected', answeredAt: now, code, field } as const)
        : ({ ...heard, state: 'accepted', answeredAt: now, code: null, field: null } as const);
  await tx.update(exchangeOutbox).set(outcome).where(message);
  const next = { ...row, ...outcome };
  if (next.state !== row.state) await reportDelivery(tx, deps, next, now);
  return accepted;
}
