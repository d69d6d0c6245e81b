// Which buttons the page of a record has, from what may be done with it now. A module says in which order they stand, which of them is the way forward, and
// what is not to be pressed in passing.
import type { Mark } from '#shared/contract/ipc.ts';

export type PageActions<A extends string> = {
  /** What goes forward: one at a time, at the right of the page. */
  readonly primary: A | null;
  readonly visible: readonly A[];
  /** Under 更多. */
  readonly more: readonly A[];
};

type Order<A extends string> = {
  readonly all: readonly A[];
  readonly forward: readonly A[];
  /** What cannot be taken back, or is seldom meant. */
  readonly grave: readonly A[];
};

/** By the names of commands that are allowed. While the server has not answered yet, nothing that changes the record is offered again. */
export function pageActionsOf<const A extends string>({ all, forward, grave }: Order<A>) {
  return (allowed: readonly string[], mark: Mark): PageActions<A> => {
    const known = mark === 'waiting_for_server' ? [] : all.filter((each) => allowed.includes(each));
    const primary = known.find((action) => forward.includes(action)) ?? null;
    const others = known.filter((action) => action !== primary);
    return {
      primary,
      visible: others.filter((action) => !grave.includes(action)),
      more: others.filter((action) => grave.includes(action)),
    };
  };
}
