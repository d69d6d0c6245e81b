// Whose result it is: the unit's and its agency's. Who of them may determine it the workflow says.
import type { Actor } from '../actor.ts';
import { isPartyOf } from '../projects/access.ts';
import type { Award } from './model.ts';

export function mayAct(actor: Actor, award: Award): boolean {
  return isPartyOf(actor, award);
}
