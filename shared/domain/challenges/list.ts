// 质疑登记: the list.
import { excelSheets, exportFiles } from '#shared/text/zh-CN/excel.ts';
import { defineList } from '../list.ts';
import { exportColumns } from './export.ts';
import { challenges } from './model.ts';

export const challengeList = defineList(challenges, {
  name: 'challenges',
  tabs: { column: 'status', names: ['draft', 'open', 'replied', 'withdrawn', 'cancelled'] },
  filters: ['purchaserId', 'mayAffect'],
  sorts: ['updatedAt'],
  shows: [
    'status',
    'supplierName',
    'letterNo',
    'projectId',
    'projectName',
    'purchaserId',
    'purchaserName',
    'stage',
    'mayAffect',
    'receivedOn',
    'replyDue',
    'updatedAt',
  ],
  export: { file: exportFiles.challenges, sheet: excelSheets.challenges, columns: exportColumns },
});
