// Excel: lists out, records in. All of them carry a path or stand on a file that was chosen by path, so the host asks them (`hostOnly`) and hands the
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
export type WrittenAmount = z.infer<typeof writtenAmountSchema>;

/** What every kind of import says of one record of the file; one with `problems` is not made. */
export const importedShape = {
  /** What its rows have in common: 临时编号 of a plan, the row's number where a row is a record. */
  no: z.string(),
  rows: z.array(z.int()),
  /** The id it will have; importing it a second time is refused with `already_exists`. */
  id: idSchema,
  title: z.string(),
  amount: z.int().nullable(),
  amounts: z.array(writtenAmountSchema),
  problems: z.array(cellProblemSchema),
};
const importedSchema = z.object(importedShape);
export type ImportedRecord = z.infer<typeof importedSchema>;

const importedPlanSchema = z.object({
  ...importedShape,
  /** As far as it could be read; null when something in it is wrong. */
  content: planContentSchema.nullable(),
  /** Names of the 政府采购政策 that it will have to answer: which they are depends on what is imported, so that the template cannot ask. */
  unanswered: z.array(z.string()),
});
export type ImportedPlan = z.infer<typeof importedPlanSchema>;

/** By their names, as far as they are filled in: columns of somebody's own, and other sheets like the one that was read. */
const notReadSchema = z.object({
  columns: z.array(z.string()).readonly(),
  sheets: z.array(z.string()).readonly(),
});
export type NotRead = z.infer<typeof notReadSchema>;

/** The blank form with its explanations and code lists. */
export const importTemplate = { input: z.strictObject({ path }), output: done, standsOn: [] } as const;

/**
 * Reads a filled-in template and writes nothing. A file that is no such template is refused with `invalid_input`, its field code says why
 * (`excel_no_workbook`, `excel_too_large`, `excel_no_sheet`, `excel_headers`, `excel_too_many_rows`, `excel_empty`, `excel_protected`,
 * `excel_other_format`); `not_found` without a file, `file_unreadable` and `file_changed` as for attachments; `not_allowed` for all but the units' clerks.
 */
export function importPreview<const N extends string, R extends z.ZodType>(of: N, record: R) {
  return {
    input: z.strictObject({ path: z.string().min(1).max(4000) }),
    output: z.object({
      of: z.literal(of),
      /** For 导入 and the notes, until the next preview or the end of the sign-in. */
      token: z.string(),
      rows: z.int(),
      records: z.array(record),
      /** Of rows that belong to no record. */
      problems: z.array(cellProblemSchema),
      /** Rows that were read although Excel does not show them. */
      hiddenRows: z.array(z.int()),
      notRead: notReadSchema,
    }),
    standsOn: [],
  } as const;
}

/**
 * The workbook of the preview once more, as it is but for comments: at each cell with a problem what is wrong, and at each record that has been made that
 * it has been. Comments of an earlier time are taken out. `not_found`: no such preview; `excel_too_large`: more than can be written again.
 */
export const importNotes = {
  input: z.strictObject({ token: z.string().max(64), path }),
  output: z.object({ notes: z.int() }),
  standsOn: [],
} as const;

const importResultSchema = z.object({
  no: z.string(),
  id: idSchema,
  /** `draft`: it has been made, and what was to follow was refused. */
  state: z.enum(['made', 'draft', 'refused', 'not_tried']),
  error: appErrorSchema.nullable(),
});
export type ImportResult = z.infer<typeof importResultSchema>;

/**
 * Makes each record of the preview that has no problems, or those chosen by their `no`. Every record is answered for: `made`, `draft` or `refused` with
 * the error, or `not_tried` because a full disk or the end of the sign-in stopped the work. `not_found`: no such preview.
 */
export const importRecords = {
  input: z.strictObject({
    token: z.string().max(64),
    nos: z.array(z.string().max(64)).max(mostImportedRows).nullable().default(null),
    /** The warnings of the preview have been read. */
    acknowledged: z.boolean().default(false),
  }),
  output: z.object({ made: z.int(), results: z.array(importResultSchema) }),
  standsOn: [],
} as const;

export const excelQueries = {
  'plans.importTemplate': importTemplate,
  'plans.importPreview': importPreview('plans', importedPlanSchema),
  'plans.importNotes': importNotes,
  'plans.import': importRecords,
} as const;

export const exportOutput = z.object({
  rows: z.int(),
  /** Left out: rows of the record type that this program cannot read, of the view as far as that can be known. */
  unreadable: z.int(),
  bytes: z.int(),
});
export const exportPath = path;
