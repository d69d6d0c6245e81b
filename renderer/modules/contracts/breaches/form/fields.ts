// The fields of the form of a breach.
import { flatForm } from '#renderer/ui/form/flat-form.tsx';
import { type BreachContent, breachContentSchema } from '#shared/domain/contracts/breaches/model.ts';
import { breachPages, label } from '#shared/text/index.ts';

export const breachFields = flatForm<BreachContent>({
  shape: breachContentSchema.shape,
  prefix: 'breach',
  labelOf: (field) => label(`breaches.content.${field}`),
  help: breachPages.form.help,
});
