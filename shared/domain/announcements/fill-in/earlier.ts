// What earlier announcements of the project have said already, as it holds after their corrections.
import { correctionTypes } from '#shared/codes/announcement-kinds.ts';
import { effectiveValues } from '../effective.ts';
import type { AnnouncementFacts } from '../facts-model.ts';
import { fieldsOf, isEmpty, valueAt } from '../field-values.ts';
import { type Announcement, isPublished, type PublishedAnnouncement } from '../model.ts';
import type { Template, TemplateField } from '../template.ts';
import type { Values } from '../values.ts';
import type { Known } from './known.ts';

const correcting: ReadonlySet<string> = new Set([...correctionTypes, 'RESULT_CHANGE']);

/** Published and not withdrawn, the newest first; the one that this is about stands before all others. */
function earlierOnes({ announcements, target }: AnnouncementFacts): readonly PublishedAnnouncement[] {
  const standing = announcements.filter(isPublished).filter(({ status }) => status === 'published');
  const newest = standing.toSorted((a, b) => b.publishedAt - a.publishedAt);
  return newest.toSorted((a, b) => Number(b.id === target?.id) - Number(a.id === target?.id));
}

/** The values of an announcement with all its corrections that are in force. */
export function standingValues(
  announcement: PublishedAnnouncement,
  { announcements }: Pick<AnnouncementFacts, 'announcements'>,
): Values {
  const corrections = announcements
    .filter(isPublished)
    .filter(({ type, status, targetId }) => {
      return correcting.has(type) && status === 'published' && targetId === announcement.id;
    })
    .toSorted((a, b) => a.publishedAt - b.publishedAt);
  return effectiveValues(announcement.frozen.values, corrections);
}

/**
 * What it says of the chosen sections. Days and places hold a section by itself, so that corrections of other sections leave them as they were; sums and
 * texts are about all sections together, and every correction counts.
 */
export function standingOfSections(
  announcement: PublishedAnnouncement,
  template: Template,
  { announcements, sections }: Pick<AnnouncementFacts, 'announcements' | 'sections'>,
): Values {
  const all = standingValues(announcement, { announcements });
  if (sections.length === 0) return all;
  const own = announcements.filter(({ sectionIds }) => sections.some(({ id }) => sectionIds.includes(id)));
  const common = fieldsOf(template)
    .filter(isOfAllSections)
    .map(({ key }) => key);
  const shared = Object.entries(all).filter(([key]) => common.includes(key));
  return { ...standingValues(announcement, { announcements: own }), ...Object.fromEntries(shared) };
}

function isOfAllSections({ kind, key }: TemplateField): boolean {
  return kind === 'rich' || key === 'budgetAmount' || key === 'ceilingPrice';
}

/** What the last announcement that says it says of a field. */
export function fromEarlier(facts: AnnouncementFacts, key: string): Known | undefined {
  for (const announcement of earlierOnes(facts)) {
    const value = valueAt(standingValues(announcement, facts), key);
    if (value !== undefined && !isEmpty(value)) return { value, source: 'announcement' };
  }
  return undefined;
}

export function earlierOfType(
  facts: AnnouncementFacts,
  type: Announcement['type'],
): PublishedAnnouncement | undefined {
  return earlierOnes(facts).find((announcement) => announcement.type === type);
}
