// The buttons of a challenge's page, in their order.
import { pageActionsOf } from '#renderer/ui/record/page-actions.ts';

const commandActions = [
  'challenges.submit',
  'challenges.reply',
  'challenges.report',
  'challenges.edit',
  'challenges.withdraw',
  'challenges.cancel',
  'challenges.delete',
] as const;
export type CommandAction = (typeof commandActions)[number];

export const pageActions = pageActionsOf<CommandAction>({
  all: commandActions,
  forward: ['challenges.submit', 'challenges.reply', 'challenges.report'],
  grave: ['challenges.withdraw', 'challenges.cancel', 'challenges.delete'],
});
