// The list of projects.
import { excelSheets, exportFiles } from '#shared/text/zh-CN/excel.ts';
import { defineList } from '../list.ts';
import { exportColumns } from './export.ts';
import { projects } from './model.ts';

export const projectList = defineList(projects, {
  name: 'projects',
  tabs: {
    column: 'status',
    names: ['waiting_for_sections', 'sections_received', 'in_execution', 'completed', 'cancelled'],
  },
  filters: ['fiscalYear', 'method', 'purchaserId', 'regionCode', 'agencyId', 'platformId'],
  atOnce: ['purchaserId'],
  sorts: ['updatedAt', 'filedAt'],
  covers: { columns: ['status', 'method', 'regionCode'], ledBy: [] },
  shows: [
    'planId',
    'planNo',
    'name',
    'status',
    'purchaserId',
    'purchaserName',
    'method',
    'fiscalYear',
    'regionCode',
    'agencyId',
    'platformId',
    'budgetAmount',
    'pushStatus',
    'sectionCount',
    'inWarranty',
    'filedAt',
    'updatedAt',
  ],
  export: { file: exportFiles.projects, sheet: excelSheets.projects, columns: exportColumns },
});
