// 采购计划: what a plan is. A draft may be incomplete, so every field of the form may be null here; whether it is complete and
// lawful is asked at submission (shared/rules/plan-rules.ts), with the article and the field.
import { z } from 'zod';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { fenSchema, quantitySchema } from '#shared/kernel/money.ts';
import { agencyScope, type HumanRole, officeScope, regionScope, type Scope, unitScope } from '../actor.ts';
import { entity } from '../entity.ts';
import { fieldEditSchema } from '../field-changes.ts';
import { code, text } from '../fields.ts';
import { fileSchema } from '../file.ts';
import { historySchema, withServerTimes } from '../history.ts';
import { planPredecessorSchema } from './predecessor.ts';
import { raisedPlan } from './revisions.ts';

/** 采购方式 etc. are codes of shared/codes; their edition and validity are checked by rules, not by the shape. */
export const planItemSchema = z.strictObject({
  id: idSchema,
  catalogEdition: z.enum(['2013', '2022']),
  catalogCode: code.nullable(),
  name: text(200),
  qty: quantitySchema.nullable(),
  unit: text(20),
  unitPrice: fenSchema.nullable(),
  amount: fenSchema.nullable(),
  /** The 采购包 it belongs to (packages.ts); null: not said, which is enough where there is only one. */
  plannedSectionId: idSchema.nullable().default(null),
});

export const planFundSchema = z.strictObject({
  id: idSchema,
  source: code.nullable(),
  amount: fenSchema.nullable(),
  /** 预算项目编码 */
  budgetItemNo: text(64),
});

export const plannedSectionSchema = z.strictObject({
  id: idSchema,
  no: text(64),
  name: text(200),
  budget: fenSchema.nullable(),
  /** 预留给中小企业的金额 */
  reserve: fenSchema.nullable(),
  /** What the package says otherwise than its items and the plan; null: it follows them (packages.ts). */
  catalogCode: code.nullable().default(null),
  /** 专门面向中小企业采购 */
  smeReserved: z.boolean().nullable().default(null),
  evalMethod: code.nullable().default(null),
});

/** Whether a policy in force applies to the plan: at which 价格扣除 (per cent), or why not. */
export const policyAnswerSchema = z.strictObject({
  code,
  applies: z.boolean(),
  rate: z.int().min(0).max(100).nullable(),
  reason: text(500),
});

/** What a file of a plan proves; rules ask for some of them. */
export const filePurposes = [
  'budget_approval',
  'method_approval',
  'agency_agreement',
  'requirements',
  'requirements_review',
  'import_opinion',
  'supervising_consent',
  'other',
] as const;
export type FilePurpose = (typeof filePurposes)[number];

export const attachmentSchema = fileSchema.extend({ purpose: z.enum(filePurposes) });

/** Every field of the form 采购计划备案 (DOMAIN §2.2) that a person fills in. */
export const planContentSchema = z.strictObject({
  fiscalYear: z.int().min(2020).max(2100).nullable(),
  budgetUnitCode: text(64),
  supervisingUnit: text(200),
  regionCode: code.nullable(),
  projectName: text(200),
  category: z.enum(['A', 'B', 'C']).nullable(),
  items: z.array(planItemSchema).max(500),
  budgetAmount: fenSchema.nullable(),
  ceilingPrice: fenSchema.nullable(),
  funds: z.array(planFundSchema).max(50),
  method: code.nullable(),
  methodApprovalNo: text(64),
  methodReasonCode: code.nullable(),
  methodReason: text(2000),
  orgForm: code.nullable(),
  entrusted: z.boolean(),
  agencyId: idSchema.nullable(),
  agencyAgreementNo: text(64),
  importAllowed: z.boolean(),
  smeMode: code.nullable(),
  smeAmount: fenSchema.nullable(),
  /** 其中预留给小微企业的金额 */
  smeSmallAmount: fenSchema.nullable(),
  smeExemptReason: code.nullable(),
  smeIndustry: code.nullable(),
  greenPolicies: z.array(code).max(10),
  /** Answers to the policies that ask for one (shared/codes/procurement-policies.ts); null in what was written before any was asked for. */
  policies: z.array(policyAnswerSchema).max(30).nullable().default(null),
  classified: z.boolean(),
  /** Its number, or its title, which may be as long as that of any announcement. */
  intentionId: text(300).nullable(),
  /** 采购意向公开日期, until announcements publish it themselves */
  intentionPublishedOn: plainDateSchema.nullable(),
  plannedStart: plainDateSchema.nullable(),
  performancePeriod: text(500),
  performancePlace: text(500),
  evalMethod: code.nullable(),
  priceWeight: z.int().min(0).max(100).nullable(),
  plannedSections: z.array(plannedSectionSchema).max(100),
  platformId: code.nullable(),
  contact: text(50),
  phone: text(50),
  files: z.array(attachmentSchema).max(50),
});
export type PlanItem = z.infer<typeof planItemSchema>;
export type PlanFund = z.infer<typeof planFundSchema>;
export type PlannedSection = z.infer<typeof plannedSectionSchema>;
export type PolicyAnswer = z.infer<typeof policyAnswerSchema>;
export type Attachment = z.infer<typeof attachmentSchema>;
export type PlanContent = z.infer<typeof planContentSchema>;
export type PlanField = keyof PlanContent;

export const planStatuses = [
  'draft',
  'unit_review',
  'returned',
  'office_review',
  'filed',
  'pushed',
  'sections_received',
  'in_execution',
  'completed',
  'cancelled',
] as const;
export type PlanStatus = (typeof planStatuses)[number];

/** Under which tab of the list a plan stands. */
export const planTabs = {
  draft: 'draft',
  returned: 'returned',
  unit_review: 'unit_review',
  office_review: 'office_review',
  filed: 'filed',
  pushed: 'filed',
  sections_received: 'executing',
  in_execution: 'executing',
  completed: 'closed',
  cancelled: 'closed',
} as const satisfies Record<PlanStatus, string>;

/** Whose turn it is, in the states that wait for somebody. */
export const planWaitsFor = {
  returned: 'purchaser_clerk',
  unit_review: 'purchaser_reviewer',
  office_review: 'procurement_office',
} as const satisfies { readonly [S in PlanStatus]?: HumanRole };

export const planSchema = z.strictObject({
  id: idSchema,
  status: z.enum(planStatuses),
  purchaserId: idSchema,
  purchaserName: text(200),
  purchaserUscc: text(18),
  /** 备案号, given by the server when 采购办 files the plan; kept through later changes. */
  planNo: text(64).nullable(),
  projectId: idSchema.nullable(),
  /** How often it was filed: 1 at the first filing, one more with each change that is filed again. */
  filingRound: z.int().min(0),
  /** 变更采购方式: the plan some of whose sections failed, to be bought by another method; null in all others. */
  predecessor: planPredecessorSchema.nullable(),
  /** Whether it has ever left the unit: from then on 采购办 keeps seeing it. */
  leftUnit: z.boolean(),
  content: planContentSchema,
  /** The content as it was when it was last returned; shows the reviewer what changed since. */
  returnedContent: planContentSchema.nullable(),
  acknowledgedWarnings: z.array(code).max(100),
  fieldEdits: z.partialRecord(planContentSchema.keyof(), fieldEditSchema),
  createdBy: z.string(),
  submittedBy: z.string().nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
  submittedAt: z.int().nullable(),
  filedAt: z.int().nullable(),
  history: historySchema,
});
export type Plan = z.infer<typeof planSchema>;

/** A plan that has been given its number and its project. */
export type FiledPlan = Plan & {
  readonly planNo: string;
  readonly projectId: string;
  readonly filedAt: number;
};

export function isFiled(plan: Plan): plan is FiledPlan {
  return plan.planNo !== null && plan.projectId !== null && plan.filedAt !== null;
}

export const plans = entity({
  name: 'plans',
  schema: planSchema,
  revision: 3,
  // 2: items name their package, policies are asked for, and the history goes by the server's time. 3: the plan whose method it changes.
  upgrade: (body, from) =>
    from === 1 ? withServerTimes(raisedPlan(body) as Plan) : withoutPredecessor(body),
  columns: (of) => ({
    status: of.text((plan) => plan.status),
    planNo: of.text((plan) => plan.planNo).nullable(),
    projectName: of.title((plan) => plan.content.projectName),
    purchaserId: of.text((plan) => plan.purchaserId),
    purchaserName: of.text((plan) => plan.purchaserName),
    agencyId: of.text((plan) => plan.content.agencyId).nullable(),
    regionCode: of.text((plan) => plan.content.regionCode).nullable(),
    fiscalYear: of.integer((plan) => plan.content.fiscalYear).nullable(),
    category: of.text((plan) => plan.content.category).nullable(),
    method: of.text((plan) => plan.content.method).nullable(),
    budgetAmount: of.fen((plan) => plan.content.budgetAmount).nullable(),
    platformId: of.text((plan) => plan.content.platformId).nullable(),
    plannedStart: of.date((plan) => plan.content.plannedStart).nullable(),
    createdAt: of.instant((plan) => plan.createdAt),
    updatedAt: of.instant((plan) => plan.updatedAt),
  }),
  deskColumns: (of) => ({
    /** Which tab of the list it stands under. */
    tab: of.text((plan) => planTabs[plan.status]),
    /** The number of the plan whose method it changes. */
    changedPlanNo: of.text((plan) => plan.predecessor?.planNo ?? null).nullable(),
    /** Drafts without an amount come last; NULL could not be paged over. */
    amountOrder: of.fen((plan) => plan.content.budgetAmount ?? -1),
  }),
  indexes: {
    desk: { plans_number: ['planNo'] },
    server: {
      plans_plan_no: { on: ['planNo'] },
      plans_of_unit: { on: ['purchaserId', 'fiscalYear'] },
      plans_waiting_for_office: { on: ['updatedAt', 'id'], where: "status = 'office_review'" },
    },
  },
  searched: ['projectName', 'planNo', 'purchaserName'],
  waiting: { waitsFor: ({ status }) => (isWaiting(status) ? planWaitsFor[status] : null) },
  scopes: planScopes,
  files: ({ content, returnedContent }) =>
    [...content.files, ...(returnedContent?.files ?? [])].map(({ sha256 }) => sha256),
});

function withoutPredecessor(body: unknown): unknown {
  return { ...z.looseObject({}).parse(body), predecessor: null };
}

function isWaiting(status: PlanStatus): status is keyof typeof planWaitsFor {
  return Object.hasOwn(planWaitsFor, status);
}

/** The unit always; 采购办 once it has left the unit; the region's supervisors and the agency once it is filed. */
function planScopes(plan: Plan): readonly Scope[] {
  const scopes: Scope[] = [unitScope(plan.purchaserId)];
  const { regionCode, agencyId } = plan.content;
  if (plan.leftUnit && regionCode !== null) scopes.push(officeScope(regionCode));
  if (plan.planNo !== null) {
    if (regionCode !== null) scopes.push(regionScope(regionCode));
    if (agencyId !== null) scopes.push(agencyScope(agencyId));
  }
  return scopes;
}
