// 中标结果变更备案: the list, and its columns as a file.
import { codeName } from '#shared/codes/code-table.ts';
import { resultChangeReasons } from '#shared/codes/outcome-reasons.ts';
import { label } from '#shared/text/index.ts';
import { excelSheets, exportFiles, exportHeaders as heads } from '#shared/text/zh-CN/excel.ts';
import { defineList } from '../list.ts';
import type { ExportColumn } from '../list-export.ts';
import { type AwardChange, awardChanges } from './model.ts';

const exportColumns: readonly ExportColumn<AwardChange>[] = [
  { head: heads.changeNo, width: 26, cell: ({ changeNo }) => changeNo },
  { head: heads.projectName, width: 44, cell: ({ projectName }) => projectName },
  { head: heads.section, width: 30, cell: ({ sectionNo, sectionName }) => `${sectionNo} ${sectionName}` },
  { head: heads.purchaserName, width: 30, cell: ({ purchaserName }) => purchaserName },
  { head: heads.status, width: 14, cell: ({ status }) => label(`awardChanges.status.${status}`) },
  { head: heads.originalSupplier, width: 34, cell: ({ original }) => original.supplierName },
  {
    head: heads.changeReason,
    width: 30,
    cell: ({ content: { reasonCode } }) =>
      reasonCode === null ? null : (codeName(resultChangeReasons, reasonCode) ?? reasonCode),
  },
  {
    head: heads.changeAction,
    width: 26,
    cell: ({ content: { action } }) => (action === null ? null : label(`awardChanges.action.${action}`)),
  },
  { head: heads.newSupplier, width: 34, cell: ({ content }) => content.winner || null },
  { head: heads.submittedAt, width: 17, format: 'instant', cell: ({ submittedAt }) => submittedAt },
  { head: heads.updatedAt, width: 17, format: 'instant', cell: ({ updatedAt }) => updatedAt },
];

export const changeList = defineList(awardChanges, {
  name: 'award-changes',
  tabs: {
    column: 'status',
    names: ['draft', 'review', 'returned', 'approved', 'announced', 'closed', 'lapsed'],
  },
  filters: ['purchaserId', 'reasonCode'],
  sorts: ['updatedAt'],
  shows: [
    'status',
    'changeNo',
    'projectId',
    'projectName',
    'sectionName',
    'purchaserId',
    'purchaserName',
    'supplierName',
    'reasonCode',
    'action',
    'updatedAt',
  ],
  export: { file: exportFiles.awardChanges, sheet: excelSheets.awardChanges, columns: exportColumns },
});
