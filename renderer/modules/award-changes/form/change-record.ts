// What a 中标结果变更备案 says of its form.
import { z } from 'zod';
import { isId } from '#renderer/api/ids.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { contentsOf } from '#renderer/ui/form/content-of-schema.ts';
import { type OpenForm, recordForm } from '#renderer/ui/form/record-form.ts';
import {
  type AwardChange,
  type ChangeContent,
  type ChangeField,
  changeContentSchema,
  emptyChange,
} from '#shared/domain/award-changes/model.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { awardChangePages } from '#shared/text/index.ts';

/** Of which section; it stays so. */
const aboutSchema = z.object({ sectionId: idSchema });
export type About = Readonly<z.infer<typeof aboutSchema>>;

const contents = contentsOf<ChangeContent>(changeContentSchema.shape, emptyChange);
const inputSchema = aboutSchema.extend({ content: z.unknown() });

export const changeRecord = recordForm<AwardChange, ChangeContent, ChangeField, About>({
  module: 'awardChanges',
  page: '/award-changes',
  draft: 'award-change',
  contents,
  empty: emptyChange,
  about: aboutSchema,
  aboutOfAddress(params) {
    const sectionId = params.get('sectionId') ?? '';
    return isId(sectionId) ? { sectionId } : undefined;
  },
  ofRecord: ({ sectionId, content }) => ({ about: { sectionId }, content }),
  createInput: ({ about, content }) => ({ ...about, content }),
  readCreate(input) {
    const { data } = inputSchema.safeParse(input);
    return data && { about: { sectionId: data.sectionId }, content: contents.read(data.content) };
  },
  nameOf: () => awardChangePages.title,
  away: () => '/award-changes',
  useRecord(id) {
    const { data, error, refetch } = useAsk('awardChanges.get', { id }, { keepPrevious: false });
    return { record: data?.change, actions: data?.actions ?? [], error, refetch };
  },
  useUntouched: () => emptyChange,
});

export type OpenChange = OpenForm<AwardChange, ChangeContent, ChangeField, About>;
