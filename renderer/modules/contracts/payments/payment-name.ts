// How a payment is called where it stands alone: of which contract, and which of its instalments.
import { label, paymentPages } from '#shared/text/index.ts';

export function kindName(kind: string | null): string {
  return kind === null ? paymentPages.noKind : label(`contracts.payment.${kind}`);
}

export function paymentName(kind: string | null, contractName: string): string {
  return paymentPages.name(kindName(kind), contractName);
}
