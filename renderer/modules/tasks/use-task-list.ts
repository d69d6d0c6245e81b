// 待办 as a list: its tabs are the kinds that can wait for the one signed in, newest first.
import { useMemo } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import type { TaskType } from '#renderer/app/module.ts';
import { useListState } from '#renderer/ui/table/use-list-state.ts';
import { usePages } from '#renderer/ui/table/use-pages.ts';
import { pageSize, type RecordList, type ShownList } from '#renderer/ui/table/use-record-list.ts';
import type { TaskItem } from '#shared/contract/tasks.ts';
import { countsByTab, everyKind } from './task-kinds.ts';

export function useTaskList(types: readonly TaskType[]): RecordList<TaskItem> {
  const shown = useMemo(() => shownOf(types), [types]);
  const remembered = useListState(shown);
  const purchaserId = remembered.filters['purchaserId'] ?? null;
  const byKind = useAsk('tasks.counts', { purchaserId }).data;
  // The tab that is remembered may be of a kind that no longer is this person's.
  const isGone = byKind !== undefined && !Object.hasOwn(byKind, remembered.tab);
  const tab = isGone ? everyKind : remembered.tab;
  const pages = usePages('tasks.list', {
    kind: tab === everyKind ? null : tab,
    purchaserId,
    search: remembered.search,
    direction: remembered.sort.direction,
    limit: pageSize,
  });
  const own = types.filter(({ kind }) => byKind !== undefined && Object.hasOwn(byKind, kind));
  return {
    shown: { ...shown, tabNames: tabNamesOf(own) },
    entity: null,
    state: { ...remembered, tab },
    pages,
    counts: byKind === undefined ? undefined : countsByTab(byKind),
    exported: null,
  };
}

function shownOf(types: readonly TaskType[]): ShownList {
  return {
    name: 'tasks',
    tabNames: tabNamesOf(types),
    filterNames: ['purchaserId'],
    sortNames: ['updatedAt'],
    start: { by: 'updatedAt', direction: 'desc' },
    searched: true,
  };
}

function tabNamesOf(types: readonly TaskType[]): readonly string[] {
  return [everyKind, ...types.map(({ kind }) => kind)];
}
