// Who did what when, at the end of a record's history: the same for every record that people work on.
import { z } from 'zod';
import type { Ctx } from './command.ts';
import { code, text } from './fields.ts';

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
