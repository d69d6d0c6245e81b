// The columns of an exported list of projects.
import { procurementMethods, projectCategories } from '#shared/codes/procurement.ts';
import { regions } from '#shared/codes/regions.ts';
import { label } from '#shared/text/index.ts';
import { exportHeaders as heads } from '#shared/text/zh-CN/excel.ts';
import { codeCell, type ExportColumn } from '../list-export.ts';
import { shownStatus } from './completion.ts';
import type { Project } from './model.ts';

export const exportColumns: readonly ExportColumn<Project>[] = [
  { head: heads.planNo, width: 24, cell: ({ planNo }) => planNo },
  { head: heads.projectNo, width: 24, cell: ({ projectNo }) => projectNo },
  { head: heads.projectName, width: 44, cell: ({ name }) => name },
  { head: heads.status, width: 16, cell: (project) => label(`projects.status.${shownStatus(project)}`) },
  { head: heads.push, width: 20, cell: ({ push }) => label(`projects.push.${push.status}`) },
  { head: heads.purchaserName, width: 30, cell: ({ purchaserName }) => purchaserName },
  { head: heads.fiscalYear, width: 10, cell: ({ fiscalYear }) => fiscalYear },
  { head: heads.category, width: 10, cell: ({ category }) => codeCell(projectCategories, category) },
  { head: heads.region, width: 18, cell: ({ regionCode }) => codeCell(regions, regionCode) },
  { head: heads.method, width: 14, cell: ({ method }) => codeCell(procurementMethods, method) },
  {
    head: heads.agency,
    width: 30,
    cell: ({ agencyId }, names) => (agencyId === null ? null : names.organisation(agencyId)),
  },
  { head: heads.budgetAmount, width: 18, format: 'money', cell: ({ budgetAmount }) => budgetAmount },
  { head: heads.sectionCount, width: 10, cell: ({ sectionCount }) => sectionCount },
  {
    head: heads.sectionBudgetTotal,
    width: 20,
    format: 'money',
    cell: ({ sectionCount, sectionBudgetTotal }) => (sectionCount === 0 ? null : sectionBudgetTotal),
  },
  {
    head: heads.platform,
    width: 24,
    cell: ({ platformId }, names) => (platformId === null ? null : names.platform(platformId)),
  },
  { head: heads.filedAt, width: 17, format: 'instant', cell: ({ filedAt }) => filedAt },
  { head: heads.updatedAt, width: 17, format: 'instant', cell: ({ updatedAt }) => updatedAt },
];
