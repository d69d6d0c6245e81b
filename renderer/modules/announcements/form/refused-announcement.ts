// A refused 起草 or 修改 as the form takes it up again. The address has its id as `refused`; other modules link there and know no more of it.
import { z } from 'zod';
import type { AskOutput } from '#renderer/api/calls.ts';
import { announcementTypeCodes } from '#shared/domain/announcements/model.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import type { About, AnnouncementDraft } from './announcement-draft.ts';
import { type FormContent, readContent, sectionsField, withValue } from './form-content.ts';

export type RefusedAnnouncement = {
  readonly commandId: string;
  readonly error: AskOutput<'outbox.get'>['item']['error'];
  readonly announcementId: string;
} & (
  | { readonly name: 'announcements.create'; readonly about: About; readonly content: FormContent }
  | { readonly name: 'announcements.edit'; readonly changes: readonly Change[] }
);
type Change = { readonly field: string; readonly from?: unknown; readonly to?: unknown };

const createSchema = z.object({
  id: idSchema,
  type: z.enum(announcementTypeCodes),
  projectId: idSchema.nullable(),
  targetId: idSchema.nullable().default(null),
  sectionIds: z.unknown(),
  content: z.unknown(),
});
const editSchema = z.object({
  id: idSchema,
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
});

/** Undefined for what no longer waits to be put right, and for what is not of an announcement's content. */
export function readRefused({ item, input }: AskOutput<'outbox.get'>): RefusedAnnouncement | undefined {
  if (item.state !== 'rejected' || item.replacedBy !== null) return undefined;
  const common = { commandId: item.id, error: item.error };
  if (item.name === 'announcements.create') {
    const { data } = createSchema.safeParse(input);
    if (data === undefined) return undefined;
    const { id, type, projectId, targetId, sectionIds, content } = data;
    const about = { type, projectId, targetId };
    return {
      ...common,
      name: item.name,
      announcementId: id,
      about,
      content: readContent({ sectionIds, values: content }),
    };
  }
  if (item.name === 'announcements.edit') {
    const { data } = editSchema.safeParse(input);
    return data && { ...common, name: item.name, announcementId: data.id, changes: data.changes };
  }
  return undefined;
}

/** What was asked for, as if it had been typed and not saved: what others have changed since is then merged like any other change of theirs. */
export function draftOfRefused(
  refused: RefusedAnnouncement,
  saved: FormContent | null,
  about: About,
): AnnouncementDraft {
  if (refused.name === 'announcements.create') {
    return { about: refused.about, base: saved, content: refused.content, unreadable: {} };
  }
  const beside = saved ?? { sectionIds: [], values: {} };
  const side = (of: 'from' | 'to') =>
    refused.changes.reduce((content, change) => withChange(content, change.field, change[of]), beside);
  return { about, base: side('from'), content: side('to'), unreadable: {} };
}

function withChange(content: FormContent, field: string, value: unknown): FormContent {
  if (field === sectionsField) {
    return { ...content, sectionIds: readContent({ sectionIds: value }).sectionIds };
  }
  const read = readContent({ values: { [field]: value } }).values[field];
  return { ...content, values: withValue(content.values, field, read ?? undefined) };
}
