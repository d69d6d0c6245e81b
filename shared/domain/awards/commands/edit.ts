// 修改: field by field (field-changes.ts).
import { invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Change, put } from '../../command.ts';
import { changesOf, changesToMake, fieldChangeOf, markedEdits, valuesOf } from '../../field-changes.ts';
import type { Given } from '../../step.ts';
import { type Award, awardContentSchema, awards } from '../model.ts';

const fieldSchemas = awardContentSchema.shape;
const fieldChangeSchema = fieldChangeOf(awardContentSchema.keyof(), (field) => fieldSchemas[field]);

export const editInput = { changes: changesOf(fieldChangeSchema, Object.keys(fieldSchemas).length) };

export function edited({
  row: award,
  input: { changes },
  ctx,
}: Given<Award, unknown, typeof editInput>): Result<readonly Change[]> {
  const changed = changesToMake(award, changes, (field) => award.content[field]);
  if (!changed.ok) return changed;
  const content = awardContentSchema.safeParse({ ...award.content, ...valuesOf(changes) });
  if (!content.success) return err(invalidInput(content.error.issues));
  if (changed.value.length === 0) return ok([]);
  const fieldEdits = { ...award.fieldEdits, ...markedEdits(ctx, changed.value) };
  return ok([put(awards, { ...award, content: content.data, fieldEdits, updatedAt: ctx.now })]);
}
