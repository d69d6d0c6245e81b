// The list of projects; each opens its 项目向导.
import { Button, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import { DataTable } from '#renderer/ui/table/data-table.tsx';
import { ListTabs } from '#renderer/ui/table/list-tabs.tsx';
import { type RecordFilter, RecordFilterBar } from '#renderer/ui/table/record-filters.tsx';
import { useListState } from '#renderer/ui/table/use-list-state.ts';
import { usePages } from '#renderer/ui/table/use-pages.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { projectList } from '#shared/domain/projects/list.ts';
import { projectsPages } from '#shared/text/index.ts';
import { projectColumns, rowName } from './project-columns.tsx';
import css from './project-list.module.css';

const { list, title } = projectsPages;
const pageSize = 100;

export function ProjectListPage() {
  const actor = useActor();
  const navigate = useNavigate();
  const state = useListState('projects.list', projectList.tabNames, projectList.sortNames);
  const { tab, sort, search, filterList } = state;
  const pages = usePages('projects.list', { tab, sort, search, filters: filterList, limit: pageSize });
  const counts = useAsk('projects.counts', { filters: filterList }).data;
  const columns = useMemo(() => projectColumns(actor.role), [actor.role]);

  return (
    <div className={css['page']}>
      <VisuallyHidden component="h1">{publishes(actor) ? list.publishing : title}</VisuallyHidden>
      <div className={css['lists']}>
        <ListTabs />
      </div>
      <div className={css['list']}>
        <DataTable
          actions={() => [
            { id: 'guide', label: list.guide, run: ({ id }) => void navigate(`/projects/${id}`) },
            { id: 'plan', label: list.plan, run: ({ planId }) => void navigate(`/plans/${planId}`) },
          ]}
          columns={columns}
          empty={
            tab === 'all' ? (
              <EmptyState hint={list.firstUse.hint} title={list.firstUse.title} />
            ) : (
              <EmptyState hint={list.emptyTab.hint} title={list.emptyTab.title}>
                <Button onClick={() => state.setTab('all')} variant="default">
                  {list.emptyTab.all}
                </Button>
              </EmptyState>
            )
          }
          entity="projects"
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
          name="projects.list"
          onClearFilters={state.clear}
          onLook={pages.look}
          onMore={pages.more}
          onOpen={({ id }) => void navigate(`/projects/${id}`)}
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
          tabs={projectList.tabNames.map((id) => ({
            id,
            label: list.tabs[id],
            count: counts?.[id] ?? undefined,
          }))}
          total={pages.total}
        />
      </div>
    </div>
  );
}

/** To those who publish, the list is 采购公告发布. */
function publishes({ role }: Actor): boolean {
  return role === 'purchaser_clerk' || role === 'purchaser_reviewer' || role === 'agency';
}

/** A unit sees only its own projects, an office of one region only that region's. */
function filtersFor({ role, regionCodes }: Actor): readonly RecordFilter[] {
  if (role === 'purchaser_clerk' || role === 'purchaser_reviewer')
    return ['fiscalYear', 'method', 'agencyId'];
  if (role === 'agency') return ['fiscalYear', 'method', 'purchaserId'];
  return regionCodes.length === 1
    ? ['fiscalYear', 'method', 'purchaserId', 'agencyId']
    : ['fiscalYear', 'method', 'purchaserId', 'regionCode', 'agencyId'];
}
