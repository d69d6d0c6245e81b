// What a field holds, for somebody who has to choose between two.
import type { AcceptanceContent, AcceptanceField } from '#shared/domain/contracts/acceptances/model.ts';
import { acceptancePages, forms, label } from '#shared/text/index.ts';

const { yes, no, rows: rowWords } = acceptancePages.form;
const { head } = acceptancePages.page;

export function fieldWords(field: AcceptanceField, content: AcceptanceContent): string {
  switch (field) {
    case 'part':
    case 'stage':
    case 'conclusion':
    case 'supplierAnswer':
      return content[field] === null ? forms.none : label(`acceptances.${field}.${content[field]}`);
    case 'publicService':
      return content.publicService ? yes : no;
    case 'members':
      return linesOf(
        content.members.map(({ name, unit, role, head: leads }) => {
          const as = role === null ? '' : label(`acceptances.role.${role}`);
          return [name, unit, leads ? head(as) : as];
        }),
      );
    case 'rows':
      return linesOf(
        content.rows.map(({ item, requirement, found, passed }) => [
          ...[item, requirement, found],
          passed === null ? '' : passed ? rowWords.passed : rowWords.failed,
        ]),
      );
    case 'passedItems':
      return linesOf(
        content.passedItems.map((id) => [content.rows.find(({ itemId }) => itemId === id)?.item ?? id]),
      );
    case 'files':
      return linesOf(
        content.files.map(({ fileName, purpose }) => [label(`acceptances.purpose.${purpose}`), fileName]),
      );
    default:
      return content[field] || forms.none;
  }
}

function linesOf(lines: readonly (readonly string[])[]): string {
  if (lines.length === 0) return forms.none;
  return lines.map((parts) => parts.filter((part) => part !== '').join(' · ')).join('\n');
}
