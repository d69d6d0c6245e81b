// What a field holds, for somebody who has to choose between two.
import { codeName } from '#shared/codes/code-table.ts';
import { resultChangeReasons } from '#shared/codes/outcome-reasons.ts';
import type { ChangeContent, ChangeField } from '#shared/domain/award-changes/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { forms, label } from '#shared/text/index.ts';

export function fieldWords(field: ChangeField, content: ChangeContent): string {
  const { reasonCode, action, contractState, qualified, sizeClass, amount } = content;
  switch (field) {
    case 'reasonCode':
      return reasonCode === null ? forms.none : (codeName(resultChangeReasons, reasonCode) ?? reasonCode);
    case 'action':
      return action === null ? forms.none : label(`awardChanges.action.${action}`);
    case 'contractState':
      return contractState === null ? forms.none : label(`awardChanges.contractState.${contractState}`);
    case 'qualified':
      return qualified === null ? forms.none : String(qualified);
    case 'sizeClass':
      return sizeClass === null ? forms.none : label(`suppliers.size.${sizeClass}`);
    case 'amount':
      return amount === null ? forms.none : formatYuan(amount);
    case 'members':
      return linesOf(content.members.map(({ name, uscc, share }) => [name, uscc, share]));
    case 'corrections':
      return linesOf(content.corrections.map(({ item, before, after }) => [item, before, after]));
    case 'files':
      return linesOf(
        content.files.map(({ fileName, purpose }) => [label(`awardChanges.purpose.${purpose}`), fileName]),
      );
    default:
      return content[field] === '' ? forms.none : content[field];
  }
}

function linesOf(lines: readonly (readonly string[])[]): string {
  if (lines.length === 0) return forms.none;
  return lines.map((parts) => parts.filter((part) => part !== '').join(' · ')).join('\n');
}
