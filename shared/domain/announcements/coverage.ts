// Which sections an announcement may be about, how far they have come, and how often they have been announced.
import { type CourseStage, courseStages } from '#shared/codes/outcome-reasons.ts';
import type { SectionStep } from '#shared/codes/section-steps.ts';
import type { LocalTime } from '#shared/kernel/dates.ts';
import { gate } from '../projects/gates.ts';
import type { Project, Section } from '../projects/model.ts';
import { resultOf } from '../projects/result.ts';
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

/** The step that publishing such an announcement is for its sections. */
export function stepOf(type: AnnouncementTypeCode): SectionStep | undefined {
  return noticeTypes.has(type) ? 'announce' : laterSteps.get(type);
}

const laterSteps: ReadonlyMap<AnnouncementTypeCode, SectionStep> = new Map([
  ['CORRECTION', 'correct'],
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
  const step = stepOf(type);
  if (step === undefined || step === 'sign' || project === undefined) return [];
  return sections.filter((section) => isAbout(type, section, target) && gate(section, step, project).open);
}

/** Whether the section stands in the announcement that is corrected, ended or changed. */
function isAbout(type: AnnouncementTypeCode, section: Section, target: Announcement | undefined): boolean {
  const { id, schedule } = section;
  if (noticeTypes.has(type) || type === 'RESULT') return true;
  if (target === undefined) return false;
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
 * since the method was changed.
 */
export function roundOf(
  sectionIds: readonly string[],
  { project, allSections, announcements }: Rounds,
): number {
  const notices = announcements.filter((other) => isNotice(other) && isInForce(other));
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
        type === 'CORRECTION' && status === 'published' && target !== undefined && targetId === target.id
      );
    })
    .toSorted((a, b) => a.publishedAt - b.publishedAt);
}

/** The earliest and the latest stage of the sections, which some reasons of a 终止公告 presuppose; undefined of none. */
export function stagesOf(
  sections: readonly Section[],
  now: LocalTime,
): { readonly first: CourseStage; readonly last: CourseStage } | undefined {
  const stages = sections.map((section) => courseStages.indexOf(stageOf(section, now)));
  if (stages.length === 0) return undefined;
  const [first, last] = [courseStages[Math.min(...stages)], courseStages[Math.max(...stages)]];
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
