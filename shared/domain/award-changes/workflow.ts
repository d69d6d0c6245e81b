// The way of a 中标结果变更备案: 保存, 提交 by the 采购人; 同意 or 退回 by 采购办; announced, or given up.
import { ok } from '#shared/kernel/result.ts';
import { checkAwardChange } from '#shared/rules/award-change-rules.ts';
import type { Actor, Role } from '../actor.ts';
import { put } from '../command.ts';
import { nothing } from '../load.ts';
import { sections } from '../projects/model.ts';
import { type Given, step, submittedNow } from '../step.ts';
import { type Subject, stepsFor, workflow } from '../workflow.ts';
import { mayAct } from './access.ts';
import { approved, loadForApproval, stillInForce } from './commands/approve.ts';
import { edited, editInput } from './commands/edit.ts';
import { type Around, changeFacts, loadAround } from './facts.ts';
import { type AwardChange, awardChanges } from './model.ts';

const change: Subject<AwardChange, undefined> = {
  kind: awardChanges,
  commandsOf: 'awardChanges',
  mayAct,
  around: nothing,
};
const beingWritten = ['draft', 'returned'] as const;
const clerk: readonly Role[] = ['purchaser_clerk'];
const office: readonly Role[] = ['procurement_office'];

const findings = ({ row, known, ctx }: Given<AwardChange, Around>) =>
  checkAwardChange(changeFacts(known, row, ctx.now));
const somebodyWins = ({ content: { action } }: AwardChange) =>
  action === 'next_candidate' || action === 'correct';

export const changeWorkflow = workflow(change, [
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
    findings,
    set: submittedNow,
  }),
  step(change, { name: 'delete', from: beingWritten, to: 'removed', roles: clerk }),
  step(change, {
    name: 'takeBack',
    from: ['review'],
    to: 'draft',
    roles: clerk,
    set: () => ok({ submittedBy: null }),
  }),
  step(change, {
    name: 'approve',
    ways: [
      { from: ['review'], to: 'approved', when: somebodyWins },
      { from: ['review'], to: 'closed', when: (row) => !somebodyWins(row) },
    ],
    roles: office,
    authority: 'server',
    submission: 'since_2',
    note: 'asked',
    load: loadForApproval,
    check: stillInForce,
    findings,
    decide: approved,
  }),
  step(change, {
    name: 'return',
    from: ['review'],
    to: 'returned',
    roles: office,
    submission: 'since_2',
    note: 'demanded',
  }),
  step(change, {
    name: 'giveUp',
    from: ['approved'],
    to: 'lapsed',
    roles: clerk,
    authority: 'server',
    note: 'demanded',
    load: loadAround,
    // The result stays as it is.
    also: ({ row, known: { section } }) =>
      ok(section.change?.changeId === row.id ? [put(sections, { ...section, change: null })] : []),
  }),
]);

/** The commands this actor may carry out on this filing now; the buttons of lists and pages. */
export function availableActions(actor: Actor, row: AwardChange): readonly string[] {
  return stepsFor(changeWorkflow, actor, row, undefined);
}
