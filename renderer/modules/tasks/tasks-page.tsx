// 待办: what waits for the one signed in, over all modules. Each task opens the page of its record, where the buttons are; what may be done with several at
// once, their module says.
import { Button, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { recordType, type TaskType, useModules } from '#renderer/app/module.ts';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import { DataTable } from '#renderer/ui/table/data-table.tsx';
import { FilterBar } from '#renderer/ui/table/list-filters.tsx';
import type { LookedAt } from '#renderer/ui/table/look.ts';
import { purchaserFilter } from '#renderer/ui/table/procurement-filters.ts';
import { useDataColumns } from '#renderer/ui/table/use-data-columns.ts';
import { useListState } from '#renderer/ui/table/use-list-state.ts';
import { usePages } from '#renderer/ui/table/use-pages.ts';
import type { TaskItem } from '#shared/contract/tasks.ts';
import { appText } from '#shared/text/index.ts';
import { helpFor } from './help.ts';
import { ofUnit, taskColumns, taskName } from './task-columns.tsx';
import { batchesOf, everyKind, hasBatches, type TaskBatch, tabsOf } from './task-kinds.ts';
import css from './tasks.module.css';

const words = appText.tasks;
const pageSize = 100;
const idOf = ({ id }: TaskItem) => id;

export function TasksPage() {
  const { role } = useActor();
  const navigate = useNavigate();
  const modules = useModules();
  const types = useMemo(() => modules.flatMap(({ tasks = [] }) => tasks), [modules]);
  const looked = useMemo(() => lookedAt(types), [types]);
  const columns = useMemo(() => taskColumns(role, types), [role, types]);
  const layout = useDataColumns('tasks.list', columns);
  const state = useListState(looked);
  const purchaserId = state.filters.purchaserId ?? null;
  const counts = useAsk('tasks.counts', { purchaserId }).data;
  const tabs = tabsOf(types, counts ?? {});
  // The tab that is remembered may be of a kind that no longer is this person's.
  const tab = counts === undefined || tabs.some(({ id }) => id === state.tab) ? state.tab : everyKind;
  const pages = usePages('tasks.list', {
    kind: tab === everyKind ? null : tab,
    purchaserId,
    search: state.search,
    direction: state.sort.direction,
    limit: pageSize,
  });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [batch, setBatch] = useState<TaskBatch | null>(null);
  // What has been done meanwhile is no task any more, and not selected.
  const chosen = pages.items.filter(({ id }) => selected.has(id));

  const nameOf = (task: TaskItem) => taskName(task, types);
  const open = ({ entity, id }: TaskItem) => {
    const route = recordType(modules, entity)?.route?.(id);
    if (route !== undefined) void navigate(route);
  };
  const BatchDialog = batch?.type.batch.dialog;

  return (
    <div className={css['page']}>
      <div className={css['head']}>
        <Title order={1}>{words.title}</Title>
        <Text c="dimmed">{helpFor(role)}</Text>
      </div>
      <div className={css['list']}>
        <DataTable
          actions={() => [{ id: 'open', label: words.open, run: open }]}
          empty={
            tab === everyKind ? (
              <EmptyState hint={words.emptyHelp} title={words.emptyTitle} />
            ) : (
              <EmptyState hint={words.emptyKind.hint} title={words.emptyKind.title}>
                <Button onClick={() => state.setTab(everyKind)} variant="default">
                  {words.emptyKind.all}
                </Button>
              </EmptyState>
            )
          }
          error={pages.error}
          filtered={state.filtered}
          filters={
            ofUnit(role) ? null : (
              <FilterBar onChange={state.setFilters} show={[purchaserFilter]} values={state.filters} />
            )
          }
          hasMore={pages.hasMore}
          label={words.title}
          layout={layout}
          loading={pages.loading}
          onClearFilters={state.clear}
          onLook={pages.look}
          onMore={pages.more}
          onOpen={open}
          onRetry={pages.retry}
          onSort={state.setSort}
          rowId={idOf}
          rowName={nameOf}
          rows={pages.items}
          search={{ value: state.search, onChange: state.setSearch, placeholder: words.search }}
          sort={state.sort}
          stale={pages.stale}
          total={pages.total}
          {...(tabs.length === 0 ? {} : { tabs, tab, onTab: state.setTab })}
          {...(hasBatches(types, counts ?? {})
            ? {
                selected: new Set(chosen.map(idOf)),
                onSelect: setSelected,
                batch: batchesOf(types, chosen).map((each) => ({
                  id: each.type.kind,
                  label: words.batch(each.type.batch.label, each.ids.length),
                  run: () => setBatch(each),
                })),
              }
            : {})}
        />
      </div>
      {batch === null || BatchDialog === undefined ? null : (
        <BatchDialog
          ids={batch.ids}
          onClose={(done) => {
            setBatch(null);
            if (done) setSelected(new Set());
          }}
        />
      )}
    </div>
  );
}

/** Newest first; the tabs are the kinds. */
function lookedAt(types: readonly TaskType[]): LookedAt<string, 'purchaserId', 'updatedAt'> {
  return {
    name: 'tasks',
    tabNames: [everyKind, ...types.map(({ kind }) => kind)],
    filterNames: ['purchaserId'],
    sortNames: ['updatedAt'],
    start: { by: 'updatedAt', direction: 'desc' },
  };
}
