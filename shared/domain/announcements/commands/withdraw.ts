// 撤回: by 采购办 alone, with a reason that everybody can read. The announcement stays where it was and says that it was withdrawn; its sections are as
// before it, unless they have gone on.
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { platforms } from '../../admin/model.ts';
import { type Change, command, put, send } from '../../command.ts';
import { one } from '../../load.ts';
import { projects, type Section, sections } from '../../projects/model.ts';
import { planMoved } from '../../projects/plan-of-project.ts';
import { pushQueued } from '../../projects/push-state.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { mayLeave } from '../../workflow.ts';
import { mayActOn } from '../access.ts';
import { stepped } from '../changes.ts';
import { correctionsOf, isNotice } from '../coverage.ts';
import { datesOf, type NoticeDates } from '../dates.ts';
import { loadAnnouncementFacts, subjectOf } from '../facts.ts';
import { announcementTerminate } from '../messages.ts';
import { announcements, isPublished, type PublishedAnnouncement } from '../model.ts';
import { dependent, sectionsWithout } from '../publication.ts';
import { publishedText } from '../published-text.ts';
import { announcementTransitions } from '../workflow.ts';
import { projectAfter, withMoved } from './publish.ts';

const publicReason = publishedText(2000).refine((value) => value.trim().length >= 2, 'reason_short');

export const withdrawAnnouncement = command({
  name: 'announcements.withdraw',
  authority: 'server',
  input: z.strictObject({ id: idSchema, reason: publicReason }),
  access: { roles: ['procurement_office'], record: mayActOn },
  *load({ id }, ctx) {
    const announcement = yield* one(announcements, id);
    const platformId = announcement?.platformId ?? null;
    return {
      announcement,
      facts:
        announcement === undefined
          ? undefined
          : yield* loadAnnouncementFacts(subjectOf(announcement), ctx.now),
      platform: platformId === null ? undefined : yield* one(platforms, platformId),
    };
  },
  decide({ announcement, facts, platform }, { reason }, ctx) {
    if (announcement === undefined || facts === undefined) return refuse('not_found');
    const allowed = mayLeave(announcementTransitions, 'announcements.withdraw', announcement);
    if (!allowed.ok) return allowed;
    if (!isPublished(announcement)) return refuse('internal');
    const { target, announcements: others, allSections, project, plan } = facts;
    if (dependent(announcement, others) !== undefined) {
      return refuseField('wrong_state', 'id', 'still_corrected');
    }
    const moved = sectionsWithout(announcement, allSections, {
      target: target !== undefined && isPublished(target) ? target : undefined,
      corrections: correctionsOf(target, others),
      others,
    });
    if (moved === undefined) return refuseField('wrong_state', 'id', 'section_went_on');
    const told = platform?.active === true && announcement.projectId !== null;
    const step = stepped(
      announcement,
      ctx,
      'announcements.withdraw',
      {
        status: 'withdrawn',
        withdrawal: { reason, at: ctx.now, name: ctx.actor.name },
        push: told ? pushQueued(announcement.push, ctx.now) : announcement.push,
      },
      reason,
    );
    const changes: Change[] = [step, ...moved.map((section) => put(sections, section))];
    if (project !== undefined) {
      const after = projectAfter(project, withMoved(allSections, moved), ctx.now);
      changes.push(put(projects, after));
      changes.push(...planMoved(plan, after, ctx.now));
    }
    if (told && platform !== undefined && announcement.projectId !== null) {
      const about = {
        announcement: { ...announcement, projectId: announcement.projectId },
        platformId: platform.id,
        sections: facts.sections,
        dates: datesOfSections(announcement, moved),
        targetId: announcement.id,
      };
      changes.push(send(announcementTerminate(about, reason)));
    }
    return ok(changes);
  },
});

/** A notice that is withdrawn takes its days with it; of a correction or termination the notice's days are told as they hold again. */
function datesOfSections(withdrawn: PublishedAnnouncement, moved: readonly Section[]): NoticeDates {
  const schedule = isNotice(withdrawn) ? null : (moved[0]?.schedule ?? null);
  if (schedule === null) return datesOf(withdrawn.type, withdrawn.frozen.values);
  const { documentsFrom, documentsUntil, deadline, opening } = schedule;
  return { documentsFrom, documentsUntil, deadline, opening };
}
