// 批量入库: all of the rows or none, so that a sheet is never half in the library. `experts.checkImport` says beforehand what is wrong with which row.
import { z } from 'zod';
import type { FieldError } from '#shared/kernel/errors.ts';
import { refuse } from '../../../refuse.ts';
import { admitted, loadKnown, type Newcomer } from '../admit.ts';
import { importRowsSchema, type ReadRow, readRow } from '../import-rows.ts';
import { keepers } from '../keepers.ts';
import { libraryCommand } from '../library-command.ts';

/** Refusals name `rows.<place>.cells.<column>`; place counts from 0. */
export const importExperts = libraryCommand({
  name: 'experts.import',
  confidential: true,
  roles: keepers,
  input: z.strictObject({ rows: importRowsSchema }),
  load: ({ rows }, { vault }) => loadKnown(newcomersIn(rows.map(readRow)), vault),
  decide({ library, state: known }, { rows }, ctx) {
    const read = rows.map(readRow);
    const fields = read.flatMap(fieldsAt);
    if (fields.length > 0) return refuse('invalid_input', { fields: fields.slice(0, mostTold) });
    return admitted(newcomersIn(read), { library, known }, (at) => `rows.${at}.cells.idNumber`, ctx);
  },
});

const mostTold = 50;

export function newcomersIn(rows: readonly ReadRow[]): readonly Newcomer[] {
  return rows.flatMap((each) => (each.ok ? [{ id: each.row.id, content: each.content }] : []));
}

function fieldsAt(read: ReadRow, place: number): readonly FieldError[] {
  if (read.ok) return [];
  return read.fields.map((field) => ({ ...field, path: `rows.${place}.cells.${field.path}` }));
}
