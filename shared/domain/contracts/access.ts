// Whose contract it is: the 采购人's, and 采购办's of the region once it is filed. To all others it does not exist; they read its 合同公告.
import type { Actor } from '../actor.ts';
import type { Contract } from './model.ts';

type Seen = Pick<Contract, 'publishedAt' | 'regionCode' | 'purchaserId'>;

/** Of a contract, and of a change of one. */
export function mayAct({ role, organisationId, regionCodes }: Actor, contract: Seen): boolean {
  if (role === 'procurement_office') {
    return contract.publishedAt !== null && regionCodes.includes(contract.regionCode);
  }
  return organisationId !== null && organisationId === contract.purchaserId;
}
