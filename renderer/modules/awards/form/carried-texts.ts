// Texts that are no value belong to a line by where it stands: when lines come, go or move, their texts go with them.
import type { Unreadable } from '#renderer/ui/form/form-content.ts';

/** What of the texts of a list has to be told: undefined takes a text away. Lines that stay are the same objects before and after. */
export function carriedTexts<Line>(
  list: string,
  before: readonly Line[],
  after: readonly Line[],
  unreadable: Unreadable,
): ReadonlyMap<string, string | undefined> {
  const told = new Map<string, string | undefined>();
  const own = Object.entries(unreadable).filter(([place]) => place.startsWith(`${list}.`));
  for (const [place] of own) told.set(place, undefined);
  for (const [place, text] of own) {
    const [, index, column = ''] = place.split('.');
    const line = before[Number(index)];
    const to = line === undefined ? -1 : after.indexOf(line);
    if (to >= 0) told.set(`${list}.${to}.${column}`, text);
  }
  return told;
}
