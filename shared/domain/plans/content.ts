// The empty form, and a new plan made from an old one.
import type { Id } from '#shared/kernel/ids.ts';
import type { Plan, PlanContent, PlannedSection } from './model.ts';

/** What 增加 opens: nothing chosen, nothing assumed but the answers that the law takes for the usual case. */
export const emptyContent: PlanContent = {
  fiscalYear: null,
  budgetUnitCode: '',
  supervisingUnit: '',
  regionCode: null,
  projectName: '',
  category: null,
  items: [],
  budgetAmount: null,
  ceilingPrice: null,
  funds: [],
  method: null,
  methodApprovalNo: '',
  methodReasonCode: null,
  methodReason: '',
  orgForm: null,
  entrusted: false,
  agencyId: null,
  agencyAgreementNo: '',
  importAllowed: false,
  smeMode: null,
  smeAmount: null,
  smeSmallAmount: null,
  smeExemptReason: null,
  smeIndustry: null,
  greenPolicies: [],
  policies: [],
  classified: false,
  intentionId: null,
  intentionPublishedOn: null,
  plannedStart: null,
  performancePeriod: '',
  performancePlace: '',
  evalMethod: null,
  priceWeight: null,
  plannedSections: [],
  platformId: null,
  contact: '',
  phone: '',
  files: [],
};

/** What a new 采购包 says of its own: nothing, it follows its items and the plan. */
export const followingPackage = {
  catalogCode: null,
  smeReserved: null,
  evalMethod: null,
} as const satisfies Partial<PlannedSection>;

/**
 * The content for 复制为新计划. `newId` gives the ids of the copied lines. Approvals, agreements and the intention belong to the old plan
 * and are not copied, nor are the files that prove them.
 */
export function contentForCopy(plan: Plan, newId: () => Id): PlanContent {
  const { content } = plan;
  const plannedSections = content.plannedSections.map((section) => ({ ...section, id: newId() }));
  const copyOf = (id: Id | null) =>
    plannedSections[content.plannedSections.findIndex((section) => section.id === id)]?.id ?? null;
  return {
    ...content,
    items: content.items.map((item) => ({
      ...item,
      id: newId(),
      plannedSectionId: copyOf(item.plannedSectionId),
    })),
    funds: content.funds.map((fund) => ({ ...fund, id: newId() })),
    plannedSections,
    methodApprovalNo: '',
    agencyAgreementNo: '',
    intentionId: null,
    intentionPublishedOn: null,
    plannedStart: null,
    files: content.files
      .filter(({ purpose }) => purpose === 'requirements' || purpose === 'other')
      .map((file) => ({ ...file, id: newId() })),
  };
}
