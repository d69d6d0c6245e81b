// The columns of the list of 合同公告及备案.
import { RecordStatus, StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { ListColumn } from '#renderer/ui/table/data-table-types.ts';
import { purchaserColumn, updatedColumn } from '#renderer/ui/table/procurement-columns.tsx';
import { RecordName } from '#renderer/ui/table/record-name.tsx';
import type { ListItem } from '#shared/contract/lists.ts';
import type { Role } from '#shared/domain/actor.ts';
import type { contractList } from '#shared/domain/contracts/list.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { contractPages, forms, label } from '#shared/text/index.ts';

export type ContractRow = ListItem<'contracts'>;

export function rowName({ contractName }: Pick<ContractRow, 'contractName'>): string {
  return contractName === '' ? contractPages.unnamed : contractName;
}

export function contractColumns(role: Role): readonly ListColumn<typeof contractList>[] {
  return [
    {
      id: 'contractName',
      header: label('contracts.contractName'),
      width: 170,
      grow: true,
      hideable: false,
      render: (row) => <RecordName mark={row.mark} name={rowName(row)} unit={row.purchaserName} />,
    },
    {
      id: 'contractNo',
      header: label('contracts.contractNo'),
      width: 118,
      render: ({ contractNo }) =>
        contractNo === '' ? forms.none : <span title={contractNo}>{contractNo}</span>,
    },
    {
      id: 'projectName',
      header: label('contracts.projectName'),
      width: 180,
      hidden: true,
      render: ({ projectName }) => <span title={projectName}>{projectName}</span>,
    },
    {
      id: 'sectionName',
      header: label('contracts.sectionName'),
      width: 100,
      render: ({ sectionName }) => <span title={sectionName}>{sectionName}</span>,
    },
    purchaserColumn(role),
    {
      id: 'status',
      header: label('contracts.status'),
      width: 130,
      render: ({ status }) => <RecordStatus of="contracts.status" status={status} />,
    },
    {
      id: 'supplierName',
      header: label('contracts.supplierName'),
      width: 138,
      render: ({ supplierName }) => <span title={supplierName}>{supplierName}</span>,
    },
    {
      id: 'amount',
      header: contractPages.list.amount,
      width: 118,
      align: 'right',
      // 0 is what a draft has that names none.
      render: ({ amount }) => (amount === 0 ? forms.none : formatYuan(amount).slice(1)),
    },
    {
      id: 'signedOn',
      header: label('contracts.signedOn'),
      width: 100,
      render: ({ signedOn }) => signedOn ?? forms.none,
    },
    {
      id: 'dueOn',
      header: label('contracts.dueOn'),
      width: 118,
      sortBy: 'dueOn',
      hidden: true,
      render: ({ dueOn, announced }) =>
        dueOn === null ? (
          forms.none
        ) : (
          <>
            {dueOn}
            {announced === 'late' || (announced === 'open' && dueOn < toPlainDate(Date.now())) ? (
              <StatusBadge tone="danger">{contractPages.list.late}</StatusBadge>
            ) : null}
          </>
        ),
    },
    {
      id: 'acceptance',
      header: label('contracts.acceptance'),
      width: 100,
      hidden: true,
      render: ({ acceptance }) => <RecordStatus of="contracts.acceptance" status={acceptance} />,
    },
    {
      id: 'filingNo',
      header: label('contracts.filingNo'),
      width: 132,
      render: ({ filingNo }) => filingNo ?? forms.none,
    },
    updatedColumn,
  ];
}
