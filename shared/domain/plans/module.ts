// 采购计划备案.
import type { Actor } from '../actor.ts';
import { defineModule } from '../module.ts';
import { searchKind } from '../search-kind.ts';
import { type Claim, taskKinds } from '../task.ts';
import { changeMethod } from './commands/change-method.ts';
import { createPlan } from './commands/create.ts';
import { planList } from './list.ts';
import { plans, planWaitsFor } from './model.ts';
import { planWorkflow } from './workflow.ts';

type Waited = keyof typeof planWaitsFor;

function claimOf({ role }: Actor, status: Waited): Claim<(typeof planWaitsFor)[Waited]> | null {
  const waitsFor = planWaitsFor[status];
  return role === waitsFor ? { waitsFor: [waitsFor] } : null;
}

export const plansModule = defineModule({
  name: 'plans',
  entities: [plans],
  commands: [createPlan, changeMethod],
  workflows: [planWorkflow],
  lists: [planList],
  tasks: taskKinds(plans, { detail: 'planNo', amount: 'budgetAmount' }, [
    { command: 'plans.submit', claim: (actor) => claimOf(actor, 'returned') },
    { command: 'plans.approve', claim: (actor) => claimOf(actor, 'unit_review') },
    { command: 'plans.file', claim: (actor) => claimOf(actor, 'office_review') },
  ]),
  search: [searchKind(plans, { place: 2, detail: 'planNo' })],
});
