// The buttons of a breach's page, in their order.
import { pageActionsOf } from '#renderer/ui/record/page-actions.ts';

const commandActions = [
  'breaches.approve',
  'breaches.notify',
  'breaches.submit',
  'breaches.hear',
  'breaches.edit',
  'breaches.return',
  'breaches.takeBack',
  'breaches.withdraw',
  'breaches.delete',
] as const;
export type CommandAction = (typeof commandActions)[number];

export const pageActions = pageActionsOf<CommandAction>({
  all: commandActions,
  forward: ['breaches.approve', 'breaches.notify', 'breaches.submit', 'breaches.hear'],
  grave: ['breaches.withdraw', 'breaches.delete'],
});
