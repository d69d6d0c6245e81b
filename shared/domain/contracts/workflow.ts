// The way of a contract: written by the unit's clerk, reviewed by another person of the unit, announced and filed at once, received by 采购办. It ends by a change of its own (changes/).
import { ok } from '#shared/kernel/result.ts';
import { checkContract } from '#shared/rules/contracts/contract-rules.ts';
import type { Actor, Role } from '../actor.ts';
import { nothing } from '../load.ts';
import { type Given, step, submittedByActor, submittedNow } from '../step.ts';
import { type Subject, stepsFor, workflow } from '../workflow.ts';
import { mayAct } from './access.ts';
import {
  asksBond,
  bondRecorded,
  bondReturned,
  isReturned,
  lawfulBond,
  lawfulReturn,
  recordBondInput,
  returnBondInput,
  returnUndone,
} from './commands/bond.ts';
import { edited, editInput } from './commands/edit.ts';
import {
  addFundingInput,
  fundingAdded,
  fundingUnused,
  fundingWithdrawn,
  isUnpaid,
  lawfulFunding,
  loadPayments,
  withdrawFundingInput,
} from './commands/funding.ts';
import { addedOnly, handedIn, handInInput } from './commands/hand-in.ts';
import { filed, loadToPublish, stillSignable } from './commands/publish.ts';
import { loadNumbers, received } from './commands/receive.ts';
import { type Around, contractFacts, loadAround } from './facts.ts';
import { type Contract, contracts, holdsBond } from './model.ts';

const contract: Subject<Contract, undefined> = { kind: contracts, mayAct, around: nothing };
const beingWritten = ['draft', 'returned'] as const;
/** What was owed before the end is still to be settled. */
const onceInForce = ['submitted', 'papers', 'received', 'terminated'] as const;
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
    load: loadAround,
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
    submission: 'since_2',
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
    // One that has ended is filed as what it is.
    ways: [
      { from: ['submitted'], to: 'received' },
      { from: ['terminated'], to: 'same', when: ({ filing }) => filing === null },
    ],
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
    name: 'recordBond',
    from: onceInForce,
    to: 'same',
    roles: clerk,
    when: asksBond,
    input: recordBondInput,
    check: lawfulBond,
    set: bondRecorded,
  }),
  step(contract, {
    name: 'returnBond',
    from: onceInForce,
    to: 'same',
    roles: clerk,
    note: 'asked',
    when: holdsBond,
    input: returnBondInput,
    check: lawfulReturn,
    set: bondReturned,
  }),
  step(contract, {
    name: 'undoReturn',
    from: onceInForce,
    to: 'same',
    roles: clerk,
    note: 'demanded',
    when: isReturned,
    set: returnUndone,
  }),
  step(contract, {
    name: 'addFunding',
    from: onceInForce,
    to: 'same',
    roles: clerk,
    when: isUnpaid,
    input: addFundingInput,
    load: loadPayments,
    check: lawfulFunding,
    set: fundingAdded,
  }),
  step(contract, {
    name: 'withdrawFunding',
    from: onceInForce,
    to: 'same',
    roles: clerk,
    note: 'demanded',
    when: ({ funding }) => funding.some(({ withdrawn }) => withdrawn === null),
    input: withdrawFundingInput,
    load: loadPayments,
    check: fundingUnused,
    set: fundingWithdrawn,
  }),
]);

/** The commands this actor may carry out on this contract now; the buttons of lists and pages. */
export function availableActions(actor: Actor, row: Contract): readonly string[] {
  return stepsFor(contractWorkflow, actor, row, undefined);
}
