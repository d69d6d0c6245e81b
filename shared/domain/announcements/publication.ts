// What becomes of sections when an announcement about them is published or withdrawn.
import { toPlainDate } from '#shared/kernel/dates.ts';
import type { Schedule, Section } from '../projects/model.ts';
import { isNotice } from './coverage.ts';
import { datesOf, type NoticeDates } from './dates.ts';
import { effectiveValues } from './effective.ts';
import type { Announcement, PublishedAnnouncement } from './model.ts';

/** Reasons after which the sections may be announced again (废标); the others end them for good. */
const mayBeginAgain: ReadonlySet<string> = new Set([
  'SUPPLIERS_LT_3',
  'UNFAIR_ACT',
  'OVER_BUDGET',
  'METHOD_NOT_APPLICABLE',
  'DOCUMENT_DEFECT',
]);

export type Around = {
  /** The announcement that it corrects or ends. */
  readonly target: PublishedAnnouncement | undefined;
  /** Corrections of the target that are in force, in the order of their publication, without this one. */
  readonly corrections: readonly PublishedAnnouncement[];
};

/** The days that hold for its sections once it is published. */
export function datesAfter(published: PublishedAnnouncement, { target, corrections }: Around): NoticeDates {
  if (isNotice(published)) return datesOf(published.type, published.frozen.values);
  if (target === undefined) return datesOf(published.type, {});
  const own = published.type === 'CORRECTION' ? [published] : [];
  return datesOf(target.type, effectiveValues(target.frozen.values, [...corrections, ...own]));
}

/** Its sections as they are from its publication on. */
export function sectionsAfter(
  published: PublishedAnnouncement,
  sections: readonly Section[],
  around: Around,
): readonly Section[] {
  const dates = datesAfter(published, around);
  const chosen = sections.filter(({ id }) => published.sectionIds.includes(id));
  if (isNotice(published)) {
    const schedule: Schedule = {
      ...dates,
      announcementId: published.id,
      round: published.round,
      publishedOn: toPlainDate(published.publishedAt),
    };
    return chosen.map((section) => ({ ...section, status: 'announced', schedule }));
  }
  if (published.type === 'TERMINATION') {
    const again = mayBeginAgain.has(String(published.frozen.values['reasonCode']));
    return chosen.map((section) => ({ ...section, status: again ? 'failed' : 'terminated' }));
  }
  if (published.type !== 'CORRECTION') return [];
  return chosen.map((section) => settled(moved(section, dates), published));
}

function moved(section: Section, dates: NoticeDates): Section {
  return section.schedule === null ? section : { ...section, schedule: { ...section.schedule, ...dates } };
}

/** A difference that the reviewed correction knew of is settled by it; one that came later waits for the next. */
function settled(section: Section, { frozen }: PublishedAnnouncement): Section {
  const known = frozen.sections.find(({ id }) => id === section.id)?.platformVersion ?? 0;
  const { difference } = section;
  if (difference === null || difference.platformVersion > known) return section;
  const { content, platformVersion, pushedAt } = difference;
  return { ...section, ...content, platformVersion, pushedAt, difference: null };
}

/** The version of a section that a reviewer sees: with the difference that a correction is to settle. */
export function seenVersion({ difference, platformVersion }: Section): number {
  return difference?.platformVersion ?? platformVersion;
}

/**
 * Its sections as they are once it is withdrawn, or undefined when one of them has gone on meanwhile. Sections of a notice are as they were
 * before it; those of a termination go on; a correction's days are those of before.
 */
export function sectionsWithout(
  withdrawn: PublishedAnnouncement,
  sections: readonly Section[],
  around: Around & {
    /** Of the earlier notices of these sections, the last that is still in force. */
    readonly before: PublishedAnnouncement | undefined;
  },
): readonly Section[] | undefined {
  const chosen = sections.filter(({ id }) => withdrawn.sectionIds.includes(id));
  const expected: readonly Section['status'][] = isNotice(withdrawn)
    ? ['announced']
    : withdrawn.type === 'TERMINATION'
      ? ['failed', 'terminated']
      : ['announced', 'failed', 'terminated'];
  const gone = chosen.some(({ status, schedule }) => {
    const about = isNotice(withdrawn) ? withdrawn.id : withdrawn.targetId;
    return !expected.includes(status) || schedule?.announcementId !== about;
  });
  if (gone) return undefined;
  if (isNotice(withdrawn)) {
    return chosen.map((section) => ({
      ...section,
      status: around.before?.sectionIds.includes(section.id) === true ? 'failed' : 'received',
      schedule: null,
    }));
  }
  if (withdrawn.type === 'TERMINATION') return chosen.map((section) => ({ ...section, status: 'announced' }));
  if (withdrawn.type !== 'CORRECTION' || around.target === undefined) return [];
  const dates = datesOf(around.target.type, effectiveValues(around.target.frozen.values, around.corrections));
  return chosen.map((section) => moved(section, dates));
}

/** Another announcement in force that is about this one: it has to be withdrawn first. */
export function dependent(
  announcement: Announcement,
  others: readonly Announcement[],
): Announcement | undefined {
  return others.find((other) => other.targetId === announcement.id && other.status === 'published');
}
