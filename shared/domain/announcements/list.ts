// 采购意向: the announcements that belong to a unit and to no project.
import { excelSheets, exportFiles } from '#shared/text/zh-CN/excel.ts';
import { defineList } from '../list.ts';
import { intentionColumns } from './export.ts';
import { announcements } from './model.ts';

export const intentionList = defineList(announcements, {
  name: 'intentions',
  // Its index is also that of the announcements of one project.
  only: { projectId: null, type: 'INTENTION' },
  sorts: ['updatedAt'],
  shows: ['status', 'title', 'purchaserName', 'publishedAt', 'updatedAt'],
  export: { file: exportFiles.intentions, sheet: excelSheets.intentions, columns: intentionColumns },
});
