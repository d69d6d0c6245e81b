// What an announcement says of its form.
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { useAsk } from '#renderer/api/use-ask.ts';
import { type OpenForm, recordForm } from '#renderer/ui/form/record-form.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import { type About, aboutSchema, placeOf, readAbout, readSectionIds } from './form-address.ts';
import { announcementContents, type FormContent, noContent } from './form-content.ts';

const inputSchema = aboutSchema.extend({ sectionIds: z.unknown(), content: z.unknown() });

export const announcementRecord = recordForm<Announcement, FormContent, string, About>({
  module: 'announcements',
  draft: 'announcement',
  contents: announcementContents,
  empty: noContent,
  about: aboutSchema,
  aboutOfAddress: readAbout,
  ofRecord: ({ type, projectId, targetId, sectionIds, content }) => ({
    about: { type, projectId, targetId },
    content: { sectionIds, values: content },
  }),
  createInput: ({ about, content: { sectionIds, values } }) => ({
    ...about,
    templateVersion: templateOf(about.type).version,
    sectionIds,
    content: values,
  }),
  readCreate(input) {
    const { data } = inputSchema.safeParse(input);
    if (data === undefined) return undefined;
    const { sectionIds, content: values, ...about } = data;
    return { about, content: announcementContents.read({ sectionIds, values }) };
  },
  nameOf: ({ about }) => templateOf(about.type).name,
  away: placeOf,
  useRecord(id) {
    const { data, error, refetch } = useAsk('announcements.get', { id }, { keepPrevious: false });
    return { record: data?.announcement, actions: data?.actions ?? [], error, refetch };
  },
  useUntouched() {
    const [params] = useSearchParams();
    return { ...noContent, sectionIds: readSectionIds(params) };
  },
});

export type OpenAnnouncement = OpenForm<Announcement, FormContent, string, About>;
