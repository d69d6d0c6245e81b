// 修改: field by field (field-changes.ts).
import { invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Change, put } from '../../../command.ts';
import { changesOf, changesToMake, fieldChangeOf, markedEdits, valuesOf } from '../../../field-changes.ts';
import type { Given } from '../../../step.ts';
import { type Acceptance, acceptanceContentSchema, acceptances } from '../model.ts';

const fieldSchemas = acceptanceContentSchema.shape;
const fieldChangeSchema = fieldChangeOf(acceptanceContentSchema.keyof(), (field) => fieldSchemas[field]);

export const editInput = { changes: changesOf(fieldChangeSchema, Object.keys(fieldSchemas).length) };

export function edited({
  row: acceptance,
  input: { changes },
  ctx,
}: Given<Acceptance, unknown, typeof editInput>): Result<readonly Change[]> {
  const changed = changesToMake(acceptance, changes, (field) => acceptance.content[field]);
  if (!changed.ok) return changed;
  const content = acceptanceContentSchema.safeParse({ ...acceptance.content, ...valuesOf(changes) });
  if (!content.success) return err(invalidInput(content.error.issues));
  if (changed.value.length === 0) return ok([]);
  const fieldEdits = { ...acceptance.fieldEdits, ...markedEdits(ctx, changed.value) };
  return ok([put(acceptances, { ...acceptance, content: content.data, fieldEdits, updatedAt: ctx.now })]);
}
