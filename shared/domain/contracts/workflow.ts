// The way of a contract: written by the unit's clerk, reviewed by another person of the unit, announced and filed at once, received by 采购办; ended with a reason.
import { ok } from '#shared/kernel/result.ts';
import { checkContract } from '#shared/rules/contract-rules.ts';
import type { Actor, Role } from '../actor.ts';
import { nothing } from '../load.ts';
import { type Given, step, submittedByActor, submittedNow } from '../step.ts';
import { type Subject, stepsFor, workflow } from '../workflow.ts';
import { mayAct } from './access.ts';
import { edited, editInput } from './commands/edit.ts';
import { addedOnly, handedIn, handInInput } from './commands/hand-in.ts';
import { filed, loadToPublish, stillSignable } from './commands/publish.ts';
import { loadNumbers, received } from './commands/receive.ts';
import { loadSection, sectionAfter } from './commands/terminate.ts';
import { type Around, contractFacts, loadAround } from './facts.ts';
import { type Contract, contracts } from './model.ts';

const contract: Subject<Contract, undefined> = { kind: contracts, mayAct, around: nothing };
const beingWritten = ['draft', 'returned'] as const;
const clerk: readonly Role[] = ['purchaser_clerk'];
const reviewer: readonly Role[] = ['purchaser_reviewer'];
const office: readonly Role[] = ['procurement_office'];

const findings = ({ row, known, ctx }: Given<Contract, Around>) =>
  checkContract(contractFacts(known, row, ctx.now));

export const contractWorkflow = workflow(contract, [
  step(contract, {
    name: 'edit',
    from: beingWritten,
    to: 'same',
    roles: clerk,
    input: editInput,
    decide: edited,
  }),
  step(contract, {
    name: 'submit',
    from: beingWritten,
    to: 'review',
    roles: clerk,
    load: loadAround,
    findings,
    set: submittedNow,
  }),
  step(contract, { name: 'delete', from: beingWritten, to: 'removed', roles: clerk }),
  step(contract, {
    name: 'takeBack',
    from: ['review', 'approved'],
    to: 'draft',
    roles: clerk,
    set: () => ok({ submittedBy: null, submittedAt: null }),
  }),
  step(contract, {
    name: 'approve',
    from: ['review'],
    to: 'approved',
    roles: reviewer,
    note: 'asked',
    submission: 'demanded',
    unless: submittedByActor,
  }),
  step(contract, {
    name: 'return',
    from: ['review', 'approved'],
    to: 'returned',
    roles: reviewer,
    note: 'demanded',
  }),
  step(contract, {
    name: 'publish',
    from: ['approved'],
    to: 'submitted',
    roles: clerk,
    authority: 'server',
    load: loadToPublish,
    check: stillSignable,
    findings,
    decide: filed,
  }),
  step(contract, {
    name: 'receive',
    from: ['submitted'],
    to: 'received',
    roles: office,
    authority: 'server',
    note: 'asked',
    load: loadNumbers,
    decide: received,
  }),
  step(contract, {
    name: 'requestPapers',
    from: ['submitted'],
    to: 'papers',
    roles: office,
    note: 'demanded',
  }),
  step(contract, {
    name: 'handIn',
    from: ['papers'],
    to: 'submitted',
    roles: clerk,
    input: handInInput,
    check: addedOnly,
    set: handedIn,
  }),
  step(contract, {
    name: 'terminate',
    from: ['submitted', 'papers', 'received'],
    to: 'terminated',
    roles: clerk,
    authority: 'server',
    note: 'demanded',
    load: loadSection,
    also: sectionAfter,
  }),
]);

/** The commands this actor may carry out on this contract now; the buttons of lists and pages. */
export function availableActions(actor: Actor, row: Contract): readonly string[] {
  return stepsFor(contractWorkflow, actor, row, undefined);
}
