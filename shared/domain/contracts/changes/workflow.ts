// The way of a change: written by the unit's clerk, reviewed by another person of the unit, announced and with 采购办 at once.
import { ok } from '#shared/kernel/result.ts';
import { checkContractChange } from '#shared/rules/contracts/contract-change-rules.ts';
import type { Actor, Role } from '../../actor.ts';
import { nothing } from '../../load.ts';
import { type Given, step, submittedByActor, submittedNow } from '../../step.ts';
import { type Subject, stepsFor, workflow } from '../../workflow.ts';
import { mayAct } from '../access.ts';
import { edited, editInput } from './commands/edit.ts';
import { loadToPublish, published, stillInForce } from './commands/publish.ts';
import { type Around, changeFacts, loadAround } from './facts.ts';
import { type ContractChange, contractChanges } from './model.ts';

const change: Subject<ContractChange, undefined> = {
  kind: contractChanges,
  commandsOf: 'contractChanges',
  mayAct,
  around: nothing,
};
const beingWritten = ['draft', 'returned'] as const;
const clerk: readonly Role[] = ['purchaser_clerk'];
const reviewer: readonly Role[] = ['purchaser_reviewer'];

const findings = ({ row, known, ctx }: Given<ContractChange, Around>) =>
  checkContractChange(changeFacts(known, row, ctx.now));

export const contractChangeWorkflow = workflow(change, [
  step(change, {
    name: 'edit',
    from: beingWritten,
    to: 'same',
    roles: clerk,
    input: editInput,
    decide: edited,
  }),
  step(change, {
    name: 'submit',
    from: beingWritten,
    to: 'review',
    roles: clerk,
    load: loadAround,
    check: stillInForce,
    findings,
    set: submittedNow,
  }),
  step(change, { name: 'delete', from: beingWritten, to: 'removed', roles: clerk }),
  step(change, {
    name: 'takeBack',
    from: ['review', 'approved'],
    to: 'draft',
    roles: clerk,
    set: () => ok({ submittedBy: null, submittedAt: null }),
  }),
  step(change, {
    name: 'approve',
    from: ['review'],
    to: 'approved',
    roles: reviewer,
    note: 'asked',
    submission: 'demanded',
    unless: submittedByActor,
  }),
  step(change, {
    name: 'return',
    from: ['review', 'approved'],
    to: 'returned',
    roles: reviewer,
    note: 'demanded',
    submission: 'since_2',
  }),
  step(change, {
    name: 'publish',
    from: ['approved'],
    to: 'published',
    roles: clerk,
    authority: 'server',
    load: loadToPublish,
    check: stillInForce,
    findings,
    decide: published,
  }),
]);

/** The commands this actor may carry out on this change now. */
export function changeActions(actor: Actor, row: ContractChange): readonly string[] {
  return stepsFor(contractChangeWorkflow, actor, row, undefined);
}
