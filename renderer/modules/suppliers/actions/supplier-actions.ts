// The buttons of a supplier's page, in their order. A ban is lifted where it stands.
import { pageActionsOf } from '#renderer/ui/record/page-actions.ts';

const commandActions = ['suppliers.save', 'suppliers.rename', 'suppliers.recordBan'] as const;
export type CommandAction = (typeof commandActions)[number];

export const pageActions = pageActionsOf<CommandAction>({
  all: commandActions,
  forward: [],
  grave: [],
});
