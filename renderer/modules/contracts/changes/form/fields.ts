// The fields of the form of a 合同变更.
import { flatForm } from '#renderer/ui/form/flat-form.tsx';
import {
  type ContractChangeContent,
  contractChangeContentSchema,
} from '#shared/domain/contracts/changes/model.ts';
import { contractChangePages, label } from '#shared/text/index.ts';

export const changeFields = flatForm<ContractChangeContent>({
  shape: contractChangeContentSchema.shape,
  prefix: 'contract-change',
  labelOf: (field) => label(`contractChanges.content.${field}`),
  help: contractChangePages.form.help,
});
