// Whose filing it is: the 采购人's, who files, and 采购办's of the region, which decides on what has been submitted to it, taken back or not. The agency reads.
import type { Actor } from '../actor.ts';
import type { AwardChange } from './model.ts';

export function mayAct({ role, organisationId, regionCodes }: Actor, change: AwardChange): boolean {
  if (role === 'procurement_office') {
    return change.submittedAt !== null && regionCodes.includes(change.regionCode);
  }
  return organisationId !== null && organisationId === change.purchaserId;
}
