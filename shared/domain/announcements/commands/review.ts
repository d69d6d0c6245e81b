// What happens to a submitted announcement before it is published: its side takes it back, the reviewer approves or returns it. Who submitted it
// may not approve it (87号令 art 6 demands internal control).
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Actor } from '../../actor.ts';
import { loadSetting } from '../../admin/settings.ts';
import { command } from '../../command.ts';
import { reason, text } from '../../fields.ts';
import { type Load, one } from '../../load.ts';
import { refuse } from '../../refuse.ts';
import { mayLeave } from '../../workflow.ts';
import { mayActOn } from '../access.ts';
import { stepped } from '../changes.ts';
import { type Announcement, announcements } from '../model.ts';
import { announcementTransitions, reviews } from '../workflow.ts';

type Reviewed = { readonly announcement: Announcement | undefined; readonly agencyReviews: boolean };

function* loadReviewed({ id }: { readonly id: string }): Load<Reviewed> {
  return {
    announcement: yield* one(announcements, id),
    agencyReviews: yield* loadSetting('announcements.agencyReviews'),
  };
}

/** Whether this actor reviews it in this state. */
function mayReview(
  action: string,
  announcement: Announcement,
  agencyReviews: boolean,
  actor: Actor,
): Result<unknown> {
  if (!reviews(actor.role, announcement, agencyReviews)) return refuse('not_allowed');
  return mayLeave(announcementTransitions, action, announcement);
}

/** 撤回, before it is published. */
export const takeBackAnnouncement = command({
  name: 'announcements.takeBack',
  authority: 'local',
  input: z.strictObject({ id: idSchema }),
  access: { roles: ['purchaser_clerk', 'agency'], record: mayActOn },
  *load({ id }) {
    return { announcement: yield* one(announcements, id) };
  },
  decide({ announcement }, _input, ctx) {
    if (announcement === undefined) return refuse('not_found');
    const allowed = mayLeave(announcementTransitions, 'announcements.takeBack', announcement);
    if (!allowed.ok) return allowed;
    const parts = { status: 'draft', submittedBy: null, submittedAt: null, frozen: null } as const;
    return ok([stepped(announcement, ctx, 'announcements.takeBack', parts)]);
  },
});

/** 审核同意: it may be published as it was reviewed. */
export const approveAnnouncement = command({
  name: 'announcements.approve',
  authority: 'local',
  input: z.strictObject({ id: idSchema, note: text(2000).default('') }),
  access: { roles: ['purchaser_reviewer', 'agency'], record: mayActOn },
  load: loadReviewed,
  decide({ announcement, agencyReviews }, { note }, ctx) {
    if (announcement === undefined) return refuse('not_found');
    const allowed = mayReview('announcements.approve', announcement, agencyReviews, ctx.actor);
    if (!allowed.ok) return allowed;
    if (announcement.submittedBy === ctx.actor.accountId) return refuse('same_person');
    return ok([stepped(announcement, ctx, 'announcements.approve', { status: 'approved' }, note)]);
  },
});

/** 退回修改. */
export const returnAnnouncement = command({
  name: 'announcements.return',
  authority: 'local',
  input: z.strictObject({ id: idSchema, reason }),
  access: { roles: ['purchaser_reviewer', 'agency'], record: mayActOn },
  load: loadReviewed,
  decide({ announcement, agencyReviews }, input, ctx) {
    if (announcement === undefined) return refuse('not_found');
    const allowed = mayReview('announcements.return', announcement, agencyReviews, ctx.actor);
    if (!allowed.ok) return allowed;
    const parts = { status: 'returned', frozen: null } as const;
    return ok([stepped(announcement, ctx, 'announcements.return', parts, input.reason)]);
  },
});
