// An edit field by field, so that two people (or one at two desks) who change different fields of one record both keep their work. A field that was
// changed meanwhile is never overwritten: then nothing of the command is applied and both values are handed back.
import { z } from 'zod';
import type { Instant } from '#shared/kernel/dates.ts';
import type { FieldConflict } from '#shared/kernel/errors.ts';
import { jsonSchema } from '#shared/kernel/json.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Ctx } from './command.ts';
import type { HistoryEntry } from './history.ts';
import { refuse } from './refuse.ts';
import { sameValue } from './same-value.ts';

/** Who last wrote a field, so that a conflict can show both authors and times. */
export const fieldEditSchema = z.strictObject({ by: z.string(), name: z.string(), at: z.int() });
type FieldEdit = z.infer<typeof fieldEditSchema>;

type FieldChange<Field extends string = string> = {
  readonly field: Field;
  readonly from: unknown;
  readonly to: unknown;
};

/** One field: its value when the form was opened, and the value it is to have. Both must be values of that field. */
export function fieldChangeOf<Field extends string>(
  field: z.ZodType<Field, Field>,
  schemaOf: (field: Field) => z.ZodType,
) {
  return z.strictObject({ field, from: jsonSchema, to: jsonSchema }).superRefine((change, ctx) => {
    for (const side of ['from', 'to'] as const) {
      const parsed = schemaOf(change.field).safeParse(change[side]);
      for (const issue of parsed.success ? [] : parsed.error.issues) {
        const message = issue.code === 'custom' ? issue.message : issue.code;
        ctx.addIssue({ code: 'custom', message, path: [side, ...issue.path] });
      }
    }
  });
}

/** The changes of one edit: each field at most once. */
export function changesOf<C extends z.ZodType<FieldChange>>(change: C, most: number) {
  return z
    .array(change)
    .min(1)
    .max(most)
    .refine((changes) => new Set(changes.map(({ field }) => field)).size === changes.length, 'field_twice');
}

export type Edited = {
  readonly fieldEdits: { readonly [field: string]: FieldEdit | undefined };
  readonly history: readonly HistoryEntry[];
  readonly createdAt: Instant;
};

/**
 * The changes that give a field another value than it has. Refusal: conflict, with both values of every field that somebody else has given
 * another value meanwhile; writing the same is none.
 */
export function changesToMake<C extends FieldChange>(
  row: Edited,
  changes: readonly C[],
  present: (field: C['field']) => unknown,
): Result<readonly C[]> {
  const conflicts = changes.filter(({ field, from, to }) => {
    const value = present(field);
    return !sameValue(value, from) && !sameValue(value, to);
  });
  return conflicts.length > 0
    ? refuse('conflict', { conflicts: conflicts.map((each) => conflictOf(row, each, present(each.field))) })
    : ok(changes.filter(({ field, to }) => !sameValue(present(field), to)));
}

/** With the other's name and time: who made the record, where nobody has edited the field. */
function conflictOf(
  { fieldEdits, history, createdAt }: Edited,
  { field, from, to }: FieldChange,
  theirs: unknown,
): FieldConflict {
  // The name of a field may come from outside: own properties only.
  const edit = Object.hasOwn(fieldEdits, field) ? fieldEdits[field] : undefined;
  return {
    path: field,
    base: from,
    mine: to,
    theirs,
    theirAuthor: edit?.name ?? history[0]?.name ?? '',
    theirAt: edit?.at ?? createdAt,
  };
}

/** The fields of the changes with what they are to be. */
export function valuesOf(changes: readonly FieldChange[]): { readonly [field: string]: unknown } {
  return Object.fromEntries(changes.map(({ field, to }) => [field, to]));
}

export function editBy({ actor: { accountId, name }, now }: Ctx): FieldEdit {
  return { by: accountId, name, at: now };
}

/** Marks fields as written by the actor, so that a later conflict can show both authors. */
export function markedEdits<Field extends string>(
  ctx: Ctx,
  changes: readonly FieldChange<Field>[],
): Partial<Record<Field, FieldEdit>> {
  const edit = editBy(ctx);
  return Object.fromEntries(changes.map(({ field }) => [field, edit])) as Partial<Record<Field, FieldEdit>>;
}
