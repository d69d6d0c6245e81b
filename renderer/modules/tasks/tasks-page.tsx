// 待办: what waits for the one signed in, over all modules. Each task opens the page of its record, where the buttons are; what may be done with several at
// once, their module says.
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { recordType, useModules } from '#renderer/app/module.ts';
import { ListHeading } from '#renderer/ui/base/page-heading.tsx';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import { purchaserFilter } from '#renderer/ui/table/procurement-filters.ts';
import { RecordListPage } from '#renderer/ui/table/record-list-page.tsx';
import type { TaskItem } from '#shared/contract/tasks.ts';
import { isOfUnit } from '#shared/domain/actor.ts';
import { appText } from '#shared/text/index.ts';
import { helpFor } from './help.ts';
import { taskColumns, taskName } from './task-columns.tsx';
import { batchesOf, hasBatches, type TaskBatch, tabWords } from './task-kinds.ts';
import { useTaskList } from './use-task-list.ts';

const words = appText.tasks;

type Open = TaskBatch & { readonly unselect: () => void };

export function TasksPage() {
  const { role } = useActor();
  const navigate = useNavigate();
  const modules = useModules();
  const types = useMemo(() => modules.flatMap(({ tasks = [] }) => tasks), [modules]);
  const columns = useMemo(() => taskColumns(role, types), [role, types]);
  const list = useTaskList(types);
  const [batch, setBatch] = useState<Open | null>(null);
  const { tabNames } = list.shown;

  const open = ({ page }: TaskItem) => {
    const route = recordType(modules, page.entity)?.route?.(page.id);
    if (route !== undefined) void navigate(route);
  };
  const actionsFor = (chosen: readonly TaskItem[]) =>
    batchesOf(types, chosen).map((each) => ({
      id: each.type.kind,
      label: words.batch(each.type.batch.label, each.ids.length),
      run: (_: readonly string[], unselect: () => void) => setBatch({ ...each, unselect }),
    }));
  const BatchDialog = batch?.type.batch.dialog;

  return (
    <>
      <RecordListPage
        actions={() => [{ id: 'open', label: words.open, run: open }]}
        columns={columns}
        filters={isOfUnit(role) ? [] : [purchaserFilter]}
        firstUse={<EmptyState hint={words.emptyHelp} title={words.emptyTitle} />}
        head={<ListHeading help={helpFor(role)} title={words.title} />}
        list={list}
        onOpen={open}
        rowName={(task) => taskName(task, types)}
        searchHint={words.search}
        title={words.title}
        // With one kind there is nothing to choose between.
        {...(tabNames.length > 2 ? { tabs: { tabs: tabWords(types), empty: words.emptyKind } } : {})}
        {...(hasBatches(types, tabNames) ? { batch: actionsFor } : {})}
      />
      {batch === null || BatchDialog === undefined ? null : (
        <BatchDialog
          ids={batch.ids}
          onClose={(done) => {
            setBatch(null);
            if (done) batch.unselect();
          }}
        />
      )}
    </>
  );
}
