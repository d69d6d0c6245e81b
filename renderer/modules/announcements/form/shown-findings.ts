// Which findings are shown where. A form that is still being filled in is not blamed for what is missing: that is said at a field which was left
// empty, in the contents rail, and in full once a submission was tried. Everything else is said as one types.
import { linesIn, valueAt } from '#shared/domain/announcements/field-values.ts';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { announcementPages, describeFinding } from '#shared/text/index.ts';
import type { Unreadable } from './form-content.ts';

const words = announcementPages.form.unreadable;

/** Rules that say no more than that something is not there yet. */
const incomplete: ReadonlySet<string> = new Set(['announcement.required', 'announcement.sections_chosen']);

export function isIncomplete(ruleId: string): boolean {
  return incomplete.has(ruleId);
}

/** `touched` are top-level fields; each finding is cut down to the places where it is shown. */
export function shownFindings(
  findings: readonly Finding[],
  touched: ReadonlySet<string>,
  attempted: boolean,
): readonly Finding[] {
  if (attempted) return findings;
  return findings.flatMap((finding) => {
    if (!incomplete.has(finding.ruleId)) return [finding];
    // Lines of a table are begun empty: they are told only at submission.
    const paths = finding.paths.filter((path) => !path.includes('.') && touched.has(path));
    return paths.length === 0 ? [] : [{ ...finding, paths }];
  });
}

export type Problem = { readonly path: string; readonly text: string };

/** Every error once a place, for the summary. */
export function problemsOf(findings: readonly Finding[]): readonly Problem[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .flatMap((finding) => {
      const text = describeFinding(finding);
      const places = incomplete.has(finding.ruleId) ? finding.paths : finding.paths.slice(0, 1);
      return places.map((path) => ({ path, text }));
    });
}

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
