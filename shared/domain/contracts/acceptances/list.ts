// 履约验收: the list, and its columns as a file.
import { label } from '#shared/text/index.ts';
import { excelSheets, exportFiles, exportHeaders as heads } from '#shared/text/zh-CN/excel.ts';
import { defineList } from '../../list.ts';
import type { ExportColumn } from '../../list-export.ts';
import { type Acceptance, acceptances } from './model.ts';

const named = (group: string, value: string | null) =>
  value === null ? null : label(`acceptances.${group}.${value}`);

const exportColumns: readonly ExportColumn<Acceptance>[] = [
  { head: heads.acceptanceNo, width: 26, cell: ({ acceptanceNo }) => acceptanceNo },
  { head: heads.contractNo, width: 26, cell: ({ contractNo }) => contractNo },
  { head: heads.contractName, width: 44, cell: ({ contractName }) => contractName },
  { head: heads.projectName, width: 44, cell: ({ projectName }) => projectName },
  { head: heads.purchaserName, width: 30, cell: ({ purchaserName }) => purchaserName },
  { head: heads.status, width: 14, cell: ({ status }) => named('status', status) },
  { head: heads.supplierName, width: 34, cell: ({ supplierName }) => supplierName },
  { head: heads.acceptanceStage, width: 14, cell: ({ content }) => named('stage', content.stage) },
  {
    head: heads.acceptanceConclusion,
    width: 14,
    cell: ({ content }) => named('conclusion', content.conclusion),
  },
  { head: heads.acceptanceHeldOn, width: 14, format: 'date', cell: ({ content }) => content.heldOn },
  { head: heads.updatedAt, width: 17, format: 'instant', cell: ({ updatedAt }) => updatedAt },
];

export const acceptanceList = defineList(acceptances, {
  name: 'acceptances',
  tabs: { column: 'status', names: ['draft', 'review', 'returned', 'approved', 'concluded'] },
  filters: ['purchaserId', 'conclusion'],
  sorts: ['updatedAt'],
  shows: [
    'status',
    'acceptanceNo',
    'contractId',
    'contractNo',
    'contractName',
    'projectName',
    'purchaserId',
    'purchaserName',
    'supplierName',
    'stage',
    'conclusion',
    'heldOn',
    'updatedAt',
  ],
  export: { file: exportFiles.acceptances, sheet: excelSheets.acceptances, columns: exportColumns },
});
