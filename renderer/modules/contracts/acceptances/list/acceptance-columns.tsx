// The columns of the list of 履约验收.
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { ListColumn } from '#renderer/ui/table/data-table-types.ts';
import { purchaserColumn, updatedColumn } from '#renderer/ui/table/procurement-columns.tsx';
import { RecordName } from '#renderer/ui/table/record-name.tsx';
import type { ListItem } from '#shared/contract/lists.ts';
import type { Role } from '#shared/domain/actor.ts';
import type { acceptanceList } from '#shared/domain/contracts/acceptances/list.ts';
import { acceptancePages, forms, label } from '#shared/text/index.ts';
import { ConclusionBadge } from '../conclusion-badge.tsx';

export type AcceptanceRow = ListItem<'acceptances'>;

export function rowName({ contractName }: Pick<AcceptanceRow, 'contractName'>): string {
  return contractName === '' ? acceptancePages.unnamed : contractName;
}

export function acceptanceColumns(role: Role): readonly ListColumn<typeof acceptanceList>[] {
  return [
    {
      id: 'contractName',
      header: label('acceptances.contractName'),
      width: 170,
      grow: true,
      hideable: false,
      render: (row) => <RecordName mark={row.mark} name={rowName(row)} unit={row.purchaserName} />,
    },
    {
      id: 'contractNo',
      header: label('acceptances.contractNo'),
      width: 118,
      render: ({ contractNo }) => <span title={contractNo}>{contractNo}</span>,
    },
    {
      id: 'projectName',
      header: label('acceptances.projectName'),
      width: 180,
      hidden: true,
      render: ({ projectName }) => <span title={projectName}>{projectName}</span>,
    },
    purchaserColumn(role),
    {
      id: 'stage',
      header: label('acceptances.stage'),
      width: 112,
      render: ({ stage }) => (stage === null ? forms.none : label(`acceptances.stage.${stage}`)),
    },
    {
      id: 'status',
      header: label('acceptances.status'),
      width: 116,
      render: ({ status }) => <RecordStatus of="acceptances.status" status={status} />,
    },
    {
      id: 'conclusion',
      header: label('acceptances.conclusion'),
      width: 104,
      render: ({ conclusion }) => <ConclusionBadge conclusion={conclusion} />,
    },
    {
      id: 'heldOn',
      header: label('acceptances.heldOn'),
      width: 100,
      render: ({ heldOn }) => heldOn ?? forms.none,
    },
    {
      id: 'supplierName',
      header: label('acceptances.supplierName'),
      width: 124,
      render: ({ supplierName }) => <span title={supplierName}>{supplierName}</span>,
    },
    {
      id: 'acceptanceNo',
      header: label('acceptances.acceptanceNo'),
      width: 186,
      render: ({ acceptanceNo }) =>
        acceptanceNo === null ? forms.none : <span title={acceptanceNo}>{acceptanceNo}</span>,
    },
    updatedColumn,
  ];
}
