// Payments of the contract of `withContractIn`.
import {
  emptyPayment,
  type Paid,
  type PaymentContent,
  type PaymentPurpose,
} from '#shared/domain/contracts/payments/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { anActor } from './actors.ts';
import { contractAmount, contractId } from './contracts.ts';
import { anId } from './ids.ts';
import type { Store } from './store.ts';

const clerk = anActor('purchaser_clerk');
export const paymentId = anId('a payment');

export const aPaper = (name: string) => ({
  ...{ id: anId(name), fileName: `${name}.pdf`, mediaType: 'application/pdf', size: 1 },
  sha256: 'a'.repeat(64),
});
export const aPaymentPaper = (purpose: PaymentPurpose) => ({ ...aPaper(purpose), purpose });

/** 进度款 of the whole amount, on 2026-03-05, the day after the contract was signed; due thirty days after delivery. */
export function aPaymentContent(parts: Partial<PaymentContent> = {}): PaymentContent {
  return {
    ...emptyPayment,
    kind: 'progress',
    condition: '交付后30日内',
    amount: contractAmount,
    sizeClass: 'small',
    basis: 'delivery',
    deliveredOn: '2026-03-04',
    invoiceNo: '24412000000012345678',
    invoiceAmount: parts.amount === undefined ? contractAmount : parts.amount,
    invoiceOn: '2026-03-04',
    files: [aPaymentPaper('invoice')],
    ...parts,
  };
}

export function beginPayment(store: Store, parts: Partial<PaymentContent> = {}, id = paymentId) {
  return store.run(clerk, 'payments.create', { id, contractId, content: aPaymentContent(parts) });
}

export function submitPayment(store: Store, id = paymentId) {
  return store.run(clerk, 'payments.submit', { id, acknowledged: everyWarning });
}

export const whatIsPaid = (parts: Partial<Paid> = {}): Paid => ({
  ...{ paidOn: '2026-03-05', paidAmount: contractAmount, budgetYear: 2026, fundingLine: '', last: false },
  vouchers: [aPaper('voucher')],
  ...parts,
});

export function pay(store: Store, parts: Partial<Paid> = {}, id = paymentId) {
  return store.run(clerk, 'payments.pay', { id, ...whatIsPaid(parts), acknowledged: everyWarning });
}

export function amendPayment(store: Store, parts: Partial<Paid> = {}, id = paymentId) {
  const reason = '金额录入有误';
  return store.run(clerk, 'payments.amend', {
    ...{ id, reason, acknowledged: everyWarning },
    ...whatIsPaid(parts),
  });
}

/** One that is paid, begun for what it came to. */
export function paidPayment(
  store: Store,
  id: string,
  amount: number,
  content: Partial<PaymentContent> = {},
  paid: Partial<Paid> = {},
): void {
  must(beginPayment(store, { amount, ...content }, id));
  must(pay(store, { paidAmount: amount, ...paid }, id));
}

export function must(answer: Result<unknown>): void {
  if (!answer.ok) throw new Error(`no payment: ${JSON.stringify(answer.error)}`);
}
