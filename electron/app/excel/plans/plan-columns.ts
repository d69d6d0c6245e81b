// The columns of the template of plans: what each takes and where it goes. Order and heads are those of the file.
import type { CodeTable } from '#shared/codes/code-table.ts';
import { codeTables } from '#shared/codes/tables.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { type ImportColumn, importHeaders } from '#shared/text/zh-CN/excel.ts';
import {
  type ColumnKind,
  takesCode as code,
  takesDate as date,
  type ImportedColumn,
  takesMoney as money,
  takesText as text,
  takesYesNo as yesNo,
} from '../sheet-columns.ts';

export type PlanColumn = ImportedColumn<ImportColumn> & {
  /** `plan`: once a plan; `item` and `fund`: once a row; `package`: of the item of its row, the same for all items of a package. */
  readonly part: 'no' | 'plan' | 'item' | 'package' | 'fund';
};

/** What the template offers. */
const supportedMethods: CodeTable = {
  ...codeTables.procurementMethods,
  entries: codeTables.procurementMethods.entries.filter(({ code: each }) => each !== 'FRAMEWORK_AGREEMENT'),
};

const takes: Readonly<Record<ImportColumn, ColumnKind>> = {
  no: text(64),
  projectName: text(200),
  fiscalYear: { kind: 'whole' },
  regionCode: code(codeTables.regions),
  category: code(codeTables.projectCategories),
  budgetAmount: money,
  ceilingPrice: money,
  method: code(supportedMethods),
  methodReasonCode: code(codeTables.methodReasons),
  methodReason: { kind: 'text', most: 2000, lines: true },
  methodApprovalNo: text(64),
  orgForm: code(codeTables.organisationForms),
  entrusted: yesNo,
  agency: { kind: 'agency' },
  agencyAgreementNo: text(64),
  importAllowed: yesNo,
  smeMode: code(codeTables.smeReserveModes),
  smeAmount: money,
  smeSmallAmount: money,
  smeExemptReason: code(codeTables.smeReserveExemptions),
  smeIndustry: code(codeTables.smeIndustries),
  greenPolicies: { kind: 'codes', table: codeTables.greenPolicies },
  intentionId: text(300),
  intentionPublishedOn: date,
  plannedStart: date,
  performancePeriod: text(500),
  performancePlace: text(500),
  evalMethod: code(codeTables.evaluationMethods),
  priceWeight: { kind: 'whole' },
  platform: { kind: 'platform' },
  budgetUnitCode: text(64),
  supervisingUnit: text(200),
  contact: text(50),
  phone: { kind: 'telephone', most: 50 },
  itemCode: { kind: 'item_code' },
  itemName: text(200),
  itemQty: { kind: 'quantity' },
  itemUnit: text(20),
  itemUnitPrice: money,
  itemAmount: money,
  packageNo: text(64),
  packageName: text(200),
  packageReserved: yesNo,
  fundSource: code(codeTables.fundSources),
  fundAmount: money,
  fundBudgetItemNo: text(64),
};

const needed: ReadonlySet<ImportColumn> = new Set(['no', 'projectName']);
const wide: ReadonlySet<ImportColumn> = new Set(['projectName', 'methodReason', 'performancePeriod']);

export const planColumns: readonly PlanColumn[] = Object.keys(importHeaders)
  .filter(isImportColumn)
  .map((name) => ({
    name,
    head: importHeaders[name],
    part: partOf(name),
    takes: takes[name],
    needed: needed.has(name),
    percent: name === 'priceWeight',
    later: partOf(name) === 'package',
    width: wide.has(name) ? 36 : 18,
    ofRow: partOf(name) === 'item' || partOf(name) === 'fund',
  }));

function isImportColumn(name: string): name is ImportColumn {
  return Object.hasOwn(importHeaders, name);
}

function partOf(name: ImportColumn): PlanColumn['part'] {
  if (name === 'no') return 'no';
  if (name.startsWith('item')) return 'item';
  if (name.startsWith('package')) return 'package';
  return name.startsWith('fund') ? 'fund' : 'plan';
}

/** The field of the plan's content a column of the plan goes to. */
export const contentFields = {
  agency: 'agencyId',
  platform: 'platformId',
} as const satisfies Partial<Record<ImportColumn, keyof PlanContent>>;
