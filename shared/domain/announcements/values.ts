// What the fields of an announcement hold. The shape of a value here is the same for all types; whether it suits its field is asked of the
// template (template.ts › parseValues).
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { fileSchema } from '../file.ts';
import { publishedText } from './published-text.ts';
import { richTextSchema } from './rich-text.ts';

export const fieldKeySchema = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

/** Characters of a cell of a table, where its column does not say less. */
export const mostInCell = 5000;
const cellSchema = z.union([publishedText(mostInCell), z.int(), z.boolean(), z.null()]);
/** A line of a table field; `id` tells lines apart while they are edited. */
export const tableLineSchema = z.strictObject({
  id: idSchema,
  cells: z.record(fieldKeySchema, cellSchema),
});
export type TableLine = z.infer<typeof tableLineSchema>;

export const fileValueSchema = fileSchema;
export type FileValue = z.infer<typeof fileValueSchema>;

/** Text, date, local time, code | money in fen or a whole number | yes or no | rich text | lines | files | nothing. */
export const valueSchema = z.union([
  publishedText(20_000),
  fenSchema,
  z.boolean(),
  z.null(),
  richTextSchema,
  z.array(tableLineSchema).max(500),
  z.array(fileValueSchema).max(50),
]);
export type Value = z.infer<typeof valueSchema>;

export const valuesSchema = z
  .record(fieldKeySchema, valueSchema)
  .refine((values) => Object.keys(values).length <= 100, 'too_long');
export type Values = Readonly<z.infer<typeof valuesSchema>>;

export function filesIn(value: Value | undefined): readonly FileValue[] {
  return Array.isArray(value) ? value.flatMap((each) => ('sha256' in each ? [each] : [])) : [];
}
