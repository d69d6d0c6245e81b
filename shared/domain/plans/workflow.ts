// The way of a plan: 经办岗 drafts and submits, 审核岗 approves or returns, 采购办 files, returns, reopens or cancels. 备案 is a filing
// (条例 art 29), not a permission.
import { ok } from '#shared/kernel/result.ts';
import { checkPlan } from '#shared/rules/plan-rules.ts';
import type { Actor } from '../actor.ts';
import { nothing } from '../load.ts';
import { refuse } from '../refuse.ts';
import { type Given, step, submittedByActor, submittedNow } from '../step.ts';
import { type Subject, stepsFor, workflow } from '../workflow.ts';
import { mayAct } from './access.ts';
import { changeGivenUp, loadProject, notAnnounced, projectCancelled } from './commands/cancel.ts';
import { edited, editInput } from './commands/edit.ts';
import { filed, loadForFiling } from './commands/file.ts';
import { changedGivenBack, loadToGiveBack } from './commands/give-back.ts';
import { loadPlanFacts } from './facts.ts';
import { type Plan, plans } from './model.ts';
import { raisedEdit } from './revisions.ts';

const plan: Subject<Plan, undefined> = { kind: plans, mayAct, around: nothing };
const beingWritten = ['draft', 'returned'] as const;
const onFile = ['filed', 'pushed', 'sections_received'] as const;

/** The reviewer of the next round sees what has changed since. */
const keepReturned = ({ row }: Given<Plan>) => ok({ returnedContent: row.content });

export const planWorkflow = workflow(plan, [
  step(plan, {
    name: 'edit',
    from: beingWritten,
    to: 'same',
    roles: ['purchaser_clerk'],
    version: 2,
    upcasters: { 1: raisedEdit },
    input: editInput,
    decide: edited,
  }),
  step(plan, {
    name: 'submit',
    from: beingWritten,
    to: 'unit_review',
    roles: ['purchaser_clerk'],
    load: ({ id, purchaserId, content, predecessor }, { now }) =>
      loadPlanFacts({ id, purchaserId, content, predecessor }, now),
    // What is classified never enters the system (101号令 art 19).
    check: ({ row }) => (row.content.classified ? refuse('classified') : ok(null)),
    findings: ({ known }) => checkPlan(known),
    set: submittedNow,
  }),
  step(plan, {
    name: 'delete',
    from: beingWritten,
    to: 'removed',
    roles: ['purchaser_clerk'],
    // What others have seen stays on record (法 art 42: procurement files are kept).
    when: ({ leftUnit, planNo }) => !leftUnit && planNo === null,
    load: loadToGiveBack,
    also: changedGivenBack,
  }),
  step(plan, {
    name: 'giveUp',
    from: beingWritten,
    to: 'cancelled',
    roles: ['purchaser_clerk'],
    authority: 'server',
    note: 'demanded',
    // 变更采购方式 holds its sections: they must not wait for a plan that nobody goes on with. What nobody else has seen is deleted.
    when: ({ predecessor, leftUnit, planNo }) => predecessor !== null && (leftUnit || planNo !== null),
    load: loadProject,
    check: notAnnounced,
    also: changeGivenUp,
  }),
  step(plan, {
    name: 'takeBack',
    from: ['unit_review'],
    to: 'draft',
    roles: ['purchaser_clerk'],
    set: () => ok({ submittedBy: null, submittedAt: null }),
  }),
  step(plan, {
    name: 'approve',
    from: ['unit_review'],
    to: 'office_review',
    roles: ['purchaser_reviewer'],
    submission: 'since_2',
    note: 'asked',
    unless: submittedByActor,
    set: () => ok({ leftUnit: true }),
  }),
  step(plan, {
    name: 'return',
    from: ['unit_review'],
    to: 'returned',
    roles: ['purchaser_reviewer'],
    submission: 'since_2',
    note: 'demanded',
    set: keepReturned,
  }),
  step(plan, {
    name: 'officeReturn',
    from: ['office_review'],
    to: 'returned',
    roles: ['procurement_office'],
    authority: 'server',
    submission: 'since_2',
    note: 'demanded',
    set: keepReturned,
  }),
  step(plan, {
    name: 'file',
    from: ['office_review'],
    to: 'filed',
    roles: ['procurement_office', 'system'],
    authority: 'server',
    submission: 'since_2',
    note: 'asked',
    load: loadForFiling,
    decide: filed,
  }),
  step(plan, {
    name: 'reopen',
    from: onFile,
    to: 'returned',
    roles: ['procurement_office'],
    authority: 'server',
    note: 'demanded',
    load: loadProject,
    check: notAnnounced,
    set: keepReturned,
  }),
  step(plan, {
    name: 'cancel',
    from: onFile,
    to: 'cancelled',
    roles: ['procurement_office'],
    authority: 'server',
    note: 'demanded',
    load: loadProject,
    check: notAnnounced,
    also: projectCancelled,
  }),
]);

/** The commands this actor may carry out on this plan now; the buttons of lists and pages. */
export function availableActions(actor: Actor, row: Plan): readonly string[] {
  return stepsFor(planWorkflow, actor, row, undefined);
}
