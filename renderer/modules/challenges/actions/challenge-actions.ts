// Which buttons a challenge has, from what may be done with it now; what is said here is their order, which of them is the way forward, and what lies
// under 更多.
import type { Mark } from '#shared/contract/ipc.ts';

export const commandActions = [
  'challenges.submit',
  'challenges.reply',
  'challenges.report',
  'challenges.edit',
  'challenges.withdraw',
  'challenges.cancel',
  'challenges.delete',
] as const;
export type CommandAction = (typeof commandActions)[number];

/** What goes forward: one at a time, at the right of the page. */
const forward: readonly CommandAction[] = ['challenges.submit', 'challenges.reply', 'challenges.report'];
/** Not to be pressed in passing. */
const grave: readonly CommandAction[] = ['challenges.withdraw', 'challenges.cancel', 'challenges.delete'];

export type PageActions = {
  readonly primary: CommandAction | null;
  readonly visible: readonly CommandAction[];
  readonly more: readonly CommandAction[];
};

/** While the server has not answered yet, nothing that changes it is offered again. */
export function pageActions(allowed: readonly string[], mark: Mark): PageActions {
  const known = mark === 'waiting_for_server' ? [] : commandActions.filter((each) => allowed.includes(each));
  const primary = known.find((action) => forward.includes(action)) ?? null;
  const others = known.filter((action) => action !== primary);
  return {
    primary,
    visible: others.filter((action) => !grave.includes(action)),
    more: others.filter((action) => grave.includes(action)),
  };
}
