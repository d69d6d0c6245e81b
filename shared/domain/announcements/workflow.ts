// The way of an announcement: drafted by the unit or its agency, reviewed by another person, published by the server, corrected or ended by
// another announcement. What is published never changes; 采购办 alone may withdraw it, with a reason.
import { ok } from '#shared/kernel/result.ts';
import type { Actor, Role } from '../actor.ts';
import { loadSetting } from '../admin/settings.ts';
import { step, submittedByActor } from '../step.ts';
import { type Subject, stepsFor, workflow } from '../workflow.ts';
import { mayAct } from './access.ts';
import { edited, editInput, loadAfterEdit } from './commands/edit.ts';
import { loadWithPlatform, movedOn, published, stillAsReviewed } from './commands/publish.ts';
import { frozenAsSubmitted, stillOfProject } from './commands/submit.ts';
import { loadWithCourse, movedBack, notStoodOn, publicReason, withdrawn } from './commands/withdraw.ts';
import { loadAnnouncementFacts, subjectOf } from './facts.ts';
import { type Announcement, announcements } from './model.ts';
import { publisherOf } from './templates/index.ts';

/** Around an announcement: whether agencies review their own, which is a setting. */
export const announcement: Subject<Announcement, boolean> = {
  kind: announcements,
  mayAct,
  around: () => loadSetting('announcements.agencyReviews'),
};
const beingWritten = ['draft', 'returned'] as const;
const drafters: readonly Role[] = ['purchaser_clerk', 'agency'];
const reviewers: readonly Role[] = ['purchaser_reviewer', 'agency'];
export const publishers: readonly Role[] = ['purchaser_clerk', 'purchaser_reviewer', 'agency'];

function isOwnToPublish({ type, templateVersion }: Announcement): boolean {
  return publisherOf(type, templateVersion) === 'announcements';
}

/** Whether this side reviews what that side has drafted. */
export function reviews(
  { role }: Actor,
  { draftedBy }: Pick<Announcement, 'draftedBy'>,
  agencyReviews: boolean,
): boolean {
  return role === (draftedBy === 'agency' && agencyReviews ? 'agency' : 'purchaser_reviewer');
}

export const announcementWorkflow = workflow(announcement, [
  step(announcement, {
    name: 'edit',
    from: beingWritten,
    to: 'same',
    roles: drafters,
    input: editInput,
    load: loadAfterEdit,
    decide: edited,
  }),
  step(announcement, {
    name: 'submit',
    from: beingWritten,
    to: 'review',
    roles: drafters,
    load: (row, { now }) => loadAnnouncementFacts(subjectOf(row), now),
    check: stillOfProject,
    findings: ({ checked }) => checked.findings,
    set: frozenAsSubmitted,
  }),
  step(announcement, { name: 'delete', from: beingWritten, to: 'removed', roles: drafters }),
  step(announcement, {
    name: 'takeBack',
    from: ['review', 'approved'],
    to: 'draft',
    roles: drafters,
    set: () => ok({ submittedBy: null, submittedAt: null, frozen: null }),
  }),
  step(announcement, {
    name: 'approve',
    from: ['review'],
    to: 'approved',
    roles: reviewers,
    submission: 'since_2',
    note: 'asked',
    by: reviews,
    unless: submittedByActor,
  }),
  step(announcement, {
    name: 'return',
    from: ['review', 'approved'],
    to: 'returned',
    roles: reviewers,
    submission: 'since_2',
    note: 'demanded',
    by: reviews,
    set: () => ok({ frozen: null }),
  }),
  step(announcement, {
    name: 'publish',
    from: ['approved'],
    to: 'published',
    // What another module has made is published by that module's own command.
    when: isOwnToPublish,
    roles: publishers,
    authority: 'server',
    load: loadWithPlatform,
    check: stillAsReviewed,
    set: published,
    also: movedOn,
  }),
  step(announcement, {
    name: 'withdraw',
    from: ['published'],
    to: 'withdrawn',
    // On a result stand the letter of award and all that follows: it is changed by its own procedure.
    when: isOwnToPublish,
    roles: ['procurement_office'],
    authority: 'server',
    note: publicReason,
    load: loadWithCourse,
    check: notStoodOn,
    set: withdrawn,
    also: movedBack,
  }),
]);

/**
 * Of these steps, those that this actor may carry out on this announcement now. Its page offers the steps of other modules as well.
 * @internal for tests
 */
export function availableActions(actor: Actor, row: Announcement, agencyReviews: boolean): readonly string[] {
  return stepsFor(announcementWorkflow, actor, row, agencyReviews);
}
