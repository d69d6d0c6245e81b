// What has become of a published result and of the letter issued with it. It is read from the section, which says by which filing a result was changed or made void; a
// section that has ended takes its result with it without another word, and gives it back when its 终止公告 is withdrawn.
import type { Instant } from '#shared/kernel/dates.ts';
import { isInForce } from '../announcements/coverage.ts';
import { type Announcement, announcements } from '../announcements/model.ts';
import { type Load, where } from '../load.ts';
import type { Section } from '../projects/model.ts';
import type { SectionResult } from '../projects/result.ts';

export type Standing =
  | { readonly as: 'in_force' }
  /** 更正公告内容: supplier and price are as they were, and the letter stays. `document`: the 备案编号. */
  | { readonly as: 'corrected'; readonly document: string; readonly at: Instant }
  /** Changed or void by a 中标结果变更备案, and the letter with it. */
  | { readonly as: 'changed'; readonly document: string; readonly at: Instant }
  /** Its section was ended: by this 终止公告, or by the trading centre. */
  | {
      readonly as: 'ended';
      readonly notice: { readonly id: string; readonly title: string; readonly at: Instant } | null;
    };

export const inForce = { as: 'in_force' } as const satisfies Standing;

/** Those that may have ended a section of the project, and count. */
export function* loadEnds(projectId: string): Load<readonly Announcement[]> {
  const all = yield* where(announcements, { projectId });
  return all.filter((each) => each.type === 'TERMINATION' && isInForce(each));
}

type InCourse = Pick<SectionResult, 'noticeId'>;

/** Nothing has become of one that the section does not know, as it was not determined: but it may have ended with its section. */
export function standingOf(
  section: Section,
  ends: readonly Announcement[],
  award: InCourse & Pick<SectionResult, 'awardId'>,
): Standing {
  const own = section.results.find((result) => result.awardId === award.awardId);
  if (own === undefined) {
    return hasEnded(section, award) ? { as: 'ended', notice: noticeOf(section, ends, award) } : inForce;
  }
  const last = section.results.findLast((result) => hasLetterOf(result, own)) ?? own;
  if (last.void !== null) return { as: 'changed', ...last.void };
  if (hasEnded(section, own)) return { as: 'ended', notice: noticeOf(section, ends, own) };
  return own.void === null ? inForce : { as: 'corrected', ...own.void };
}

function hasLetterOf({ noticeId, letter }: SectionResult, own: SectionResult): boolean {
  return noticeId === own.noticeId && letter !== null && letter.no === own.letter?.no;
}

const endedStates: ReadonlySet<Section['status']> = new Set(['failed', 'terminated', 'cancelled']);

/** Or it was announced anew, for which it has to end first. */
function hasEnded({ status, schedule }: Section, { noticeId }: InCourse): boolean {
  return endedStates.has(status) || schedule?.announcementId !== noticeId;
}

function noticeOf({ id }: Section, ends: readonly Announcement[], { noticeId }: InCourse) {
  const notice = ends.findLast(
    ({ targetId, sectionIds }) => targetId === noticeId && sectionIds.includes(id),
  );
  if (notice === undefined || notice.publishedAt === null) return null;
  return { id: notice.id, title: notice.title, at: notice.publishedAt };
}
