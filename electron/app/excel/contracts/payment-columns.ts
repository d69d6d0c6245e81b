// The columns of the template of payments. Codes are those of the record in capitals.
import { type CodeTable, defineTable } from '#shared/codes/code-table.ts';
import { paymentKinds } from '#shared/domain/contracts/model.ts';
import { paymentBases, paymentContentSchema } from '#shared/domain/contracts/payments/model.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { sizeClasses } from '#shared/domain/suppliers/model.ts';
import { label } from '#shared/text/index.ts';
import { type PaymentColumnName, paymentHeaders } from '#shared/text/zh-CN/contracts/imports.ts';
import {
  type ColumnKind,
  type ImportedColumn,
  takesCode,
  takesDate,
  takesMoney,
  takesText,
  takesYesNo,
} from '../sheet-columns.ts';

export type PaymentColumn = ImportedColumn<PaymentColumnName>;

function codesOf(title: string, values: readonly string[], key: string): CodeTable {
  return defineTable(
    { title, edition: '1', source: 'system', evidence: 'D' },
    values.map((value) => ({ code: value.toUpperCase(), name: label(`${key}.${value}`) })),
  );
}

const fields = paymentContentSchema.shape;
const most = (field: 'condition' | 'invoiceNo' | 'note') => limitOf(fields[field]) ?? 0;

const takes: Readonly<Record<PaymentColumnName, ColumnKind>> = {
  contractNo: takesText(64),
  contractName: takesText(200),
  line: { kind: 'whole' },
  kind: takesCode(codesOf(paymentHeaders.kind, paymentKinds, 'contracts.payment')),
  amount: takesMoney,
  condition: { kind: 'text', most: most('condition'), lines: true },
  sizeClass: takesCode(codesOf(paymentHeaders.sizeClass, sizeClasses, 'suppliers.size')),
  basis: takesCode(codesOf(paymentHeaders.basis, paymentBases, 'payments.basis')),
  deliveredOn: takesDate,
  acceptedOn: takesDate,
  invoiceNo: takesText(most('invoiceNo')),
  invoiceAmount: takesMoney,
  invoiceOn: takesDate,
  agreedOn: takesDate,
  paidOn: takesDate,
  paidAmount: takesMoney,
  budgetYear: { kind: 'whole' },
  fundingLine: takesText(200),
  last: takesYesNo,
  note: { kind: 'text', most: most('note'), lines: true },
};

/** Their values are codes in capitals. */
export const codedColumns: ReadonlySet<PaymentColumnName> = new Set(['kind', 'sizeClass', 'basis']);
/** What they say goes into the payment under the same name. */
export const contentColumns = [
  'kind',
  'amount',
  'condition',
  'sizeClass',
  'basis',
  'deliveredOn',
  'acceptedOn',
  'invoiceNo',
  'invoiceAmount',
  'invoiceOn',
  'agreedOn',
  'note',
] as const satisfies readonly PaymentColumnName[];
/** They belong to what was paid. */
export const paidColumns = [
  'paidOn',
  'paidAmount',
  'budgetYear',
  'fundingLine',
  'last',
] as const satisfies readonly PaymentColumnName[];

const wide: ReadonlySet<PaymentColumnName> = new Set(['contractNo', 'contractName', 'condition', 'note']);

export const paymentColumns: readonly PaymentColumn[] = Object.keys(paymentHeaders)
  .filter((name) => isColumn(name))
  .map((name) => ({
    ...{ name, head: paymentHeaders[name], takes: takes[name], needed: name === 'contractNo' },
    ...{ percent: false, later: false, width: wide.has(name) ? 30 : 18 },
    // One contract for rows below each other is said in each of them.
    ofRow: name !== 'contractNo' && name !== 'contractName',
  }));

export function isColumn(name: string): name is PaymentColumnName {
  return Object.hasOwn(paymentHeaders, name);
}
