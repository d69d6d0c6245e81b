// How a list is looked at: tab, filters and sort are remembered for the person; the search stands in the address, so that 返回 from a record comes back
// to it and the menu begins anew.
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { useRemembered } from '../base/use-remembered.ts';
import type { DataSort } from './data-table-types.ts';
import { type RecordFilter, type RecordFilters, recordFilterNames } from './record-filters.tsx';

export type ListState<Tab extends string, By extends string> = {
  readonly tab: Tab;
  readonly filters: RecordFilters;
  readonly sort: { readonly by: By; readonly direction: DataSort['direction'] };
  readonly search: string;
  /** Search or filters narrow the list. */
  readonly filtered: boolean;
  /** As the queries take them. */
  readonly filterList: { by: RecordFilter; value: string | number }[];
  readonly setTab: (tab: string) => void;
  readonly setFilters: (filters: RecordFilters) => void;
  readonly setSort: (sort: DataSort) => void;
  readonly setSearch: (text: string) => void;
  readonly clear: () => void;
};

/** The first tab and the first sort, newest first, are where a person begins. */
export function useListState<const Tabs extends readonly string[], const Sorts extends readonly string[]>(
  name: string,
  tabs: Tabs,
  sorts: Sorts,
): ListState<Tabs[number], Sorts[number]> {
  const schema = useMemo(
    () =>
      z.object({
        tab: z.enum(tabs),
        filters: z.partialRecord(z.enum(recordFilterNames), z.string().max(80)),
        sort: z.object({ by: z.enum(sorts), direction: z.enum(['asc', 'desc']) }),
      }),
    [tabs, sorts],
  );
  const start = useMemo(
    () => schema.parse({ tab: tabs[0], filters: {}, sort: { by: sorts[0], direction: 'desc' } }),
    [schema, tabs, sorts],
  );
  const [state, setState] = useRemembered(name, schema, start);
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';

  const setSearch = (text: string) => setParams(text === '' ? {} : { q: text }, { replace: true });
  const change = (parts: unknown) => {
    const next = schema.safeParse({ ...state, ...(parts as object) });
    if (next.success) setState(next.data);
  };
  const filters: RecordFilters = state.filters;
  const filterList = useMemo(
    () =>
      recordFilterNames.flatMap((by) => {
        const value = filters[by];
        return value === undefined ? [] : [{ by, value: by === 'fiscalYear' ? Number(value) : value }];
      }),
    [filters],
  );
  return {
    tab: state.tab,
    sort: state.sort,
    filters,
    search,
    filtered: search !== '' || filterList.length > 0,
    filterList,
    setTab: (tab) => change({ tab }),
    setFilters: (next) => change({ filters: next }),
    setSort: (sort) => change({ sort }),
    setSearch,
    clear: () => {
      change({ filters: {} });
      setSearch('');
    },
  };
}
