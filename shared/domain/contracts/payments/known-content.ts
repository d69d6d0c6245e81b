// What of a payment is known before anybody types: its line of the 付款计划, the supplier's size when it was signed, and whether the contract is accepted.
import { hasPeriod } from '#shared/rules/contracts/payment-due.ts';
import { type Contract, supplierNow } from '../model.ts';
import { emptyPayment, type Payment, type PaymentContent } from './model.ts';

type Line = Contract['content']['payments'][number];

/** Lines that no payment has begun yet, in their order. One whose payment is void is open again. */
export function openLines(
  { content }: Pick<Contract, 'content'>,
  all: readonly Pick<Payment, 'content' | 'status'>[],
): readonly Line[] {
  const begun = new Set(
    all.flatMap((payment) => (payment.status === 'void' ? [] : [payment.content.lineId])),
  );
  return content.payments.filter(({ id }) => !begun.has(id));
}

/** Without a line: what holds for every payment of the contract. */
export function knownPayment(
  contract: Pick<Contract, 'content' | 'result' | 'changes' | 'performance'>,
  lineId: string | null,
): PaymentContent {
  const { content, result, performance } = contract;
  const line = content.payments.find(({ id }) => id === lineId);
  const kind = line?.kind ?? null;
  return {
    ...emptyPayment,
    lineId: line?.id ?? null,
    kind,
    condition: line?.condition ?? '',
    amount: line?.amount ?? null,
    sizeClass: supplierNow(contract).tookOver ? null : result.sizeClass,
    basis: knownBasis(kind),
    acceptedOn: performance.acceptedOn,
    agreedOn: line?.dueOn ?? null,
  };
}

/** What the days of an instalment of this kind mostly run from; null where it has no period. */
export function knownBasis(kind: PaymentContent['kind']): PaymentContent['basis'] {
  if (kind === null || !hasPeriod({ kind })) return null;
  return kind === 'acceptance' ? 'acceptance' : 'delivery';
}
