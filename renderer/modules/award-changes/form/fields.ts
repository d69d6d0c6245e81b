// The fields of the form of a 中标结果变更备案.
import { flatForm } from '#renderer/ui/form/flat-form.tsx';
import { type ChangeContent, changeContentSchema } from '#shared/domain/award-changes/model.ts';
import { awardChangePages, label } from '#shared/text/index.ts';

export const changeFields = flatForm<ChangeContent>({
  shape: changeContentSchema.shape,
  prefix: 'change',
  labelOf: (field) => label(`awardChanges.content.${field}`),
  help: awardChangePages.form.help,
});
