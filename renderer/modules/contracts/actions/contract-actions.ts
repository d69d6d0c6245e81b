// The buttons of a contract's page, in their order.
import { pageActionsOf } from '#renderer/ui/record/page-actions.ts';

const commandActions = [
  'contracts.approve',
  'contracts.publish',
  'contracts.receive',
  'contracts.submit',
  'contracts.handIn',
  'contracts.edit',
  'contracts.return',
  'contracts.requestPapers',
  'contracts.takeBack',
  'contracts.delete',
] as const;
export type CommandAction = (typeof commandActions)[number];

export const pageActions = pageActionsOf<CommandAction>({
  all: commandActions,
  forward: [
    'contracts.approve',
    'contracts.publish',
    'contracts.receive',
    'contracts.submit',
    'contracts.handIn',
  ],
  grave: ['contracts.delete'],
});
