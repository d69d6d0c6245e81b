// What a result says of its form.
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { isId } from '#renderer/api/ids.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { contentsOf } from '#renderer/ui/form/content-of-schema.ts';
import { type LinesOf, stillUnreadable } from '#renderer/ui/form/form-content.ts';
import { type OpenForm, recordForm } from '#renderer/ui/form/record-form.ts';
import {
  type Award,
  type AwardContent,
  type AwardField,
  awardContentSchema,
  emptyAward,
} from '#shared/domain/awards/model.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { awardPages } from '#shared/text/index.ts';
import { openedIn } from './standing.ts';

/** Of which section in which notice; it stays so. The project is where one comes from, and is not known of a refused command. */
const aboutSchema = z.object({
  projectId: idSchema.nullable().default(null),
  sectionId: idSchema,
  noticeId: idSchema,
});
export type About = Readonly<z.infer<typeof aboutSchema>>;

/** Lines have no id of their own: they are known by where they stand. */
export function linesOf({ candidates }: Pick<AwardContent, 'candidates'>): LinesOf {
  return (field) => (field === 'candidates' ? candidates.map((_, index) => ({ id: String(index) })) : []);
}

const contents = {
  ...contentsOf<AwardContent>(awardContentSchema.shape, emptyAward),
  stillUnreadable: (unreadable: Readonly<Record<string, string>>, content: AwardContent) =>
    stillUnreadable(unreadable, linesOf(content)),
};
const inputSchema = aboutSchema.extend({ content: z.unknown() });

export const awardRecord = recordForm<Award, AwardContent, AwardField, About>({
  module: 'awards',
  draft: 'award',
  contents,
  empty: emptyAward,
  about: aboutSchema,
  aboutOfAddress,
  idFollows: true,
  ofRecord: ({ projectId, sectionId, noticeId, content }) => ({
    about: { projectId, sectionId, noticeId },
    content,
  }),
  createInput: ({ about: { sectionId, noticeId }, content }) => ({ sectionId, noticeId, content }),
  readCreate(input) {
    const { data } = inputSchema.safeParse(input);
    if (data === undefined) return undefined;
    const { content, ...about } = data;
    return { about, content: contents.read(content) };
  },
  nameOf: () => awardPages.title,
  away: placeOf,
  useRecord(id) {
    const { data, error, refetch } = useAsk('awards.get', { id }, { keepPrevious: false });
    return { record: data?.award, actions: data?.actions ?? [], error, refetch };
  },
  useUntouched: useKnown,
});

function aboutOfAddress(params: URLSearchParams): About | undefined {
  const at = (name: string) => params.get(name) ?? '';
  const [projectId, sectionId, noticeId] = [at('projectId'), at('sectionId'), at('noticeId')];
  if (!isId(sectionId) || !isId(noticeId)) return undefined;
  return { projectId: isId(projectId) ? projectId : null, sectionId, noticeId };
}

/** A new one begins with whom the opening has told of, where the ranking is typed; what is gone on with has its own. */
function useKnown(): AwardContent | undefined {
  const [params] = useSearchParams();
  const about = aboutOfAddress(params);
  const { data, error } = useAsk(
    'awards.check',
    { sectionId: about?.sectionId ?? '', content: emptyAward },
    { enabled: about !== undefined, keepPrevious: false },
  );
  // Why it cannot be begun, the form says itself.
  if (about === undefined || error !== null) return emptyAward;
  return data && { ...emptyAward, candidates: openedIn(data) };
}

export type OpenAward = OpenForm<Award, AwardContent, AwardField, About>;

export function placeOf({ projectId }: Pick<About, 'projectId'>): string {
  return projectId === null ? '/projects' : `/projects/${projectId}`;
}
