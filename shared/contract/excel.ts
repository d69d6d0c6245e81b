// Excel: lists out, plans in. All of them carry a path or stand on a file that was chosen by path, so the host asks them (`hostOnly`) and hands the
// answers to the window.
import { z } from 'zod';
import { planContentSchema } from '#shared/domain/plans/model.ts';
import { appErrorSchema } from '#shared/kernel/errors.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { done } from './paging.ts';

/** Whole, as the dialog gives it; whoever calls adds the ending where the user left it out. */
const path = z
  .string()
  .max(4000)
  .regex(/^(?:\/|[A-Za-z]:[\\/]|\\\\).*\.xlsx$/is);

/** More rows are refused with `too_large` {rows, most}: narrow the view. What the thread that writes can hold. */
export const mostExportedRows = 50_000;
/** Of rows chosen one by one for an export. */
export const mostChosenRows = 10_000;
/** Of one file to import; lines beyond are not read: the file is refused. */
export const mostImportedRows = 1000;

/** What is wrong at one cell, or with a row as a whole (`column` null). `code` has its words in shared/text (`describeField`). */
export const cellProblemSchema = z.object({
  /** As Excel numbers them, from 1. */
  row: z.int(),
  /** As Excel letters them. */
  column: z.string().nullable(),
  /** The words at the column's head. */
  header: z.string().nullable(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type CellProblem = z.infer<typeof cellProblemSchema>;

/** An amount that was written in 万 or 亿, to be looked at in yuan before it counts. */
const writtenAmountSchema = z.object({
  row: z.int(),
  header: z.string(),
  written: z.string(),
  amount: fenSchema,
});

const importedPlanSchema = z.object({
  /** 临时编号: what its rows have in common. */
  no: z.string(),
  rows: z.array(z.int()),
  /** The id it will have; importing it a second time is refused with `already_exists`. */
  id: idSchema,
  /** As far as it could be read; null when something in it is wrong. */
  content: planContentSchema.nullable(),
  projectName: z.string(),
  budgetAmount: z.int().nullable(),
  amounts: z.array(writtenAmountSchema),
  /** Names of the 政府采购政策 that it will have to answer: which they are depends on what is imported, so that the template cannot ask. */
  unanswered: z.array(z.string()),
  problems: z.array(cellProblemSchema),
});
export type ImportedPlan = z.infer<typeof importedPlanSchema>;

/** By their names, as far as they are filled in: columns of somebody's own, and other sheets like the one that was read. */
const notReadSchema = z.object({
  columns: z.array(z.string()).readonly(),
  sheets: z.array(z.string()).readonly(),
});
export type NotRead = z.infer<typeof notReadSchema>;

export const excelQueries = {
  /** The blank form with its explanations and code lists. */
  'plans.importTemplate': { input: z.strictObject({ path }), output: done, standsOn: [] },
  /**
   * Reads a filled-in template and writes nothing. A file that is no such template is refused with `invalid_input`, its field code says why
   * (`excel_no_workbook`, `excel_too_large`, `excel_no_sheet`, `excel_headers`, `excel_too_many_rows`, `excel_empty`, `excel_protected`,
   * `excel_other_format`); `not_found` without a file, `file_unreadable` and `file_changed` as for attachments; `not_allowed` for all but the units' clerks.
   */
  'plans.importPreview': {
    input: z.strictObject({ path: z.string().min(1).max(4000) }),
    output: z.object({
      /** For `plans.import`, until the next preview or the end of the sign-in. */
      token: z.string(),
      rows: z.int(),
      plans: z.array(importedPlanSchema),
      /** Of rows that belong to no plan. */
      problems: z.array(cellProblemSchema),
      /** Rows that were read although Excel does not show them. */
      hiddenRows: z.array(z.int()),
      notRead: notReadSchema,
    }),
    standsOn: [],
  },
  /**
   * The workbook of the preview once more, as it is but for comments: at each cell with a problem what is wrong, and at each plan that has been made that
   * it has been. Comments of an earlier time are taken out. `not_found`: no such preview; `excel_too_large`: more than can be written again.
   */
  'plans.importNotes': {
    input: z.strictObject({ token: z.string().max(64), path }),
    output: z.object({ notes: z.int() }),
    standsOn: [],
  },
  /**
   * Makes one `plans.create` for each plan of the preview that has no problems, or for those chosen by 临时编号. Every plan is answered for: `made`,
   * `refused` with the error, or `not_tried` because a full disk or the end of the sign-in stopped the work. `not_found`: no such preview.
   */
  'plans.import': {
    input: z.strictObject({
      token: z.string().max(64),
      nos: z.array(z.string().max(64)).max(mostImportedRows).nullable().default(null),
    }),
    output: z.object({
      made: z.int(),
      results: z.array(
        z.object({
          no: z.string(),
          id: idSchema,
          state: z.enum(['made', 'refused', 'not_tried']),
          error: appErrorSchema.nullable(),
        }),
      ),
    }),
    standsOn: [],
  },
} as const;

export const exportOutput = z.object({
  rows: z.int(),
  /** Left out: rows of the record type that this program cannot read, of the view as far as that can be known. */
  unreadable: z.int(),
  bytes: z.int(),
});
export const exportPath = path;
