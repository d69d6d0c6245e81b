// Which sections an announcement may be about, how far they have come, and how often they have been announced.
import { type CourseStage, courseStages } from '#shared/codes/outcome-reasons.ts';
import type { LocalTime } from '#shared/kernel/dates.ts';
import type { Section } from '../projects/model.ts';
import { resultOf } from '../projects/result.ts';
import {
  type Announcement,
  type AnnouncementTypeCode,
  isPublished,
  type PublishedAnnouncement,
} from './model.ts';

/** The sections beside the packages of the plan. */
export { budgetOfPackage, type PlannedSectionOf, plannedSections } from '../projects/planned-sections.ts';

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

/** What an announcement of this type may be about; `target` is the one that it corrects or ends. */
export function choosableSections(
  type: AnnouncementTypeCode,
  sections: readonly Section[],
  target: Announcement | undefined,
): readonly Section[] {
  // Without a live announcement: never announced, or announced without success.
  if (noticeTypes.has(type)) {
    return sections.filter(({ status }) => status === 'received' || status === 'failed');
  }
  // Whom the 采购人 has determined, and nobody has announced yet.
  if (type === 'RESULT') {
    return sections.filter((section) => section.status === 'evaluated' && isToAnnounce(section));
  }
  if (target === undefined) return [];
  // What 采购办 has approved to be changed, of the result that this announcement has published; not what waits from a course before.
  if (type === 'RESULT_CHANGE') {
    return sections.filter(
      (section) =>
        section.change?.result.noticeId === section.schedule?.announcementId &&
        resultOf(section)?.announcementId === target.id,
    );
  }
  // What has ended, or has a result, is not corrected any more; with a result it may still be ended, to procure again.
  const open = ['announced', 'opened', 'evaluated', ...(type === 'TERMINATION' ? ['awarded'] : [])];
  return sections.filter(
    ({ id, status, schedule }) =>
      target.sectionIds.includes(id) && schedule?.announcementId === target.id && open.includes(status),
  );
}

function isToAnnounce(section: Section): boolean {
  return resultOf(section)?.announcementId === null;
}

/** 第 n 次: one more than the notices in force that the section announced most often has behind it. */
export function roundOf(sectionIds: readonly string[], others: readonly Announcement[]): number {
  const notices = others.filter((other) => isNotice(other) && isInForce(other));
  const before = sectionIds.map((id) => notices.filter((notice) => notice.sectionIds.includes(id)).length);
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
