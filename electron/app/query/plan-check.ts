// What the rules say of a plan that is being filled in. The facts come through the very load that the submission uses, answered from the
// replica; nothing is written and nothing becomes part of a read set.
import { visible } from '#shared/domain/entity.ts';
import { loadPlanFacts } from '#shared/domain/plans/facts.ts';
import { type Plan, type PlanContent, plans } from '#shared/domain/plans/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { checkPlan } from '#shared/rules/plan-rules.ts';
import type { Account } from '../account.ts';
import type { Handlers } from './handler.ts';
import { loaded } from './load-facts.ts';
import { parse } from './records.ts';

export const planCheckHandlers: Handlers<'plans.check'> = {
  'plans.check': {
    answer(account, { id, content }) {
      const known = knownOf(account, id);
      return known.ok ? check(account, { id: id ?? '', ...known.value, content }) : known;
    },
  },
};

type Known = Pick<Plan, 'purchaserId' | 'predecessor'>;

/** A new plan is one of the clerk's own unit and changes no other; a saved one is that of the unit which made it. */
function knownOf({ actor, replica }: Account, id: Id | null): Result<Known> {
  if (id === null) {
    const unit = actor.role === 'purchaser_clerk' ? actor.organisationId : null;
    return unit === null ? err({ code: 'not_allowed' }) : ok({ purchaserId: unit, predecessor: null });
  }
  const stored = replica.table('plans')?.stored(id);
  if (stored === undefined) return err({ code: 'not_found' });
  const plan = parse(plans, stored.body);
  if (!plan.ok) return plan;
  return visible(actor, plans, plan.value) ? ok(plan.value) : err({ code: 'not_found' });
}

function check(
  account: Account,
  plan: Known & { readonly id: string; readonly content: PlanContent },
): ReturnType<(typeof planCheckHandlers)['plans.check']['answer']> {
  const facts = loaded(account.replica, loadPlanFacts(plan, account.now()));
  if (!facts.ok) return facts;
  const findings = checkPlan(facts.value).map((finding) => ({ ...finding, paths: [...finding.paths] }));
  return ok({ findings });
}
