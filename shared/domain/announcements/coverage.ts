// Which sections an announcement may be about, how far they have come, and how often they have been announced.
import { correctionTypes } from '#shared/codes/announcement-kinds.ts';
import { type CourseStage, courseStages } from '#shared/codes/outcome-reasons.ts';
import type { SectionStep } from '#shared/codes/section-steps.ts';
import type { LocalTime } from '#shared/kernel/dates.ts';
import type { Err } from '#shared/kernel/result.ts';
import { gate, refusedBy } from '../projects/gates.ts';
import type { Project, Section } from '../projects/model.ts';
import { isToBeEnded, resultOf } from '../projects/result.ts';
import { refuseField } from '../refuse.ts';
import {
  type Announcement,
  type AnnouncementTypeCode,
  isPublished,
  type PublishedAnnouncement,
} from './model.ts';

/** The sections beside the packages of the plan. */
export {
  budgetOfPackage,
  type PlannedSectionOf,
  plannedEvaluation,
  plannedSections,
} from '../projects/planned-sections.ts';

/** The types that announce sections, before any result. */
export const noticeTypes: ReadonlySet<AnnouncementTypeCode> = new Set([
  'PREQUALIFICATION',
  'TENDER',
  'NEGOTIATION_NOTICE',
  'TENDER_INVITATION',
  'NEGOTIATION_INVITATION',
  'SINGLE_SOURCE',
  'FRAMEWORK_SOLICITATION',
]);

export function isNotice({ type }: Pick<Announcement, 'type'>): boolean {
  return noticeTypes.has(type);
}

/** Published and not withdrawn. */
export function isInForce(announcement: Announcement): boolean {
  return isPublished(announcement) && announcement.status === 'published';
}

/** The step that publishing such an announcement is for its sections: one that goes on from another notice invites those who passed it. */
export function stepOf(type: AnnouncementTypeCode, target?: Announcement): SectionStep | undefined {
  if (!noticeTypes.has(type)) return laterSteps.get(type);
  return target === undefined ? 'announce' : 'invite';
}

const laterSteps: ReadonlyMap<AnnouncementTypeCode, SectionStep> = new Map([
  ['CORRECTION', 'correct'],
  ['INVITATION_CORRECTION', 'correct'],
  ['TERMINATION', 'terminate'],
  ['RESULT', 'publish_result'],
  ['RESULT_CHANGE', 'publish_change'],
]);

/** What an announcement of this type may be about; `target` is the one that it corrects or ends. */
export function choosableSections(
  type: AnnouncementTypeCode,
  sections: readonly Section[],
  target: Announcement | undefined,
  project: Project | undefined,
): readonly Section[] {
  const step = stepOf(type, target);
  if (step === undefined || step === 'sign' || project === undefined) return [];
  return sections.filter((section) => isAbout(type, section, target) && gate(section, step, project).open);
}

/** Why it may not be about all of these sections, of the first that is in the way; undefined where it may. */
export function sectionsNotFree(
  { type, sectionIds }: Pick<Announcement, 'type' | 'sectionIds'>,
  sections: readonly Section[],
  target: Announcement | undefined,
  project: Project | undefined,
): Err | undefined {
  const step = stepOf(type, target);
  for (const id of sectionIds) {
    const section = sections.find((each) => each.id === id);
    if (section === undefined || project === undefined || step === undefined || step === 'sign') {
      return refuseField('wrong_state', 'sectionIds', 'section_not_free');
    }
    const closed = refusedBy(gate(section, step, project), 'sectionIds');
    if (closed !== undefined) return closed;
    // It was announced anew since, or its result stands in another announcement.
    if (!isAbout(type, section, target)) return refuseField('wrong_state', 'sectionIds', 'section_not_free');
  }
  return undefined;
}

/** Whether the section stands in the announcement that is corrected, ended or changed. */
function isAbout(type: AnnouncementTypeCode, section: Section, target: Announcement | undefined): boolean {
  const { id, schedule } = section;
  if (target === undefined) return noticeTypes.has(type) || type === 'RESULT';
  return type === 'RESULT_CHANGE'
    ? resultOf(section)?.announcementId === target.id
    : target.sectionIds.includes(id) && schedule?.announcementId === target.id;
}

type Rounds = {
  readonly project: Project | undefined;
  readonly allSections: readonly Section[];
  /** All others of the project. */
  readonly announcements: readonly Announcement[];
};

/**
 * 第 n 次: one more than the notices in force that the section announced most often has behind it, with those of the sections in whose place it stands
 * since the method was changed. An invitation that goes on from a 资格预审公告 is of the same time as that one.
 */
export function roundOf(
  sectionIds: readonly string[],
  { project, allSections, announcements }: Rounds,
): number {
  const notices = announcements.filter(
    (other) => isNotice(other) && isInForce(other) && other.targetId === null,
  );
  const before = sectionIds.map((id) => {
    const { predecessor } = allSections.find((section) => section.id === id) ?? { predecessor: null };
    const earlier = predecessor?.rounds ?? project?.predecessor?.rounds ?? 0;
    return earlier + notices.filter((notice) => notice.sectionIds.includes(id)).length;
  });
  return Math.max(0, ...before) + 1;
}

/** Corrections of an announcement that are in force, in the order of their publication. */
export function correctionsOf(
  target: Announcement | undefined,
  others: readonly Announcement[],
): readonly PublishedAnnouncement[] {
  return others
    .filter(isPublished)
    .filter(({ type, status, targetId }) => {
      return (
        correctionTypes.has(type) && status === 'published' && target !== undefined && targetId === target.id
      );
    })
    .toSorted((a, b) => a.publishedAt - b.publishedAt);
}

/** The stage that all of the sections have reached, and the latest whose reasons a 终止公告 may give them; undefined of none. */
export function stagesOf(
  sections: readonly Section[],
  now: LocalTime,
): { readonly first: CourseStage; readonly last: CourseStage } | undefined {
  if (sections.length === 0) return undefined;
  const reached = sections.map((section) => courseStages.indexOf(stageOf(section, now)));
  // A result that a filing has made void stands in the way of no reason any more.
  const taken = sections.map((section) =>
    courseStages.indexOf(isToBeEnded(section) ? 'opened' : stageOf(section, now)),
  );
  const [first, last] = [courseStages[Math.min(...reached)], courseStages[Math.max(...taken)]];
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** By what has been recorded of it, and by the days that its announcement set: at its deadline it is closed. */
function stageOf({ status, schedule }: Section, now: LocalTime): CourseStage {
  if (status === 'awarded' || status === 'opened') return status;
  if (status === 'evaluated') return 'opened';
  const deadline = schedule?.deadline ?? null;
  // 单一来源公示 sets neither: nobody waits for bids.
  const opening = schedule?.opening ?? deadline;
  if (opening === null || now >= opening) return 'opened';
  return deadline === null || now >= deadline ? 'closed' : 'announced';
}
