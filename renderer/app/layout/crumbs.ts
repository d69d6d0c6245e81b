import type { itemOf } from '../menu.ts';

export type Crumb = { readonly text: string; readonly route: string | null };
type Match = { readonly handle: unknown; readonly pathname: string };

/** Group, item, then the routes' own words. A group that bears its item's name is not said twice. */
export function crumbsOf(found: ReturnType<typeof itemOf>, matches: readonly Match[]): readonly Crumb[] {
  const own = matches.flatMap(({ handle, pathname }) => {
    const text = crumbText(handle);
    return text === undefined ? [] : [{ text, route: pathname }];
  });
  if (found === undefined) return own;
  const { group, item } = found;
  const head: readonly Crumb[] = group === item.text ? [] : [{ text: group, route: null }];
  return [...head, { text: item.text, route: item.route }, ...own.filter(({ text }) => text !== item.text)];
}

function crumbText(handle: unknown): string | undefined {
  if (typeof handle !== 'object' || handle === null || !('crumb' in handle)) return undefined;
  return typeof handle.crumb === 'string' ? handle.crumb : undefined;
}
