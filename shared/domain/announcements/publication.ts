// What becomes of sections when an announcement about them is published or withdrawn.
import { correctionTypes } from '#shared/codes/announcement-kinds.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { asLastPushed } from '../projects/arrival.ts';
import { statusByEvents } from '../projects/events/course.ts';
import type { SectionEvent } from '../projects/events/model.ts';
import { carriedOut, inNewCourse, notEnded, notInNewCourse } from '../projects/holds.ts';
import type { Schedule, Section } from '../projects/model.ts';
import { withoutRefusal, withRefusal } from '../projects/refusals.ts';
import { resultOf, withResult, withVoid } from '../projects/result.ts';
import { correctionsOf, isInForce, isNotice } from './coverage.ts';
import { datesOf, type NoticeDates } from './dates.ts';
import { effectiveValues } from './effective.ts';
import { linesIn, valueAt } from './field-values.ts';
import { differenceLines } from './fill-in/corrections.ts';
import { type Announcement, isPublished, type PublishedAnnouncement } from './model.ts';
import { reasonIn } from './termination.ts';
import type { Values } from './values.ts';

export type Around = {
  /** The announcement that it corrects or ends. */
  readonly target: PublishedAnnouncement | undefined;
  /** Corrections of the target that are in force, in the order of their publication, without this one. */
  readonly corrections: readonly PublishedAnnouncement[];
};

type Correcting = Pick<Announcement, 'sectionIds'> & { readonly frozen: { readonly values: Values } };

/** The days that a notice sets for one of its sections; corrections that are not about the section leave them as they were. */
export function datesOfSection(
  notice: PublishedAnnouncement,
  corrections: readonly Correcting[],
  sectionId: string,
): NoticeDates {
  const own = corrections.filter(({ sectionIds }) => sectionIds.includes(sectionId));
  return datesOf(notice.type, effectiveValues(notice.frozen.values, own));
}

/** The days that hold for one of its sections once it is published. */
export function datesAfter(
  published: PublishedAnnouncement,
  { target, corrections }: Around,
  sectionId: string,
): NoticeDates {
  if (isNotice(published)) return datesOf(published.type, published.frozen.values);
  if (target === undefined) return datesOf(published.type, {});
  const own = correctionTypes.has(published.type) ? [published] : [];
  return datesOfSection(target, [...corrections, ...own], sectionId);
}

/** Its sections as they are from its publication on. */
export function sectionsAfter(
  published: PublishedAnnouncement,
  sections: readonly Section[],
  around: Around,
): readonly Section[] {
  const chosen = sections.filter(({ id }) => published.sectionIds.includes(id));
  if (isNotice(published)) {
    return chosen.map((section) => ({
      ...asLastPushed(published.targetId === null ? inNewCourse(section, published.publishedAt) : section),
      status: 'announced',
      schedule: scheduleOf(published, [], section.id),
    }));
  }
  if (published.type === 'TERMINATION') {
    const reason = reasonIn(published.frozen.values);
    const status = reason?.again === true ? 'failed' : 'terminated';
    const refused = reason?.code === 'WINNER_WITHDREW';
    const said = { recordId: published.id, document: published.title, at: published.publishedAt };
    return chosen.map((section) => {
      const ended = refused ? withRefusal(section, said) : section;
      return { ...carriedOut(ended, null, published.publishedAt), status };
    });
  }
  if (published.type === 'RESULT') {
    return chosen.map((section) => announcedResult(section, published));
  }
  if (published.type === 'RESULT_CHANGE') return chosen.map((section) => changedResult(section, published));
  if (!correctionTypes.has(published.type)) return [];
  return chosen.map((section) =>
    settled(moved(section, datesAfter(published, around, section.id)), published),
  );
}

function announcedResult(section: Section, { id }: PublishedAnnouncement): Section {
  const result = resultOf(section);
  const announced = result === undefined ? section : withResult(section, { ...result, announcementId: id });
  return { ...announced, status: 'awarded' };
}

/** The result of before is void by the filing; the one that was filed is in force. */
function changedResult(section: Section, { id, publishedAt }: PublishedAnnouncement): Section {
  const { change } = section;
  if (change === null) return section;
  const refused = change.reasonCode === 'SUPPLIER_REFUSED' && change.action === 'next_candidate';
  const said = { recordId: change.changeId, document: change.changeNo, at: publishedAt };
  const before = withVoid(refused ? withRefusal(section, said) : section, publishedAt, change.changeNo);
  const after = { ...withResult(before, { ...change.result, announcementId: id }), change: null };
  return change.action === 'correct' ? after : carriedOut(after, change.result.supplierName, publishedAt);
}

function scheduleOf(
  notice: PublishedAnnouncement,
  corrections: readonly PublishedAnnouncement[],
  sectionId: string,
): Schedule {
  const { id, round, publishedAt } = notice;
  const dates = datesOfSection(notice, corrections, sectionId);
  return { ...dates, announcementId: id, round, publishedOn: toPlainDate(publishedAt), publishedAt };
}

function moved(section: Section, dates: NoticeDates): Section {
  return section.schedule === null ? section : { ...section, schedule: { ...section.schedule, ...dates } };
}

/** A difference is settled by the correction that says all of it; what it leaves out waits for another. */
function settled(section: Section, { frozen }: PublishedAnnouncement): Section {
  const said = linesIn(valueAt(frozen.values, 'corrections'));
  const whole = differenceLines(section).every((line) =>
    said.some(({ id, cells }) => id === line.id && cells['after'] === line.cells['after']),
  );
  return whole ? asLastPushed(section) : section;
}

/** The version of a section that a reviewer sees: with the difference that a correction is to settle. */
export function seenVersion({ difference, platformVersion }: Section): number {
  return difference?.platformVersion ?? platformVersion;
}

/**
 * Its sections as they are once it is withdrawn, or undefined when one of them has gone on meanwhile. Sections of a notice are as they were
 * before it; those of a termination go on where their events have brought them; a correction's days are those of before.
 */
export function sectionsWithout(
  withdrawn: PublishedAnnouncement,
  sections: readonly Section[],
  around: Around & {
    /** All others of the project. */
    readonly others: readonly Announcement[];
    /** What happened to its sections. */
    readonly events: readonly SectionEvent[];
  },
): readonly Section[] | undefined {
  const chosen = sections.filter(({ id }) => withdrawn.sectionIds.includes(id));
  const expected: readonly Section['status'][] = isNotice(withdrawn)
    ? ['announced']
    : withdrawn.type === 'TERMINATION'
      ? ['failed', 'terminated']
      : ['announced', 'failed', 'terminated'];
  const gone = chosen.some(({ id, status, schedule, successor }) => {
    const about = isNotice(withdrawn) ? withdrawn.id : withdrawn.targetId;
    // What is bought by another method now does not go on by the method of before, and what another 终止公告 has ended for good does not either.
    if (withdrawn.type === 'TERMINATION') {
      const endedSince = endsOf(id, withdrawn, around.others).some((at) => at > withdrawn.publishedAt);
      if (successor !== null || endedSince) return true;
    }
    return !expected.includes(status) || schedule?.announcementId !== about;
  });
  if (gone) return undefined;
  if (isNotice(withdrawn)) {
    return chosen.map((section) =>
      beforeNotice(notInNewCourse(section, withdrawn.publishedAt), withdrawn, around.others),
    );
  }
  if (withdrawn.type === 'TERMINATION') {
    return chosen.map((section) =>
      // It had failed before: it is as that left it.
      endsOf(section.id, withdrawn, around.others).length > 0
        ? { ...section, status: 'failed' }
        : {
            ...notEnded(withoutRefusal(section, withdrawn.id), withdrawn.publishedAt),
            status: isAnnouncedResult(section) ? 'awarded' : statusByEvents(section, around.events),
          },
    );
  }
  if (!correctionTypes.has(withdrawn.type) || around.target === undefined) return [];
  const { target, corrections } = around;
  return chosen.map((section) => moved(section, datesOfSection(target, corrections, section.id)));
}

/** When other 终止公告 in force have ended the section in the same course. */
function endsOf(
  sectionId: string,
  { targetId }: PublishedAnnouncement,
  others: readonly Announcement[],
): readonly number[] {
  return others
    .filter(isPublished)
    .filter((other) => other.type === 'TERMINATION' && isInForce(other) && other.targetId === targetId)
    .filter(({ sectionIds }) => sectionIds.includes(sectionId))
    .map(({ publishedAt }) => publishedAt);
}

/** Also where a filing has made it void since. */
function isAnnouncedResult({ results, schedule }: Section): boolean {
  return results.some(
    ({ noticeId, announcementId }) => noticeId === schedule?.announcementId && announcementId !== null,
  );
}

/** As its last notice before this one left it, without success; in the notice that this one goes on from; or as if it had never been announced. */
function beforeNotice(
  section: Section,
  { publishedAt, targetId }: PublishedAnnouncement,
  others: readonly Announcement[],
): Section {
  const before = others
    .filter(isPublished)
    .filter((other) => isNotice(other) && isInForce(other) && other.publishedAt < publishedAt)
    .filter(({ sectionIds }) => sectionIds.includes(section.id))
    .toSorted((a, b) => a.publishedAt - b.publishedAt)
    .at(-1);
  if (before === undefined) return { ...asLastPushed(section), status: 'received', schedule: null };
  const schedule = scheduleOf(before, correctionsOf(before, others), section.id);
  return { ...section, status: before.id === targetId ? 'announced' : 'failed', schedule };
}

/** Another announcement in force that is about this one: it has to be withdrawn first. */
export function dependent(
  announcement: Announcement,
  others: readonly Announcement[],
): Announcement | undefined {
  return others.find((other) => other.targetId === announcement.id && other.status === 'published');
}
