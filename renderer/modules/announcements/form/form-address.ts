// What the address of a new announcement says it is about. Addresses can be typed by hand: what does not fit is asked nowhere.
import { z } from 'zod';
import { isId } from '#renderer/api/ids.ts';
import { announcementTypeCodes } from '#shared/domain/announcements/model.ts';
import { idSchema } from '#shared/kernel/ids.ts';

export const aboutSchema = z.object({
  type: z.enum(announcementTypeCodes),
  projectId: idSchema.nullable(),
  targetId: idSchema.nullable().default(null),
});
/** What a new announcement is about; it stays so. */
export type About = Readonly<z.infer<typeof aboutSchema>>;

export const newIntentionAddress = `/announcements/new?${new URLSearchParams({ type: 'INTENTION' })}`;

export function readAbout(params: URLSearchParams): About | undefined {
  const type = announcementTypeCodes.find((code) => code === params.get('type'));
  const projectId = idIn(params, 'projectId');
  const targetId = idIn(params, 'targetId');
  if (type === undefined || projectId === undefined || targetId === undefined) return undefined;
  return { type, projectId, targetId };
}

/** Sections that are chosen at first. */
export function readSectionIds(params: URLSearchParams): readonly string[] {
  return (params.get('sectionIds') ?? '').split(',').filter(isId);
}

/** Null where there is none, undefined where it is none. */
function idIn(params: URLSearchParams, name: string): string | null | undefined {
  const text = params.get(name);
  if (text === null || text === '') return null;
  return isId(text) ? text : undefined;
}

/** Where an announcement is found from: its project, or the list of what belongs to none. */
export function placeOf({ projectId }: Pick<About, 'projectId'>): string {
  return projectId === null ? '/announcements/intentions' : `/projects/${projectId}`;
}
