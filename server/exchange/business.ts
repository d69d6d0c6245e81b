// The only place where the exchange meets the business: a message of a platform becomes a command, and a command learns what became of a message of
// ours. Which ones, the modules say (server/modules); the commands decide.
import { and, eq, gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Platform } from '#shared/domain/admin/model.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { type Id, idSchema, uuidV7 } from '#shared/kernel/ids.ts';
import { incoming, outgoing } from '../modules.ts';
import { platformActor, systemActor } from './actors.ts';
import { accepted, type Decision } from './decision.ts';
import type { Database, ExchangeDeps } from './deps.ts';
import { exchangeOutbox } from './schema.ts';

/** Does what a message asks for, in the transaction of its inbox row. Undefined: no module knows the type. */
export async function carryOut(
  tx: Database,
  deps: ExchangeDeps,
  platform: Platform,
  type: string,
  body: unknown,
): Promise<Decision | undefined> {
  const wired = incoming.get(type);
  if (wired === undefined) return undefined;
  if ('decide' in wired) return wired.decide(tx, deps, platform, body);
  const newId = () => uuidV7(deps.clock(), deps.randomBytes(10));
  const result = await deps.runCommandAsMachine(tx, {
    commandId: newId(),
    name: wired.command,
    input: wired.input(body, newId),
    actor: platformActor(platform),
  });
  if (result.ok) return result.value.changed ? accepted : { ...accepted, status: 'duplicate' };
  return refusal(result.error);
}

function refusal(error: AppError): Decision {
  // Also a record that this program cannot read: the next one may.
  if (error.code === 'retry_later' || error.code === 'unreadable_record') {
    throw new Error('the business asked to try again later');
  }
  const path = error.fields?.[0]?.path;
  return { status: 'rejected', code: error.code, field: path === undefined || path === '' ? null : path };
}

type Delivered = Pick<
  typeof exchangeOutbox.$inferSelect,
  'msgId' | 'platformId' | 'type' | 'businessKey' | 'seq' | 'body' | 'state' | 'code' | 'field'
>;

const referenceSchema = z.record(z.string(), z.unknown());

/** Tells the record that a message is about how it stands. Only the newest message about a record says so. */
export async function reportDelivery(
  tx: Database,
  deps: ExchangeDeps,
  message: Delivered,
  at: Instant,
): Promise<void> {
  const { msgId, platformId, state: status, code, field } = message;
  const recorder = outgoing.get(message.type);
  if (recorder === undefined || status === 'pending') return;
  const { command, subject } = recorder;
  const id = idSchema.parse(referenceSchema.parse(JSON.parse(message.body))[subject]);
  if (await isOvertaken(tx, message, subject, id)) return;
  const delivery = { messageId: msgId, platformId, status, at, errorCode: code, errorField: field };
  const result = await deps.runCommandAsMachine(tx, {
    commandId: uuidV7(at, deps.randomBytes(10)),
    name: command,
    input: { [subject]: id, ...delivery },
    actor: systemActor,
  });
  // The delivery itself stands, whatever the record makes of it.
  if (!result.ok) deps.log.warn('exchange.delivery_not_recorded', { msgId, code: result.error.code });
}

async function isOvertaken(tx: Database, message: Delivered, subject: string, id: Id): Promise<boolean> {
  const newer = await tx
    .select({ msgId: exchangeOutbox.msgId })
    .from(exchangeOutbox)
    .where(
      and(
        eq(exchangeOutbox.platformId, message.platformId),
        eq(exchangeOutbox.businessKey, message.businessKey),
        gt(exchangeOutbox.seq, message.seq),
        sql`${exchangeOutbox.body}::jsonb ->> ${subject} = ${id}`,
      ),
    )
    .limit(1);
  return newer.length > 0;
}
