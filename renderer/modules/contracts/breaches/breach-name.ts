// How a breach is called where it stands alone: what was not done, and of which contract.
import { breachPages, label } from '#shared/text/index.ts';

export function kindName(kind: string | null): string {
  return kind === null ? breachPages.noKind : label(`breaches.kind.${kind}`);
}

export function breachName(kind: string | null, contractNo: string): string {
  return breachPages.name(kindName(kind), contractNo);
}

export function beginAddress(contractId: string, after: string | null = null): string {
  return `/breaches/new?contractId=${contractId}${after === null ? '' : `&after=${after}`}`;
}
