// Who did what when, at the end of a record's history, and who last wrote a field: the same for every record that people work on.
import { z } from 'zod';
import { type Instant, instantSchema } from '#shared/kernel/dates.ts';
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
  /** When it was carried out, by the server's clock; on a desk provisional until then. */
  at: z.int(),
  /** When the person acted by the clock of their desk, where that is another time. `doubtful`: it cannot be true. Shown, never decisive. */
  made: z.strictObject({ at: instantSchema, doubtful: z.boolean() }).exactOptional(),
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
  const made = madeAt(ctx, history[0]);
  const entry = {
    ...{ action, by: accountId, name, role, at: ctx.now },
    ...(made === undefined ? {} : { made }),
    note,
  };
  // The first entry says who made the record; one that went round a thousand times loses its second-oldest steps.
  return history.length < maxHistory
    ? [...history, entry]
    : [...history.slice(0, 1), ...history.slice(2), entry];
}

const minuteMs = 60_000;
/** Clocks of desks that keep time are off by less. */
const toleranceMs = 10 * minuteMs;
const longestOfflineMs = 366 * 24 * 60 * minuteMs;

/** Undefined where it is the time at which the step was carried out. Nobody acts later than now, nor on a record before it was made. */
function madeAt(
  { madeAt: at, now }: Pick<Ctx, 'madeAt' | 'now'>,
  first: HistoryEntry | undefined,
): HistoryEntry['made'] {
  if (Math.abs(now - at) < minuteMs) return undefined;
  const begun = first === undefined ? now - longestOfflineMs : beginningOf(first);
  return { at: withinSpan(at), doubtful: at > now + toleranceMs || at < begun - toleranceMs };
}

function beginningOf({ at, made }: HistoryEntry): Instant {
  return made === undefined || made.doubtful ? at : Math.min(at, made.at);
}

function withinSpan(at: Instant): Instant {
  return Math.min(instantSchema.maxValue ?? at, Math.max(instantSchema.minValue ?? at, at));
}

type Timed = {
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly history: readonly HistoryEntry[];
  readonly fieldEdits?: { readonly [field: string]: { readonly at: Instant } | undefined };
};

/**
 * For bodies from before the server's time counted: theirs say when a desk believed it was. What the server did, it did between making the record
 * and changing it last; what the desk said is kept beside it.
 */
export function withServerTimes<T extends Timed>(body: T): T {
  const { createdAt, updatedAt } = body;
  const within = (at: Instant) => Math.min(updatedAt, Math.max(createdAt, at));
  const history = body.history.map((entry) => {
    const at = within(entry.at);
    const made = madeAt({ madeAt: entry.at, now: at }, undefined);
    return { ...entry, at, ...(made === undefined ? {} : { made }) };
  });
  const { fieldEdits } = body;
  if (fieldEdits === undefined) return { ...body, history };
  const edits = Object.entries(fieldEdits).flatMap(([field, edit]) =>
    edit === undefined ? [] : [[field, { ...edit, at: within(edit.at) }]],
  );
  return { ...body, history, fieldEdits: Object.fromEntries(edits) };
}

/** Marks fields as written by the actor, so that a later conflict can show both authors. */
export function markedEdits<Field extends string>(
  ctx: Ctx,
  fields: readonly Field[],
): Partial<Record<Field, z.infer<typeof fieldEditSchema>>> {
  const edit = { by: ctx.actor.accountId, name: ctx.actor.name, at: ctx.now };
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
