// Whose application it is: the unit's and its agency's, and 采购办's of the region once it has been handed in.
import type { Actor } from '../../actor.ts';
import { isPartyOf } from '../../projects/access.ts';
import type { ExpertApplication } from './model.ts';

export function mayAct(actor: Actor, application: ExpertApplication): boolean {
  if (actor.role === 'procurement_office') {
    return application.approvedAt !== null && actor.regionCodes.includes(application.regionCode);
  }
  return isPartyOf(actor, application);
}
