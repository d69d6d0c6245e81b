// Which rows of a list are chosen, and for how long: as long as the same rows can be seen.
import type { ListState } from './use-list-state.ts';

type Selection = { readonly view: string; readonly ids: ReadonlySet<string> };

/** What decides which rows there are; their order does not. */
export function viewOf({ tab, filters, search }: Pick<ListState, 'tab' | 'filters' | 'search'>): string {
  const narrowed = Object.entries(filters).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([tab, narrowed, search]);
}

export function chosenIn({ view, ids }: Selection, shown: string): ReadonlySet<string> {
  return view === shown ? ids : new Set();
}
