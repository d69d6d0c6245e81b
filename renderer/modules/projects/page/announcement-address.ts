// Where an announcement of a project is begun; the form reads what it is about from the address.
import type { AskOutput } from '#renderer/api/calls.ts';

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
