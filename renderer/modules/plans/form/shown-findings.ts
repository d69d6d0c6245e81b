// Which findings are shown where. A form that is still being filled in is not blamed for what is missing: that is said at a field which was left
// empty, in the contents rail, and in full once a submission was tried. Everything else is said as one types.
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { yuanToFen } from '#shared/kernel/money.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { describeField, describeFinding, planForm } from '#shared/text/index.ts';
import type { Unreadable } from './form-content.ts';

/** Rules that say no more than that something is not there yet. */
const incomplete: ReadonlySet<string> = new Set([
  'plan.required',
  'plan.item_complete',
  'plan.fund_complete',
  'plan.section_complete',
  'plan.agency_needed',
  'plan.agency_agreement_no',
  'plan.agency_agreement_file',
  'plan.method_reason_code',
  'plan.method_reason',
  'plan.method_approval_no',
  'plan.method_approval_file',
  'plan.supervising_consent',
  'plan.import_opinion',
  'plan.sme_exempt_reason',
  'plan.sme_amount_needed',
  'plan.sme_industry',
  'plan.intention_missing',
]);

/** `touched` are top-level fields; each finding is cut down to the places where it is shown. */
export function shownFindings(
  findings: readonly Finding[],
  touched: ReadonlySet<string>,
  attempted: boolean,
): readonly Finding[] {
  if (attempted) return findings;
  return findings.flatMap((finding) => {
    const isTouched = (path: string) => touched.has(path.split('.')[0] ?? path);
    if (!incomplete.has(finding.ruleId)) return finding.paths.some(isTouched) ? [finding] : [];
    // Lines of a table are begun empty: they are told only at submission.
    const paths = finding.paths.filter((path) => !path.includes('.') && isTouched(path));
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
      // A sum that is wrong is wrong at two fields, and is one thing to put right.
      const places = incomplete.has(finding.ruleId) ? finding.paths : finding.paths.slice(0, 1);
      return places.map((path) => ({ path, text }));
    });
}

export function isIncomplete(ruleId: string): boolean {
  return incomplete.has(ruleId);
}

/** What is wrong with each text that is no value, at the path where its line stands now. */
export function unreadableProblems(unreadable: Unreadable, content: PlanContent): readonly Problem[] {
  return Object.entries(unreadable).flatMap(([place, text]) => {
    const [list = '', line, field] = place.split('.');
    if (line === undefined || field === undefined) return [{ path: place, text: wordsFor(place, text) }];
    const lines: readonly { readonly id: string }[] =
      list === 'items' ? content.items : list === 'funds' ? content.funds : content.plannedSections;
    const index = lines.findIndex(({ id }) => id === line);
    return index < 0 ? [] : [{ path: `${list}.${index}.${field}`, text: wordsFor(field, text) }];
  });
}

function wordsFor(field: string, text: string): string {
  if (field === 'fiscalYear') return planForm.unreadable.fiscalYear;
  if (field === 'priceWeight') return planForm.unreadable.priceWeight;
  return `${describeField({ path: field, code: codeFor(field, text) })}${planForm.unreadable.keep}`;
}

function codeFor(field: string, text: string): string {
  if (field === 'qty') return 'quantity_format';
  if (field === 'plannedStart' || field === 'intentionPublishedOn') return 'invalid_date';
  return moneyCode(text);
}

function moneyCode(text: string): string {
  const read = yuanToFen(text);
  return read.ok ? 'money_format' : (read.error.fields?.[0]?.code ?? 'money_format');
}
