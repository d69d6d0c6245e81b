// The rows of a list for its table: `PageList` fed by the local side's events.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { ask, listen } from '#renderer/api/bridge.ts';
import type { AskInput, AskOutput } from '#renderer/api/calls.ts';
import { concerns } from '#renderer/api/concerns.ts';
import type { ListName } from '#shared/contract/lists.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { ok } from '#shared/kernel/result.ts';
import { type Page, PageList, type PageListState } from './page-list.ts';

/** The lists, and what waits for me. */
type PagedName = `${ListName}.list` | 'tasks.list';
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

export function usePages<N extends PagedName>(name: N, input: Omit<AskInput<N>, 'after'>): Pages<ItemOf<N>> {
  const client = useQueryClient();
  const text = JSON.stringify(input);
  const list = useMemo(() => {
    // The first page stays known while another page of the program is shown.
    const key = [name, 'first page', text];
    const asked = JSON.parse(text) as Omit<AskInput<N>, 'after'>;
    return new PageList<ItemOf<N>, CursorOf<N>>(async (after) => {
      const answer = await ask(name, { ...asked, after } as AskInput<N>);
      if (!answer.ok) return answer;
      const page = answer.value as Page<ItemOf<N>, CursorOf<N>>;
      if (after === null) client.setQueryData(key, page);
      return ok(page);
    }, client.getQueryData<Page<ItemOf<N>, CursorOf<N>>>(key));
  }, [client, name, text]);

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
