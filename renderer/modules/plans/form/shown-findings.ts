// Which findings the form of a plan shows where, and what is wrong with a text that is no value.
import type { WrongText } from '#renderer/ui/form/form-content.ts';
import { showing } from '#renderer/ui/form/shown-findings.ts';
import { yuanToFen } from '#shared/kernel/money.ts';
import { describeField, planForm } from '#shared/text/index.ts';

/** Rules that say no more than that something is not there yet. */
const incomplete: ReadonlySet<string> = new Set([
  'plan.required',
  'plan.item_complete',
  'plan.fund_complete',
  'plan.section_complete',
  'plan.item_package',
  'plan.package_empty',
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

export const planRules = showing({ incomplete, wrong: 'where touched' });

export function wordsFor({ field: own, column, text }: WrongText): string {
  const field = column ?? own;
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
