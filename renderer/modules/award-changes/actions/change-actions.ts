// The buttons of a filing's page, in their order. `awardChanges.publish` is that of its announcement.
import { pageActionsOf } from '#renderer/ui/record/page-actions.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { isPartyOf } from '#shared/domain/projects/access.ts';
import type { Parties } from '#shared/domain/projects/model.ts';

const commandActions = [
  'awardChanges.approve',
  'awardChanges.submit',
  'awardChanges.edit',
  'awardChanges.return',
  'awardChanges.takeBack',
  'awardChanges.giveUp',
  'awardChanges.delete',
] as const;
export type CommandAction = (typeof commandActions)[number];

export const pageActions = pageActionsOf<CommandAction>({
  all: commandActions,
  forward: ['awardChanges.approve', 'awardChanges.submit'],
  grave: ['awardChanges.giveUp', 'awardChanges.delete'],
});

type Of = Pick<Parties, 'purchaserId' | 'agencyId'>;

/** Who goes on with a filing that is being drafted: 经办岗 of the unit alone. */
export function fills(actor: Actor, of: Of): boolean {
  return actor.role === 'purchaser_clerk' && isPartyOf(actor, of);
}

/** Who drafts the 终止公告 that a filing leads to. */
export function ends(actor: Actor, of: Of): boolean {
  return (actor.role === 'purchaser_clerk' || actor.role === 'agency') && isPartyOf(actor, of);
}
