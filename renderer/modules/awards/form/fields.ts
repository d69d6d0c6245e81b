// The fields of the form of a result.
import { flatForm } from '#renderer/ui/form/flat-form.tsx';
import { type AwardContent, awardContentSchema } from '#shared/domain/awards/model.ts';
import { awardPages, label } from '#shared/text/index.ts';

export const awardFields = flatForm<AwardContent>({
  shape: awardContentSchema.shape,
  prefix: 'award',
  labelOf: (field) => label(`awards.content.${field}`),
  help: awardPages.form.help,
});
