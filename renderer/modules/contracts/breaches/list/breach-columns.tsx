// The columns of the list of 违约处理.
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { ListColumn } from '#renderer/ui/table/data-table-types.ts';
import { purchaserColumn, updatedColumn } from '#renderer/ui/table/procurement-columns.tsx';
import { RecordName } from '#renderer/ui/table/record-name.tsx';
import type { ListItem } from '#shared/contract/lists.ts';
import type { Role } from '#shared/domain/actor.ts';
import type { breachList } from '#shared/domain/contracts/breaches/list.ts';
import { breachPages, forms, label } from '#shared/text/index.ts';
import { kindName } from '../breach-name.ts';

export type BreachRow = ListItem<'breaches'>;

export function rowName({ contractName }: Pick<BreachRow, 'contractName'>): string {
  return contractName === '' ? breachPages.unnamed : contractName;
}

export function breachColumns(role: Role): readonly ListColumn<typeof breachList>[] {
  return [
    {
      id: 'contractName',
      header: label('breaches.contractName'),
      width: 170,
      grow: true,
      hideable: false,
      render: (row) => <RecordName mark={row.mark} name={rowName(row)} unit={row.purchaserName} />,
    },
    {
      id: 'contractNo',
      header: label('breaches.contractNo'),
      width: 118,
      render: ({ contractNo }) => <span title={contractNo}>{contractNo}</span>,
    },
    {
      id: 'projectName',
      header: label('breaches.projectName'),
      width: 180,
      hidden: true,
      render: ({ projectName }) => <span title={projectName}>{projectName}</span>,
    },
    purchaserColumn(role),
    {
      id: 'party',
      header: label('breaches.party'),
      width: 84,
      render: ({ party }) => (party === null ? forms.none : label(`breaches.party.${party}`)),
    },
    {
      id: 'kind',
      header: label('breaches.kind'),
      width: 132,
      render: ({ kind }) => kindName(kind),
    },
    {
      id: 'happenedOn',
      header: label('breaches.happenedOn'),
      width: 100,
      render: ({ happenedOn }) => happenedOn ?? forms.none,
    },
    {
      id: 'status',
      header: label('breaches.status'),
      width: 116,
      render: ({ status }) => <RecordStatus of="breaches.status" status={status} />,
    },
    {
      id: 'supplierName',
      header: label('breaches.supplierName'),
      width: 140,
      render: ({ supplierName }) => <span title={supplierName}>{supplierName}</span>,
    },
    updatedColumn,
  ];
}
