// What every step of an announcement has in common: the row that changes, and who did what when, at the end of its history.
import type { Change, Ctx } from '../command.ts';
import { withStep } from '../history.ts';
import { type Announcement, announcements } from './model.ts';

/** The announcement with the given parts replaced, the time set and the step written into its history. */
export function stepped(
  announcement: Announcement,
  ctx: Ctx,
  action: string,
  parts: Partial<Announcement>,
  note = '',
): Extract<Change, { op: 'put' }> & { readonly row: Announcement } {
  const history = withStep(announcement.history, ctx, action, note);
  const row = { ...announcement, ...parts, updatedAt: ctx.now, history };
  return { op: 'put', entity: announcements.name, row };
}
