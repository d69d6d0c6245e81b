// 采购方式: which one may be used for what, and what 公开招标 is only left with.
import { findCode } from '#shared/codes/code-table.ts';
import { methodReasonsFor } from '#shared/codes/method-reasons.ts';
import { procurementMethods } from '#shared/codes/procurement.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import type { Rule } from '../engine.ts';
import { exampleContent, exampleFacts, exampleFile, withBudget } from '../plan-example.ts';
import { followsTender, hasFile, isNonOpen, type PlanFacts, reaches } from '../plan-facts.ts';

const tenders: readonly (string | null)[] = ['OPEN_TENDER', 'INVITED_TENDER'];

/** Goods and services at or above the open-tender threshold by another method need the finance department's approval. */
export function needsApproval({ content, measured, openTender }: PlanFacts): boolean {
  return content.category !== 'B' && isNonOpen(content) && reaches(measured, openTender);
}

/** Of a tender that failed the approval follows from another article (method-change.ts). */
function needsFirstApproval(facts: PlanFacts): boolean {
  return needsApproval(facts) && !followsTender(facts);
}

function categoriesOf({ method }: PlanContent): readonly string[] {
  const entry = method === null ? undefined : findCode(procurementMethods, method);
  return entry === undefined ? ['A', 'B', 'C'] : entry.categories;
}

const negotiation: Partial<PlanContent> = {
  method: 'COMPETITIVE_NEGOTIATION',
  methodReasonCode: 'LAW_30_2',
  methodReason: 'No detailed specification can be given.',
  evalMethod: 'LOWEST_QUOTE',
  priceWeight: null,
};
const works: Partial<PlanContent> = {
  category: 'B',
  items: exampleContent.items.map((item) => ({ ...item, catalogCode: 'B07000000' })),
};
const large = withBudget(200_000_000);

export const methodRules: readonly Rule<PlanFacts>[] = [
  {
    id: 'plan.inquiry_goods_only',
    article: 'law/32',
    severity: 'error',
    fields: ['method'],
    appliesTo: ({ content }) => content.method === 'INQUIRY' && content.category !== null,
    holds: ({ content }) => content.category === 'A',
    examples: {
      passing: [exampleFacts({ method: 'INQUIRY' })],
      failing: [exampleFacts({ method: 'INQUIRY', category: 'C' })],
    },
  },
  {
    // Works that must be tendered follow 招标投标法 and its own clocks, outside this form.
    id: 'plan.tender_not_works',
    article: 'regulation/7',
    severity: 'error',
    fields: ['method'],
    appliesTo: ({ content }) => tenders.includes(content.method) && content.category !== null,
    holds: ({ content }) => content.category !== 'B',
    examples: { passing: [exampleFacts()], failing: [exampleFacts(works)] },
  },
  {
    id: 'plan.method_category',
    article: 'law/26',
    severity: 'error',
    fields: ['method'],
    appliesTo: ({ content }) =>
      content.category !== null && content.method !== 'INQUIRY' && !tenders.includes(content.method),
    holds: ({ content }) => content.category !== null && categoriesOf(content).includes(content.category),
    examples: {
      passing: [exampleFacts({ ...works, ...negotiation })],
      failing: [exampleFacts({ ...works, method: 'FRAMEWORK_AGREEMENT' })],
    },
  },
  {
    id: 'plan.works_tender_scale',
    article: 'regulation/7',
    severity: 'warning',
    fields: ['method'],
    appliesTo: ({ content }) => content.category === 'B' && content.budgetAmount !== null,
    holds: ({ measured, openTender }) => !reaches(measured, openTender),
    params: ({ openTender }) => ({ threshold: openTender }),
    examples: {
      passing: [exampleFacts({ ...works, ...negotiation })],
      failing: [exampleFacts({ ...withBudget(400_000_000), ...works, ...negotiation })],
    },
  },
  {
    id: 'plan.method_reason_code',
    article: 'law/27',
    severity: 'error',
    fields: ['methodReasonCode'],
    appliesTo: ({ content }) => isNonOpen(content),
    holds: ({ content, today }) =>
      content.method !== null &&
      methodReasonsFor(content.method, today).some(({ code }) => code === content.methodReasonCode),
    examples: {
      passing: [exampleFacts(negotiation)],
      failing: [
        exampleFacts({ ...negotiation, methodReasonCode: null }),
        // A situation of another method.
        exampleFacts({ ...negotiation, methodReasonCode: 'LAW_31_1' }),
      ],
    },
  },
  {
    id: 'plan.method_reason',
    article: 'law/27',
    severity: 'error',
    fields: ['methodReason'],
    appliesTo: ({ content }) => isNonOpen(content),
    holds: ({ content }) => content.methodReason.trim() !== '',
    examples: {
      passing: [exampleFacts(negotiation)],
      failing: [exampleFacts({ ...negotiation, methodReason: '  ' })],
    },
  },
  {
    id: 'plan.method_approval_no',
    article: 'law/27',
    severity: 'error',
    fields: ['methodApprovalNo'],
    appliesTo: needsFirstApproval,
    holds: ({ content }) => content.methodApprovalNo.trim() !== '',
    params: ({ openTender }) => ({ threshold: openTender }),
    examples: {
      passing: [exampleFacts({ ...large, ...negotiation, methodApprovalNo: 'PF-2026-3' })],
      failing: [exampleFacts({ ...large, ...negotiation })],
    },
  },
  {
    id: 'plan.method_approval_file',
    article: 'regulation/23',
    severity: 'error',
    fields: ['files'],
    appliesTo: needsFirstApproval,
    holds: ({ content }) => hasFile(content, 'method_approval'),
    params: ({ openTender }) => ({ threshold: openTender }),
    examples: {
      passing: [exampleFacts({ ...large, ...negotiation, files: [exampleFile('method_approval')] })],
      failing: [exampleFacts({ ...large, ...negotiation })],
    },
  },
  {
    id: 'plan.supervising_consent',
    article: 'order74/4',
    severity: 'warning',
    fields: ['files'],
    appliesTo: needsApproval,
    holds: ({ content }) => hasFile(content, 'supervising_consent'),
    examples: {
      passing: [exampleFacts({ ...large, ...negotiation, files: [exampleFile('supervising_consent')] })],
      failing: [exampleFacts({ ...large, ...negotiation })],
    },
  },
  {
    id: 'plan.import_opinion',
    article: 'caiku-2007-119',
    severity: 'error',
    fields: ['files'],
    appliesTo: ({ content }) => content.importAllowed,
    holds: ({ content }) => hasFile(content, 'import_opinion'),
    examples: {
      passing: [exampleFacts({ importAllowed: true, files: [exampleFile('import_opinion')] })],
      failing: [exampleFacts({ importAllowed: true })],
    },
  },
];
