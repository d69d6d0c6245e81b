// Whose announcement it is. Both sides of a project see its drafts; only the side that wrote one works on it, the unit's 审核岗 reviews, and 采购办
// acts on what is published in its regions. The answer for all others is the same as for an announcement that does not exist.
import type { Actor } from '../actor.ts';
import type { Announcement } from './model.ts';

export function mayAct(actor: Actor, announcement: Announcement): boolean {
  const { purchaserId, agencyId, draftedBy, regionCode, publishedAt } = announcement;
  switch (actor.role) {
    case 'purchaser_clerk':
      return draftedBy === 'purchaser' && actor.organisationId === purchaserId;
    case 'purchaser_reviewer':
      return actor.organisationId === purchaserId;
    case 'agency':
      return draftedBy === 'agency' && actor.organisationId !== null && actor.organisationId === agencyId;
    case 'procurement_office':
      return publishedAt !== null && actor.regionCodes.includes(regionCode);
    case 'system':
      return true;
    default:
      return false;
  }
}

/** `record` of every command on one existing announcement. */
export function mayActOn(
  actor: Actor,
  { announcement }: { readonly announcement: Announcement | undefined },
): boolean {
  return announcement !== undefined && mayAct(actor, announcement);
}
