// The columns of the list.
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
import { codeName } from '#shared/codes/code-table.ts';
import { projectCategories } from '#shared/codes/procurement.ts';
import type { ListItem } from '#shared/contract/lists.ts';
import { isOfUnit, type Role } from '#shared/domain/actor.ts';
import type { planList } from '#shared/domain/plans/list.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { forms, plansPages } from '#shared/text/index.ts';
import css from './plan-list.module.css';

export type PlanRow = ListItem<'plans'>;

const { columns: words } = plansPages.list;

/** A plan that changes the method has the name of the one before. */
export function rowName({ projectName, changedPlanNo }: PlanRow): string {
  const name = projectName === '' ? plansPages.unnamed : projectName;
  return changedPlanNo === null ? name : plansPages.list.changed(name);
}

export function planColumns(role: Role): readonly ListColumn<typeof planList>[] {
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
    purchaserColumn(role),
    {
      id: 'status',
      header: words.status,
      width: 138,
      render: ({ status }) => <RecordStatus of="plans.status" status={status} />,
    },
    { ...methodColumn, hidden: !isOfUnit(role) },
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
    updatedColumn,
    yearColumn,
    {
      id: 'category',
      header: words.category,
      width: 64,
      hidden: true,
      render: ({ category }) =>
        category === null ? forms.none : (codeName(projectCategories, category) ?? category),
    },
    regionColumn,
  ];
}
