// The columns of the list of 中标结果变更备案.
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { ListColumn } from '#renderer/ui/table/data-table-types.ts';
import { purchaserColumn, updatedColumn } from '#renderer/ui/table/procurement-columns.tsx';
import { RecordName } from '#renderer/ui/table/record-name.tsx';
import { codeName } from '#shared/codes/code-table.ts';
import { resultChangeReasons } from '#shared/codes/outcome-reasons.ts';
import type { ListItem } from '#shared/contract/lists.ts';
import type { Role } from '#shared/domain/actor.ts';
import type { changeList } from '#shared/domain/award-changes/list.ts';
import { awardChangePages, forms, label } from '#shared/text/index.ts';

export type ChangeRow = ListItem<'award-changes'>;

export function rowName({ projectName }: Pick<ChangeRow, 'projectName'>): string {
  return projectName === '' ? awardChangePages.title : projectName;
}

export function changeColumns(role: Role): readonly ListColumn<typeof changeList>[] {
  return [
    {
      id: 'projectName',
      header: label('awardChanges.projectName'),
      width: 190,
      grow: true,
      hideable: false,
      render: (row) => <RecordName mark={row.mark} name={rowName(row)} unit={row.purchaserName} />,
    },
    {
      id: 'sectionName',
      header: label('awardChanges.sectionName'),
      width: 130,
      render: ({ sectionName }) => <span title={sectionName}>{sectionName}</span>,
    },
    purchaserColumn(role),
    {
      id: 'status',
      header: label('awardChanges.status'),
      width: 124,
      render: ({ status }) => <RecordStatus of="awardChanges.status" status={status} />,
    },
    {
      id: 'supplierName',
      header: label('awardChanges.supplierName'),
      width: 150,
      render: ({ supplierName }) => <span title={supplierName}>{supplierName}</span>,
    },
    {
      id: 'reasonCode',
      header: label('awardChanges.reasonCode'),
      width: 140,
      render: ({ reasonCode }) => {
        const name = reasonNameOf(reasonCode);
        return <span title={name}>{name}</span>;
      },
    },
    {
      id: 'action',
      header: label('awardChanges.action'),
      width: 116,
      render: ({ action }) => (isBlank(action) ? forms.none : label(`awardChanges.action.${action}`)),
    },
    {
      id: 'changeNo',
      header: label('awardChanges.changeNo'),
      width: 150,
      render: ({ changeNo }) => changeNo ?? forms.none,
    },
    updatedColumn,
  ];
}

function isBlank(code: string | null): code is '' | null {
  return code === null || code === '';
}

function reasonNameOf(code: string | null): string {
  return isBlank(code) ? forms.none : (codeName(resultChangeReasons, code) ?? code);
}
