// The columns of the list. What tells nobody apart begins hidden: a unit sees only its own plans.
import { When } from '#renderer/ui/base/when.tsx';
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { DataColumn } from '#renderer/ui/table/data-table-types.ts';
import { RecordName } from '#renderer/ui/table/record-name.tsx';
import { type CodeTable, codeName } from '#shared/codes/code-table.ts';
import { procurementMethods, projectCategories } from '#shared/codes/procurement.ts';
import { regions } from '#shared/codes/regions.ts';
import type { ListItem } from '#shared/contract/lists.ts';
import type { Role } from '#shared/domain/actor.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { forms, plansPages } from '#shared/text/index.ts';
import css from './plan-list.module.css';

export type PlanRow = ListItem<'plans'>;

const { columns: words } = plansPages.list;

export function rowName({ projectName }: PlanRow): string {
  return projectName === '' ? plansPages.unnamed : projectName;
}

export function planColumns(role: Role): readonly DataColumn<PlanRow>[] {
  const ofUnit = role === 'purchaser_clerk' || role === 'purchaser_reviewer';
  return [
    {
      id: 'planNo',
      header: words.planNo,
      width: 164,
      render: ({ planNo }) => planNo ?? <span className={css['none']}>{forms.none}</span>,
    },
    {
      id: 'projectName',
      header: words.projectName,
      width: 200,
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
      width: 138,
      render: ({ status }) => <RecordStatus of="plans.status" status={status} />,
    },
    {
      id: 'method',
      header: words.method,
      width: 98,
      hidden: !ofUnit,
      render: ({ method }) => named(procurementMethods, method),
    },
    {
      id: 'budgetAmount',
      header: words.budgetAmount,
      width: 132,
      align: 'right',
      sortBy: 'budgetAmount',
      render: ({ budgetAmount }) => (budgetAmount === null ? forms.none : formatYuan(budgetAmount).slice(1)),
    },
    {
      id: 'plannedStart',
      header: words.plannedStart,
      width: 112,
      hidden: true,
      render: ({ plannedStart }) => plannedStart ?? forms.none,
    },
    {
      id: 'updatedAt',
      header: words.updatedAt,
      width: 132,
      sortBy: 'updatedAt',
      render: ({ updatedAt }) => <When at={updatedAt} />,
    },
    {
      id: 'fiscalYear',
      header: words.fiscalYear,
      width: 64,
      hidden: true,
      render: ({ fiscalYear }) => fiscalYear ?? forms.none,
    },
    {
      id: 'category',
      header: words.category,
      width: 64,
      hidden: true,
      render: ({ category }) => named(projectCategories, category),
    },
    {
      id: 'regionCode',
      header: words.regionCode,
      width: 120,
      hidden: true,
      render: ({ regionCode }) => named(regions, regionCode),
    },
  ];
}

function named(table: CodeTable, code: string | null): string {
  return code === null ? forms.none : (codeName(table, code) ?? code);
}
