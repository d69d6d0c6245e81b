// What the unit does with a submitted plan before it leaves: the clerk takes it back, the reviewer approves or returns it. Who submitted
// a plan may not approve it (87号令 art 6 demands internal control).
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { command } from '../../command.ts';
import { reason, text } from '../../fields.ts';
import { one } from '../../load.ts';
import { refuse } from '../../refuse.ts';
import { mayLeave } from '../../workflow.ts';
import { mayActOn } from '../access.ts';
import { stepped } from '../changes.ts';
import { plans } from '../model.ts';
import { planTransitions } from '../workflow.ts';

function* loadPlan({ id }: { readonly id: string }) {
  return { plan: yield* one(plans, id) };
}

/** 撤回, before the reviewer has acted. */
export const takeBackPlan = command({
  name: 'plans.takeBack',
  authority: 'local',
  input: z.strictObject({ id: idSchema }),
  access: { roles: ['purchaser_clerk'], record: mayActOn },
  load: loadPlan,
  decide({ plan }, _input, ctx) {
    if (plan === undefined) return refuse('not_found');
    const allowed = mayLeave(planTransitions, 'plans.takeBack', plan);
    if (!allowed.ok) return allowed;
    return ok([
      stepped(plan, ctx, 'plans.takeBack', { status: 'draft', submittedBy: null, submittedAt: null }),
    ]);
  },
});

/** 审核同意: the plan leaves the unit for 采购办. */
export const approvePlan = command({
  name: 'plans.approve',
  authority: 'local',
  input: z.strictObject({ id: idSchema, note: text(2000).default('') }),
  access: { roles: ['purchaser_reviewer'], record: mayActOn },
  load: loadPlan,
  decide({ plan }, { note }, ctx) {
    if (plan === undefined) return refuse('not_found');
    const allowed = mayLeave(planTransitions, 'plans.approve', plan);
    if (!allowed.ok) return allowed;
    if (plan.submittedBy === ctx.actor.accountId) return refuse('same_person');
    return ok([stepped(plan, ctx, 'plans.approve', { status: 'office_review', leftUnit: true }, note)]);
  },
});

/** 单位审核岗退回. */
export const returnPlan = command({
  name: 'plans.return',
  authority: 'local',
  input: z.strictObject({ id: idSchema, reason }),
  access: { roles: ['purchaser_reviewer'], record: mayActOn },
  load: loadPlan,
  decide({ plan }, input, ctx) {
    if (plan === undefined) return refuse('not_found');
    const allowed = mayLeave(planTransitions, 'plans.return', plan);
    if (!allowed.ok) return allowed;
    const parts = { status: 'returned', returnedContent: plan.content } as const;
    return ok([stepped(plan, ctx, 'plans.return', parts, input.reason)]);
  },
});

/** 采购办退回. */
export const officeReturnPlan = command({
  name: 'plans.officeReturn',
  authority: 'server',
  input: z.strictObject({ id: idSchema, reason }),
  access: { roles: ['procurement_office'], record: mayActOn },
  load: loadPlan,
  decide({ plan }, input, ctx) {
    if (plan === undefined) return refuse('not_found');
    const allowed = mayLeave(planTransitions, 'plans.officeReturn', plan);
    if (!allowed.ok) return allowed;
    const parts = { status: 'returned', returnedContent: plan.content } as const;
    return ok([stepped(plan, ctx, 'plans.officeReturn', parts, input.reason)]);
  },
});
