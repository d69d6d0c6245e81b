// 增加 and 复制为新计划: a draft of the clerk's own unit. What is classified never enters the system (101号令 art 19), not even as a draft.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { organisations } from '../../admin/model.ts';
import { command, put } from '../../command.ts';
import { withStep } from '../../history.ts';
import { one } from '../../load.ts';
import { refuse } from '../../refuse.ts';
import { planContentSchema, plans } from '../model.ts';
import { raisedCreation } from '../revisions.ts';

export const createPlan = command({
  name: 'plans.create',
  version: 2,
  upcasters: { 1: raisedCreation },
  authority: 'local',
  input: z.strictObject({ id: idSchema, content: planContentSchema }),
  access: {
    roles: ['purchaser_clerk'],
    record: (actor) => actor.organisationId !== null,
  },
  *load(input, ctx) {
    const existing = yield* one(plans, input.id);
    const unitId = ctx.actor.organisationId;
    return { existing, unit: unitId === null ? undefined : yield* one(organisations, unitId) };
  },
  decide({ existing, unit }, { id, content }, ctx) {
    if (existing !== undefined) return refuse('already_exists', { params: { id } });
    if (unit === undefined || unit.kind !== 'purchaser' || !unit.active) {
      return refuse('reference_missing', { params: { entity: 'organisations' } });
    }
    if (content.classified) return refuse('classified');
    return ok([
      put(plans, {
        id,
        status: 'draft',
        purchaserId: unit.id,
        purchaserName: unit.name,
        purchaserUscc: unit.uscc,
        planNo: null,
        projectId: null,
        filingRound: 0,
        predecessor: null,
        leftUnit: false,
        content,
        returnedContent: null,
        acknowledgedWarnings: [],
        fieldEdits: {},
        createdBy: ctx.actor.accountId,
        submittedBy: null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        submittedAt: null,
        filedAt: null,
        history: withStep([], ctx, 'plans.create', ''),
      }),
    ]);
  },
});
