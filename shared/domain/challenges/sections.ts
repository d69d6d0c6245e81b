// What a challenge does to its sections: one that may affect the result holds them while it is open.
import type { Instant } from '#shared/kernel/dates.ts';
import { type Change, put } from '../command.ts';
import { heldBy, openHolds, released } from '../projects/holds.ts';
import { type Section, sections } from '../projects/model.ts';
import { sameValue } from '../same-value.ts';
import type { Challenge } from './model.ts';

/** The sections that are otherwise after the challenge is as it is now. `all` are those of its project. */
export function sectionsAfter(
  challenge: Challenge,
  all: readonly Section[],
  now: Instant,
): readonly Change[] {
  const { id, status, content } = challenge;
  const holding = status === 'open' && content.mayAffectResult === true;
  const hold = { kind: 'challenge', recordId: id } as const;
  return all.flatMap((section) => {
    const holds = holding && content.sectionIds.includes(section.id);
    const held = openHolds(section).some(({ recordId }) => recordId === id);
    if (!holds && !held) return [];
    const after = holds
      ? heldBy(section, { ...hold, document: nameOf(challenge), from: now })
      : released(section, hold, now);
    return sameValue(after, section) ? [] : [put(sections, after)];
  });
}

/** How people call it: the number of the letter, or who sent it. */
export function nameOf({ content }: Pick<Challenge, 'content'>): string {
  const { letterNo, supplierName } = content;
  return letterNo.trim() === '' ? supplierName : letterNo;
}
