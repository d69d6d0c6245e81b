// What a challenge does to its sections: one that may affect the result holds them while it is open, and where it is upheld, until what it demands is done.
import type { Instant } from '#shared/kernel/dates.ts';
import { type Change, put } from '../command.ts';
import { evaluationInForce } from '../projects/events/course.ts';
import type { SectionEvent } from '../projects/events/model.ts';
import { type Hold, heldBy, openHolds, released } from '../projects/holds.ts';
import { type Section, sections } from '../projects/model.ts';
import { resultOf } from '../projects/result.ts';
import { sameValue } from '../same-value.ts';
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
    const holds = own && affects && status === 'open';
    const held = openHolds(section).some((each) => each.recordId === id && each.kind === 'challenge');
    const answered = holds
      ? heldBy(section, { kind: 'challenge', ...about })
      : held
        ? released(section, { kind: 'challenge', recordId: id }, now)
        : section;
    const demand = own && affects && !ended.has(section.status) ? demandOf(challenge, section, events) : null;
    const after = demand === null ? answered : heldBy(answered, { kind: 'upheld', ...about, demand });
    return after === section || sameValue(after, section) ? [] : [put(sections, after)];
  });
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
      return { result: 'other', against: winnerOf(section, events) };
    case 'restart':
    case 'amend_and_restart':
      return { result: 'ended', against: '' };
    default:
      return null;
  }
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
