// What the form asks for, as it stands at this moment; the rules have the last word.
import type { AskOutput } from '#renderer/api/calls.ts';
import {
  isSmall,
  type PaymentContent,
  type PaymentField,
  type PaymentPurpose,
} from '#shared/domain/contracts/payments/model.ts';
import { hasPeriod, isTiedToAcceptance } from '#shared/rules/contracts/payment-due.ts';

export type Answer = AskOutput<'payments.check'>;

type Dated = Pick<PaymentContent, 'kind' | 'basis' | 'sizeClass'>;

export function requiredNow(content: Dated): ReadonlySet<PaymentField> {
  return new Set<PaymentField>(['kind', 'amount', ...(content.kind === null ? [] : [dayField(content)])]);
}

/** The day that the last day follows from. */
function dayField(content: Dated): PaymentField {
  if (!hasPeriod(content)) return 'agreedOn';
  if (!isSmall(content)) return 'invoiceOn';
  return isTiedToAcceptance(content) ? 'acceptedOn' : 'deliveredOn';
}

/** 预付款 and 质保金 have a day of the contract alone. */
export function dayFields({ kind }: Pick<PaymentContent, 'kind'>): readonly PaymentField[] {
  return hasPeriod({ kind })
    ? ['sizeClass', 'basis', 'deliveredOn', 'acceptedOn', 'agreedOn', 'interestRate']
    : ['sizeClass', 'agreedOn', 'interestRate'];
}

export function suggestedPurpose(
  content: Pick<PaymentContent, 'kind'>,
  files: readonly { readonly purpose: PaymentPurpose }[],
): PaymentPurpose {
  const wanted = content.kind === 'advance' ? 'guarantee' : 'invoice';
  return files.some(({ purpose }) => purpose === wanted) ? 'other' : wanted;
}
