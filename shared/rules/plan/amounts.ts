// Money of a plan: lines, budget, funding, ceiling, planned sections. Sums are exact, in fen.
import type { PlanFund, PlanItem, PlannedSection } from '#shared/domain/plans/model.ts';
import { multiplyRoundHalfUp, sumFen } from '#shared/kernel/money.ts';
import { pathRule, type Rule } from '../engine.ts';
import { exampleContent, exampleFacts, withBudget } from '../plan-example.ts';
import type { PlanFacts } from '../plan-facts.ts';

const sumOf = (lines: readonly { readonly amount: number | null }[]) =>
  sumFen(lines.map(({ amount }) => amount ?? 0));
const sectionSum = ({ content }: PlanFacts) =>
  sumFen(content.plannedSections.map(({ budget }) => budget ?? 0));

const withItem = (changes: Partial<PlanItem>) =>
  exampleFacts({ items: exampleContent.items.map((item) => ({ ...item, ...changes })) });
const withFund = (changes: Partial<PlanFund>) =>
  exampleFacts({ funds: exampleContent.funds.map((fund) => ({ ...fund, ...changes })) });
const withSection = (changes: Partial<PlannedSection>) =>
  exampleFacts({
    plannedSections: exampleContent.plannedSections.map((section) => ({ ...section, ...changes })),
  });

function isWrongProduct({ qty, unitPrice, amount }: PlanItem): boolean {
  if (qty === null || unitPrice === null || amount === null) return false;
  const product = multiplyRoundHalfUp(qty, unitPrice);
  return !product.ok || product.value !== amount;
}

export const amountRules: readonly Rule<PlanFacts>[] = [
  pathRule<PlanFacts>({
    id: 'plan.item_quantity',
    article: 'system',
    severity: 'error',
    broken: ({ content }) =>
      content.items.flatMap(({ qty }, index) =>
        qty !== null && Number(qty) === 0 ? [`items.${index}.qty`] : [],
      ),
    examples: {
      passing: [exampleFacts()],
      failing: [withItem({ qty: '0.0', amount: 0 })],
    },
  }),
  pathRule<PlanFacts>({
    id: 'plan.item_amount',
    article: 'order87/59',
    severity: 'error',
    broken: ({ content }) =>
      content.items.flatMap((item, index) => (isWrongProduct(item) ? [`items.${index}.amount`] : [])),
    examples: {
      // 0.5 × 0.01 yuan is half a fen and is rounded up.
      passing: [exampleFacts(), withItem({ qty: '0.5', unitPrice: 1, amount: 1 })],
      failing: [withItem({ amount: 150_000_001 }), withItem({ qty: '0.5', unitPrice: 1, amount: 0 })],
    },
  }),
  {
    id: 'plan.items_sum',
    article: 'law/6',
    severity: 'warning',
    fields: ['budgetAmount'],
    appliesTo: ({ content }) =>
      content.budgetAmount !== null &&
      content.items.length > 0 &&
      content.items.every(({ amount }) => amount !== null),
    holds: ({ content }) => sumOf(content.items) === content.budgetAmount,
    params: ({ content }) => ({ sum: sumOf(content.items), budget: content.budgetAmount }),
    examples: {
      passing: [exampleFacts()],
      failing: [exampleFacts({ budgetAmount: 149_000_000 })],
    },
  },
  {
    id: 'plan.budget_positive',
    article: 'regulation/30',
    severity: 'error',
    fields: ['budgetAmount'],
    appliesTo: ({ content }) => content.budgetAmount !== null,
    holds: ({ content }) => content.budgetAmount !== 0,
    examples: { passing: [exampleFacts()], failing: [exampleFacts({ budgetAmount: 0 })] },
  },
  {
    id: 'plan.funds_sum',
    article: 'law/6',
    severity: 'error',
    fields: ['funds', 'budgetAmount'],
    appliesTo: ({ content }) => content.budgetAmount !== null && content.funds.length > 0,
    holds: ({ content }) => sumOf(content.funds) === content.budgetAmount,
    params: ({ content }) => ({ sum: sumOf(content.funds), budget: content.budgetAmount }),
    examples: { passing: [exampleFacts()], failing: [withFund({ amount: 149_999_999 })] },
  },
  {
    id: 'plan.ceiling',
    article: 'order87/12',
    severity: 'error',
    fields: ['ceilingPrice'],
    appliesTo: ({ content }) => content.ceilingPrice !== null && content.budgetAmount !== null,
    holds: ({ content }) => (content.ceilingPrice ?? 0) <= (content.budgetAmount ?? 0),
    params: ({ content }) => ({ ceiling: content.ceilingPrice, budget: content.budgetAmount }),
    examples: {
      passing: [exampleFacts({ ceilingPrice: 150_000_000 })],
      failing: [exampleFacts({ ceilingPrice: 150_000_001 })],
    },
  },
  {
    // Below the limit it is no government procurement, unless it is in the 集中采购目录.
    id: 'plan.below_limit',
    article: 'law/2',
    severity: 'warning',
    fields: ['budgetAmount'],
    appliesTo: ({ content, purchaseLimit }) =>
      content.orgForm === 'DISPERSED' && content.budgetAmount !== null && purchaseLimit !== null,
    holds: ({ measured, purchaseLimit }) => (measured ?? 0) >= (purchaseLimit ?? 0),
    params: ({ purchaseLimit }) => ({ limit: purchaseLimit }),
    examples: {
      passing: [exampleFacts(withBudget(50_000_000))],
      failing: [exampleFacts(withBudget(49_999_999))],
    },
  },
  pathRule<PlanFacts>({
    id: 'plan.section_complete',
    article: 'system',
    severity: 'error',
    broken: ({ content }) =>
      content.plannedSections.flatMap((section, index) =>
        (['no', 'name', 'budget'] as const)
          .filter((field) => section[field] === null || section[field] === '')
          .map((field) => `plannedSections.${index}.${field}`),
      ),
    examples: { passing: [exampleFacts()], failing: [withSection({ name: '', budget: null })] },
  }),
  pathRule<PlanFacts>({
    id: 'plan.section_no_unique',
    article: 'system',
    severity: 'error',
    broken: ({ content }) =>
      content.plannedSections.flatMap(({ no }, index, all) =>
        no !== '' && all.findIndex((other) => other.no === no) < index ? [`plannedSections.${index}.no`] : [],
      ),
    examples: {
      passing: [exampleFacts()],
      failing: [
        exampleFacts({
          plannedSections: [...exampleContent.plannedSections, ...exampleContent.plannedSections],
        }),
      ],
    },
  }),
  pathRule<PlanFacts>({
    id: 'plan.section_reserve',
    article: 'caiku-2020-46/8',
    severity: 'error',
    broken: ({ content }) =>
      content.plannedSections.flatMap(({ budget, reserve }, index) =>
        budget !== null && reserve !== null && reserve > budget ? [`plannedSections.${index}.reserve`] : [],
      ),
    examples: { passing: [exampleFacts()], failing: [withSection({ reserve: 150_000_001 })] },
  }),
  {
    id: 'plan.sections_sum',
    article: 'regulation/30',
    severity: 'error',
    fields: ['plannedSections'],
    appliesTo: ({ content }) => content.budgetAmount !== null && content.plannedSections.length > 0,
    holds: (facts) => sectionSum(facts) <= (facts.content.budgetAmount ?? 0),
    params: (facts) => ({ sum: sectionSum(facts), budget: facts.content.budgetAmount }),
    examples: { passing: [exampleFacts()], failing: [withSection({ budget: 150_000_001 })] },
  },
  {
    // What no package has would not be bought.
    id: 'plan.sections_rest',
    article: 'regulation/30',
    severity: 'warning',
    fields: ['plannedSections'],
    appliesTo: ({ content }) =>
      content.budgetAmount !== null &&
      content.plannedSections.length > 0 &&
      content.plannedSections.every(({ budget }) => budget !== null),
    holds: (facts) => sectionSum(facts) >= (facts.content.budgetAmount ?? 0),
    params: (facts) => ({ sum: sectionSum(facts), budget: facts.content.budgetAmount }),
    examples: {
      passing: [exampleFacts()],
      failing: [withSection({ budget: 149_999_999, reserve: 149_999_999 })],
    },
  },
];
