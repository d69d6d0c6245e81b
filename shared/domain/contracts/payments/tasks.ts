// Whose task a payment is: the unit's clerk pays it, and is reminded a week before its day and after it.
import { type Claim, taskKinds } from '../../task.ts';
import { type PaymentWait, payments } from './model.ts';

/** 即将到期: so many days before the last one. */
export const soonDays = 7;

type OwnClaim = Claim<PaymentWait, 'purchaserId' | 'dueOrder'>;

export const paymentTasks = taskKinds(payments, { detail: 'supplierName', amount: 'amount' }, [
  {
    command: 'payments.pay',
    claim: ({ role, organisationId }): OwnClaim | null =>
      role === 'purchaser_clerk'
        ? {
            waitsFor: ['pay', 'release'],
            only: { purchaserId: organisationId },
            within: { dueOrder: soonDays },
          }
        : null,
  },
]);
