// Whose project it is: the unit's, its agency's, 采购办's of the region; the trading centre acts only on what was pushed to it.
import type { Actor } from '../actor.ts';
import type { Parties, Project } from './model.ts';

/** Whether it is their own procurement: the unit's, or its agency's. */
export function isPartyOf(
  { role, organisationId }: Actor,
  { purchaserId, agencyId }: Pick<Parties, 'purchaserId' | 'agencyId'>,
): boolean {
  if (organisationId === null) return false;
  return role === 'agency'
    ? organisationId === agencyId
    : (role === 'purchaser_clerk' || role === 'purchaser_reviewer') && organisationId === purchaserId;
}

export function mayActOnProject(actor: Actor, project: Project): boolean {
  switch (actor.role) {
    case 'purchaser_clerk':
    case 'purchaser_reviewer':
    case 'agency':
      return isPartyOf(actor, project);
    case 'procurement_office':
      return actor.regionCodes.includes(project.regionCode);
    case 'trading_platform':
      return actor.platformId !== null && actor.platformId === project.platformId;
    case 'system':
      return true;
    default:
      return false;
  }
}
