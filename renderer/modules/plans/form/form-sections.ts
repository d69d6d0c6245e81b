// The sections of the form, which fields stand in each, what is required at present, and how far each section is.
import { isBlank } from '#renderer/ui/form/content-of-schema.ts';
import type { SectionState } from '#renderer/ui/form/form-rail.tsx';
import { type Shown, sectionState } from '#renderer/ui/form/section-state.ts';
import type { Policy } from '#shared/codes/procurement-policies.ts';
import type { PlanContent, PlanField } from '#shared/domain/plans/model.ts';
import { requiredFields } from '#shared/rules/plan/basics.ts';
import { isScored } from '#shared/rules/plan/evaluation.ts';

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
  policy: [
    'smeMode',
    'smeAmount',
    'smeSmallAmount',
    'smeExemptReason',
    'smeIndustry',
    'policies',
    'greenPolicies',
  ],
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

/** Required as the form stands now, `asked` being the policies to answer; the rules have the last word at submission. */
export function requiredNow(content: PlanContent, asked: readonly Policy[] = []): ReadonlySet<PlanField> {
  const required = new Set<PlanField>(requiredFields);
  if (content.entrusted) required.add('agencyId').add('agencyAgreementNo');
  if (isNonOpenMethod(content)) required.add('methodReasonCode').add('methodReason');
  if (reservesForSme(content)) required.add('smeAmount').add('smeIndustry');
  if (asked.length > 0) required.add('policies');
  if (isScored(content)) required.add('priceWeight');
  return required;
}

export function planSectionState(
  section: SectionId,
  content: PlanContent,
  shown: Shown,
  asked: readonly Policy[] = [],
): SectionState {
  const required = requiredNow(content, asked);
  const fields: readonly PlanField[] = sectionFields[section];
  return sectionState(
    fields.map((key) => ({ key, asked: { required: required.has(key), blank: isBlank(content[key]) } })),
    shown,
  );
}
