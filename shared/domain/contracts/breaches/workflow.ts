// The way of a breach: noticed by the unit's clerk, answered by the other side or not, decided by another person of the unit. After the notice it may be withdrawn, not deleted; what is
// decided is final.
import { ok } from '#shared/kernel/result.ts';
import type { BreachFacts } from '#shared/rules/contracts/breach-facts.ts';
import { checkBreach } from '#shared/rules/contracts/breach-rules.ts';
import type { Actor, Role } from '../../actor.ts';
import { nothing } from '../../load.ts';
import { type Given, lawful, step, submittedByActor, submittedNow } from '../../step.ts';
import { type Subject, stepsFor, workflow } from '../../workflow.ts';
import { mayAct } from './access.ts';
import { edited, editInput } from './commands/edit.ts';
import { type Around, breachFacts, loadAround, usualStatementDay } from './facts.ts';
import { type Breach, breaches, has, type Statement, statementShape } from './model.ts';

const breach: Subject<Breach, undefined> = { kind: breaches, mayAct, around: nothing };
const clerk: readonly Role[] = ['purchaser_clerk'];
const reviewer: readonly Role[] = ['purchaser_reviewer'];
const waiting = ['heard', 'returned'] as const;

const findingsOf =
  (asked: BreachFacts['asked']) =>
  ({ row, known, ctx }: Given<Breach, Around>) =>
    checkBreach(breachFacts(known, row, asked, ctx.now));

function statementOf({ silent, statedOn, statement }: Statement): Statement {
  return { silent, statedOn, statement };
}

export const breachWorkflow = workflow(breach, [
  step(breach, {
    name: 'edit',
    from: ['draft', ...waiting],
    to: 'same',
    roles: clerk,
    input: editInput,
    decide: edited,
  }),
  step(breach, {
    name: 'notify',
    from: ['draft'],
    to: 'notified',
    roles: clerk,
    load: loadAround,
    findings: findingsOf('notice'),
    set: ({ row: { content }, known, ctx }) =>
      ok({
        notifiedAt: ctx.now,
        content: {
          ...content,
          statementUntil: content.statementUntil ?? usualStatementDay(known, content.noticeOn),
        },
      }),
  }),
  step(breach, { name: 'delete', from: ['draft'], to: 'removed', roles: clerk }),
  step(breach, {
    // A statement that comes late is recorded too, as long as nothing is decided.
    name: 'hear',
    from: ['notified', ...waiting],
    to: 'heard',
    roles: clerk,
    input: statementShape,
    load: loadAround,
    findings: ({ row, known, input, ctx }) =>
      checkBreach(breachFacts(known, { ...row, statement: statementOf(input) }, 'statement', ctx.now)),
    set: ({ input }) => ok({ statement: statementOf(input) }),
  }),
  step(breach, {
    name: 'submit',
    from: waiting,
    to: 'review',
    roles: clerk,
    load: loadAround,
    findings: findingsOf('decision'),
    set: submittedNow,
  }),
  step(breach, {
    name: 'takeBack',
    from: ['review'],
    to: 'heard',
    roles: clerk,
    set: () => ok({ submittedBy: null, submittedAt: null }),
  }),
  step(breach, {
    // What was paid or changed since it was submitted counts.
    name: 'approve',
    from: ['review'],
    to: 'decided',
    roles: reviewer,
    note: 'asked',
    submission: 'demanded',
    unless: submittedByActor,
    load: loadAround,
    check: (given: Given<Breach, Around>) => lawful(findingsOf('decision')(given)),
    set: ({ row: { content }, ctx }) =>
      ok({ decidedAt: ctx.now, reportedAt: has(content, 'report') ? ctx.now : null }),
  }),
  step(breach, {
    name: 'return',
    from: ['review'],
    to: 'returned',
    roles: reviewer,
    note: 'demanded',
    submission: 'demanded',
  }),
  step(breach, {
    name: 'withdraw',
    from: ['notified', ...waiting],
    to: 'withdrawn',
    roles: clerk,
    note: 'demanded',
  }),
]);

/** The commands this actor may carry out on this breach now. */
export function breachActions(actor: Actor, row: Breach): readonly string[] {
  return stepsFor(breachWorkflow, actor, row, undefined);
}
