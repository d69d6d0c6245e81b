// Where an announcement of a project is begun; the form reads what it is about from the address.
import type { AskOutput } from '#renderer/api/calls.ts';
import { correctionTypes } from '#shared/codes/announcement-kinds.ts';
import type { AnnouncementListItem } from '#shared/contract/announcements.ts';
import type { Section } from '#shared/domain/projects/model.ts';

export type Startable = AskOutput<'announcements.byProject'>['startable'][number];

/** `sectionIds` are chosen at first. */
export function beginAddress(
  projectId: string,
  { type, targetId }: Startable,
  sectionIds: readonly string[] = [],
): string {
  const params = new URLSearchParams({ type, projectId });
  if (targetId !== null) params.set('targetId', targetId);
  if (sectionIds.length > 0) params.set('sectionIds', sectionIds.join(','));
  return `/announcements/new?${params}`;
}

type Begin = {
  readonly to: string;
  /** Which of its sections it is about, where there are several to choose from. */
  readonly sectionIds: readonly string[];
};

/** The draft of a 结果变更公告 is made with the approval of its filing: it is gone on with, not begun anew; of each section there may be one. */
export function beginsOf(
  projectId: string,
  each: Startable,
  announcements: readonly AnnouncementListItem[],
): readonly Begin[] {
  const drafted =
    each.type === 'RESULT_CHANGE'
      ? announcements.filter(
          ({ type, targetId, publishedAt }) =>
            type === 'RESULT_CHANGE' && targetId === each.targetId && publishedAt === null,
        )
      : [];
  if (drafted.length > 0) {
    return drafted.map(({ id, sectionIds }) => ({
      to: `/announcements/${id}`,
      sectionIds: drafted.length > 1 ? sectionIds : [],
    }));
  }
  // A correction is of the whole, unless somebody takes sections out; for anything else they are chosen.
  const target = announcements.find(({ id }) => id === each.targetId);
  const chosen = correctionTypes.has(each.type) ? (target?.sectionIds ?? []) : [];
  return [{ to: beginAddress(projectId, each, chosen), sectionIds: [] }];
}

export function nosOf(sectionIds: readonly string[], sections: readonly Section[]): readonly string[] {
  return sections.filter(({ id }) => sectionIds.includes(id)).map(({ sectionNo }) => sectionNo);
}
