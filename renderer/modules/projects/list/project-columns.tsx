// The columns of the projects' list.
import { When } from '#renderer/ui/base/when.tsx';
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { ListColumn } from '#renderer/ui/table/data-table-types.ts';
import {
  methodColumn,
  purchaserColumn,
  regionColumn,
  updatedColumn,
  yearColumn,
} from '#renderer/ui/table/procurement-columns.tsx';
import { RecordName } from '#renderer/ui/table/record-name.tsx';
import type { ListItem } from '#shared/contract/lists.ts';
import { isOfUnit, type Role } from '#shared/domain/actor.ts';
import { shownStatus } from '#shared/domain/projects/completion.ts';
import type { projectList } from '#shared/domain/projects/list.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { projectsPages } from '#shared/text/index.ts';

export type ProjectRow = ListItem<'projects'>;

const { columns: words } = projectsPages.list;

export function rowName({ name }: ProjectRow): string {
  return name === '' ? projectsPages.unnamed : name;
}

export function projectColumns(role: Role): readonly ListColumn<typeof projectList>[] {
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
    purchaserColumn(role),
    {
      id: 'status',
      header: words.status,
      width: 108,
      render: ({ status, inWarranty }) => (
        <RecordStatus of="projects.status" status={shownStatus({ status, inWarranty: inWarranty === 1 })} />
      ),
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
    { ...methodColumn, hidden: true },
    {
      id: 'filedAt',
      header: words.filedAt,
      width: 124,
      hidden: !isOfUnit(role),
      sortBy: 'filedAt',
      render: ({ filedAt }) => <When at={filedAt} />,
    },
    { ...updatedColumn, hidden: true },
    yearColumn,
    regionColumn,
  ];
}
