// 发布: the server decides the time. From then on everybody, or everybody who is invited, can read it and nobody can change it; sections, project and plan move on with it, and
// the trading centre is told, all in one transaction. Of two that announce the same sections the second is refused.
import { correctionTypes } from '#shared/codes/announcement-kinds.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Platform, platforms } from '../../admin/model.ts';
import { type Change, type Ctx, put, send } from '../../command.ts';
import type { ExchangeMessageDraft } from '../../exchange-message.ts';
import { type Load, one } from '../../load.ts';
import { countsOf } from '../../projects/arrival.ts';
import { withCompletion } from '../../projects/completion.ts';
import { type Project, projects, type Section, sections } from '../../projects/model.ts';
import { planMoved } from '../../projects/plan-of-project.ts';
import { pushNotNeeded, pushQueued } from '../../projects/push-state.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { sameValue } from '../../same-value.ts';
import { type Given, lawful } from '../../step.ts';
import { displayOf, findingsOf, inWords } from '../compose.ts';
import { correctionsOf, isInForce, isNotice, roundOf, sectionsNotFree } from '../coverage.ts';
import { linesOf } from '../effective.ts';
import { isOfProject, loadAnnouncementFacts, subjectOf } from '../facts.ts';
import type { AnnouncementFacts } from '../facts-model.ts';
import {
  announcementCorrect,
  announcementPush,
  announcementTerminate,
  awardChangePush,
  awardPush,
  type Publication,
} from '../messages.ts';
import { type Announcement, isPublished, type PublishedAnnouncement } from '../model.ts';
import { type Around, datesAfter, sectionsAfter, seenVersion } from '../publication.ts';
import { reasonOf } from '../termination.ts';

export type ToldOf = { readonly facts: AnnouncementFacts; readonly platform: Platform | undefined };

/** What an announcement is about, and who is told of it. */
export function* loadWithPlatform(announcement: Announcement, { now }: Ctx): Load<ToldOf | undefined> {
  const { platformId } = announcement;
  const facts = yield* loadAnnouncementFacts(subjectOf(announcement), now);
  const platform = platformId === null ? undefined : yield* one(platforms, platformId);
  return facts === undefined ? undefined : { facts, platform };
}

/** From here on it has gone out. */
export function published({ known: { facts, platform }, ctx }: Given<Announcement, ToldOf>) {
  return ok({
    publishedAt: ctx.now,
    displayUntil: displayOf(facts)?.result.date ?? null,
    push: isTold(facts, platform) ? pushQueued(null, ctx.now) : pushNotNeeded,
  });
}

/** What the centre is told of a publication; undefined where it is told nothing. */
export type Tell = (about: Publication) => ExchangeMessageDraft | undefined;

/** Sections, project and plan move on, and the centre is told. `settle`: what else becomes of each section. `tell`: where the record says it, not the type. */
export function movedOn(
  { row, known: { facts, platform }, ctx }: Given<Announcement, ToldOf>,
  settle: (section: Section) => Section = (section) => section,
  tell?: Tell,
): Result<readonly Change[]> {
  if (!isPublished(row)) return refuse('internal');
  const { target } = facts;
  const around: Around = {
    target: target !== undefined && isPublished(target) ? target : undefined,
    corrections: correctionsOf(target, facts.announcements),
  };
  const moved = sectionsAfter(row, facts.allSections, around).map(settle);
  const changes: Change[] = moved.map((section) => put(sections, section));
  if (facts.project !== undefined) {
    const after = withMoved(facts.allSections, moved);
    const projectNo = String(row.frozen.values['projectNo'] ?? facts.project.planNo);
    const project = projectAfter(facts.project, after, ctx.now);
    changes.push(put(projects, { ...project, projectNo: facts.project.projectNo ?? projectNo }));
    changes.push(...planMoved(facts.plan, project, ctx.now));
  }
  if (isTold(facts, platform) && row.projectId !== null) {
    const about: Publication = {
      announcement: { ...row, projectId: row.projectId },
      platformId: platform.id,
      sections: facts.sections,
      // Of a correction they are the same for all its sections.
      dates: datesAfter(row, around, row.sectionIds[0] ?? ''),
    };
    const message = tell === undefined ? messageOf(row, about, moved) : tell(about);
    if (message !== undefined) changes.push(send(message));
  }
  return ok(changes);
}

function isTold({ project }: AnnouncementFacts, platform: Platform | undefined): platform is Platform {
  return platform?.active === true && project !== undefined;
}

/** A plan that is carried out, or was: what a completed project may still announce, its gates say. */
const stands: ReadonlySet<string> = new Set(['sections_received', 'in_execution', 'completed']);

/** Still lawful today, and still about the sections that the reviewer saw. */
export function stillAsReviewed({
  row: announcement,
  known: { facts },
}: Given<Announcement, ToldOf>): Result<null> {
  const { frozen } = announcement;
  if (frozen === null) return refuse('internal');
  const { type, sectionIds, targetId } = announcement;
  const { target, project, plan, allSections, sections: chosen } = facts;
  // What is announced is what was filed: a plan that is being changed may come back with other sections.
  if (project !== undefined && (plan === undefined || !stands.has(plan.status))) {
    return refuseField('wrong_state', 'projectId', 'plan_being_changed');
  }
  if (project !== undefined && !isOfProject(announcement, project)) {
    return refuseField('stale', 'projectId', 'plan_changed');
  }
  if (targetId !== null && (target === undefined || !isInForce(target))) {
    return refuseField('wrong_state', 'targetId', 'target_not_published');
  }
  const notFree = sectionsNotFree({ type, sectionIds }, allSections, target, project);
  if (notFree !== undefined) return notFree;
  const unseen = chosen.some((section) => {
    const seen = frozen.sections.find(({ id }) => id === section.id);
    return seen?.platformVersion !== seenVersion(section);
  });
  if (unseen) return refuseField('stale', 'sectionIds', 'section_changed');
  const again =
    isNotice(announcement) && targetId === null && roundOf(sectionIds, facts) !== announcement.round;
  if (again || !sameValue(inWords(facts, frozen.values), frozen.values)) {
    return refuseField('stale', 'targetId', 'target_changed');
  }
  return lawful(
    findingsOf(facts, announcement, frozen.values).filter(
      ({ ruleId }) => ruleId !== 'announcement.sections_free',
    ),
  );
}

function messageOf(
  published: PublishedAnnouncement,
  about: Publication,
  moved: readonly Section[],
): ExchangeMessageDraft | undefined {
  const { type, targetId, frozen } = published;
  if (isNotice(published)) return announcementPush(about);
  if (type === 'RESULT') return awardPush({ ...about, sections: moved });
  if (targetId === null) return undefined;
  if (type === 'RESULT_CHANGE') {
    return awardChangePush({ ...about, targetId, sections: moved }, about.sections);
  }
  if (correctionTypes.has(type)) return announcementCorrect({ ...about, targetId }, linesOf(frozen.values));
  return type === 'TERMINATION'
    ? announcementTerminate({ ...about, targetId }, reasonOf(frozen.values))
    : undefined;
}

export function withMoved(all: readonly Section[], moved: readonly Section[]): readonly Section[] {
  return all.map((section) => moved.find(({ id }) => id === section.id) ?? section);
}

/** In execution from the first announced section on, and not before; completed with the last one. */
export function projectAfter(project: Project, all: readonly Section[], now: number): Project {
  const { status } = project;
  const follows = status === 'sections_received' || status === 'in_execution';
  const begun = all.some((section) => section.status !== 'received' && section.status !== 'cancelled');
  const moved = follows ? (begun ? 'in_execution' : 'sections_received') : status;
  // A 终止公告 may end what was left of it.
  return withCompletion({ ...project, ...countsOf(project, all), status: moved, updatedAt: now }, all);
}
