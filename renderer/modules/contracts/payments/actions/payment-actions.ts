// The buttons of a payment's page, in their order.
import { pageActionsOf } from '#renderer/ui/record/page-actions.ts';

const commandActions = [
  'payments.pay',
  'payments.submit',
  'payments.edit',
  'payments.amend',
  'payments.void',
  'payments.delete',
] as const;
export type CommandAction = (typeof commandActions)[number];

export const pageActions = pageActionsOf<CommandAction>({
  all: commandActions,
  forward: ['payments.pay'],
  grave: ['payments.void', 'payments.delete'],
});
