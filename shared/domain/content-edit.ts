// 修改 of a record whose content is one object of named fields: field by field (field-changes.ts), and the whole is what its schema allows.
import type { z } from 'zod';
import { invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Ctx } from './command.ts';
import {
  changesOf,
  changesToMake,
  type Edited,
  fieldChangeOf,
  markedEdits,
  valuesOf,
} from './field-changes.ts';

/**
 * `input` of the command, and `apply`: the record after the edit with the fields that get another value, none where nothing changes. Refusals of `apply`:
 * conflict (somebody else has given a field another value meanwhile), invalid_input.
 */
export function contentEdit<S extends z.ZodObject>(schema: S) {
  const fields: Readonly<Record<string, z.ZodType>> = schema.shape;
  const names = schema.keyof() as unknown as z.ZodType<string, string>;
  const change = fieldChangeOf(names, (field) => fields[field] ?? schema);
  type Row = Edited & { readonly content: z.output<S>; readonly updatedAt: number };
  type Changes = readonly z.output<typeof change>[];
  return {
    input: { changes: changesOf(change, Object.keys(fields).length) },
    apply<R extends Row>(
      row: R,
      changes: Changes,
      ctx: Ctx,
    ): Result<{ readonly row: R; readonly fields: readonly string[] }> {
      const present: Readonly<Record<string, unknown>> = row.content;
      const changed = changesToMake(row, changes, (field) => present[field]);
      if (!changed.ok) return changed;
      const content = schema.safeParse({ ...row.content, ...valuesOf(changes) });
      if (!content.success) return err(invalidInput(content.error.issues));
      if (changed.value.length === 0) return ok({ row, fields: [] });
      const fieldEdits = { ...row.fieldEdits, ...markedEdits(ctx, changed.value) };
      const after = { ...row, content: content.data, fieldEdits, updatedAt: ctx.now };
      return ok({ row: after, fields: changed.value.map(({ field }) => field) });
    },
  };
}
