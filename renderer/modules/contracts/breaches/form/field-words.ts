// What a field holds, for somebody who has to choose between two.
import type { BreachContent, BreachField } from '#shared/domain/contracts/breaches/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { breachPages, forms, label } from '#shared/text/index.ts';

export function fieldWords(field: BreachField, content: BreachContent): string {
  switch (field) {
    case 'party':
    case 'kind':
    case 'delivery':
      return content[field] === null ? forms.none : label(`breaches.${field}.${content[field]}`);
    case 'upheld':
      return content.upheld === null ? breachPages.form.none : label(`breaches.upheld.${content.upheld}`);
    case 'consequences':
      return listed(content.consequences.map((each) => label(`breaches.consequence.${each}`)));
    case 'articles':
      return listed(content.articles.map((each) => label(`breaches.article.${each}`)));
    case 'files':
      return listed(
        content.files.map(({ fileName, purpose }) => `${label(`breaches.purpose.${purpose}`)} · ${fileName}`),
      );
    case 'reduction':
    case 'penalty':
    case 'damages':
    case 'withheld':
    case 'loss': {
      const amount = content[field];
      return amount === null ? forms.none : formatYuan(amount);
    }
    default:
      return content[field] || forms.none;
  }
}

function listed(lines: readonly string[]): string {
  return lines.length === 0 ? forms.none : lines.join('\n');
}
