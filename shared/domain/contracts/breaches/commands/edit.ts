// 修改: field by field (content-edit.ts). What was sent with the notice stays as it was; files may be added, and those of before the notice are kept. Of a state secret none is kept.
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Change, put } from '../../../command.ts';
import { contentEdit } from '../../../content-edit.ts';
import { refuseField } from '../../../refuse.ts';
import type { Given } from '../../../step.ts';
import { type Breach, type BreachContent, breachContentSchema, breaches, openFields } from '../model.ts';

const edit = contentEdit(breachContentSchema);
export const editInput = edit.input;

/** Refusals: those of `contentEdit`, wrong_state (the field is closed, or a file of the notice is missing). */
export function edited({
  row: before,
  input: { changes },
  ctx,
}: Given<Breach, unknown, typeof editInput>): Result<readonly Change[]> {
  const after = edit.apply(before, changes, ctx);
  if (!after.ok) return after;
  const { row: breach, fields } = after.value;
  const open: readonly string[] = openFields(before.status);
  const closed = fields.find((field) => !open.includes(field));
  if (closed !== undefined) return refuseField('wrong_state', closed, 'breach_field_closed');
  if (before.status !== 'draft' && !before.secret && isMissing(before.content, breach.content)) {
    return refuseField('wrong_state', 'files', 'breach_file_kept');
  }
  return ok(fields.length === 0 ? [] : [put(breaches, breach)]);
}

/** Of files the one with the same content and purpose is the same. */
function isMissing(before: BreachContent, after: BreachContent): boolean {
  return before.files.some((file) =>
    after.files.every(({ id, sha256, purpose }) => {
      return id !== file.id || sha256 !== file.sha256 || purpose !== file.purpose;
    }),
  );
}
