// What a challenge does to its sections: one that may affect the result holds them while it is open, and where it is upheld, until what it demands is done.
import { type Instant, toPlainDate } from '#shared/kernel/dates.ts';
import { type Change, put } from '../command.ts';
import { evaluationInForce, eventInForce } from '../projects/events/course.ts';
import type { SectionEvent } from '../projects/events/model.ts';
import { type Hold, heldAgain, heldBy, released } from '../projects/holds.ts';
import { type Section, sections } from '../projects/model.ts';
import { resultOf } from '../projects/result.ts';
import { sameValue } from '../same-value.ts';
import { isInCourse } from './courses.ts';
import type { Challenge } from './model.ts';

/** The sections that are otherwise after the challenge is as it is now. `all` are those of its project, `events` theirs. */
export function sectionsAfter(
  challenge: Challenge,
  all: readonly Section[],
  now: Instant,
  events: readonly SectionEvent[] = [],
): readonly Change[] {
  const { id, status, content } = challenge;
  const affects = content.mayAffectResult === true;
  const about = { recordId: id, document: nameOf(challenge), from: now };
  return all.flatMap((section) => {
    const own = content.sectionIds.includes(section.id);
    const inCourse = isInCourse(challenge, section);
    const holds = own && inCourse && affects && status === 'open';
    const answered = holds
      ? heldBy(section, { kind: 'challenge', ...about })
      : withoutHold(section, id, own && affects && status === 'open', now);
    const demand = own && inCourse && affects ? demandOf(challenge, section, events) : null;
    const upheld = demand === null ? answered : heldBy(answered, { kind: 'upheld', ...about, demand });
    // Let go already where the section has ended: should its end be withdrawn, it holds.
    const isEnded = demand !== null && ended.has(section.status);
    const after = isEnded ? released(upheld, { kind: 'upheld', recordId: id }, now) : upheld;
    return after === section || sameValue(after, section) ? [] : [put(sections, after)];
  });
}

/** Where another notice has let go of it, it is let go of again by the answer: withdrawing that notice must not bring back what is answered. */
function withoutHold(section: Section, recordId: string, isOpen: boolean, now: Instant): Section {
  const own = { kind: 'challenge', recordId } as const;
  return released(isOpen ? section : heldAgain(section, own), own, now);
}

const ended: ReadonlySet<Section['status']> = new Set(['failed', 'terminated', 'cancelled']);

/** What must be done before the section goes on (94号令 art 16); null where it goes on as it is, or after a correction of its document. */
function demandOf(
  { status, reply }: Challenge,
  section: Section,
  events: readonly SectionEvent[],
): Hold['demand'] {
  if (status !== 'replied' || reply === null || reply.conclusion === 'dismissed') return null;
  switch (reply.consequence) {
    case 'next_candidate':
      if (isEvaluatedSince(reply, section, events)) return null;
      return { result: 'other', against: winnerOf(section, events) };
    case 'restart':
    case 'amend_and_restart':
      return { result: 'ended', against: '' };
    default:
      return null;
  }
}

/** An answer that is written down late: another evaluation has followed it already, and no result was published that it would have to change. */
function isEvaluatedSince(
  { repliedOn }: NonNullable<Challenge['reply']>,
  section: Section,
  events: readonly SectionEvent[],
): boolean {
  const evaluation = eventInForce(section, events, 'evaluation_ended');
  const isPublished = (resultOf(section)?.announcementId ?? null) !== null;
  return evaluation !== undefined && !isPublished && toPlainDate(evaluation.at) > repliedOn;
}

/** Who has won, or stands first while nobody has. */
function winnerOf(section: Section, events: readonly SectionEvent[]): string {
  const [first] = (evaluationInForce(section, events)?.ranking ?? []).toSorted((a, b) => a.rank - b.rank);
  return resultOf(section)?.supplierName ?? first?.supplier ?? '';
}

/** How people call it: the number of the letter, or who sent it. */
export function nameOf({ content }: Pick<Challenge, 'content'>): string {
  const { letterNo, supplierName } = content;
  return letterNo.trim() === '' ? supplierName : letterNo;
}
