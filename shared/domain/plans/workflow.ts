// The way of a plan: 经办岗 drafts and submits, 审核岗 approves or returns, 采购办 files, returns, reopens or cancels. 备案 is a filing
// (条例 art 29), not a permission.
import type { Actor } from '../actor.ts';
import { actionsIn, type Transition } from '../workflow.ts';
import { mayAct } from './access.ts';
import type { Plan, PlanStatus } from './model.ts';

const filedStates = ['filed', 'pushed', 'sections_received'] as const;

export const planTransitions: readonly Transition<PlanStatus, Plan>[] = [
  { command: 'plans.edit', from: ['draft', 'returned'], roles: ['purchaser_clerk'], to: 'same' },
  { command: 'plans.submit', from: ['draft', 'returned'], roles: ['purchaser_clerk'], to: 'unit_review' },
  {
    command: 'plans.delete',
    from: ['draft', 'returned'],
    roles: ['purchaser_clerk'],
    to: 'removed',
    // What others have seen stays on record (法 art 42: procurement files are kept).
    when: (plan) => !plan.leftUnit && plan.planNo === null,
  },
  { command: 'plans.takeBack', from: ['unit_review'], roles: ['purchaser_clerk'], to: 'draft' },
  { command: 'plans.approve', from: ['unit_review'], roles: ['purchaser_reviewer'], to: 'office_review' },
  { command: 'plans.return', from: ['unit_review'], roles: ['purchaser_reviewer'], to: 'returned' },
  { command: 'plans.officeReturn', from: ['office_review'], roles: ['procurement_office'], to: 'returned' },
  { command: 'plans.file', from: ['office_review'], roles: ['procurement_office', 'system'], to: 'filed' },
  { command: 'plans.reopen', from: filedStates, roles: ['procurement_office'], to: 'returned' },
  { command: 'plans.cancel', from: filedStates, roles: ['procurement_office'], to: 'cancelled' },
];

/** The commands this actor may carry out on this plan now; the buttons of lists and pages. */
export function availableActions(actor: Actor, plan: Plan): readonly string[] {
  if (!mayAct(actor, plan)) return [];
  return actionsIn(planTransitions, actor, plan).filter(
    (command) => command !== 'plans.approve' || plan.submittedBy !== actor.accountId,
  );
}
