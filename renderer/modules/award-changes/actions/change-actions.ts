// The buttons of a filing's page, in their order. `awardChanges.publish` is that of its announcement.
import { pageActionsOf } from '#renderer/ui/record/page-actions.ts';

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
