// Which findings the form of a plan shows where, and what is wrong with a text that is no value.
import { whyUnreadable } from '#renderer/ui/fields/parse-number.ts';
import type { WrongText } from '#renderer/ui/form/form-content.ts';
import { showing } from '#renderer/ui/form/shown-findings.ts';
import { readQuantity, readWhole, yuanToFen } from '#shared/kernel/money.ts';
import { describeField, planForm } from '#shared/text/index.ts';
import { bounds, isWholeNumber } from './whole-numbers.ts';

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
  'plan.change_approval_no',
  'plan.change_approval_file',
  'plan.supervising_consent',
  'plan.import_opinion',
  'plan.sme_exempt_reason',
  'plan.sme_amount_needed',
  'plan.sme_industry',
  'plan.policy_answered',
  'plan.policy_reason',
  'plan.intention_missing',
]);

export const planRules = showing({ incomplete, wrong: 'where touched' });

export function wordsFor({ field: own, column, text }: WrongText): string {
  return `${why(column ?? own, text)}${planForm.unreadable.keep}`;
}

function why(field: string, text: string): string {
  if (isWholeNumber(field)) {
    const { min, max } = bounds[field];
    return whyUnreadable(readWhole(text, min, max));
  }
  if (field === 'qty') return whyUnreadable(readQuantity(text));
  if (field === 'plannedStart' || field === 'intentionPublishedOn') {
    return describeField({ path: field, code: 'invalid_date' });
  }
  return whyUnreadable(yuanToFen(text));
}
