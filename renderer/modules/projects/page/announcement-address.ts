// Where an announcement of a project is begun; the form reads what it is about from the address.
import type { AskOutput } from '#renderer/api/calls.ts';
import type { AnnouncementListItem } from '#shared/contract/announcements.ts';

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

/** The draft of a 结果变更公告 is made with the approval of its filing: it is gone on with, not begun anew. */
export function addressOf(
  projectId: string,
  each: Startable,
  announcements: readonly AnnouncementListItem[],
): string {
  const drafted =
    each.type === 'RESULT_CHANGE'
      ? announcements.find(
          ({ type, targetId, publishedAt }) =>
            type === 'RESULT_CHANGE' && targetId === each.targetId && publishedAt === null,
        )
      : undefined;
  if (drafted !== undefined) return `/announcements/${drafted.id}`;
  // A correction is of the whole, unless somebody takes sections out; for anything else they are chosen.
  const target = announcements.find(({ id }) => id === each.targetId);
  return beginAddress(projectId, each, each.type === 'CORRECTION' ? (target?.sectionIds ?? []) : []);
}
