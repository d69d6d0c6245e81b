// Which findings the form of an announcement shows where, and what is wrong with a text that is no value.
import type { WrongText } from '#renderer/ui/form/form-content.ts';
import { showing } from '#renderer/ui/form/shown-findings.ts';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import { announcementPages } from '#shared/text/index.ts';

const words = announcementPages.form.unreadable;

/** Rules that say no more than that something is not there yet. */
const incomplete: ReadonlySet<string> = new Set(['announcement.required', 'announcement.sections_chosen']);

export const announcementRules = showing({ incomplete, wrong: 'at once' });

/** Undefined where the format has no such field. */
export function wordsFor(
  fields: readonly TemplateField[],
  { field: key, column }: WrongText,
): string | undefined {
  const field = fields.find((each) => each.key === key);
  if (field === undefined) return undefined;
  if (column === undefined) return wordsOfKind(field.kind);
  const cell = field.kind === 'table' ? field.columns.find((each) => each.key === column) : undefined;
  return wordsOfKind(cell?.kind ?? 'time');
}

function wordsOfKind(kind: string): string {
  switch (kind) {
    case 'date':
    case 'month':
    case 'time':
      return words[kind];
    case 'money':
    case 'moneyInTenThousands':
      return words.money;
    // 更正后: the input is that of the corrected field.
    default:
      return words.other;
  }
}
