// Who did what when, at the end of a record's history: the same for every record that people work on.
import { z } from 'zod';
import { type Instant, instantSchema } from '#shared/kernel/dates.ts';
import type { Ctx } from './command.ts';
import { code, text } from './fields.ts';

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
