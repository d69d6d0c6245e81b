// 评审方法: which one goes with which method, and how much the price must weigh.
import { type CodeEntry, findCode } from '#shared/codes/code-table.ts';
import { evaluationMethods } from '#shared/codes/procurement.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import type { Rule } from '../engine.ts';
import { exampleFacts } from '../plan-example.ts';
import type { PlanFacts } from '../plan-facts.ts';

/** 87号令 art 55. For works the law sets none. */
const priceWeightLeast = { A: 30, B: 0, C: 10 } as const;
const least = ({ category }: PlanContent) => priceWeightLeast[category ?? 'B'];

function isAllowed({ method, evalMethod }: PlanContent): boolean {
  const entry: (CodeEntry & { readonly methods: readonly string[] }) | undefined =
    evalMethod === null ? undefined : findCode(evaluationMethods, evalMethod);
  return method !== null && (entry?.methods.includes(method) ?? false);
}

export const evaluationRules: readonly Rule<PlanFacts>[] = [
  {
    id: 'plan.eval_method',
    article: 'regulation/34',
    severity: 'error',
    fields: ['evalMethod'],
    appliesTo: ({ content }) => content.evalMethod !== null && content.method !== null,
    holds: ({ content }) => isAllowed(content),
    examples: {
      passing: [exampleFacts(), exampleFacts({ method: 'INQUIRY', evalMethod: 'LOWEST_QUOTE' })],
      failing: [exampleFacts({ method: 'INQUIRY', evalMethod: 'COMPREHENSIVE_SCORE' })],
    },
  },
  {
    id: 'plan.price_weight',
    article: 'order87/55',
    severity: 'error',
    fields: ['priceWeight'],
    appliesTo: ({ content }) => content.evalMethod === 'COMPREHENSIVE_SCORE',
    holds: ({ content }) => content.priceWeight !== null && content.priceWeight >= least(content),
    params: ({ content }) => ({ least: least(content) }),
    examples: {
      passing: [exampleFacts(), exampleFacts({ category: 'C', priceWeight: 10 })],
      failing: [
        exampleFacts({ priceWeight: 29 }),
        exampleFacts({ category: 'C', priceWeight: 9 }),
        exampleFacts({ priceWeight: null }),
      ],
    },
  },
];
