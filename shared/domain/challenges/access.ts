// Whose challenge it is: the unit's and its agency's, whichever of them received it. 采购办 and supervisors read it.
import type { Actor } from '../actor.ts';
import { isPartyOf } from '../projects/access.ts';
import type { Challenge } from './model.ts';

export function mayAct(actor: Actor, challenge: Challenge): boolean {
  return (
    isPartyOf(actor, challenge) ||
    (actor.role === 'trading_platform' &&
      actor.platformId !== null &&
      actor.platformId === challenge.centre?.platformId)
  );
}
