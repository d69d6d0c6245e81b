// 供应商来访 as a list: what a page says of one, and what follows from the declared list by itself.

import { useNavigate } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { ListColumn } from '#renderer/ui/table/data-table-types.ts';
import { purchaserColumn, updatedColumn } from '#renderer/ui/table/procurement-columns.tsx';
import { purchaserFilter } from '#renderer/ui/table/procurement-filters.ts';
import { RecordListPage } from '#renderer/ui/table/record-list-page.tsx';
import { RecordName } from '#renderer/ui/table/record-name.tsx';
import { useRecordList } from '#renderer/ui/table/use-record-list.ts';
import type { Role } from '#shared/domain/actor.ts';
import { visitList } from '../visits/list.ts';

export const tabs = { all: '全部', draft: '草稿', waiting: '待确认', confirmed: '已确认' };

export function visitColumns(role: Role): readonly ListColumn<typeof visitList>[] {
  return [
    {
      id: 'supplier',
      header: '供应商',
      width: 240,
      grow: true,
      hideable: false,
      sortBy: 'supplier',
      render: (row) => <RecordName mark={row.mark} name={row.supplier} unit={row.purchaserName} />,
    },
    purchaserColumn(role),
    {
      id: 'status',
      header: '状态',
      width: 120,
      render: ({ status }) => <RecordStatus of="visits.status" status={status} />,
    },
    updatedColumn,
  ];
}

export function VisitListPage() {
  const { role } = useActor();
  const navigate = useNavigate();
  return (
    <RecordListPage
      batch={[]}
      columns={visitColumns(role)}
      filters={[purchaserFilter]}
      firstUse={<EmptyState hint="点“登记来访”写下第一次来访。" title="还没有来访" />}
      list={useRecordList(visitList)}
      onOpen={({ id }) => void navigate(`/visits/${id}`)}
      rowName={({ supplier }) => supplier}
      searchHint="搜索供应商、采购单位"
      tabs={{ tabs }}
      title="供应商来访"
    />
  );
}
