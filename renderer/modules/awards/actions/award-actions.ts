// The buttons of a result's page, in their order. `awards.publish` is that of its announcement.
import { pageActionsOf } from '#renderer/ui/record/page-actions.ts';

const commandActions = [
  'awards.confirm',
  'awards.submit',
  'awards.edit',
  'awards.return',
  'awards.takeBack',
  'awards.reopen',
  'awards.delete',
] as const;
export type CommandAction = (typeof commandActions)[number];

export const pageActions = pageActionsOf<CommandAction>({
  all: commandActions,
  forward: ['awards.confirm', 'awards.submit'],
  grave: ['awards.reopen', 'awards.delete'],
});
