// 补充材料: files are added to what 采购办 holds; nothing that was announced or filed changes. Those of a state secret are handed in on paper.
import { z } from 'zod';
import { ok, type Result } from '#shared/kernel/result.ts';
import { refuseField } from '../../refuse.ts';
import type { Given } from '../../step.ts';
import { type Contract, contractContentSchema } from '../model.ts';

const filesSchema = contractContentSchema.shape.files;
export const handInInput = {
  files: z
    .array(filesSchema.unwrap().extend({ purpose: z.enum(['full', 'subcontract', 'bond', 'other']) }))
    .max(20),
};
type Told = Given<Contract, unknown, typeof handInInput>;

export function addedOnly({ row, input: { files } }: Told): Result<null> {
  if (row.content.secret) {
    return files.length === 0 ? ok(null) : refuseField('invalid_input', 'files', 'secret_file');
  }
  if (files.length === 0) return refuseField('invalid_input', 'files', 'file_none');
  const held = new Set(row.content.files.map(({ id }) => id));
  const given = new Set(files.map(({ id }) => id));
  if (given.size < files.length || files.some(({ id }) => held.has(id)))
    return refuseField('already_exists', 'files', 'file_handed_in');
  return row.content.files.length + files.length > 50
    ? refuseField('invalid_input', 'files', 'too_long')
    : ok(null);
}

export function handedIn({ row, input: { files } }: Told) {
  return ok({ content: { ...row.content, files: [...row.content.files, ...files] } });
}
