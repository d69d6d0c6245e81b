// The buttons of an acceptance's page, in their order.
import { pageActionsOf } from '#renderer/ui/record/page-actions.ts';

const commandActions = [
  'acceptances.approve',
  'acceptances.conclude',
  'acceptances.submit',
  'acceptances.edit',
  'acceptances.return',
  'acceptances.takeBack',
  'acceptances.delete',
] as const;
export type CommandAction = (typeof commandActions)[number];

export const pageActions = pageActionsOf<CommandAction>({
  all: commandActions,
  forward: ['acceptances.approve', 'acceptances.conclude', 'acceptances.submit'],
  grave: ['acceptances.delete'],
});
