// Whether typed values suit the fields of a template, and which fields still want one. A draft may be incomplete, so an empty value suits every
// field; completeness is asked at submission.
import { z } from 'zod';
import { findCode } from '#shared/codes/code-table.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import { localTimeSchema, plainDateSchema } from '#shared/kernel/dates.ts';
import { type FieldError, invalidInput } from '#shared/kernel/errors.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import {
  type Circumstances,
  fieldsOf,
  holds,
  holdsValue,
  isColumnRequired,
  isEmpty,
  linesIn,
  valueAt,
} from './field-values.ts';
import { publishedText } from './published-text.ts';
import { richTextSchema } from './rich-text.ts';
import type { TableColumn, TableKind, Template, TemplateField } from './template.ts';
import {
  fieldKeySchema,
  fileValueSchema,
  mostInCell,
  type TableLine,
  tableLineSchema,
  type Values,
} from './values.ts';

const monthSchema = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
/** Characters of a telephone field, which may hold several numbers. */
export const mostInPhone = 50;
const phoneSchema = publishedText(mostInPhone);

/**
 * The values, where every one belongs to a field that takes values and suits it. Error code: invalid_input, with field paths `field` or
 * `field.line.column` (line: its place, from 0).
 */
export function parseValues(template: Template, values: Values): Result<Values> {
  const fields = new Map(fieldsOf(template).map((field) => [field.key, field]));
  const wrong = Object.entries(values).flatMap(([key, value]): readonly FieldError[] => {
    const field = fields.get(key);
    if (field === undefined || !holdsValue(field)) return [{ path: key, code: 'unrecognized_keys' }];
    if (value === null) return [];
    const parsed = valueSchemaOf(field).safeParse(value);
    if (parsed.success) return [];
    return (invalidInput(parsed.error.issues).fields ?? []).map((error) => ({
      ...error,
      path: pathIn(key, error.path),
    }));
  });
  return wrong.length === 0
    ? ok(values)
    : err({ code: 'invalid_input', fields: eachOnce(wrong).slice(0, 50) });
}

/** A cell is looked at as a cell, and as one of its column: what is wrong with both is told once. */
function eachOnce(fields: readonly FieldError[]): readonly FieldError[] {
  return [...new Map(fields.map((field) => [`${field.path} ${field.code}`, field])).values()];
}

/** Paths of required fields, or cells `field.line.column`, in which nothing is. `values` are all values, generated or typed. */
export function missingFields(
  template: Template,
  values: Values,
  circumstances: Circumstances,
): readonly string[] {
  return fieldsOf(template).flatMap((field) => {
    if (!holdsValue(field)) return [];
    const value = valueAt(values, field.key);
    const required = holds(field.required, circumstances, values);
    if (field.kind !== 'table') return required && isEmpty(value) ? [field.key] : [];
    const lines = linesIn(value);
    if (required && lines.length < field.min) return [field.key];
    const asked = field.columns.filter((column) => isColumnRequired(column, circumstances, values));
    return missingCells(field.key, asked, lines);
  });
}

function missingCells(
  field: string,
  asked: readonly TableColumn[],
  lines: readonly TableLine[],
): readonly string[] {
  return lines.flatMap(({ cells }, index) =>
    asked
      .filter(({ key, unless }) => {
        const stands = (column: string) => !isEmpty(valueAt(cells, column));
        return !stands(key) && !(unless !== undefined && stands(unless));
      })
      .map(({ key }) => `${field}.${index}.${key}`),
  );
}

function valueSchemaOf(field: TemplateField): z.ZodType {
  switch (field.kind) {
    case 'text':
      return field.lines === 'several' ? publishedText(field.max) : oneLine(field.max);
    case 'rich':
      return richTextSchema;
    case 'money':
    case 'moneyInTenThousands':
      return fenSchema;
    case 'count':
      return z.int().min(field.min).max(field.max);
    case 'date':
      return plainDateSchema;
    case 'month':
      return monthSchema;
    case 'time':
      return localTimeSchema;
    case 'phone':
      return phoneSchema;
    case 'yesNo':
      return z.boolean();
    case 'choice':
      return z.enum(field.options.map(({ code }) => code));
    case 'code':
      return z.string().refine((code) => findCode(procurementMethods, code) !== undefined, 'unknown_code');
    case 'table':
      return tableSchema(field);
    case 'files':
      return z.array(fileValueSchema).max(50);
    case 'fixed':
    case 'generated':
      return z.never();
  }
}

function tableSchema({ columns }: TableKind): z.ZodType {
  const known = new Map(columns.map((column) => [column.key, column]));
  const lineSchema = tableLineSchema.superRefine(({ cells }, ctx) => {
    for (const [key, value] of Object.entries(cells)) {
      const column = known.get(key);
      if (column === undefined) {
        ctx.addIssue({ code: 'custom', message: 'unrecognized_keys', path: ['cells', key] });
        continue;
      }
      if (value === null) continue;
      const parsed = cellSchemaOf(column).safeParse(value);
      const [first] = parsed.success ? [] : (invalidInput(parsed.error.issues).fields ?? []);
      if (first === undefined) continue;
      const { code, params = {} } = first;
      ctx.addIssue({ code: 'custom', message: code, params, path: ['cells', key] });
    }
  });
  return z
    .array(lineSchema)
    .max(500)
    .refine((lines) => new Set(lines.map(({ id }) => id)).size === lines.length, 'invalid_value');
}

function cellSchemaOf({ key, kind, max = mostInCell, options = [] }: TableColumn): z.ZodType {
  switch (kind) {
    case 'supplier':
      return oneLine(max);
    case 'text':
      return key === 'field' ? z.union([z.literal(''), fieldKeySchema]) : publishedText(max);
    case 'money':
    case 'moneyInTenThousands':
      return fenSchema;
    case 'month':
      return z.union([z.literal(''), monthSchema]);
    case 'date':
      return z.union([z.literal(''), plainDateSchema]);
    case 'choice':
      return z.enum(['', ...options.map(({ code }) => code)]);
    case 'machine':
      return z.union([publishedText(max), z.int(), z.boolean()]);
  }
}

function oneLine(max: number): z.ZodType {
  return publishedText(max).refine((value) => !value.includes('\n'), 'invalid_characters');
}

/** Cells are named by their column alone. */
function pathIn(key: string, path: string): string {
  const parts = path.split('.').filter((part, index) => part !== '' && !(index === 1 && part === 'cells'));
  return [key, ...parts].join('.');
}
