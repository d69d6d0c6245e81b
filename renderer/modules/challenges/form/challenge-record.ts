// What a challenge says of its form.
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { isId } from '#renderer/api/ids.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { contentsOf } from '#renderer/ui/form/content-of-schema.ts';
import { type OpenForm, recordForm } from '#renderer/ui/form/record-form.ts';
import {
  type Challenge,
  type ChallengeContent,
  type ChallengeField,
  challengeContentSchema,
  emptyChallenge,
} from '#shared/domain/challenges/model.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { challengePages } from '#shared/text/index.ts';

/** Of which project; it stays so. */
const aboutSchema = z.object({ projectId: idSchema });
export type About = Readonly<z.infer<typeof aboutSchema>>;

const contents = contentsOf<ChallengeContent>(challengeContentSchema.shape, emptyChallenge);
const inputSchema = aboutSchema.extend({ content: z.unknown() });

export const challengeRecord = recordForm<Challenge, ChallengeContent, ChallengeField, About>({
  module: 'challenges',
  draft: 'challenge',
  contents,
  empty: emptyChallenge,
  about: aboutSchema,
  aboutOfAddress(params) {
    const projectId = params.get('projectId') ?? '';
    return isId(projectId) ? { projectId } : undefined;
  },
  ofRecord: ({ projectId, content }) => ({ about: { projectId }, content }),
  createInput: ({ about, content }) => ({ ...about, content }),
  readCreate(input) {
    const { data } = inputSchema.safeParse(input);
    return data && { about: { projectId: data.projectId }, content: contents.read(data.content) };
  },
  nameOf: ({ content }) => challengeName(content),
  away: ({ projectId }) => `/projects/${projectId}`,
  useRecord(id) {
    const { data, error, refetch } = useAsk('challenges.get', { id }, { keepPrevious: false });
    return { record: data?.challenge, actions: data?.actions ?? [], error, refetch };
  },
  useUntouched() {
    const [params] = useSearchParams();
    const sectionId = params.get('sectionId') ?? '';
    return isId(sectionId) ? { ...emptyChallenge, sectionIds: [sectionId] } : emptyChallenge;
  },
});

export type OpenChallenge = OpenForm<Challenge, ChallengeContent, ChallengeField, About>;

export function challengeName({ supplierName }: Pick<ChallengeContent, 'supplierName'>): string {
  return supplierName.trim() === '' ? challengePages.unnamed : challengePages.title(supplierName);
}
