// Which findings the form of an announcement shows where, and what is wrong with a text that is no value.
import { whyUnreadable } from '#renderer/ui/fields/parse-number.ts';
import type { WrongText } from '#renderer/ui/form/form-content.ts';
import { showing } from '#renderer/ui/form/shown-findings.ts';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import { wanToFen, yuanToFen } from '#shared/kernel/money.ts';
import { announcementPages, forms } from '#shared/text/index.ts';

const words = announcementPages.form.unreadable;

/** Rules that say no more than that something is not there yet. */
const incomplete: ReadonlySet<string> = new Set(['announcement.required', 'announcement.sections_chosen']);

export const announcementRules = showing({ incomplete, wrong: 'at once' });

/** Undefined where the format has no such field. */
export function wordsFor(
  fields: readonly TemplateField[],
  { field: key, column, text }: WrongText,
): string | undefined {
  const field = fields.find((each) => each.key === key);
  if (field === undefined) return undefined;
  if (column === undefined) return wordsOfKind(field.kind, text);
  const cell = field.kind === 'table' ? field.columns.find((each) => each.key === column) : undefined;
  return wordsOfKind(cell?.kind ?? 'time', text);
}

function wordsOfKind(kind: string, text: string): string {
  switch (kind) {
    case 'date':
    case 'month':
    case 'time':
      return `${forms.notRead[kind]}。${words.keep}`;
    case 'money':
      return `${whyUnreadable(yuanToFen(text))}${words.keep}`;
    case 'moneyInTenThousands':
      return `${whyUnreadable(wanToFen(text))}${words.keep}`;
    // 更正后: the input is that of the corrected field.
    default:
      return words.other;
  }
}
