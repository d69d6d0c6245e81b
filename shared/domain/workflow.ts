// Workflows are data: which command leads from which states to which, for which roles. Decisions ask `mayLeave`, buttons ask
// `availableActions` of their module; both read the same lines, so a button can never offer what the rules refuse by state.
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Actor, Role } from './actor.ts';
import { refuse } from './refuse.ts';

export type Transition<Status extends string, R> = {
  readonly command: string;
  readonly from: readonly Status[];
  readonly roles: readonly Role[];
  /** `same` keeps the state, `removed` deletes the record. */
  readonly to: Status | 'same' | 'removed';
  /** What the row must fulfil besides its state. */
  readonly when?: (row: R) => boolean;
};

/** Whether the command may be carried out in this state. Answers wrong_state with `status` and the states it may start from. */
export function mayLeave<Status extends string, R extends { readonly status: Status }>(
  transitions: readonly Transition<Status, R>[],
  command: string,
  row: R,
): Result<Transition<Status, R>> {
  const own = transitions.filter((transition) => transition.command === command);
  const found = own.find(({ from, when }) => from.includes(row.status) && (when === undefined || when(row)));
  if (found !== undefined) return ok(found);
  return refuse('wrong_state', {
    params: { status: row.status, command, expected: own.flatMap(({ from }) => from).join(' ') },
  });
}

/** The commands that role and state allow; whose row it is must be asked before. */
export function actionsIn<Status extends string, R extends { readonly status: Status }>(
  transitions: readonly Transition<Status, R>[],
  actor: Actor,
  row: R,
): readonly string[] {
  return transitions
    .filter(
      ({ from, roles, when }) =>
        roles.includes(actor.role) && from.includes(row.status) && (when === undefined || when(row)),
    )
    .map(({ command }) => command);
}
