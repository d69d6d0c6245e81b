// The buttons of a change's page, in their order.
import { pageActionsOf } from '#renderer/ui/record/page-actions.ts';

const commandActions = [
  'contractChanges.approve',
  'contractChanges.publish',
  'contractChanges.submit',
  'contractChanges.edit',
  'contractChanges.return',
  'contractChanges.takeBack',
  'contractChanges.delete',
] as const;
export type CommandAction = (typeof commandActions)[number];

export const pageActions = pageActionsOf<CommandAction>({
  all: commandActions,
  forward: ['contractChanges.approve', 'contractChanges.publish', 'contractChanges.submit'],
  grave: ['contractChanges.delete'],
});
