// 质疑登记: the list over all projects; a new one is begun from its project.
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import type { ListFilter } from '#renderer/ui/table/list-filters.tsx';
import { RecordListPage } from '#renderer/ui/table/record-list-page.tsx';
import { useRecordList } from '#renderer/ui/table/use-record-list.ts';
import { challengeList } from '#shared/domain/challenges/list.ts';
import { challengePages, label } from '#shared/text/index.ts';
import { challengeColumns, rowName } from './challenge-columns.tsx';

const { list: words } = challengePages;

const filters: readonly ListFilter<'mayAffect'>[] = [
  {
    kind: 'choice',
    by: 'mayAffect',
    text: label('challenges.mayAffect'),
    options: ['yes', 'no', 'unsaid'].map((code) => ({ code, name: label(`challenges.mayAffect.${code}`) })),
  },
];

export function ChallengeListPage() {
  const actor = useActor();
  const navigate = useNavigate();
  const list = useRecordList(challengeList);
  const columns = useMemo(() => challengeColumns(actor.role), [actor.role]);
  return (
    <RecordListPage
      actions={() => [{ id: 'view', label: words.view, run: ({ id }) => void navigate(`/challenges/${id}`) }]}
      columns={columns}
      filters={filters}
      firstUse={<EmptyState hint={words.firstUseHint} title={words.firstUse} />}
      list={list}
      onOpen={({ id }) => void navigate(`/challenges/${id}`)}
      rowName={rowName}
      searchHint={words.search}
      tabs={{ tabs: words.tabs, empty: words.emptyTab }}
      title={words.title}
    />
  );
}
