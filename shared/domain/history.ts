// Who did what when, at the end of a record's history, and who last wrote a field: the same for every record that people work on.
import { z } from 'zod';
import type { Instant } from '#shared/kernel/dates.ts';
import type { FieldConflict } from '#shared/kernel/errors.ts';
import type { Ctx } from './command.ts';
import { code, text } from './fields.ts';
import { sameValue } from './same-value.ts';

/** Who last wrote a field, so that a conflict can show both authors and times. */
export const fieldEditSchema = z.strictObject({ by: z.string(), name: z.string(), at: z.int() });

export const historyEntrySchema = z.strictObject({
  action: code,
  by: z.string(),
  name: z.string(),
  role: z.string(),
  /** When the person acted, by their desk's clock. */
  at: z.int(),
  note: text(2000),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

const maxHistory = 1000;
export const historySchema = z.array(historyEntrySchema).max(maxHistory);

export function withStep(
  history: readonly HistoryEntry[],
  ctx: Ctx,
  action: string,
  note: string,
): HistoryEntry[] {
  const { accountId, name, role } = ctx.actor;
  const entry = { action, by: accountId, name, role, at: ctx.madeAt, note };
  // The first entry says who made the record; one that went round a thousand times loses its second-oldest steps.
  return history.length < maxHistory
    ? [...history, entry]
    : [...history.slice(0, 1), ...history.slice(2), entry];
}

/** Marks fields as written by the actor, so that a later conflict can show both authors. */
export function markedEdits<Field extends string>(
  ctx: Ctx,
  fields: readonly Field[],
): Partial<Record<Field, z.infer<typeof fieldEditSchema>>> {
  const edit = { by: ctx.actor.accountId, name: ctx.actor.name, at: ctx.madeAt };
  return Object.fromEntries(fields.map((field) => [field, edit])) as Partial<
    Record<Field, z.infer<typeof fieldEditSchema>>
  >;
}

type Edited = {
  readonly fieldEdits: { readonly [field: string]: z.infer<typeof fieldEditSchema> | undefined };
  readonly history: readonly HistoryEntry[];
  readonly createdAt: Instant;
};
type FieldChange = { readonly field: string; readonly from: unknown; readonly to: unknown };

/** Both values of a field that two people wrote, with the other's name and time: who made the record, where nobody has edited the field. */
export function fieldConflict(
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

/** Whether somebody else has written another value meanwhile; writing the same is none. */
export function isConflict({ from, to }: FieldChange, present: unknown): boolean {
  return !sameValue(present, from) && !sameValue(present, to);
}
