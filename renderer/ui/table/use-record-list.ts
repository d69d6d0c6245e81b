// A list while it is looked at: how it is looked at, the pages of it that are here, what its tabs hold.
import type { AskInput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import type { ItemOf, ListName } from '#shared/contract/lists.ts';
import type { List } from '#shared/domain/list.ts';
import type { Filters, LookedAt } from './look.ts';
import { type ListState, useListState } from './use-list-state.ts';
import { type Pages, usePages } from './use-pages.ts';

/** Tabs, filters and sorts of a list; a declared list has them. Its saved views are found by its name. */
export type ShownList<
  Tab extends string = string,
  Filter extends string = string,
  By extends string = string,
> = LookedAt<Tab, Filter, By> & { readonly searched: boolean };

/** What is shown, as the queries of any declared list take it. */
type ListView = {
  readonly tab: string;
  readonly sort: ListState['sort'];
  readonly search: string;
  readonly filters: readonly { readonly by: string; readonly value: string | number }[];
};

/** What an export asks for: which list, and what of it. */
export type Exported = { readonly name: string; readonly view: ListView };

export type RecordList<
  Row,
  Tab extends string = string,
  Filter extends string = string,
  By extends string = string,
> = {
  readonly shown: ShownList<Tab, Filter, By>;
  /** The record type of its rows; null for rows of several, or of none. */
  readonly entity: string | null;
  readonly state: ListState;
  readonly pages: Pages<Row>;
  /** By tab; null or not there where it is not counted. */
  readonly counts: Readonly<Record<string, number | null>> | undefined;
  /** Null where it cannot be exported. */
  readonly exported: Exported | null;
};

export type RecordListOf<L extends List> = RecordList<
  ItemOf<L>,
  L['tabNames'][number],
  L['filterNames'][number],
  L['sortNames'][number]
>;

export const pageSize = 100;

/** Of a declared list. */
export function useRecordList<const L extends List>(list: L): RecordListOf<L> {
  const shown: List = list;
  const state = useListState(shown);
  const { tab, sort, search } = state;
  const view: ListView = { tab, sort, search, filters: filterList(shown, state.filters) };
  // Its queries are made from the same declaration as the state, whose names are its own.
  const name = shown.name as ListName;
  const pages = usePages(`${name}.list`, { ...view, limit: pageSize } as AskInput<`${ListName}.list`>);
  const counts = useAsk(`${name}.counts`, { filters: view.filters } as AskInput<`${ListName}.counts`>, {
    enabled: shown.tabColumn !== null,
  }).data;
  return {
    shown: list,
    entity: shown.kind.name,
    state,
    pages: pages as unknown as Pages<ItemOf<L>>,
    counts,
    exported: shown.export === null ? null : { name, view },
  };
}

/** As the queries take them. */
function filterList({ kind, filterNames }: List, filters: Filters): ListView['filters'] {
  return filterNames.flatMap((by): ListView['filters'] => {
    const value = filters[by];
    if (value === undefined) return [];
    const { type } = kind.columns[by] ?? kind.deskColumns[by] ?? {};
    if (type !== 'integer') return [{ by, value }];
    // A view of another's making may hold anything: what is no number narrows nothing.
    const number = Number(value);
    return Number.isSafeInteger(number) ? [{ by, value: number }] : [];
  });
}
