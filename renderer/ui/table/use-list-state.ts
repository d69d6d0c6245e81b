// How a list is looked at: tab, filters and sort are remembered for the person; the search stands in the address, so that 返回 from a record comes back
// to it and the menu begins anew.
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useRemembered } from '../base/use-remembered.ts';
import type { DataSort } from './data-table-types.ts';
import { type Filters, type Look, type LookedAt, lookSchema } from './look.ts';

export type ListState<
  Tab extends string = string,
  Filter extends string = string,
  By extends string = string,
> = Look<Tab, Filter, By> & {
  readonly search: string;
  /** Search or filters narrow the list. */
  readonly filtered: boolean;
  /** All of it at once. */
  readonly show: (look: Look<Tab, Filter, By>, search: string) => void;
  readonly setTab: (tab: string) => void;
  readonly setFilters: (filters: Filters) => void;
  readonly setSort: (sort: DataSort) => void;
  readonly setSearch: (text: string) => void;
  readonly clear: () => void;
};

/** `list` stays the same object. */
export function useListState<Tab extends string, Filter extends string, By extends string>(
  list: LookedAt<Tab, Filter, By>,
): ListState<Tab, Filter, By> {
  const schema = useMemo(() => lookSchema(list), [list]);
  const start = useMemo(() => schema.parse({}), [schema]);
  const [look, setLook] = useRemembered(`${list.name}.list`, schema, start);
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';

  const change = (parts: unknown) => setLook(schema.parse({ ...look, ...(parts as object) }));
  const setSearch = (text: string) => setParams(text === '' ? {} : { q: text }, { replace: true });
  return {
    ...look,
    search,
    filtered: search !== '' || Object.keys(look.filters).length > 0,
    show: (next, text) => {
      change(next);
      setSearch(text);
    },
    setTab: (tab) => change({ tab }),
    setFilters: (filters) => change({ filters }),
    setSort: (sort) => change({ sort }),
    setSearch,
    clear: () => {
      change({ filters: {} });
      setSearch('');
    },
  };
}
