// 违约处理: the list, and its columns as a file.
import { label } from '#shared/text/index.ts';
import { excelSheets, exportFiles, exportHeaders as heads } from '#shared/text/zh-CN/excel.ts';
import { defineList } from '../../list.ts';
import type { ExportColumn } from '../../list-export.ts';
import { amountFor, type Breach, breaches, has } from './model.ts';

const named = (group: string, value: string | null) =>
  value === null ? null : label(`breaches.${group}.${value}`);

const exportColumns: readonly ExportColumn<Breach>[] = [
  { head: heads.contractNo, width: 26, cell: ({ contractNo }) => contractNo },
  { head: heads.contractName, width: 44, cell: ({ contractName }) => contractName },
  { head: heads.projectName, width: 44, cell: ({ projectName }) => projectName },
  { head: heads.purchaserName, width: 30, cell: ({ purchaserName }) => purchaserName },
  { head: heads.supplierName, width: 34, cell: ({ supplierName }) => supplierName },
  { head: heads.breachParty, width: 12, cell: ({ content }) => named('party', content.party) },
  { head: heads.breachKind, width: 20, cell: ({ content }) => named('kind', content.kind) },
  { head: heads.breachHappenedOn, width: 14, format: 'date', cell: ({ content }) => content.happenedOn },
  { head: heads.status, width: 14, cell: ({ status }) => named('status', status) },
  { head: heads.breachNoticeOn, width: 14, format: 'date', cell: ({ content }) => content.noticeOn },
  {
    head: heads.breachUpheld,
    width: 12,
    cell: ({ content, status }) => (status === 'decided' ? named('upheld', String(content.upheld)) : null),
  },
  {
    head: heads.breachConsequences,
    width: 44,
    cell: ({ content, status }) =>
      status === 'decided'
        ? content.consequences
            .filter((each) => has(content, each))
            .map((each) => label(`breaches.consequence.${each}`))
            .join('、')
        : null,
  },
  {
    head: heads.breachPenalty,
    width: 18,
    format: 'money',
    cell: ({ content, status }) => (status === 'decided' ? amountFor(content, 'penalty') : null),
  },
  { head: heads.updatedAt, width: 17, format: 'instant', cell: ({ updatedAt }) => updatedAt },
];

export const breachList = defineList(breaches, {
  name: 'breaches',
  tabs: {
    column: 'status',
    names: ['draft', 'notified', 'heard', 'review', 'returned', 'decided', 'withdrawn'],
  },
  filters: ['purchaserId', 'party', 'kind'],
  sorts: ['updatedAt'],
  shows: [
    'status',
    'contractId',
    'contractNo',
    'contractName',
    'projectName',
    'purchaserId',
    'purchaserName',
    'supplierName',
    'party',
    'kind',
    'happenedOn',
    'updatedAt',
  ],
  export: { file: exportFiles.breaches, sheet: excelSheets.breaches, columns: exportColumns },
});
