// In which course of its sections a challenge was registered. It is kept, because the section may be announced anew before the answer: what was objected to in
// one course neither holds nor ends another.
import { isPrequalified } from '../projects/gates.ts';
import type { Section } from '../projects/model.ts';
import type { Challenge, ChallengedCourse } from './model.ts';

/** Of every section that it names: as kept, or as the section stands now where it was named only now. */
export function coursesOf(
  { content, courses }: Pick<Challenge, 'content' | 'courses'>,
  sections: readonly Section[],
): ChallengedCourse[] {
  return content.sectionIds.flatMap((sectionId) => {
    const kept = courses.find((each) => each.sectionId === sectionId);
    if (kept !== undefined) return [kept];
    const section = sections.find(({ id }) => id === sectionId);
    if (section === undefined || section.schedule === null) return [];
    const { announcementId: noticeId, round } = section.schedule;
    return [{ sectionId, noticeId, prequalifiedRound: isPrequalified(section) ? round : null }];
  });
}

/** Whether the section is still in the course in which it was objected to. */
export function isInCourse(
  { courses }: Pick<Challenge, 'courses'>,
  { id, schedule }: Pick<Section, 'id' | 'schedule'>,
): boolean {
  const course = courses.find(({ sectionId }) => sectionId === id);
  if (course === undefined || schedule === null) return true;
  return course.noticeId === schedule.announcementId || course.prequalifiedRound === schedule.round;
}
