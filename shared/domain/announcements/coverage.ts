// Which sections an announcement may be about, and how often they have been announced.
import { isLive, type Section } from '../projects/model.ts';
import { type Announcement, type AnnouncementTypeCode, isPublished } from './model.ts';

/** The types that announce sections, before any result. */
export const noticeTypes: ReadonlySet<AnnouncementTypeCode> = new Set([
  'PREQUALIFICATION',
  'TENDER',
  'NEGOTIATION_NOTICE',
  'SINGLE_SOURCE',
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
  if (target === undefined) return [];
  const own = sections.filter((section) => target.sectionIds.includes(section.id) && isLive(section));
  if (type === 'CORRECTION') return own.filter((section) => section.schedule?.announcementId === target.id);
  return own.filter(
    ({ status, schedule }) =>
      schedule?.announcementId === target.id && ['announced', 'opened', 'evaluated'].includes(status),
  );
}

/** 第 n 次: one more than the notices in force that any of these sections has behind it. */
export function roundOf(sectionIds: readonly string[], others: readonly Announcement[]): number {
  const before = others.filter(
    (other) => isNotice(other) && isInForce(other) && other.sectionIds.some((id) => sectionIds.includes(id)),
  );
  return before.length + 1;
}
