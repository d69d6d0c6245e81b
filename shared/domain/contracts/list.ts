// 合同公告及备案: the list, and its columns as a file.
import { label } from '#shared/text/index.ts';
import { excelSheets, exportFiles, exportHeaders as heads } from '#shared/text/zh-CN/excel.ts';
import { defineList } from '../list.ts';
import type { ExportColumn } from '../list-export.ts';
import { announcedInTime, type Contract, contracts, supplierNow } from './model.ts';

const exportColumns: readonly ExportColumn<Contract>[] = [
  { head: heads.contractNo, width: 26, cell: ({ content }) => content.contractNo },
  { head: heads.contractName, width: 44, cell: ({ content }) => content.contractName },
  { head: heads.projectName, width: 44, cell: ({ projectName }) => projectName },
  { head: heads.section, width: 30, cell: ({ sectionNo, sectionName }) => `${sectionNo} ${sectionName}` },
  { head: heads.purchaserName, width: 30, cell: ({ purchaserName }) => purchaserName },
  { head: heads.status, width: 14, cell: ({ status }) => label(`contracts.status.${status}`) },
  { head: heads.supplierName, width: 34, cell: (contract) => supplierNow(contract).name },
  { head: heads.contractAmount, width: 18, format: 'money', cell: ({ content }) => content.amount },
  { head: heads.contractRate, width: 18, cell: ({ content }) => content.rate || null },
  { head: heads.signedOn, width: 14, format: 'date', cell: ({ content }) => content.signedOn },
  { head: heads.contractDueOn, width: 14, format: 'date', cell: ({ dueOn }) => dueOn },
  { head: heads.contractPublishedAt, width: 17, format: 'instant', cell: ({ publishedAt }) => publishedAt },
  {
    head: heads.contractAnnounced,
    width: 14,
    cell: (contract) => label(`contracts.announced.${announcedInTime(contract)}`),
  },
  {
    head: heads.contractAcceptance,
    width: 14,
    cell: ({ performance }) => label(`contracts.acceptance.${performance.acceptance}`),
  },
  { head: heads.filingNo, width: 26, cell: ({ filing }) => filing?.no ?? null },
  { head: heads.updatedAt, width: 17, format: 'instant', cell: ({ updatedAt }) => updatedAt },
];

export const contractList = defineList(contracts, {
  name: 'contracts',
  tabs: {
    column: 'status',
    names: ['draft', 'review', 'returned', 'approved', 'submitted', 'papers', 'received', 'terminated'],
  },
  dayTabs: {
    overdue: { of: 'all', column: 'dueOrder', until: -1, within: { by: 'announced', value: 'open' } },
  },
  filters: ['purchaserId', 'signedYear', 'announced', 'acceptance'],
  sorts: ['updatedAt', { name: 'dueOn', column: 'dueOrder' }],
  shows: [
    'status',
    'contractNo',
    'contractName',
    'projectId',
    'projectName',
    'sectionName',
    'purchaserId',
    'purchaserName',
    'supplierName',
    'amount',
    'signedOn',
    'dueOn',
    'announced',
    'acceptance',
    'filingNo',
    'updatedAt',
  ],
  export: { file: exportFiles.contracts, sheet: excelSheets.contracts, columns: exportColumns },
});
