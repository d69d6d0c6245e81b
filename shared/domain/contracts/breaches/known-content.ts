// What of another record a breach brings about is typed there by hand; what is known of it is filled in.
import { type ContractChangeContent, emptyContractChange } from '../changes/model.ts';
import { type Breach, type BreachContent, emptyBreach, has, noticeFields } from './model.ts';

/** 合同终止 after a decision that ends the contract: why is taken over, what becomes of deliveries and payments is not. */
export function knownTermination({
  content,
  status,
}: Pick<Breach, 'content' | 'status'>): ContractChangeContent {
  if (!endsContract({ content, status })) return { ...emptyContractChange, kind: 'termination' };
  return {
    ...emptyContractChange,
    kind: 'termination',
    clauses: content.clause,
    reason: content.reason.slice(0, 2000),
    terminationReason: content.party === 'purchaser' ? 'purchaser' : 'supplier_breach',
  };
}

/** Decided so. */
export function endsContract({ content, status }: Pick<Breach, 'content' | 'status'>): boolean {
  return status === 'decided' && has(content, 'termination');
}

/** One that puts right a decision begins with its facts; it is noticed and decided anew. */
export function correctedContent({ content }: Pick<Breach, 'content'>): BreachContent {
  const facts = Object.fromEntries(noticeFields.map((field) => [field, content[field]]));
  return {
    ...emptyBreach,
    ...(facts as Pick<BreachContent, (typeof noticeFields)[number]>),
    ...{ noticeNo: '', noticeOn: null, delivery: null, statementUntil: null, demandUntil: null },
    files: content.files.filter(({ purpose }) => purpose === 'evidence'),
  };
}
