// A declared list while it is looked at: how it is looked at, the pages of it that are here, what its tabs hold.
import type { AskInput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import type { ListItem, ListName, ListNamed } from '#shared/contract/lists.ts';
import type { List } from '#shared/domain/list.ts';
import type { Filters } from './look.ts';
import { type ListState, useListState } from './use-list-state.ts';
import { type Pages, usePages } from './use-pages.ts';

/** What is shown, as the queries of any list take it. */
type ListView = {
  readonly tab: string;
  readonly sort: ListState['sort'];
  readonly search: string;
  readonly filters: readonly { readonly by: string; readonly value: string | number }[];
};

export type RecordList<Row> = {
  readonly declared: List;
  readonly state: ListState;
  readonly view: ListView;
  readonly pages: Pages<Row>;
  /** Null where it is not counted. */
  readonly counts: Readonly<Record<string, number | null>> | undefined;
};

const pageSize = 100;

export function useRecordList<N extends ListName>(list: ListNamed<N>): RecordList<ListItem<N>> {
  const declared: List = list;
  const state = useListState(declared);
  const { tab, sort, search } = state;
  const view: ListView = { tab, sort, search, filters: filterList(declared, state.filters) };
  // Its queries are made from the same declaration as the state, whose names are its own.
  const name = declared.name as ListName;
  const pages = usePages(`${name}.list`, { ...view, limit: pageSize } as AskInput<`${ListName}.list`>);
  const counts = useAsk(`${name}.counts`, { filters: view.filters } as AskInput<`${ListName}.counts`>, {
    enabled: declared.tabColumn !== null,
  }).data;
  return { declared, state, view, pages, counts } as unknown as RecordList<ListItem<N>>;
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
