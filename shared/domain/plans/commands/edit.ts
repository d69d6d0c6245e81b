// 修改: field by field (field-changes.ts).
import { invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Change, put } from '../../command.ts';
import { changesOf, changesToMake, fieldChangeOf, markedEdits, valuesOf } from '../../field-changes.ts';
import { refuse } from '../../refuse.ts';
import type { Given } from '../../step.ts';
import { type Plan, planContentSchema, plans } from '../model.ts';

const fieldSchemas = planContentSchema.shape;
const fieldChangeSchema = fieldChangeOf(planContentSchema.keyof(), (field) => fieldSchemas[field]);

export const editInput = { changes: changesOf(fieldChangeSchema, Object.keys(fieldSchemas).length) };

export function edited({
  row: plan,
  input: { changes },
  ctx,
}: Given<Plan, unknown, typeof editInput>): Result<readonly Change[]> {
  const changed = changesToMake(plan, changes, (field) => plan.content[field]);
  if (!changed.ok) return changed;
  const content = planContentSchema.safeParse({ ...plan.content, ...valuesOf(changes) });
  if (!content.success) return err(invalidInput(content.error.issues));
  if (content.data.classified) return refuse('classified');
  if (changed.value.length === 0) return ok([]);
  const fieldEdits = { ...plan.fieldEdits, ...markedEdits(ctx, changed.value) };
  return ok([put(plans, { ...plan, content: content.data, fieldEdits, updatedAt: ctx.now })]);
}
