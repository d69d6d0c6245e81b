// What the exchange learned about the message of an announcement: received, answered, or given up.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { command, put } from '../../command.ts';
import { one } from '../../load.ts';
import { deliveryShape, pushDelivered } from '../../projects/push-state.ts';
import { refuse } from '../../refuse.ts';
import { mayActOn } from '../access.ts';
import { announcements } from '../model.ts';

export const recordAnnouncementDelivery = command({
  name: 'announcements.recordDelivery',
  authority: 'server',
  input: z.strictObject({
    announcementId: idSchema,
    ...deliveryShape,
  }),
  access: { roles: ['system'], record: mayActOn },
  *load({ announcementId }) {
    return { announcement: yield* one(announcements, announcementId) };
  },
  decide({ announcement }, delivery, ctx) {
    if (announcement === undefined) return refuse('not_found');
    if (delivery.platformId !== null && delivery.platformId !== announcement.platformId) return ok([]);
    const push = pushDelivered(announcement.push, delivery);
    if (push === announcement.push) return ok([]);
    return ok([put(announcements, { ...announcement, push, updatedAt: ctx.now })]);
  },
});
