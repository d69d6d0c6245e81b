// 采购计划备案.
import type { Actor } from '../actor.ts';
import { defineModule } from '../module.ts';
import { type Claim, taskKinds } from '../task.ts';
import { createPlan } from './commands/create.ts';
import { editPlan } from './commands/edit.ts';
import { filePlan } from './commands/file.ts';
import { deletePlan } from './commands/remove.ts';
import { cancelPlan, reopenPlan } from './commands/reopen.ts';
import { approvePlan, officeReturnPlan, returnPlan, takeBackPlan } from './commands/review.ts';
import { submitPlan } from './commands/submit.ts';
import { plans, planWaitsFor } from './model.ts';

function claimOf({ role }: Actor, status: keyof typeof planWaitsFor): Claim | null {
  const waitsFor = planWaitsFor[status];
  return role === waitsFor ? { waitsFor: [waitsFor] } : null;
}

export const plansModule = defineModule({
  name: 'plans',
  entities: [plans],
  commands: [
    createPlan,
    editPlan,
    deletePlan,
    submitPlan,
    takeBackPlan,
    approvePlan,
    returnPlan,
    officeReturnPlan,
    filePlan,
    reopenPlan,
    cancelPlan,
  ],
  tasks: taskKinds(plans, { title: 'projectName', detail: 'planNo', amount: 'budgetAmount' }, [
    { command: submitPlan.name, claim: (actor) => claimOf(actor, 'returned') },
    { command: approvePlan.name, claim: (actor) => claimOf(actor, 'unit_review') },
    { command: filePlan.name, claim: (actor) => claimOf(actor, 'office_review') },
  ]),
  search: [{ entity: plans, place: 2, title: 'projectName', detail: 'planNo' }],
});
