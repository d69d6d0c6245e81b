// One lawful plan. The examples of every rule change it in one place; test data are built on it.
import { publishedCalendar } from '#shared/codes/holidays.ts';
import type { Organisation, Platform } from '#shared/domain/admin/model.ts';
import { settingDefinitions } from '#shared/domain/admin/settings.ts';
import { followingPackage } from '#shared/domain/plans/content.ts';
import type { FilePurpose, Plan, PlanContent } from '#shared/domain/plans/model.ts';
import type { PlanPredecessor } from '#shared/domain/plans/predecessor.ts';
import { type GivenPlanFacts, type PlanFacts, planFacts } from './plan-facts.ts';

const id = (tail: number) => `00000000-0000-7000-8000-${String(tail).padStart(12, '0')}`;

export const examplePurchaser: Organisation = {
  id: id(1),
  kind: 'purchaser',
  name: 'Example Unit',
  uscc: '11411000005712349F',
  regionCode: '411000',
  budgetUnitCode: '101001',
  supervisingUnit: 'Example Supervising Unit',
  agencyKind: null,
  address: 'Example Road 1',
  contact: 'Zhang',
  phone: '0374-1234567',
  active: true,
};

export const exampleAgency: Organisation = {
  ...examplePurchaser,
  id: id(2),
  kind: 'agency',
  name: 'Example Agency',
  uscc: '91411000MA3X12345A',
  budgetUnitCode: '',
  supervisingUnit: '',
  agencyKind: 'SOCIAL_AGENCY',
};

export const examplePlatform: Platform = {
  id: 'xuchang',
  name: 'Example Centre',
  regionCode: '411000',
  inboxUrl: 'http://127.0.0.1:8090/exchange/inbox',
  publicKeys: [],
  active: true,
};

export function exampleFile(purpose: FilePurpose): PlanContent['files'][number] {
  return {
    id: id(900),
    purpose,
    fileName: `${purpose}.pdf`,
    mediaType: 'application/pdf',
    size: 1024,
    sha256: '0'.repeat(64),
  };
}

/** 1,500,000 yuan of goods outside the 集中采购目录, by open tender through a social agency, reserved for small enterprises. */
export const exampleContent: PlanContent = {
  fiscalYear: 2026,
  budgetUnitCode: '101001',
  supervisingUnit: 'Example Supervising Unit',
  regionCode: '411000',
  projectName: 'Laboratory equipment 2026',
  category: 'A',
  items: [
    {
      id: id(101),
      catalogEdition: '2022',
      catalogCode: 'A02321900',
      name: 'Analyser',
      qty: '3',
      unit: 'set',
      unitPrice: 50_000_000,
      amount: 150_000_000,
      plannedSectionId: null,
    },
  ],
  budgetAmount: 150_000_000,
  ceilingPrice: 148_000_000,
  funds: [{ id: id(201), source: 'GENERAL', amount: 150_000_000, budgetItemNo: '411000-26-0001' }],
  method: 'OPEN_TENDER',
  methodApprovalNo: '',
  methodReasonCode: null,
  methodReason: '',
  orgForm: 'DISPERSED',
  entrusted: true,
  agencyId: exampleAgency.id,
  agencyAgreementNo: 'WT-2026-001',
  importAllowed: false,
  smeMode: 'WHOLE_PROJECT',
  smeAmount: 150_000_000,
  smeSmallAmount: 90_000_000,
  smeExemptReason: null,
  smeIndustry: 'INDUSTRY',
  greenPolicies: [],
  policies: [{ code: 'DOMESTIC_PRODUCT', applies: true, rate: 20, reason: '' }],
  classified: false,
  intentionId: 'YX-2026-001',
  intentionPublishedOn: '2026-01-20',
  plannedStart: '2026-03-16',
  performancePeriod: '60 days',
  performancePlace: 'Xuchang',
  evalMethod: 'COMPREHENSIVE_SCORE',
  priceWeight: 30,
  plannedSections: [
    {
      id: id(301),
      no: '1',
      name: 'Section 1',
      budget: 150_000_000,
      reserve: 150_000_000,
      ...followingPackage,
    },
  ],
  platformId: examplePlatform.id,
  contact: 'Li',
  phone: '0374-1234567',
  files: [exampleFile('agency_agreement')],
};

/** Facts of the lawful plan with parts of its content, and of what is known around it, replaced. */
export function exampleFacts(
  content: Partial<PlanContent> = {},
  around: Partial<Omit<GivenPlanFacts, 'content'>> = {},
): PlanFacts {
  return planFacts({
    planId: id(10),
    content: { ...exampleContent, ...content },
    predecessor: null,
    before: undefined,
    today: '2026-01-21',
    purchaser: examplePurchaser,
    agency: exampleAgency,
    platform: examplePlatform,
    unitPlans: [],
    thresholds: settingDefinitions.thresholds.fallback,
    centralisedEdition: settingDefinitions['catalogue.centralisedEdition'].fallback,
    smeRules: settingDefinitions['plans.smeRules'].fallback,
    policies: settingDefinitions.policies.fallback,
    intentionDays: settingDefinitions['plans.intentionDays'].fallback,
    calendar: publishedCalendar,
    ...around,
  });
}

/** The example plan as one that failed in an open tender; the plan that changes the method buys all of it. */
export const examplePredecessor: PlanPredecessor = {
  planId: id(11),
  planNo: 'XC-2026-0001',
  projectId: id(12),
  projectNo: null,
  method: 'OPEN_TENDER',
  category: 'A',
  available: 150_000_000,
  budgetAmount: 150_000_000,
  platformId: examplePlatform.id,
  sections: [
    {
      ...{
        sectionId: id(401),
        sectionNo: '1',
        name: 'Section 1',
        lotUid: 'LOT-1',
        plannedSectionId: id(301),
      },
      ...{ budget: 150_000_000, reserve: 150_000_000, rounds: 1, suppliers: 2 },
    },
  ],
};

/** Facts of a change of method to 竞争性谈判, lawful but for what is replaced. */
export function exampleChange(
  content: Partial<PlanContent> = {},
  predecessor: Partial<PlanPredecessor> = {},
  around: Partial<GivenPlanFacts> = {},
): PlanFacts {
  const negotiation: Partial<PlanContent> = {
    method: 'COMPETITIVE_NEGOTIATION',
    methodReasonCode: 'LAW_30_1',
    methodReason: 'Nobody offered what was asked for.',
    evalMethod: 'LOWEST_QUOTE',
    priceWeight: null,
  };
  return exampleFacts(
    { ...negotiation, ...content },
    {
      predecessor: { ...examplePredecessor, ...predecessor },
      before: otherPlan(11, {}, 'in_execution'),
      ...around,
    },
  );
}

/** The amounts of the example scaled to a budget, so that only the rule in question speaks. */
export function withBudget(budget: number): Partial<PlanContent> {
  const [item] = exampleContent.items;
  const [fund] = exampleContent.funds;
  const [section] = exampleContent.plannedSections;
  return {
    budgetAmount: budget,
    ceilingPrice: budget,
    items: item === undefined ? [] : [{ ...item, qty: '1', unitPrice: budget, amount: budget }],
    funds: fund === undefined ? [] : [{ ...fund, amount: budget }],
    plannedSections: section === undefined ? [] : [{ ...section, budget, reserve: budget }],
    smeAmount: budget,
    smeSmallAmount: Math.ceil(budget * 0.6),
  };
}

/** Another plan of the same unit, as the unit's list holds it. */
export function otherPlan(tail: number, content: Partial<PlanContent>, status: Plan['status']): Plan {
  return {
    id: id(tail),
    status,
    purchaserId: examplePurchaser.id,
    purchaserName: examplePurchaser.name,
    purchaserUscc: examplePurchaser.uscc,
    planNo: null,
    projectId: null,
    filingRound: 0,
    predecessor: null,
    leftUnit: false,
    content: { ...exampleContent, ...content },
    returnedContent: null,
    acknowledgedWarnings: [],
    fieldEdits: {},
    createdBy: id(3),
    submittedBy: null,
    createdAt: 0,
    updatedAt: 0,
    submittedAt: null,
    filedAt: null,
    history: [],
  };
}
