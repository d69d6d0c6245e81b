// 违约处理: the list. The unit's clerk begins one here or on the page of its contract; its reviewer decides on the page of each, 采购办 and supervisor read what was reported.
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
import { breachList } from '#shared/domain/contracts/breaches/list.ts';
import { breachKinds, breachParties } from '#shared/domain/contracts/breaches/model.ts';
import { breachPages, label } from '#shared/text/index.ts';
import { breachColumns, rowName } from './breach-columns.tsx';

const { list: words, title, view } = breachPages;

const ownFilters = [
  {
    by: 'party',
    text: words.party,
    kind: 'choice',
    options: breachParties.map((code) => ({ code, name: label(`breaches.party.${code}`) })),
  },
  {
    by: 'kind',
    text: words.kind,
    kind: 'choice',
    options: breachKinds.map((code) => ({ code, name: label(`breaches.kind.${code}`) })),
  },
] as const;

export function BreachListPage() {
  const actor = useActor();
  const navigate = useNavigate();
  const list = useRecordList(breachList);
  const columns = useMemo(() => breachColumns(actor.role), [actor.role]);
  const files = actor.role === 'purchaser_clerk';
  const ofUnit = isOfUnit(actor.role);
  const add = () => void navigate('/breaches/new');
  const { clerk, reviewer, office } = words.firstUseHint;
  return (
    <RecordListPage
      actions={() => [{ id: 'view', label: view, run: ({ id }) => void navigate(`/breaches/${id}`) }]}
      add={
        files ? (
          <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={add}>
            {words.add}
          </Button>
        ) : null
      }
      columns={columns}
      filters={ofUnit ? ownFilters : [...ownFilters, purchaserFilter]}
      firstUse={
        <EmptyState hint={files ? clerk : ofUnit ? reviewer : office} title={words.firstUse}>
          {files ? <Button onClick={add}>{words.add}</Button> : null}
        </EmptyState>
      }
      list={list}
      onOpen={({ id }) => void navigate(`/breaches/${id}`)}
      rowName={rowName}
      searchHint={words.search}
      tabs={{ tabs: words.tabs, empty: words.emptyTab }}
      title={title}
    />
  );
}
