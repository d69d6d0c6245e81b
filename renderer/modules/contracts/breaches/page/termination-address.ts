// 终止 of the contract, begun with what the decision knows of it (changes/form/change-record.ts reads it).
import type { Breach } from '#shared/domain/contracts/breaches/model.ts';

export function terminationAddress({ id, contractId }: Pick<Breach, 'id' | 'contractId'>): string {
  return `/contracts/changes/new?contractId=${contractId}&kind=termination&breach=${id}`;
}
