// 跨年度事项: what of the procurement of a year was not finished by its end.
import { z } from 'zod';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { exportPath } from '../excel.ts';

/** 通知书 issued and not signed; signed and not accepted; accepted and not paid. */
export const yearEndKinds = ['unsigned', 'unaccepted', 'unpaid'] as const;

/** More than these are not shown; a file has all of them. */
export const mostYearEndRows = 1000;

const year = z.int().min(2000).max(2100);
const rowSchema = z.object({
  kind: z.enum(yearEndKinds),
  /** The contract; of what is not signed the section. */
  id: idSchema,
  projectId: idSchema,
  projectName: z.string(),
  sectionNo: z.string(),
  sectionName: z.string(),
  purchaserName: z.string(),
  supplierName: z.string(),
  contractNo: z.string(),
  /** 财政年度 of its project; it stays with it. */
  fiscalYear: z.int().nullable(),
  /** What was won, or what the contract amounts to now; null where that is a rate. */
  amount: z.int().nullable(),
  /** Paid by now. */
  paid: z.int(),
  /** 资金来源 of the budget of the year after. */
  funded: z.int(),
  /** What no funding line has been added for, and is not paid; null where the amount is an estimate. */
  unfunded: z.int().nullable(),
  /** Whether this actor may add one now. */
  addFunding: z.boolean(),
  /** 通知书 issued, signed or accepted on. */
  since: plainDateSchema.nullable(),
});
export type YearEndRow = z.infer<typeof rowSchema>;

export const yearEndQueries = {
  'contracts.yearEnd': {
    input: z.strictObject({ year }),
    output: z.object({
      rows: z.array(rowSchema),
      counts: z.object({ unsigned: z.int(), unaccepted: z.int(), unpaid: z.int() }),
      /** By the year in which contracts were signed, and by that from whose budget was paid. */
      signed: z.object({ count: z.int(), amount: z.int() }),
      paid: z.object({ count: z.int(), amount: z.int() }),
    }),
    standsOn: ['contracts', 'sections', 'projects', 'payments'],
  },
  /** Called by the host, with the path from its dialog. */
  'contracts.exportYearEnd': {
    input: z.strictObject({ year, path: exportPath }),
    output: z.object({ rows: z.int(), bytes: z.int() }),
    standsOn: [],
  },
} as const;
