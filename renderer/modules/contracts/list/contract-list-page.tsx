// 合同公告及备案: the list. The unit's clerk begins one here; its reviewer and 采购办 decide on the page of each.
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
import { contractList } from '#shared/domain/contracts/list.ts';
import { contractPages } from '#shared/text/index.ts';
import { contractColumns, rowName } from './contract-columns.tsx';

const { list: words, title } = contractPages;

export function ContractListPage() {
  const actor = useActor();
  const navigate = useNavigate();
  const list = useRecordList(contractList);
  const columns = useMemo(() => contractColumns(actor.role), [actor.role]);
  const files = actor.role === 'purchaser_clerk';
  const ofUnit = isOfUnit(actor.role);
  const add = () => void navigate('/contracts/new');
  const { clerk, reviewer, office } = words.firstUseHint;
  return (
    <RecordListPage
      actions={() => [{ id: 'view', label: words.view, run: ({ id }) => void navigate(`/contracts/${id}`) }]}
      add={
        files ? (
          <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={add}>
            {words.add}
          </Button>
        ) : null
      }
      columns={columns}
      filters={ofUnit ? [] : [purchaserFilter]}
      firstUse={
        <EmptyState hint={files ? clerk : ofUnit ? reviewer : office} title={words.firstUse}>
          {files ? <Button onClick={add}>{words.add}</Button> : null}
        </EmptyState>
      }
      list={list}
      onOpen={({ id }) => void navigate(`/contracts/${id}`)}
      rowName={rowName}
      searchHint={words.search}
      tabs={{ tabs: words.tabs, empty: words.emptyTab }}
      title={title}
    />
  );
}
