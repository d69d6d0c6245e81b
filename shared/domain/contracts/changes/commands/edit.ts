// 修改: field by field (field-changes.ts).
import { invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Change, put } from '../../../command.ts';
import { changesOf, changesToMake, fieldChangeOf, markedEdits, valuesOf } from '../../../field-changes.ts';
import type { Given } from '../../../step.ts';
import { type ContractChange, contractChangeContentSchema, contractChanges } from '../model.ts';

const fieldSchemas = contractChangeContentSchema.shape;
const fieldChangeSchema = fieldChangeOf(contractChangeContentSchema.keyof(), (field) => fieldSchemas[field]);

export const editInput = { changes: changesOf(fieldChangeSchema, Object.keys(fieldSchemas).length) };

export function edited({
  row: change,
  input: { changes },
  ctx,
}: Given<ContractChange, unknown, typeof editInput>): Result<readonly Change[]> {
  const changed = changesToMake(change, changes, (field) => change.content[field]);
  if (!changed.ok) return changed;
  const content = contractChangeContentSchema.safeParse({ ...change.content, ...valuesOf(changes) });
  if (!content.success) return err(invalidInput(content.error.issues));
  if (changed.value.length === 0) return ok([]);
  const fieldEdits = { ...change.fieldEdits, ...markedEdits(ctx, changed.value) };
  return ok([put(contractChanges, { ...change, content: content.data, fieldEdits, updatedAt: ctx.now })]);
}
