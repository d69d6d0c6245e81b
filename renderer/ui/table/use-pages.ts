// The rows of a list for its table: `PageList` fed by the local side's events.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { ask, listen } from '#renderer/api/bridge.ts';
import type { AskInput, AskName, AskOutput } from '#renderer/api/calls.ts';
import { concerns } from '#renderer/api/concerns.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { ok } from '#shared/kernel/result.ts';
import { type Page, PageList, type PageListState } from './page-list.ts';

/** Questions that are answered page by page. */
type PagedName = {
  [N in AskName]: AskOutput<N> extends Page<{ readonly id: string }, unknown> ? N : never;
}[AskName];
type ItemOf<N extends PagedName> = AskOutput<N>['items'][number];
type CursorOf<N extends PagedName> = NonNullable<AskOutput<N>['next']>;

export type Pages<Item> = {
  readonly items: readonly Item[];
  /** Null when it was not counted. */
  readonly total: number | null;
  readonly hasMore: boolean;
  /** Nothing has been answered yet. */
  readonly loading: boolean;
  /** Shown is the answer to an earlier question. */
  readonly stale: boolean;
  readonly error: AppError | null;
  readonly more: () => void;
  /** Tells which rows are drawn: these are kept true at once. */
  readonly look: (first: number, last: number) => void;
  readonly retry: () => void;
};

/** `toTheEnd`: every page is asked for, and kept true. */
export function usePages<N extends PagedName>(
  name: N,
  input: Omit<AskInput<N>, 'after'>,
  toTheEnd = false,
): Pages<ItemOf<N>> {
  const client = useQueryClient();
  const text = JSON.stringify(input);
  const list = useMemo(() => {
    // The first page stays known while another page of the program is shown.
    const key = [name, 'first page', text];
    const asked = JSON.parse(text) as Omit<AskInput<N>, 'after'>;
    const read = async (after: CursorOf<N> | null) => {
      const answer = await ask(name, { ...asked, after } as AskInput<N>);
      if (!answer.ok) return answer;
      const page = answer.value as Page<ItemOf<N>, CursorOf<N>>;
      if (after === null) client.setQueryData(key, page);
      return ok(page);
    };
    const first = client.getQueryData<Page<ItemOf<N>, CursorOf<N>>>(key);
    return new PageList<ItemOf<N>, CursorOf<N>>(read, { first, toTheEnd });
  }, [client, name, text, toTheEnd]);

  useEffect(() => {
    list.start();
    const deafen = listen((event) => {
      if (concerns(event, name)) list.changed();
    });
    return () => {
      deafen();
      list.stop();
    };
  }, [list, name]);

  const state = useSyncExternalStore(list.subscribe, list.snapshot);
  const answered = useRef<PageListState<ItemOf<N>>>(state);
  if (state.answered) answered.current = state;
  const shown = state.answered ? state : answered.current;
  return {
    items: shown.items,
    total: shown.total,
    hasMore: state.answered && state.error === null && state.hasMore,
    loading: !shown.answered,
    stale: !state.answered,
    error: state.error,
    more: list.more,
    look: list.look,
    retry: list.retry,
  };
}

/** Every row, for lists of which all is offered at once: as menus do. */
export function useAllRows<N extends PagedName>(
  name: N,
  input: Omit<AskInput<N>, 'after'>,
): readonly ItemOf<N>[] {
  return usePages(name, input, true).items;
}
