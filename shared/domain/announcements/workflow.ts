// The way of an announcement: drafted by the unit or its agency, reviewed by another person, published by the server, corrected or ended by
// another announcement. What is published never changes; 采购办 alone may withdraw it, with a reason.
import type { Actor, Role } from '../actor.ts';
import { actionsIn, type Transition } from '../workflow.ts';
import { mayAct } from './access.ts';
import type { Announcement, AnnouncementStatus } from './model.ts';

const drafters: readonly Role[] = ['purchaser_clerk', 'agency'];
/** Which side reviews is a setting; asked in the command, as the row does not tell. */
const reviewers: readonly Role[] = ['purchaser_reviewer', 'agency'];

export const announcementTransitions: readonly Transition<AnnouncementStatus, Announcement>[] = [
  { command: 'announcements.edit', from: ['draft', 'returned'], roles: drafters, to: 'same' },
  { command: 'announcements.submit', from: ['draft', 'returned'], roles: drafters, to: 'review' },
  { command: 'announcements.delete', from: ['draft', 'returned'], roles: drafters, to: 'removed' },
  { command: 'announcements.takeBack', from: ['review', 'approved'], roles: drafters, to: 'draft' },
  { command: 'announcements.approve', from: ['review'], roles: reviewers, to: 'approved' },
  { command: 'announcements.return', from: ['review', 'approved'], roles: reviewers, to: 'returned' },
  {
    command: 'announcements.publish',
    from: ['approved'],
    roles: [...drafters, 'purchaser_reviewer'],
    to: 'published',
  },
  { command: 'announcements.withdraw', from: ['published'], roles: ['procurement_office'], to: 'withdrawn' },
];

/** Whether this role reviews what that side has drafted. */
export function reviews(
  role: Role,
  { draftedBy }: Pick<Announcement, 'draftedBy'>,
  agencyReviews: boolean,
): boolean {
  return role === (draftedBy === 'agency' && agencyReviews ? 'agency' : 'purchaser_reviewer');
}

/** The commands this actor may carry out on this announcement now; the buttons of lists and pages. */
export function availableActions(
  actor: Actor,
  announcement: Announcement,
  agencyReviews: boolean,
): readonly string[] {
  if (!mayAct(actor, announcement)) return [];
  return actionsIn(announcementTransitions, actor, announcement).filter((command) => {
    const isReview = command === 'announcements.approve' || command === 'announcements.return';
    if (isReview && !reviews(actor.role, announcement, agencyReviews)) return false;
    return command !== 'announcements.approve' || announcement.submittedBy !== actor.accountId;
  });
}
