// 中标结果变更备案: the list. The unit's clerk begins one here; the agency reads, 采购办 decides on the page of each.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import type { ListFilter } from '#renderer/ui/table/list-filters.tsx';
import { purchaserFilter } from '#renderer/ui/table/procurement-filters.ts';
import { RecordListPage } from '#renderer/ui/table/record-list-page.tsx';
import { useRecordList } from '#renderer/ui/table/use-record-list.ts';
import { resultChangeReasons } from '#shared/codes/outcome-reasons.ts';
import { isOfUnit } from '#shared/domain/actor.ts';
import { changeList } from '#shared/domain/award-changes/list.ts';
import { awardChangePages, label } from '#shared/text/index.ts';
import { changeColumns, rowName } from './change-columns.tsx';

const { list: words, title } = awardChangePages;

const reason: ListFilter<'reasonCode'> = {
  kind: 'code',
  by: 'reasonCode',
  text: label('awardChanges.reasonCode'),
  table: resultChangeReasons,
};

export function ChangeListPage() {
  const actor = useActor();
  const navigate = useNavigate();
  const list = useRecordList(changeList);
  const columns = useMemo(() => changeColumns(actor.role), [actor.role]);
  const files = actor.role === 'purchaser_clerk';
  const add = () => void navigate('/award-changes/new');
  return (
    <RecordListPage
      actions={() => [
        { id: 'view', label: words.view, run: ({ id }) => void navigate(`/award-changes/${id}`) },
      ]}
      add={
        files ? (
          <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={add}>
            {words.add}
          </Button>
        ) : null
      }
      columns={columns}
      filters={isOfUnit(actor.role) ? [reason] : [reason, purchaserFilter]}
      firstUse={
        <EmptyState
          hint={files ? words.firstUseHint.clerk : words.firstUseHint.others}
          title={words.firstUse}
        >
          {files ? <Button onClick={add}>{words.add}</Button> : null}
        </EmptyState>
      }
      list={list}
      onOpen={({ id }) => void navigate(`/award-changes/${id}`)}
      rowName={rowName}
      searchHint={words.search}
      tabs={{ tabs: words.tabs, empty: words.emptyTab }}
      title={title}
    />
  );
}
