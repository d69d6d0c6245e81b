// Whose task an announcement is: the side that wrote it puts right what came back and publishes what was approved; who reviews, never the one who
// submitted, is the unit's 审核岗, or the agency itself where the setting says so.
import type { Actor } from '../actor.ts';
import { projects, type SectionWait, sections } from '../projects/model.ts';
import { type Claim, taskKinds } from '../task.ts';
import { type Announcement, announcements, waitKey } from './model.ts';
import { reviews } from './workflow.ts';

type Side = Announcement['draftedBy'];
const sides: readonly Side[] = ['purchaser', 'agency'];

type OwnClaim = Claim<ReturnType<typeof waitKey>, 'agencyId' | 'purchaserId'>;

/** Those of the actor's own organisation, on whichever side it stands. */
function own({ role, organisationId }: Actor): NonNullable<OwnClaim['only']> {
  return role === 'agency' ? { agencyId: organisationId } : { purchaserId: organisationId };
}

/** What goes on with the side that wrote it. */
function ofWriter(actor: Actor, status: 'returned' | 'approved'): OwnClaim | null {
  const { role } = actor;
  if (role !== 'purchaser_clerk' && role !== 'agency') return null;
  return { waitsFor: [waitKey(status, role === 'agency' ? 'agency' : 'purchaser')], only: own(actor) };
}

const ofAnnouncements = taskKinds(announcements, { detail: 'projectName', states: 'states' }, [
  { command: 'announcements.submit', claim: (actor) => ofWriter(actor, 'returned') },
  {
    command: 'announcements.approve',
    claim(actor, setting) {
      const agencyReviews = setting('announcements.agencyReviews');
      const reviewed = sides.filter((draftedBy) => reviews(actor, { draftedBy }, agencyReviews));
      if (reviewed.length === 0) return null;
      return {
        waitsFor: reviewed.map((side) => waitKey('review', side)),
        only: own(actor),
        except: { submittedBy: actor.accountId },
      };
    },
  },
  { command: 'announcements.publish', claim: (actor) => ofWriter(actor, 'approved') },
]);

const shownOn = { entity: projects.name, column: 'projectId' } as const;
const ofSections = taskKinds(sections, { detail: 'sectionNo', shownOn }, [
  {
    // 终止公告 of a section whose result is void.
    command: 'announcements.create',
    claim(actor): Claim<SectionWait, 'agencyId' | 'purchaserId'> | null {
      const drafts = actor.role === 'purchaser_clerk' || actor.role === 'agency';
      return drafts ? { waitsFor: ['end'], only: own(actor) } : null;
    },
  },
]);

export const announcementTasks = [...ofAnnouncements, ...ofSections];
