// The fields of an answer while it is written: none of them need be there yet.

import { contentsOf } from '#renderer/ui/form/content-of-schema.ts';
import { flatForm } from '#renderer/ui/form/flat-form.tsx';
import { type Reply, replySchema } from '#shared/domain/challenges/model.ts';
import { challengePages, label } from '#shared/text/index.ts';

export type ReplyDraft = Omit<Reply, 'conclusion' | 'repliedOn'> & {
  readonly conclusion: Reply['conclusion'] | null;
  readonly repliedOn: Reply['repliedOn'] | null;
};

const shape = {
  ...replySchema.shape,
  conclusion: replySchema.shape.conclusion.nullable(),
  repliedOn: replySchema.shape.repliedOn.nullable(),
};

export const emptyReply: ReplyDraft = {
  conclusion: null,
  consequence: null,
  text: '',
  repliedOn: null,
  servedOn: null,
  service: null,
  files: [],
};

export const replyFields = flatForm<ReplyDraft>({
  shape,
  prefix: 'reply',
  labelOf: (field) => label(`challenges.reply.${field}`),
  help: { files: challengePages.reply.filesHint },
});

export const { read: readReply } = contentsOf<ReplyDraft>(shape, emptyReply);
