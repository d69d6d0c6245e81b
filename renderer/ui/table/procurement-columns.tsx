// Columns that lists share whose rows belong to a purchasing unit. What tells nobody apart begins hidden: a unit sees only its own.
import { codeName } from '#shared/codes/code-table.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import { regions } from '#shared/codes/regions.ts';
import { isOfUnit, type Role } from '#shared/domain/actor.ts';
import { forms } from '#shared/text/index.ts';
import { When } from '../base/when.tsx';
import type { DataColumn } from './data-table-types.ts';

const words = forms.listColumns;

export function purchaserColumn(role: Role, width = 152) {
  return {
    id: 'purchaserName',
    header: words.purchaserName,
    width,
    hidden: isOfUnit(role),
    render: ({ purchaserName }) => <span title={purchaserName}>{purchaserName}</span>,
  } as const satisfies DataColumn<{ readonly purchaserName: string }>;
}

export const updatedColumn = {
  id: 'updatedAt',
  header: words.updatedAt,
  width: 132,
  sortBy: 'updatedAt',
  render: ({ updatedAt }) => <When at={updatedAt} />,
} as const satisfies DataColumn<{ readonly updatedAt: number }>;

export const methodColumn = {
  id: 'method',
  header: words.method,
  width: 104,
  render: ({ method }) => (method === null ? forms.none : (codeName(procurementMethods, method) ?? method)),
} as const satisfies DataColumn<{ readonly method: string | null }>;

/** Seldom asked for: hidden until chosen. */
export const yearColumn = {
  id: 'fiscalYear',
  header: words.fiscalYear,
  width: 64,
  hidden: true,
  render: ({ fiscalYear }) => fiscalYear ?? forms.none,
} as const satisfies DataColumn<{ readonly fiscalYear: number | null }>;

export const regionColumn = {
  id: 'regionCode',
  header: words.regionCode,
  width: 120,
  hidden: true,
  render: ({ regionCode }) =>
    regionCode === null ? forms.none : (codeName(regions, regionCode) ?? regionCode),
} as const satisfies DataColumn<{ readonly regionCode: string | null }>;
