// 修改: field by field (field-changes.ts). What was sent with the notice stays as it was; files may be added, and those of before the notice are kept. Of a state secret none is kept.
import { invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Change, put } from '../../../command.ts';
import { changesOf, changesToMake, fieldChangeOf, markedEdits, valuesOf } from '../../../field-changes.ts';
import { refuseField } from '../../../refuse.ts';
import type { Given } from '../../../step.ts';
import { type Breach, type BreachContent, breachContentSchema, breaches, openFields } from '../model.ts';

const fieldSchemas = breachContentSchema.shape;
const fieldChangeSchema = fieldChangeOf(breachContentSchema.keyof(), (field) => fieldSchemas[field]);

export const editInput = { changes: changesOf(fieldChangeSchema, Object.keys(fieldSchemas).length) };

/** Refusals: stale (another has written the field), wrong_state (the field is closed, or a file of the notice is missing). */
export function edited({
  row: breach,
  input: { changes },
  ctx,
}: Given<Breach, unknown, typeof editInput>): Result<readonly Change[]> {
  const changed = changesToMake(breach, changes, (field) => breach.content[field]);
  if (!changed.ok) return changed;
  const content = breachContentSchema.safeParse({ ...breach.content, ...valuesOf(changes) });
  if (!content.success) return err(invalidInput(content.error.issues));
  if (changed.value.length === 0) return ok([]);
  const open: readonly string[] = openFields(breach.status);
  const closed = changed.value.find(({ field }) => !open.includes(field));
  if (closed !== undefined) return refuseField('wrong_state', closed.field, 'breach_field_closed');
  if (breach.status !== 'draft' && !breach.secret && isMissing(breach.content, content.data)) {
    return refuseField('wrong_state', 'files', 'breach_file_kept');
  }
  const fieldEdits = { ...breach.fieldEdits, ...markedEdits(ctx, changed.value) };
  return ok([put(breaches, { ...breach, content: content.data, fieldEdits, updatedAt: ctx.now })]);
}

/** Of files the one with the same content and purpose is the same. */
function isMissing(before: BreachContent, after: BreachContent): boolean {
  return before.files.some((file) =>
    after.files.every(({ id, sha256, purpose }) => {
      return id !== file.id || sha256 !== file.sha256 || purpose !== file.purpose;
    }),
  );
}
