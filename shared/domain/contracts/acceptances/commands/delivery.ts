// What the exchange learned about the message of an acceptance: received, answered, or given up.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { command, put } from '../../../command.ts';
import { one } from '../../../load.ts';
import { deliveryShape, pushDelivered } from '../../../projects/push-state.ts';
import { refuse } from '../../../refuse.ts';
import { acceptances } from '../model.ts';

export const recordAcceptanceDelivery = command({
  name: 'acceptances.recordDelivery',
  authority: 'server',
  input: z.strictObject({ acceptanceId: idSchema, ...deliveryShape }),
  access: { roles: ['system'], record: () => true },
  *load({ acceptanceId }) {
    return { acceptance: yield* one(acceptances, acceptanceId) };
  },
  decide({ acceptance }, delivery, ctx) {
    if (acceptance === undefined) return refuse('not_found');
    if (delivery.platformId !== null && delivery.platformId !== acceptance.platformId) return ok([]);
    const push = pushDelivered(acceptance.push, delivery);
    if (push === acceptance.push) return ok([]);
    return ok([put(acceptances, { ...acceptance, push, updatedAt: ctx.now })]);
  },
});
