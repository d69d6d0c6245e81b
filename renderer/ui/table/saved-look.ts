// A saved view as the page takes it. Another version of the program may have saved it: what the list does not have is dropped.
import { z } from 'zod';
import type { ListItem } from '#shared/contract/lists.ts';
import { mostSearched, searchText } from '#shared/contract/paging.ts';
import { sameValue } from '#shared/domain/same-value.ts';
import { type Look, type LookedAt, lookSchema } from './look.ts';

export type SavedView = ListItem<'views'>;
type ShownLook = {
  readonly look: Look<string, string, string>;
  readonly search: string;
  readonly hidden: readonly string[];
};

const besides = z.object({
  search: searchText(mostSearched).catch(''),
  hidden: z.array(z.string()).catch([]),
});

export function shownLook(
  list: LookedAt<string, string, string> & { readonly searched: boolean },
  { look: text }: Pick<SavedView, 'look'>,
): ShownLook {
  const saved = savedValue(text);
  const { search, hidden } = besides.parse(saved);
  return { look: lookSchema(list).parse(saved), search: list.searched ? search : '', hidden };
}

function savedValue(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** What the owner may say of a view. */
export type ViewContent = { readonly name: string; readonly shared: boolean; readonly look: unknown };

/** Field by field, from what the page shows of it: what another desk has changed meanwhile is not overwritten. */
export function viewChanges(
  { name, shared, look }: Pick<SavedView, 'name' | 'shared' | 'look'>,
  to: Partial<ViewContent>,
): readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[] {
  const from: ViewContent = { name, shared: shared === 1, look: savedValue(look) };
  return Object.entries(to)
    .map(([field, value]) => ({ field, from: from[field as keyof ViewContent], to: value }))
    .filter((change) => !sameValue(change.from, change.to));
}

type Choosing = {
  readonly id: string;
  readonly before: string | null;
  readonly choose: (id: string | null) => void;
};

/** A new view is the chosen one before it is saved: whoever leaves the page at once finds it chosen. Refused, the one before is again. */
export async function chosenWhile(
  { id, before, choose }: Choosing,
  save: () => Promise<boolean>,
): Promise<boolean> {
  choose(id);
  const isSaved = await save();
  if (!isSaved) choose(before);
  return isSaved;
}
