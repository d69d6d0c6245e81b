// What is kept of an open form beside the outbox, so that a killed window loses at most the last half second. The draft of an announcement never saved
// says also what it is about: its address has the id alone when it is resumed.
import { z } from 'zod';
import type { FormDraft } from '#renderer/ui/form/form-state.ts';
import { announcementTypeCodes } from '#shared/domain/announcements/model.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { type FormContent, readContent } from './form-content.ts';

/** Under `form` in the list of drafts: announcements never saved, and edits of saved ones. */
export const newAnnouncementForm = 'announcements.create';
export const editAnnouncementForm = 'announcements.edit';

export function draftKey(id: string): string {
  return `announcement/${id}`;
}

export function idOfDraft(key: string): string | undefined {
  return /^announcement\/([0-9a-f-]{36})$/.exec(key)?.[1];
}

const aboutSchema = z.object({
  type: z.enum(announcementTypeCodes),
  projectId: idSchema.nullable(),
  targetId: idSchema.nullable(),
});
/** What a new announcement is about; it stays so. */
export type About = Readonly<z.infer<typeof aboutSchema>>;

export type AnnouncementDraft = FormDraft<FormContent> & { readonly about: About };

const draftSchema = z.object({
  about: aboutSchema,
  base: z.unknown().optional(),
  content: z.unknown(),
  unreadable: z.record(z.string(), z.string()).catch({}),
});

/** Undefined for what is no draft of an announcement at all. */
export function readDraft(body: unknown): AnnouncementDraft | undefined {
  const parsed = draftSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { about, base, content, unreadable } = parsed.data;
  return {
    about,
    base: base === null || base === undefined ? null : readContent(base),
    content: readContent(content),
    unreadable,
  };
}

export function sameAbout(one: About, other: About): boolean {
  return one.type === other.type && one.projectId === other.projectId && one.targetId === other.targetId;
}
