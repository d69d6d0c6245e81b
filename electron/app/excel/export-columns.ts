// The columns of an exported list: heads, order, and what each shows of a plan.
import { z } from 'zod';
import { codeName } from '#shared/codes/code-table.ts';
import { codeTables } from '#shared/codes/tables.ts';
import { planContentSchema, planStatuses } from '#shared/domain/plans/model.ts';
import { label } from '#shared/text/index.ts';
import { exportHeaders } from '#shared/text/zh-CN/excel.ts';
import { dateCell, instantCell, moneyCell, textCell } from './cells.ts';
import type { Cell, Format } from './workbook.ts';

/** What a row of the file is made of; the rest of a plan is not looked at. */
export const exportedSchema = z.object({
  status: z.enum(planStatuses),
  planNo: z.string().nullable(),
  purchaserName: z.string(),
  purchaserUscc: z.string(),
  createdAt: z.int(),
  submittedAt: z.int().nullable(),
  filedAt: z.int().nullable(),
  content: z.object({
    ...planContentSchema.pick({
      fiscalYear: true,
      projectName: true,
      category: true,
      regionCode: true,
      method: true,
      orgForm: true,
      agencyId: true,
      budgetAmount: true,
      ceilingPrice: true,
      smeMode: true,
      smeAmount: true,
      plannedStart: true,
      platformId: true,
      contact: true,
      phone: true,
    }).shape,
    items: z.array(z.object({ catalogCode: z.string().nullable(), name: z.string() })),
    funds: z.array(z.object({ source: z.string().nullable() })),
  }),
});
type Exported = z.infer<typeof exportedSchema>;
export type Names = {
  readonly agency: (id: string) => string;
  readonly platform: (id: string) => string;
};
type Column = {
  readonly header: string;
  readonly width: number;
  /** Without it, as it is. */
  readonly format?: Format;
  cell(plan: Exported, names: Names): Cell;
};

const coded = (table: Parameters<typeof codeName>[0], code: string | null): Cell =>
  textCell(code === null ? null : (codeName(table, code) ?? code));
const joined = (parts: readonly string[]) => textCell([...new Set(parts)].join('\n'));

export const exportColumns: readonly Column[] = [
  { header: exportHeaders.planNo, width: 24, cell: ({ planNo }) => textCell(planNo) },
  { header: exportHeaders.projectName, width: 44, cell: ({ content }) => textCell(content.projectName) },
  {
    header: exportHeaders.status,
    width: 16,
    cell: ({ status }) => textCell(label(`plans.status.${status}`)),
  },
  { header: exportHeaders.purchaserName, width: 30, cell: (plan) => textCell(plan.purchaserName) },
  { header: exportHeaders.purchaserUscc, width: 22, cell: (plan) => textCell(plan.purchaserUscc) },
  { header: exportHeaders.fiscalYear, width: 10, cell: ({ content }) => content.fiscalYear },
  {
    header: exportHeaders.category,
    width: 10,
    cell: ({ content }) => coded(codeTables.projectCategories, content.category),
  },
  {
    header: exportHeaders.region,
    width: 18,
    cell: ({ content }) => coded(codeTables.regions, content.regionCode),
  },
  {
    header: exportHeaders.method,
    width: 14,
    cell: ({ content }) => coded(codeTables.procurementMethods, content.method),
  },
  {
    header: exportHeaders.orgForm,
    width: 16,
    cell: ({ content }) => coded(codeTables.organisationForms, content.orgForm),
  },
  {
    header: exportHeaders.agency,
    width: 30,
    cell: ({ content }, names) => textCell(content.agencyId === null ? null : names.agency(content.agencyId)),
  },
  {
    header: exportHeaders.budgetAmount,
    width: 18,
    format: 'money',
    cell: ({ content }) => moneyCell(content.budgetAmount),
  },
  {
    header: exportHeaders.ceilingPrice,
    width: 18,
    format: 'money',
    cell: ({ content }) => moneyCell(content.ceilingPrice),
  },
  {
    header: exportHeaders.items,
    width: 34,
    cell: ({ content }) =>
      joined(content.items.map(({ catalogCode, name }) => [catalogCode ?? '', name].join(' ').trim())),
  },
  {
    header: exportHeaders.funds,
    width: 22,
    cell: ({ content }) =>
      joined(
        content.funds.flatMap(({ source }) =>
          source === null ? [] : [codeName(codeTables.fundSources, source) ?? source],
        ),
      ),
  },
  {
    header: exportHeaders.smeMode,
    width: 24,
    cell: ({ content }) => coded(codeTables.smeReserveModes, content.smeMode),
  },
  {
    header: exportHeaders.smeAmount,
    width: 18,
    format: 'money',
    cell: ({ content }) => moneyCell(content.smeAmount),
  },
  {
    header: exportHeaders.plannedStart,
    width: 13,
    format: 'date',
    cell: ({ content }) => dateCell(content.plannedStart),
  },
  {
    header: exportHeaders.platform,
    width: 24,
    cell: ({ content }, names) =>
      textCell(content.platformId === null ? null : names.platform(content.platformId)),
  },
  { header: exportHeaders.contact, width: 10, cell: ({ content }) => textCell(content.contact) },
  { header: exportHeaders.phone, width: 16, cell: ({ content }) => textCell(content.phone) },
  {
    header: exportHeaders.createdAt,
    width: 17,
    format: 'instant',
    cell: (plan) => instantCell(plan.createdAt),
  },
  {
    header: exportHeaders.submittedAt,
    width: 17,
    format: 'instant',
    cell: (plan) => instantCell(plan.submittedAt),
  },
  { header: exportHeaders.filedAt, width: 17, format: 'instant', cell: (plan) => instantCell(plan.filedAt) },
];
