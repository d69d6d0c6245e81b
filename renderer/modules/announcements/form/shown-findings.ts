// Which findings the form of an announcement shows where, and what is wrong with a text that is no value.
import type { Unreadable } from '#renderer/ui/form/form-content.ts';
import { type Problem, showing } from '#renderer/ui/form/shown-findings.ts';
import { linesIn, valueAt } from '#shared/domain/announcements/field-values.ts';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import { announcementPages } from '#shared/text/index.ts';

const words = announcementPages.form.unreadable;

/** Rules that say no more than that something is not there yet. */
const incomplete: ReadonlySet<string> = new Set(['announcement.required', 'announcement.sections_chosen']);

export const { isIncomplete, shownFindings, problemsOf } = showing({ incomplete, wrong: 'at once' });

/** What is wrong with each text that is no value, at the path where its line stands now. */
export function unreadableProblems(
  unreadable: Unreadable,
  fields: readonly TemplateField[],
  values: Values,
): readonly Problem[] {
  return Object.keys(unreadable).flatMap((place) => {
    const [key = '', line, column] = place.split('.');
    const field = fields.find((each) => each.key === key);
    if (field === undefined) return [];
    if (line === undefined || column === undefined) return [{ path: key, text: wordsFor(field.kind) }];
    const index = linesIn(valueAt(values, key)).findIndex(({ id }) => id === line);
    const kind = field.kind === 'table' ? field.columns.find((each) => each.key === column)?.kind : undefined;
    return index < 0 ? [] : [{ path: `${key}.${index}.${column}`, text: wordsFor(kind ?? 'time') }];
  });
}

function wordsFor(kind: string): string {
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
