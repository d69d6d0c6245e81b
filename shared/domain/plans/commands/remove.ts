// 删除: a draft that nobody outside the unit has seen.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { command, remove } from '../../command.ts';
import { one } from '../../load.ts';
import { refuse } from '../../refuse.ts';
import { mayLeave } from '../../workflow.ts';
import { mayActOn } from '../access.ts';
import { plans } from '../model.ts';
import { planTransitions } from '../workflow.ts';

export const deletePlan = command({
  name: 'plans.delete',
  authority: 'local',
  input: z.strictObject({ id: idSchema }),
  access: { roles: ['purchaser_clerk'], record: mayActOn },
  *load({ id }) {
    return { plan: yield* one(plans, id) };
  },
  decide({ plan }) {
    if (plan === undefined) return refuse('not_found');
    const allowed = mayLeave(planTransitions, 'plans.delete', plan);
    return allowed.ok ? ok([remove(plans, plan.id)]) : allowed;
  },
});
