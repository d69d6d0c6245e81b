// The way of a result: drafted by the unit or its agency from the ranking, confirmed by another person of the unit (or by the agency, where the committee was
// authorised or the law has decided), announced. Until then it may be taken back.
import { ok } from '#shared/kernel/result.ts';
import { checkAward } from '#shared/rules/awards/rules.ts';
import type { Actor, Role } from '../actor.ts';
import { nothing } from '../load.ts';
import { refuseField } from '../refuse.ts';
import { type Given, step, submittedByActor, submittedNow } from '../step.ts';
import { type Subject, stepsFor, workflow } from '../workflow.ts';
import { mayAct } from './access.ts';
import { determined, inCourse, reopened, standing, unchanged } from './commands/determine.ts';
import { edited, editInput } from './commands/edit.ts';
import { type Around, awardFacts, hasSpoken, loadAround } from './facts.ts';
import { type Award, awards } from './model.ts';

const award: Subject<Award, undefined> = { kind: awards, mayAct, around: nothing };
const beingWritten = ['draft', 'returned'] as const;
const drafters: readonly Role[] = ['purchaser_clerk', 'agency'];

const findings = ({ row, known, ctx }: Given<Award, Around>) => checkAward(awardFacts(known, row, ctx.now));

/** Only the 采购人 determines; where somebody has been authorised, or nobody has said a word, the agency writes it down (条例 art 43). */
function confirms({ role }: Actor, { content }: Award): boolean {
  return role === 'purchaser_reviewer' || content.basis !== 'purchaser';
}

function determinedBefore({ history }: Award) {
  return history.some(({ action }) => action === 'awards.confirm') || hasSpoken(history)
    ? refuseField('wrong_state', 'id', 'award_determined_before').error
    : undefined;
}

export const awardWorkflow = workflow(award, [
  step(award, {
    name: 'edit',
    from: beingWritten,
    to: 'same',
    roles: drafters,
    input: editInput,
    decide: edited,
  }),
  step(award, {
    name: 'submit',
    from: beingWritten,
    to: 'review',
    roles: drafters,
    load: loadAround,
    check: ({ row, known }) => inCourse(row, known),
    findings,
    set: (given) => ok({ ...submittedNow(given).value, ...standing(given) }),
  }),
  step(award, {
    name: 'delete',
    from: beingWritten,
    to: 'removed',
    roles: drafters,
    // What was once determined is kept, with its reasons and papers (法 art 42), and so is that the 采购人 was not silent.
    unless: determinedBefore,
  }),
  step(award, {
    name: 'takeBack',
    from: ['review'],
    to: 'draft',
    roles: drafters,
    set: () => ok({ submittedBy: null, submittedAt: null }),
  }),
  step(award, {
    name: 'confirm',
    from: ['review'],
    to: 'confirmed',
    roles: ['purchaser_reviewer', 'agency'],
    authority: 'server',
    note: 'asked',
    submission: 'demanded',
    by: confirms,
    unless: submittedByActor,
    load: loadAround,
    check: ({ row, known }) => unchanged(row, known),
    findings,
    decide: determined,
  }),
  step(award, {
    name: 'return',
    from: ['review'],
    to: 'returned',
    roles: ['purchaser_reviewer', 'agency'],
    submission: 'since_2',
    by: confirms,
    note: 'demanded',
  }),
  step(award, {
    name: 'reopen',
    from: ['confirmed'],
    to: 'draft',
    roles: ['purchaser_reviewer', 'agency'],
    by: confirms,
    authority: 'server',
    note: 'demanded',
    load: loadAround,
    decide: reopened,
  }),
]);

/** The commands this actor may carry out on this result now; the buttons of lists and pages. */
export function availableActions(actor: Actor, row: Award): readonly string[] {
  return stepsFor(awardWorkflow, actor, row, undefined);
}
