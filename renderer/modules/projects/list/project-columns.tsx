// The columns of the projects' list.
import { When } from '#renderer/ui/base/when.tsx';
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { DataColumn } from '#renderer/ui/table/data-table-types.ts';
import { RecordName } from '#renderer/ui/table/record-name.tsx';
import { codeName } from '#shared/codes/code-table.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import { regions } from '#shared/codes/regions.ts';
import type { ListItem } from '#shared/contract/lists.ts';
import type { Role } from '#shared/domain/actor.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { forms, projectsPages } from '#shared/text/index.ts';

export type ProjectRow = ListItem<'projects'>;

const { columns: words } = projectsPages.list;

export function rowName({ name }: ProjectRow): string {
  return name === '' ? projectsPages.unnamed : name;
}

export function projectColumns(role: Role): readonly DataColumn<ProjectRow>[] {
  const ofUnit = role === 'purchaser_clerk' || role === 'purchaser_reviewer';
  return [
    { id: 'planNo', header: words.planNo, width: 164, render: ({ planNo }) => planNo },
    {
      id: 'name',
      header: words.name,
      width: 240,
      grow: true,
      hideable: false,
      render: (row) => <RecordName mark={row.mark} name={rowName(row)} unit={row.purchaserName} />,
    },
    {
      id: 'purchaserName',
      header: words.purchaserName,
      width: 152,
      hidden: ofUnit,
      render: (row) => <span title={row.purchaserName}>{row.purchaserName}</span>,
    },
    {
      id: 'status',
      header: words.status,
      width: 108,
      render: ({ status }) => <RecordStatus of="projects.status" status={status} />,
    },
    {
      id: 'push',
      header: words.push,
      width: 140,
      render: ({ pushStatus }) => <RecordStatus of="projects.push" status={pushStatus} />,
    },
    {
      id: 'sectionCount',
      header: words.sectionCount,
      width: 60,
      align: 'right',
      render: ({ sectionCount }) => sectionCount,
    },
    {
      id: 'budgetAmount',
      header: words.budgetAmount,
      width: 128,
      align: 'right',
      render: ({ budgetAmount }) => formatYuan(budgetAmount).slice(1),
    },
    {
      id: 'method',
      header: words.method,
      width: 104,
      hidden: true,
      render: ({ method }) => codeName(procurementMethods, method) ?? method,
    },
    {
      id: 'filedAt',
      header: words.filedAt,
      width: 124,
      hidden: !ofUnit,
      sortBy: 'filedAt',
      render: ({ filedAt }) => <When at={filedAt} />,
    },
    {
      id: 'updatedAt',
      header: words.updatedAt,
      width: 132,
      sortBy: 'updatedAt',
      hidden: true,
      render: ({ updatedAt }) => <When at={updatedAt} />,
    },
    {
      id: 'fiscalYear',
      header: words.fiscalYear,
      width: 64,
      hidden: true,
      render: ({ fiscalYear }) => fiscalYear,
    },
    {
      id: 'regionCode',
      header: words.regionCode,
      width: 120,
      hidden: true,
      render: ({ regionCode }) => codeName(regions, regionCode) ?? forms.none,
    },
  ];
}
