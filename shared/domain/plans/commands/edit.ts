// 修改: field by field (content-edit.ts).
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Change, put } from '../../command.ts';
import { contentEdit } from '../../content-edit.ts';
import { refuse } from '../../refuse.ts';
import type { Given } from '../../step.ts';
import { type Plan, planContentSchema, plans } from '../model.ts';

const edit = contentEdit(planContentSchema);
export const editInput = edit.input;

export function edited({
  row,
  input: { changes },
  ctx,
}: Given<Plan, unknown, typeof editInput>): Result<readonly Change[]> {
  const after = edit.apply(row, changes, ctx);
  if (!after.ok) return after;
  if (after.value.row.content.classified) return refuse('classified');
  return ok(after.value.fields.length === 0 ? [] : [put(plans, after.value.row)]);
}
