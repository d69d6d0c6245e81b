// 采购计划备案: the list of plans one may see, with what one may do with each.
import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import { DataTable } from '#renderer/ui/table/data-table.tsx';
import type { RowAction } from '#renderer/ui/table/data-table-types.ts';
import { RecordFilterBar } from '#renderer/ui/table/record-filters.tsx';
import { useListState } from '#renderer/ui/table/use-list-state.ts';
import { usePages } from '#renderer/ui/table/use-pages.ts';
import { planList } from '#shared/domain/plans/list.ts';
import { plansPages } from '#shared/text/index.ts';
import { actionWords } from '../actions/action-words.ts';
import { isGrave, rowActions } from '../actions/plan-actions.ts';
import { usePlanActions } from '../actions/use-plan-actions.tsx';
import type { BatchKind } from './batch-check.ts';
import { BatchDialog } from './batch-dialog.tsx';
import { filtersFor } from './filters-for.ts';
import { ImportDialog } from './import-dialog.tsx';
import { exportView, ListTools } from './list-tools.tsx';
import { type PlanRow, planColumns, rowName } from './plan-columns.tsx';
import css from './plan-list.module.css';

const { list, title, batch: batchWords } = plansPages;
const pageSize = 100;

export function PlanListPage() {
  const actor = useActor();
  const navigate = useNavigate();
  const state = useListState('plans.list', planList.tabNames, planList.sortNames);
  const { tab, sort, search, filterList } = state;
  const view = { tab, sort, search, filters: filterList };
  const pages = usePages('plans.list', { ...view, limit: pageSize });
  const counts = useAsk('plans.counts', { filters: filterList }).data;
  const columns = useMemo(() => planColumns(actor.role), [actor.role]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [batch, setBatch] = useState<{ readonly kind: BatchKind; readonly ids: readonly string[] } | null>(
    null,
  );
  const [importing, setImporting] = useState(false);
  const { start, dialog } = usePlanActions();
  const isClerk = actor.role === 'purchaser_clerk';

  const actionsOf = (row: PlanRow): readonly RowAction<PlanRow>[] => {
    const { visible, more } = rowActions(actor, row);
    return [...visible, ...more].map((action) => ({
      id: action,
      label: actionWords(action),
      danger: isGrave(action),
      // Long words, seldom wanted.
      tucked: action === 'copy' || action === 'preview',
      run: ({ id }) => start(action, id),
    }));
  };
  const openBatch = (kind: BatchKind) => (ids: readonly string[]) => setBatch({ kind, ids });
  const add = () => void navigate('/plans/new');

  return (
    <div className={css['page']}>
      <VisuallyHidden component="h1">{title}</VisuallyHidden>
      <DataTable
        actions={actionsOf}
        batch={[
          ...(isClerk
            ? [
                { id: 'submit', label: batchWords.submit, run: openBatch('submit') },
                { id: 'remove', label: batchWords.remove, danger: true, run: openBatch('remove') },
              ]
            : []),
          { id: 'export', label: list.export, run: (ids) => void exportView(view, ids) },
        ]}
        columns={columns}
        empty={
          tab === 'all' ? (
            <EmptyState
              hint={isClerk ? list.firstUse.clerk : list.firstUse.others}
              title={list.firstUse.title}
            >
              {isClerk ? <Button onClick={add}>{list.add}</Button> : null}
            </EmptyState>
          ) : (
            <EmptyState hint={list.emptyTab.hint} title={list.emptyTab.title}>
              <Button onClick={() => state.setTab('all')} variant="default">
                {list.emptyTab.all}
              </Button>
            </EmptyState>
          )
        }
        entity="plans"
        error={pages.error}
        filtered={state.filtered}
        filters={
          <RecordFilterBar
            onChange={state.setFilters}
            show={filtersFor(actor)}
            values={state.filters}
            {...(actor.regionCodes.length > 0 ? { regionCodes: actor.regionCodes } : {})}
          />
        }
        hasMore={pages.hasMore}
        label={title}
        loading={pages.loading}
        name="plans.list"
        onClearFilters={state.clear}
        onLook={pages.look}
        onMore={pages.more}
        onOpen={({ id }) => void navigate(`/plans/${id}`)}
        onRetry={pages.retry}
        onSort={state.setSort}
        onTab={state.setTab}
        rowId={({ id }) => id}
        rowName={rowName}
        rows={pages.items}
        search={{ value: search, onChange: state.setSearch, placeholder: list.search }}
        sort={sort}
        stale={pages.stale}
        tab={tab}
        tabs={planList.tabNames.map((id) => ({ id, label: list.tabs[id], count: counts?.[id] ?? undefined }))}
        toolbar={
          <>
            <ListTools
              disabled={pages.items.length === 0}
              view={view}
              {...(isClerk ? { onImport: () => setImporting(true) } : {})}
            />
            {isClerk ? (
              <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={add}>
                {list.add}
              </Button>
            ) : null}
          </>
        }
        total={pages.total}
        onSelect={setSelected}
        selected={selected}
      />
      {dialog}
      {batch === null ? null : (
        <BatchDialog
          {...batch}
          onClose={(done) => {
            setBatch(null);
            if (done) setSelected(new Set());
          }}
        />
      )}
      {importing ? (
        <ImportDialog
          onClose={() => setImporting(false)}
          onShowDrafts={() => {
            setImporting(false);
            state.clear();
            state.setTab('draft');
          }}
        />
      ) : null}
    </div>
  );
}
