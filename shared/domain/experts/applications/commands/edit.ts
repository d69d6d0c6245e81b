// 修改: field by field (field-changes.ts).
import { invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Change, put } from '../../../command.ts';
import { changesOf, changesToMake, fieldChangeOf, markedEdits, valuesOf } from '../../../field-changes.ts';
import type { Given } from '../../../step.ts';
import { applicationContentSchema, type ExpertApplication, expertApplications } from '../model.ts';

const fieldSchemas = applicationContentSchema.shape;
const fieldChangeSchema = fieldChangeOf(applicationContentSchema.keyof(), (field) => fieldSchemas[field]);

export const editInput = { changes: changesOf(fieldChangeSchema, Object.keys(fieldSchemas).length) };

export function edited({
  row: application,
  input: { changes },
  ctx,
}: Given<ExpertApplication, unknown, typeof editInput>): Result<readonly Change[]> {
  const changed = changesToMake(application, changes, (field) => application.content[field]);
  if (!changed.ok) return changed;
  const content = applicationContentSchema.safeParse({ ...application.content, ...valuesOf(changes) });
  if (!content.success) return err(invalidInput(content.error.issues));
  if (changed.value.length === 0) return ok([]);
  const fieldEdits = { ...application.fieldEdits, ...markedEdits(ctx, changed.value) };
  return ok([
    put(expertApplications, { ...application, content: content.data, fieldEdits, updatedAt: ctx.now }),
  ]);
}
