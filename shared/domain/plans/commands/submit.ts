// 提交: the plan is whole and lawful, or it is not submitted. Errors stop it; warnings must have been read, rule by rule.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { checkPlan } from '#shared/rules/plan-rules.ts';
import { command } from '../../command.ts';
import { code } from '../../fields.ts';
import { one } from '../../load.ts';
import { fieldErrors, refuse } from '../../refuse.ts';
import { mayLeave } from '../../workflow.ts';
import { mayActOn } from '../access.ts';
import { stepped } from '../changes.ts';
import { loadPlanFacts } from '../facts.ts';
import { plans } from '../model.ts';
import { planTransitions } from '../workflow.ts';

export const submitPlan = command({
  name: 'plans.submit',
  authority: 'local',
  input: z.strictObject({
    id: idSchema,
    /** Ids of the rules whose warnings the clerk has read and answers for. */
    acknowledged: z.array(code).max(100).default([]),
  }),
  access: { roles: ['purchaser_clerk'], record: mayActOn },
  *load({ id }, ctx) {
    const plan = yield* one(plans, id);
    return { plan, facts: plan === undefined ? undefined : yield* loadPlanFacts(plan, ctx.now) };
  },
  decide({ plan, facts }, { acknowledged }, ctx) {
    if (plan === undefined || facts === undefined) return refuse('not_found');
    const allowed = mayLeave(planTransitions, 'plans.submit', plan);
    if (!allowed.ok) return allowed;
    if (plan.content.classified) return refuse('classified');
    const findings = checkPlan(facts);
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return refuse('rule_broken', { fields: errors.flatMap(fieldErrors) });
    const unread = findings.filter(({ ruleId }) => !acknowledged.includes(ruleId));
    if (unread.length > 0) {
      return refuse('warning_unacknowledged', { fields: unread.flatMap(fieldErrors) });
    }
    return ok([
      stepped(plan, ctx, 'plans.submit', {
        status: 'unit_review',
        submittedBy: ctx.actor.accountId,
        submittedAt: ctx.now,
        acknowledgedWarnings: [...new Set(findings.map(({ ruleId }) => ruleId))],
      }),
    ]);
  },
});
