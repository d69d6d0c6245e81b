// What a visit says of its form.
import { contentsOf } from '#renderer/ui/form/content-of-schema.ts';
import { aboutNothing, recordForm } from '#renderer/ui/form/record-form.ts';
import { type Visit, type VisitContent, visitContentSchema } from '../visits/model.ts';

const empty: VisitContent = { supplier: '', purpose: '' };
const contents = contentsOf(visitContentSchema.shape, empty);

export const visitRecord = recordForm<Visit, VisitContent, keyof VisitContent, null>({
  module: 'visits',
  draft: 'visit',
  contents,
  empty,
  ...aboutNothing(contents.read),
  ofRecord: ({ content }) => ({ about: null, content }),
  nameOf: ({ content }) => content.supplier,
  away: () => '/visits',
  // Nobody draws it here.
  useRecord: () => ({ record: undefined, actions: [], error: null, refetch: () => undefined }),
  useUntouched: () => empty,
});
