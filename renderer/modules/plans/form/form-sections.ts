// The sections of the form, which fields stand in each, what is required at present, and how far each section is.

import type { SectionState } from '#renderer/ui/form/form-rail.tsx';
import type { PlanContent, PlanField } from '#shared/domain/plans/model.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { requiredFields } from '#shared/rules/plan/basics.ts';

export const sectionFields = {
  basic: [
    'projectName',
    'fiscalYear',
    'category',
    'budgetUnitCode',
    'supervisingUnit',
    'regionCode',
    'classified',
  ],
  items: ['items', 'importAllowed'],
  money: ['budgetAmount', 'ceilingPrice', 'funds'],
  method: [
    'method',
    'orgForm',
    'methodReasonCode',
    'methodReason',
    'methodApprovalNo',
    'entrusted',
    'agencyId',
    'agencyAgreementNo',
  ],
  policy: ['smeMode', 'smeAmount', 'smeSmallAmount', 'smeExemptReason', 'smeIndustry', 'greenPolicies'],
  schedule: [
    'intentionId',
    'intentionPublishedOn',
    'plannedStart',
    'performancePeriod',
    'performancePlace',
    'evalMethod',
    'priceWeight',
  ],
  sections: ['plannedSections'],
  platform: ['platformId', 'contact', 'phone'],
  files: ['files'],
} as const satisfies Readonly<Record<string, readonly PlanField[]>>;
export type SectionId = keyof typeof sectionFields;
export const sectionIds = Object.keys(sectionFields) as readonly SectionId[];

export function isNonOpenMethod({ method }: PlanContent): boolean {
  return method !== null && method !== 'OPEN_TENDER';
}

export function reservesForSme({ smeMode }: PlanContent): boolean {
  return smeMode !== null && smeMode !== 'NONE';
}

/** Required as the form stands now; the rules have the last word at submission. */
export function requiredNow(content: PlanContent): ReadonlySet<PlanField> {
  const required = new Set<PlanField>(requiredFields);
  if (content.entrusted) required.add('agencyId').add('agencyAgreementNo');
  if (isNonOpenMethod(content)) required.add('methodReasonCode').add('methodReason');
  if (reservesForSme(content)) required.add('smeAmount').add('smeIndustry');
  if (content.evalMethod === 'COMPREHENSIVE_SCORE') required.add('priceWeight');
  return required;
}

export function isEmptyField(value: PlanContent[PlanField]): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** How far a section is: `problems` are the errors that are shown, each once a place; `shown` are the findings. */
export function sectionState(
  section: SectionId,
  content: PlanContent,
  shown: readonly Pick<Finding, 'paths' | 'severity'>[],
  problems: readonly { readonly path: string }[],
): SectionState {
  const fields: readonly PlanField[] = sectionFields[section];
  const required = requiredNow(content);
  const isHere = (path: string) => fields.some((field) => path === field || path.startsWith(`${field}.`));
  return {
    missing: fields.filter((field) => required.has(field) && isEmptyField(content[field])).length,
    errors: problems.filter(({ path }) => isHere(path)).length,
    warnings: shown.filter(({ severity, paths }) => severity === 'warning' && paths.some(isHere)).length,
    optional:
      fields.every((field) => !required.has(field)) && fields.every((field) => isEmptyField(content[field])),
  };
}
