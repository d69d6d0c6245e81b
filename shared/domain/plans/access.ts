// Whose plan it is. Seeing follows from scopes alone (entity.ts); acting is narrower: the unit on its own plans, 采购办 on plans of its
// regions that have left the unit. The answer for all others is the same as for a plan that does not exist.
import type { Actor } from '../actor.ts';
import type { Plan } from './model.ts';

export function mayAct(actor: Actor, plan: Plan): boolean {
  switch (actor.role) {
    case 'purchaser_clerk':
    case 'purchaser_reviewer':
      return actor.organisationId !== null && actor.organisationId === plan.purchaserId;
    case 'procurement_office':
      return (
        plan.leftUnit &&
        plan.content.regionCode !== null &&
        actor.regionCodes.includes(plan.content.regionCode)
      );
    case 'system':
      return true;
    default:
      return false;
  }
}
