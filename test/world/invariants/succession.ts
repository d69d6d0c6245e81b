// 变更采购方式: a section that failed is in the hands of one plan at most, what takes its place is one section at most, both name each other, and the method of before
// is over for it.
import { noticeTypes } from '#shared/domain/announcements/coverage.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { rowsOf, type ServerTables } from '../read-server.ts';

export function successionHolds(server: ServerTables): readonly string[] {
  const plans = (rowsOf(server, 'plans') as readonly Plan[]).filter(({ status }) => status !== 'cancelled');
  const sections = rowsOf(server, 'sections') as readonly Section[];
  const announcements = rowsOf(server, 'announcements') as readonly Announcement[];
  const live = sections.filter(({ status }) => status !== 'cancelled');
  return sections.flatMap((section) => {
    const { id, lotUid, status, successor } = section;
    const problems: string[] = [];
    const say = (what: string) => problems.push(`succession: ${lotUid} ${what}`);
    const plansOf = plans.filter(({ predecessor }) =>
      predecessor?.sections.some(({ sectionId }) => sectionId === id),
    );
    if (plansOf.map((plan) => plan.id).join() !== (successor?.planId ?? '')) {
      say(
        `is changed by ${plansOf.map((plan) => plan.id).join() || 'no plan'}, and says ${successor?.planId}`,
      );
    }
    const after = live.filter(({ predecessor }) => predecessor?.sectionId === id);
    if (after.map((each) => each.id).join() !== (successor?.sectionId ?? '')) {
      say(`has ${after.length} sections in its place, and says ${successor?.sectionId}`);
    }
    if (successor === null) return problems;
    if (status !== 'failed') say(`is changed, and ${status}`);
    const again = announcements.filter(
      ({ type, publishedAt, sectionIds }) =>
        noticeTypes.has(type) && sectionIds.includes(id) && (publishedAt ?? 0) > successor.begunAt,
    );
    if (again.length > 0) say(`was announced again by ${again.map((each) => each.id).join()}`);
    return problems;
  });
}
