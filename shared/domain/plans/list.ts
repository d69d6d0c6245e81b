// 采购计划备案: the list of plans.
import { excelSheets, exportFiles } from '#shared/text/zh-CN/excel.ts';
import { defineList } from '../list.ts';
import { exportColumns } from './export.ts';
import { plans } from './model.ts';

export const planList = defineList(plans, {
  name: 'plans',
  tabs: {
    column: 'tab',
    names: ['draft', 'returned', 'unit_review', 'office_review', 'filed', 'executing', 'closed'],
  },
  filters: ['fiscalYear', 'method', 'purchaserId', 'regionCode', 'agencyId', 'platformId'],
  atOnce: ['purchaserId'],
  sorts: ['updatedAt', { name: 'budgetAmount', column: 'amountOrder' }],
  // By amount, the two do that lead where several filters are chosen.
  covers: { columns: ['tab', 'fiscalYear', 'method', 'regionCode'], ledBy: ['tab', 'regionCode'] },
  shows: [
    'status',
    'planNo',
    'projectName',
    'purchaserId',
    'purchaserName',
    'fiscalYear',
    'category',
    'method',
    'regionCode',
    'agencyId',
    'platformId',
    'budgetAmount',
    'plannedStart',
    'changedPlanNo',
    'updatedAt',
  ],
  export: { file: exportFiles.plans, sheet: excelSheets.plans, columns: exportColumns },
});
