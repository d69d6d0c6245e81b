// The fields of the form of a contract.
import { flatForm } from '#renderer/ui/form/flat-form.tsx';
import { type ContractContent, contractContentSchema } from '#shared/domain/contracts/model.ts';
import { contractPages, label } from '#shared/text/index.ts';

export const contractFields = flatForm<ContractContent>({
  shape: contractContentSchema.shape,
  prefix: 'contract',
  labelOf: (field) => label(`contracts.content.${field}`),
  help: contractPages.form.help,
});
