// 修改: field by field (content-edit.ts).
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Change, put } from '../../../command.ts';
import { contentEdit } from '../../../content-edit.ts';
import type { Given } from '../../../step.ts';
import { type ContractChange, contractChangeContentSchema, contractChanges } from '../model.ts';

const edit = contentEdit(contractChangeContentSchema);
export const editInput = edit.input;

export function edited({
  row,
  input: { changes },
  ctx,
}: Given<ContractChange, unknown, typeof editInput>): Result<readonly Change[]> {
  const after = edit.apply(row, changes, ctx);
  if (!after.ok) return after;
  return ok(after.value.fields.length === 0 ? [] : [put(contractChanges, after.value.row)]);
}
