// The columns of an exported list of 采购意向.
import { regions } from '#shared/codes/regions.ts';
import { label } from '#shared/text/index.ts';
import { exportHeaders as heads } from '#shared/text/zh-CN/excel.ts';
import { codeCell, type ExportColumn, linesCell } from '../list-export.ts';
import { linesIn, valueAt } from './field-values.ts';
import type { Announcement } from './model.ts';
import type { TableLine } from './values.ts';

export const intentionColumns: readonly ExportColumn<Announcement>[] = [
  { head: heads.title, width: 44, cell: ({ title }) => title },
  { head: heads.status, width: 12, cell: ({ status }) => label(`announcements.status.${status}`) },
  { head: heads.purchaserName, width: 30, cell: ({ purchaserName }) => purchaserName },
  { head: heads.region, width: 18, cell: ({ regionCode }) => codeCell(regions, regionCode) },
  {
    head: heads.intendedProjects,
    width: 44,
    cell: (row) => linesCell(linesOf(row).map(({ cells }) => String(cells['projectName'] ?? ''))),
  },
  {
    head: heads.budgetAmount,
    width: 18,
    format: 'money',
    cell: (row) => {
      const amounts = linesOf(row).flatMap(({ cells: { budgetWanYuan } }) =>
        typeof budgetWanYuan === 'number' ? [budgetWanYuan] : [],
      );
      return amounts.length === 0 ? null : amounts.reduce((sum, fen) => sum + fen, 0);
    },
  },
  { head: heads.publishedAt, width: 17, format: 'instant', cell: ({ publishedAt }) => publishedAt },
  { head: heads.updatedAt, width: 17, format: 'instant', cell: ({ updatedAt }) => updatedAt },
];

/** As it was frozen, or as it is typed so far. */
function linesOf({ content, frozen }: Announcement): readonly TableLine[] {
  return linesIn(valueAt(frozen?.values ?? content, 'intentions'));
}
