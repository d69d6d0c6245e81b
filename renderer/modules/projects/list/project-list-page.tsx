// The list of projects; each opens its 项目向导.
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import { procurementFilters } from '#renderer/ui/table/procurement-filters.ts';
import { RecordListPage } from '#renderer/ui/table/record-list-page.tsx';
import { useRecordList } from '#renderer/ui/table/use-record-list.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { projectList } from '#shared/domain/projects/list.ts';
import { projectsPages } from '#shared/text/index.ts';
import { projectColumns, rowName } from './project-columns.tsx';

const { list: words, title } = projectsPages;

export function ProjectListPage() {
  const actor = useActor();
  const navigate = useNavigate();
  const list = useRecordList(projectList);
  const columns = useMemo(() => projectColumns(actor.role), [actor.role]);
  return (
    <RecordListPage
      actions={() => [
        { id: 'guide', label: words.guide, run: ({ id }) => void navigate(`/projects/${id}`) },
        { id: 'plan', label: words.plan, run: ({ planId }) => void navigate(`/plans/${planId}`) },
      ]}
      columns={columns}
      filters={procurementFilters(actor)}
      firstUse={<EmptyState hint={words.firstUse.hint} title={words.firstUse.title} />}
      list={list}
      onOpen={({ id }) => void navigate(`/projects/${id}`)}
      pageTitle={publishes(actor) ? words.publishing : title}
      rowName={rowName}
      searchHint={words.search}
      tabs={{ tabs: words.tabs, empty: words.emptyTab }}
      title={title}
    />
  );
}

/** To those who publish, the list is 采购公告发布. */
function publishes({ role }: Actor): boolean {
  return role === 'purchaser_clerk' || role === 'purchaser_reviewer' || role === 'agency';
}
