// 付款管理: the list, and its columns as a file.
import { daysBetween } from '#shared/kernel/dates.ts';
import { label } from '#shared/text/index.ts';
import { excelSheets, exportFiles, exportHeaders as heads, paymentWords } from '#shared/text/zh-CN/excel.ts';
import { defineList } from '../../list.ts';
import type { ExportColumn } from '../../list-export.ts';
import { type Payment, paidInTime, payments } from './model.ts';
import { soonDays } from './tasks.ts';

const exportColumns: readonly ExportColumn<Payment>[] = [
  { head: heads.contractNo, width: 26, cell: ({ contractNo }) => contractNo },
  { head: heads.contractName, width: 44, cell: ({ contractName }) => contractName },
  { head: heads.projectName, width: 44, cell: ({ projectName }) => projectName },
  { head: heads.purchaserName, width: 30, cell: ({ purchaserName }) => purchaserName },
  { head: heads.supplierName, width: 34, cell: ({ supplierName }) => supplierName },
  {
    head: heads.sizeClass,
    width: 12,
    cell: ({ content }) => label(`suppliers.size.${content.sizeClass ?? 'unsaid'}`),
  },
  {
    head: heads.paymentKind,
    width: 12,
    cell: ({ content }) => (content.kind === null ? null : label(`contracts.payment.${content.kind}`)),
  },
  { head: heads.status, width: 12, cell: ({ status }) => label(`payments.status.${status}`) },
  { head: heads.paymentAmount, width: 18, format: 'money', cell: ({ content }) => content.amount },
  { head: heads.invoiceOn, width: 14, format: 'date', cell: ({ content }) => content.invoiceOn },
  { head: heads.dueOn, width: 14, format: 'date', cell: ({ due }) => due?.on ?? null },
  { head: heads.paidOn, width: 14, format: 'date', cell: ({ paid }) => paid?.paidOn ?? null },
  { head: heads.paidAmount, width: 18, format: 'money', cell: ({ paid }) => paid?.paidAmount ?? null },
  { head: heads.budgetYear, width: 12, cell: ({ paid }) => paid?.budgetYear ?? null },
  {
    head: heads.paidInTime,
    width: 12,
    cell: (payment) => {
      const inTime = paidInTime(payment);
      return inTime === null ? null : inTime ? paymentWords.inTime : paymentWords.late;
    },
  },
  {
    head: heads.daysLate,
    width: 12,
    cell: ({ due, paid }) =>
      due === null || paid === null ? null : Math.max(0, daysBetween(due.on, paid.paidOn)),
  },
  { head: heads.updatedAt, width: 17, format: 'instant', cell: ({ updatedAt }) => updatedAt },
];

export const paymentList = defineList(payments, {
  name: 'payments',
  tabs: { column: 'status', names: ['draft', 'due', 'paid', 'void'] },
  dayTabs: {
    overdue: { of: 'due', column: 'dueOrder', until: -1 },
    soon: { of: 'due', column: 'dueOrder', from: 0, until: soonDays },
  },
  filters: ['purchaserId', 'supplierName', 'size', 'budgetYear', 'dueMonth'],
  sorts: ['updatedAt', { name: 'dueOn', column: 'dueOrder' }],
  shows: [
    'status',
    'contractId',
    'contractNo',
    'contractName',
    'projectName',
    'purchaserId',
    'purchaserName',
    'supplierName',
    'size',
    'kind',
    'amount',
    'dueOn',
    'paidOn',
    'inTime',
    'budgetYear',
    'updatedAt',
  ],
  export: { file: exportFiles.payments, sheet: excelSheets.payments, columns: exportColumns },
});
