// What a field holds, for somebody who has to choose between two.
import type { ContractChangeContent, ContractChangeField } from '#shared/domain/contracts/changes/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { contractChangePages, forms, label } from '#shared/text/index.ts';

const { yes, no } = contractChangePages.form;

export function fieldWords(field: ContractChangeField, content: ContractChangeContent): string {
  const { kind, amount, terminationReason, files } = content;
  switch (field) {
    case 'kind':
      return kind === null ? forms.none : label(`contractChanges.kind.${kind}`);
    case 'terminationReason':
      return terminationReason === null ? forms.none : label(`contractChanges.ended.${terminationReason}`);
    case 'amount':
      return amount === null ? forms.none : formatYuan(amount);
    case 'identical':
    case 'nothingHidden':
      return content[field] ? yes : no;
    case 'files':
      return files.length === 0
        ? forms.none
        : files
            .map(({ fileName, purpose }) => `${label(`contractChanges.purpose.${purpose}`)} · ${fileName}`)
            .join('\n');
    default:
      return content[field] || forms.none;
  }
}
