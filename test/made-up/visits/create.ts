// 登记来访, by a clerk of the unit.
import { z } from 'zod';
import { organisations } from '#shared/domain/admin/model.ts';
import { command, put } from '#shared/domain/command.ts';
import { withStep } from '#shared/domain/history.ts';
import { one } from '#shared/domain/load.ts';
import { refuse } from '#shared/domain/refuse.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { visitContentSchema, visits } from './model.ts';

export const createVisit = command({
  name: 'visits.create',
  authority: 'local',
  input: z.strictObject({ id: idSchema, content: visitContentSchema }),
  access: { roles: ['purchaser_clerk'], record: (actor) => actor.organisationId !== null },
  *load({ id }, { actor: { organisationId } }) {
    const existing = yield* one(visits, id);
    return {
      existing,
      unit: organisationId === null ? undefined : yield* one(organisations, organisationId),
    };
  },
  decide({ existing, unit }, { id, content }, ctx) {
    if (existing !== undefined) return refuse('already_exists', { params: { id } });
    if (unit === undefined) return refuse('reference_missing', { params: { entity: organisations.name } });
    return ok([
      put(visits, {
        id,
        status: 'draft',
        purchaserId: unit.id,
        purchaserName: unit.name,
        content,
        fieldEdits: {},
        submittedBy: null,
        submittedAt: null,
        updatedAt: ctx.now,
        history: withStep([], ctx, 'visits.create', ''),
      }),
    ]);
  },
});
