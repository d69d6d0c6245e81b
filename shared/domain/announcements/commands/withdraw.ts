// 撤回: by 采购办 alone, with a reason that everybody can read. The announcement stays where it was and says that it was withdrawn; its sections are as
// before it, unless they have gone on.
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Platform } from '../../admin/model.ts';
import { type Change, type Ctx, put, send } from '../../command.ts';
import { type Load, where } from '../../load.ts';
import { type SectionEvent, sectionEvents } from '../../projects/events/model.ts';
import { projects, type Section, sections } from '../../projects/model.ts';
import { planMoved } from '../../projects/plan-of-project.ts';
import { pushQueued } from '../../projects/push-state.ts';
import { refuse, refuseField } from '../../refuse.ts';
import type { Given, Lawful } from '../../step.ts';
import { correctionsOf, isNotice } from '../coverage.ts';
import { datesOf, type NoticeDates } from '../dates.ts';
import { announcementTerminate } from '../messages.ts';
import { type Announcement, isPublished, type PublishedAnnouncement } from '../model.ts';
import { dependent, sectionsWithout } from '../publication.ts';
import { publishedText } from '../published-text.ts';
import { loadWithPlatform, projectAfter, type ToldOf, withMoved } from './publish.ts';

export const publicReason = publishedText(2000).refine((value) => value.trim().length >= 2, 'reason_short');

type Withdrawable = { readonly before: PublishedAnnouncement; readonly freed: readonly Section[] };

type ToldOfCourse = ToldOf & { readonly events: readonly SectionEvent[] };

/** Also what happened to its sections, which decides how far they have come without it. */
export function* loadWithCourse(row: Announcement, ctx: Ctx): Load<ToldOfCourse | undefined> {
  const told = yield* loadWithPlatform(row, ctx);
  if (told === undefined) return undefined;
  const { projectId } = row;
  return { ...told, events: projectId === null ? [] : yield* where(sectionEvents, { projectId }) };
}

/** Not while another announcement stands on it, nor once its sections have gone on. */
export function notStoodOn({
  row,
  known: { facts, events },
}: Given<Announcement, ToldOfCourse>): Result<Withdrawable> {
  if (!isPublished(row)) return refuse('internal');
  const { target, announcements: others, allSections } = facts;
  if (dependent(row, others) !== undefined) return refuseField('wrong_state', 'id', 'still_corrected');
  const freed = sectionsWithout(row, allSections, {
    target: target !== undefined && isPublished(target) ? target : undefined,
    corrections: correctionsOf(target, others),
    others,
    events,
  });
  if (freed === undefined) return refuseField('wrong_state', 'id', 'section_went_on');
  return ok({ before: row, freed });
}

export function withdrawn({ row, known: { platform }, note, ctx }: Given<Announcement, ToldOf>) {
  return ok({
    withdrawal: { reason: note, at: ctx.now, name: ctx.actor.name },
    push: isTold(row, platform) ? pushQueued(row.push, ctx.now) : row.push,
  });
}

/** Sections, project and plan are as before it, and the centre is told. */
export function movedBack({
  row,
  known: { facts, platform },
  checked: { before, freed },
  note,
  ctx,
}: Lawful<Announcement, ToldOf, Withdrawable>): Result<readonly Change[]> {
  const { allSections, project, plan } = facts;
  const changes: Change[] = freed.map((section) => put(sections, section));
  if (project !== undefined) {
    const after = projectAfter(project, withMoved(allSections, freed), ctx.now);
    changes.push(put(projects, after));
    changes.push(...planMoved(plan, after, ctx.now));
  }
  if (isTold(row, platform) && before.projectId !== null) {
    const about = {
      announcement: { ...before, projectId: before.projectId },
      platformId: platform.id,
      sections: facts.sections,
      dates: datesOfSections(before, freed),
      targetId: row.id,
    };
    changes.push(send(announcementTerminate(about, note)));
  }
  return ok(changes);
}

function isTold({ projectId }: Announcement, platform: Platform | undefined): platform is Platform {
  return platform?.active === true && projectId !== null;
}

/** A notice that is withdrawn takes its days with it; of a correction or termination the notice's days are told as they hold again. */
function datesOfSections(withdrawn: PublishedAnnouncement, moved: readonly Section[]): NoticeDates {
  const schedule = isNotice(withdrawn) ? null : (moved[0]?.schedule ?? null);
  if (schedule === null) return datesOf(withdrawn.type, withdrawn.frozen.values);
  const { documentsFrom, documentsUntil, deadline, opening } = schedule;
  return { documentsFrom, documentsUntil, deadline, opening };
}
