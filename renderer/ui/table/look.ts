// How a list is looked at: tab, filters and sort, and how what has been kept of it is read again. A list may have changed since: what it no longer
// has is dropped, and the rest holds.
import { z } from 'zod';
import { mostInFilter } from '#shared/domain/list.ts';
import type { DataSort } from './data-table-types.ts';

export type LookedAt<Tab extends string, Filter extends string, By extends string> = {
  /** Under which it is remembered. */
  readonly name: string;
  readonly tabNames: readonly Tab[];
  readonly filterNames: readonly Filter[];
  readonly sortNames: readonly By[];
  readonly start: { readonly by: By; readonly direction: DataSort['direction'] };
};

/** Values by filter; what is not there does not narrow. */
export type Filters<Filter extends string = string> = Readonly<Partial<Record<Filter, string>>>;
export type Look<Tab extends string, Filter extends string, By extends string> = {
  readonly tab: Tab;
  readonly filters: Filters<Filter>;
  readonly sort: { readonly by: By; readonly direction: DataSort['direction'] };
};

/** Of anything that has been kept: a look that the list has. The first tab and `start` are where a person begins. */
export function lookSchema<Tab extends string, Filter extends string, By extends string>(
  list: LookedAt<Tab, Filter, By>,
): z.ZodType<Look<Tab, Filter, By>> {
  const { tabNames, filterNames, sortNames, start } = list;
  const tab = z.enum(tabNames);
  return z.object({
    tab: tab.catch(() => tab.parse(tabNames[0])),
    filters: z
      .record(z.string(), z.unknown())
      .catch({})
      .transform((kept) => known(kept, filterNames)),
    sort: z.object({ by: z.enum(sortNames), direction: z.enum(['asc', 'desc']) }).catch(start),
  });
}

const filterValue = z.string().min(1).max(mostInFilter);

function known<Filter extends string>(
  kept: Readonly<Record<string, unknown>>,
  names: readonly Filter[],
): Filters<Filter> {
  const filters: Partial<Record<Filter, string>> = {};
  for (const name of names) {
    const value = filterValue.safeParse(kept[name]);
    if (value.success) filters[name] = value.data;
  }
  return filters;
}
