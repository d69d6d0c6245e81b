// The fields of the form of a challenge.
import { flatForm } from '#renderer/ui/form/flat-form.tsx';
import { type ChallengeContent, challengeContentSchema } from '#shared/domain/challenges/model.ts';
import { challengePages, label } from '#shared/text/index.ts';

export const challengeFields = flatForm<ChallengeContent>({
  shape: challengeContentSchema.shape,
  prefix: 'challenge',
  labelOf: (field) => label(`challenges.content.${field}`),
  help: challengePages.form.help,
});
