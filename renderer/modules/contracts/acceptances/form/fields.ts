// The fields of the form of a 履约验收.
import { flatForm } from '#renderer/ui/form/flat-form.tsx';
import {
  type AcceptanceContent,
  acceptanceContentSchema,
} from '#shared/domain/contracts/acceptances/model.ts';
import { acceptancePages, label } from '#shared/text/index.ts';

export const acceptanceFields = flatForm<AcceptanceContent>({
  shape: acceptanceContentSchema.shape,
  prefix: 'acceptance',
  labelOf: (field) => label(`acceptances.content.${field}`),
  help: acceptancePages.form.help,
});
