// A list that is asked page by page through its `next` cursor, as one growing list. Refetched as a whole when an event concerns it.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import type { AskInput, AskOutput } from '#renderer/api/calls.ts';
import type { ListCursor } from '#shared/contract/ipc.ts';
import type { AppError } from '#shared/kernel/errors.ts';

type ListName = 'plans.list' | 'projects.list' | 'tasks.list';
type ItemOf<N extends ListName> = AskOutput<N>['items'][number];
type Page<N extends ListName> = {
  readonly items: readonly ItemOf<N>[];
  readonly total: number | null;
  readonly next: ListCursor | null;
};

export type Pages<Item> = {
  readonly items: readonly Item[];
  /** Null when it was not counted. */
  readonly total: number | null;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  /** Nothing has been answered yet. */
  readonly loading: boolean;
  /** Shown is the answer to an earlier question. */
  readonly stale: boolean;
  readonly error: AppError | null;
  readonly more: () => void;
  readonly retry: () => void;
};

export function usePages<N extends ListName>(name: N, input: Omit<AskInput<N>, 'after'>): Pages<ItemOf<N>> {
  const query = useInfiniteQuery({
    queryKey: [name, input, 'pages'],
    initialPageParam: null as ListCursor | null,
    queryFn: async ({ pageParam }) => {
      const answer = await ask(name, { ...input, after: pageParam } as AskInput<N>);
      return answer.ok ? (answer.value as Page<N>) : Promise.reject(answer.error);
    },
    getNextPageParam: (last: Page<N>) => last.next,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const items = useMemo(() => (pages ?? []).flatMap((page) => page.items), [pages]);
  return {
    items,
    total: pages?.[0]?.total ?? null,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loading: query.isPending,
    stale: query.isPlaceholderData,
    error: query.error as AppError | null,
    more: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
