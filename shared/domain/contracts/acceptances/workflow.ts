// The way of an acceptance: written by the unit's clerk while the group sits, reviewed by another person of the unit, concluded with what follows from it.
import { ok } from '#shared/kernel/result.ts';
import { checkAcceptance } from '#shared/rules/contracts/acceptance/rules.ts';
import type { Actor, Role } from '../../actor.ts';
import { nothing } from '../../load.ts';
import { type Given, step, submittedByActor, submittedNow } from '../../step.ts';
import { type Subject, stepsFor, workflow } from '../../workflow.ts';
import { mayAct } from './access.ts';
import { concluded, loadToConclude, stillToAccept } from './commands/conclude.ts';
import { edited, editInput } from './commands/edit.ts';
import { type Around, acceptanceFacts, loadAround } from './facts.ts';
import { type Acceptance, acceptances } from './model.ts';

const acceptance: Subject<Acceptance, undefined> = { kind: acceptances, mayAct, around: nothing };
const beingWritten = ['draft', 'returned'] as const;
const clerk: readonly Role[] = ['purchaser_clerk'];
const reviewer: readonly Role[] = ['purchaser_reviewer'];

const findings = ({ row, known, ctx }: Given<Acceptance, Around>) =>
  checkAcceptance(acceptanceFacts(known, row, ctx.now));

export const acceptanceWorkflow = workflow(acceptance, [
  step(acceptance, {
    name: 'edit',
    from: beingWritten,
    to: 'same',
    roles: clerk,
    input: editInput,
    decide: edited,
  }),
  step(acceptance, {
    name: 'submit',
    from: beingWritten,
    to: 'review',
    roles: clerk,
    load: loadAround,
    check: stillToAccept,
    findings,
    set: submittedNow,
  }),
  step(acceptance, { name: 'delete', from: beingWritten, to: 'removed', roles: clerk }),
  step(acceptance, {
    name: 'takeBack',
    from: ['review', 'approved'],
    to: 'draft',
    roles: clerk,
    set: () => ok({ submittedBy: null, submittedAt: null }),
  }),
  step(acceptance, {
    name: 'approve',
    from: ['review'],
    to: 'approved',
    roles: reviewer,
    note: 'asked',
    submission: 'demanded',
    unless: submittedByActor,
  }),
  step(acceptance, {
    name: 'return',
    from: ['review', 'approved'],
    to: 'returned',
    roles: reviewer,
    note: 'demanded',
    submission: 'since_2',
  }),
  step(acceptance, {
    name: 'conclude',
    from: ['approved'],
    to: 'concluded',
    roles: clerk,
    authority: 'server',
    load: loadToConclude,
    check: stillToAccept,
    findings,
    decide: concluded,
  }),
]);

/** The commands this actor may carry out on this acceptance now. */
export function acceptanceActions(actor: Actor, row: Acceptance): readonly string[] {
  return stepsFor(acceptanceWorkflow, actor, row, undefined);
}
