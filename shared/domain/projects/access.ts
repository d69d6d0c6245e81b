// Whose project it is: the unit's, its agency's, 采购办's of the region; the trading centre acts only on what was pushed to it.
import type { Actor } from '../actor.ts';
import type { Project } from './model.ts';

export function mayActOnProject(actor: Actor, project: Project): boolean {
  switch (actor.role) {
    case 'purchaser_clerk':
    case 'purchaser_reviewer':
      return actor.organisationId !== null && actor.organisationId === project.purchaserId;
    case 'agency':
      return actor.organisationId !== null && actor.organisationId === project.agencyId;
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
