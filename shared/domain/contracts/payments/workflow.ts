// The way of a payment: written by the unit's clerk, registered once its day is known, paid. What is registered stays: it is changed or made void with a reason.
import { ok } from '#shared/kernel/result.ts';
import { checkPayment } from '#shared/rules/contracts/payment-rules.ts';
import type { Actor, Role } from '../../actor.ts';
import { nothing } from '../../load.ts';
import { type Given, step } from '../../step.ts';
import { type Subject, stepsFor, workflow } from '../../workflow.ts';
import { mayAct } from './access.ts';
import { edited, editInput } from './commands/edit.ts';
import { amended, payInput, paymentFindings, recorded, voided } from './commands/pay.ts';
import { type Around, loadAround, paymentFacts } from './facts.ts';
import { type Payment, payments } from './model.ts';

const payment: Subject<Payment, undefined> = { kind: payments, mayAct, around: nothing };
const clerk: readonly Role[] = ['purchaser_clerk'];
const unpaid = ['draft', 'due'] as const;

export const paymentWorkflow = workflow(payment, [
  step(payment, {
    name: 'edit',
    from: unpaid,
    to: 'same',
    roles: clerk,
    input: editInput,
    load: loadAround,
    decide: edited,
  }),
  step(payment, {
    name: 'submit',
    from: ['draft'],
    to: 'due',
    roles: clerk,
    load: loadAround,
    findings: ({ row, known, ctx }: Given<Payment, Around>) =>
      checkPayment(paymentFacts(known, { ...row, paid: null }, ctx.now)),
    set: ({ ctx }) => ok({ registeredAt: ctx.now }),
  }),
  step(payment, {
    name: 'pay',
    from: unpaid,
    to: 'paid',
    roles: clerk,
    input: payInput,
    load: loadAround,
    findings: paymentFindings,
    decide: recorded,
  }),
  step(payment, {
    name: 'amend',
    from: ['paid'],
    to: 'same',
    roles: clerk,
    note: 'demanded',
    input: payInput,
    load: loadAround,
    findings: paymentFindings,
    decide: amended,
  }),
  step(payment, {
    name: 'void',
    from: ['due', 'paid'],
    to: 'void',
    roles: clerk,
    note: 'demanded',
    load: loadAround,
    decide: voided,
  }),
  step(payment, { name: 'delete', from: ['draft'], to: 'removed', roles: clerk }),
]);

/** The commands this actor may carry out on this payment now. */
export function paymentActions(actor: Actor, row: Payment): readonly string[] {
  return stepsFor(paymentWorkflow, actor, row, undefined);
}
