// The buttons of an announcement's page, in their order. What another module has made is published by that module's own command, which stands where
// any other is published.
import { pageActionsOf } from '#renderer/ui/record/page-actions.ts';
import { commands } from '#shared/domain/registry.ts';

type PublishAction = `${string}.publish`;

export function isPublish(action: string): action is PublishAction {
  return action.endsWith('.publish');
}

const publishActions = [...commands.keys()].filter(isPublish);

const otherActions = [
  'announcements.submit',
  'announcements.edit',
  'announcements.return',
  'announcements.takeBack',
  'announcements.withdraw',
  'announcements.delete',
] as const;

export type CommandAction = 'announcements.approve' | PublishAction | (typeof otherActions)[number];

export const pageActions = pageActionsOf<CommandAction>({
  all: ['announcements.approve', ...publishActions, ...otherActions],
  forward: ['announcements.approve', ...publishActions, 'announcements.submit'],
  grave: ['announcements.withdraw', 'announcements.delete'],
});
