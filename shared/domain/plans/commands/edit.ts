// 修改: field by field, so that two people who change different fields of one plan both keep their work. A field that somebody else has
// changed meanwhile is never overwritten: then nothing of the command is applied and both values are handed back.
import { z } from 'zod';
import { invalidInput } from '#shared/kernel/errors.ts';
import { jsonSchema } from '#shared/kernel/json.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Change, put } from '../../command.ts';
import { fieldConflict, isConflict, markedEdits } from '../../history.ts';
import { refuse } from '../../refuse.ts';
import { sameValue } from '../../same-value.ts';
import type { Given } from '../../step.ts';
import { type Plan, planContentSchema, plans } from '../model.ts';

const fieldSchemas = planContentSchema.shape;
const fieldSchema = planContentSchema.keyof();

/** One field: its value when the form was opened, and the value it is to have. Both must be values of that field. */
export const fieldChangeSchema = z
  .strictObject({ field: fieldSchema, from: jsonSchema, to: jsonSchema })
  .superRefine((change, ctx) => {
    for (const side of ['from', 'to'] as const) {
      const parsed = fieldSchemas[change.field].safeParse(change[side]);
      for (const issue of parsed.success ? [] : parsed.error.issues) {
        const message = issue.code === 'custom' ? issue.message : issue.code;
        ctx.addIssue({ code: 'custom', message, path: [side, ...issue.path] });
      }
    }
  });

export const editInput = {
  changes: z
    .array(fieldChangeSchema)
    .min(1)
    .max(Object.keys(fieldSchemas).length)
    .refine((changes) => new Set(changes.map(({ field }) => field)).size === changes.length, 'field_twice'),
};

export function edited({
  row: plan,
  input: { changes },
  ctx,
}: Given<Plan, unknown, typeof editInput>): Result<readonly Change[]> {
  const conflicts = changes.filter((change) => isConflict(change, plan.content[change.field]));
  if (conflicts.length > 0) {
    return refuse('conflict', {
      conflicts: conflicts.map((change) => fieldConflict(plan, change, plan.content[change.field])),
    });
  }
  const content = planContentSchema.safeParse({
    ...plan.content,
    ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
  });
  if (!content.success) return err(invalidInput(content.error.issues));
  if (content.data.classified) return refuse('classified');
  const changed = changes.filter(({ field, to }) => !sameValue(plan.content[field], to));
  if (changed.length === 0) return ok([]);
  const edits = markedEdits(
    ctx,
    changed.map(({ field }) => field),
  );
  const fieldEdits = { ...plan.fieldEdits, ...edits };
  return ok([put(plans, { ...plan, content: content.data, fieldEdits, updatedAt: ctx.now })]);
}
