// What a field holds, for somebody who has to choose between two.
import type { ContractContent, ContractField } from '#shared/domain/contracts/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { contractPages, forms, label } from '#shared/text/index.ts';

const { yes, no } = contractPages.form;

export function fieldWords(field: ContractField, content: ContractContent): string {
  switch (field) {
    case 'contractKind':
      return named('contracts.kind', content.contractKind);
    case 'amountKind':
      return named('contracts.amountKind', content.amountKind);
    case 'bondForm':
      return named('contracts.bond', content.bondForm);
    case 'several':
      return named('contracts.several', content.several);
    case 'amount':
    case 'bondAmount':
      return money(content[field]);
    case 'copies':
      return content.copies === null ? forms.none : String(content.copies);
    case 'secret':
    case 'nothingHidden':
      return content[field] ? yes : no;
    case 'items':
      return linesOf(
        content.items.map(({ name, spec, requirement, qty, unitPrice }) => [
          ...[name, spec, requirement, qty],
          money(unitPrice, ''),
        ]),
      );
    case 'payments':
      return linesOf(
        content.payments.map(({ kind, condition, amount, dueOn }) => [
          named('contracts.payment', kind, ''),
          condition,
          money(amount, ''),
          dueOn ?? '',
        ]),
      );
    case 'subcontracts':
      return linesOf(content.subcontracts.map(({ name, part, amount }) => [name, part, money(amount, '')]));
    case 'files':
      return linesOf(
        content.files.map(({ fileName, purpose }) => [label(`contracts.purpose.${purpose}`), fileName]),
      );
    default:
      return content[field] || forms.none;
  }
}

function named(group: string, code: string | null, none: string = forms.none): string {
  return code === null ? none : label(`${group}.${code}`);
}

function money(amount: number | null, none: string = forms.none): string {
  return amount === null ? none : formatYuan(amount);
}

function linesOf(lines: readonly (readonly string[])[]): string {
  if (lines.length === 0) return forms.none;
  return lines.map((parts) => parts.filter((part) => part !== '').join(' · ')).join('\n');
}
