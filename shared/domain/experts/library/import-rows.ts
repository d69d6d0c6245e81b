// 专家库 from Excel: what the cells of a row say. The workbook is read on the desk; its rows are sent as they stand, so that every desk and the server
// read them alike, and nothing is kept on the desk.
import { z } from 'zod';
import { regions } from '#shared/codes/regions.ts';
import { type FieldError, invalidInput } from '#shared/kernel/errors.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { halfWidth } from '#shared/kernel/text.ts';
import { titleLevelWords, yesOrNoWords } from '#shared/text/zh-CN/experts.ts';
import { text } from '../../fields.ts';
import { type ExpertContent, expertContentSchema } from './person.ts';

export const importColumns = [
  'name',
  'idNumber',
  'phone',
  'employer',
  'employerUscc',
  'title',
  'level',
  'specialities',
  'regions',
  'legal',
  'remark',
] as const;
export type ImportColumn = (typeof importColumns)[number];

const cell = text(1000).default('');
const cellsSchema = z.strictObject(
  Object.fromEntries(importColumns.map((column) => [column, cell])) as Record<ImportColumn, typeof cell>,
);

export const importRowSchema = z.strictObject({
  /** Of the sheet, as people count it. */
  row: z.int().min(1).max(1_048_576),
  id: idSchema,
  cells: cellsSchema,
});
export type ImportRow = z.infer<typeof importRowSchema>;

/** One request; a sheet of more rows goes in several. */
export const mostRows = 500;
export const importRowsSchema = z.array(importRowSchema).min(1).max(mostRows);

export type ReadRow =
  | { readonly ok: true; readonly row: ImportRow; readonly content: ExpertContent }
  | { readonly ok: false; readonly row: ImportRow; readonly fields: readonly FieldError[] };

const levels: ReadonlyMap<string, number> = new Map(titleLevelWords);
const yes: ReadonlyMap<string, boolean> = new Map(yesOrNoWords);
const regionCodes: ReadonlyMap<string, string> = new Map(
  regions.entries.flatMap(({ code, name }) => [
    [code, code],
    [name, code],
  ]),
);

/** Field codes are those of the content, and level_unknown, yes_or_no; each stands at the column it is about. */
export function readRow(row: ImportRow): ReadRow {
  const { cells } = row;
  const level = levels.get(plain(cells.level));
  const legal = yes.get(plain(cells.legal));
  const parsed = expertContentSchema.safeParse({
    ...cells,
    level: level ?? 0,
    legal: legal ?? false,
    specialities: several(cells.specialities).map((each) => each.toUpperCase()),
    regions: several(cells.regions).map((each) => regionCodes.get(each) ?? each),
  });
  const own: FieldError[] = [];
  if (level === undefined) own.push({ path: 'level', code: 'level_unknown' });
  if (legal === undefined) own.push({ path: 'legal', code: 'yes_or_no' });
  const rest = parsed.success ? [] : (invalidInput(parsed.error.issues).fields ?? []).map(atColumn);
  const fields = [...own, ...rest];
  return parsed.success && fields.length === 0
    ? { ok: true, row, content: parsed.data }
    : { ok: false, row, fields };
}

/** `specialities.2` is a part of one cell. */
function atColumn(field: FieldError): FieldError {
  return { ...field, path: field.path.split('.')[0] ?? field.path };
}

const plain = (typed: string) => halfWidth(typed).trim();

function several(typed: string): readonly string[] {
  return plain(typed)
    .split(/[,;、\s]+/)
    .filter((each) => each !== '');
}
