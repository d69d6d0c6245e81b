// 履约验收: the list. The unit's clerk begins one here; its reviewer decides on the page of each, 采购办 reads what is concluded.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import { purchaserFilter } from '#renderer/ui/table/procurement-filters.ts';
import { RecordListPage } from '#renderer/ui/table/record-list-page.tsx';
import { useRecordList } from '#renderer/ui/table/use-record-list.ts';
import { isOfUnit } from '#shared/domain/actor.ts';
import { acceptanceList } from '#shared/domain/contracts/acceptances/list.ts';
import { conclusions } from '#shared/domain/contracts/acceptances/model.ts';
import { acceptancePages, label } from '#shared/text/index.ts';
import { acceptanceColumns, rowName } from './acceptance-columns.tsx';

const { list: words, title, view } = acceptancePages;

const conclusionFilter = {
  by: 'conclusion',
  text: words.conclusion,
  kind: 'choice',
  options: conclusions.map((code) => ({ code, name: label(`acceptances.conclusion.${code}`) })),
} as const;

export function AcceptanceListPage() {
  const actor = useActor();
  const navigate = useNavigate();
  const list = useRecordList(acceptanceList);
  const columns = useMemo(() => acceptanceColumns(actor.role), [actor.role]);
  const files = actor.role === 'purchaser_clerk';
  const ofUnit = isOfUnit(actor.role);
  const add = () => void navigate('/acceptances/new');
  const { clerk, reviewer, office } = words.firstUseHint;
  return (
    <RecordListPage
      actions={() => [{ id: 'view', label: view, run: ({ id }) => void navigate(`/acceptances/${id}`) }]}
      add={
        files ? (
          <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={add}>
            {words.add}
          </Button>
        ) : null
      }
      columns={columns}
      filters={ofUnit ? [conclusionFilter] : [conclusionFilter, purchaserFilter]}
      firstUse={
        <EmptyState hint={files ? clerk : ofUnit ? reviewer : office} title={words.firstUse}>
          {files ? <Button onClick={add}>{words.add}</Button> : null}
        </EmptyState>
      }
      list={list}
      onOpen={({ id }) => void navigate(`/acceptances/${id}`)}
      rowName={rowName}
      searchHint={words.search}
      tabs={{ tabs: words.tabs, empty: words.emptyTab }}
      title={title}
    />
  );
}
