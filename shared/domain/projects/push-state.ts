// Where a project's plan stands on its way to the trading centre.
import { z } from 'zod';
import type { Instant } from '#shared/kernel/dates.ts';
import { code, text } from '../fields.ts';
import type { PushState } from './model.ts';

export const pushNotNeeded: PushState = {
  status: 'not_needed',
  messageId: null,
  queuedAt: null,
  receivedAt: null,
  answeredAt: null,
  lastContactAt: null,
  errorCode: null,
  errorField: null,
  requestedAgainAt: null,
};

/** A message has been handed to the exchange; what was known of an earlier one no longer counts. */
export function pushQueued(before: PushState | null, now: Instant): PushState {
  return {
    ...pushNotNeeded,
    status: 'waiting',
    queuedAt: now,
    lastContactAt: before?.lastContactAt ?? null,
  };
}

/** What the exchange learned about a message of ours, beside the record that it is about. */
export const deliveryShape = {
  messageId: text(64).min(1),
  /** To whom the message went; null when that is the record's platform anyway. */
  platformId: code.nullable().default(null),
  status: z.enum(['received', 'accepted', 'rejected', 'dead']),
  at: z.int(),
  errorCode: text(100).nullable().default(null),
  errorField: text(200).nullable().default(null),
};
const deliverySchema = z.object(deliveryShape);
export type Delivery = Omit<z.infer<typeof deliverySchema>, 'platformId'>;

/** What the centre has answered. `dead` is no answer: a message pushed again by hand (重新推送) is on its way once more. */
const answered: ReadonlySet<PushState['status']> = new Set(['accepted', 'rejected']);

/**
 * The state after the centre's answer. Answers may arrive late, twice or out of order: one about a message from before the last push
 * changes nothing, and a receipt never undoes an answer.
 */
export function pushDelivered(push: PushState, delivery: Delivery): PushState {
  if (push.queuedAt === null || delivery.at < push.queuedAt) return push;
  const { messageId, status, at } = delivery;
  const heard = status === 'dead' ? push.lastContactAt : Math.max(at, push.lastContactAt ?? at);
  const beforeItDied = push.status === 'dead' && at <= (push.answeredAt ?? 0);
  const outdated =
    status === 'received' ? answered.has(push.status) || beforeItDied : push.status === 'accepted';
  if (outdated) return { ...push, lastContactAt: heard };
  return {
    ...push,
    status,
    messageId,
    receivedAt: status === 'received' ? at : push.receivedAt,
    answeredAt: status === 'received' ? push.answeredAt : at,
    lastContactAt: heard,
    errorCode: delivery.errorCode,
    errorField: delivery.errorField,
  };
}
