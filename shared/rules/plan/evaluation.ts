// 评审方法: which one goes with which method, and how much the price must weigh.
import { type CodeEntry, findCode } from '#shared/codes/code-table.ts';
import { evaluationMethods } from '#shared/codes/procurement.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { packagesOf } from '#shared/domain/plans/packages.ts';
import type { Rule } from '../engine.ts';
import { exampleContent, exampleFacts } from '../plan-example.ts';
import type { PlanFacts } from '../plan-facts.ts';

/** 87号令 art 55. For works the law sets none. */
const priceWeightLeast = { A: 30, B: 0, C: 10 } as const;
const least = ({ category }: PlanContent) => priceWeightLeast[category ?? 'B'];

/** Whether a method of procurement takes a method of evaluation. */
export function allowsEvaluation(method: string | null, evalMethod: string | null): boolean {
  const entry: (CodeEntry & { readonly methods: readonly string[] }) | undefined =
    evalMethod === null ? undefined : findCode(evaluationMethods, evalMethod);
  return method !== null && (entry?.methods.includes(method) ?? false);
}

/** By all packages, or one. */
export function isScored(content: PlanContent): boolean {
  return [content, ...packagesOf(content)].some(({ evalMethod }) => evalMethod === 'COMPREHENSIVE_SCORE');
}

export const evaluationRules: readonly Rule<PlanFacts>[] = [
  {
    id: 'plan.eval_method',
    article: 'regulation/34',
    severity: 'error',
    fields: ['evalMethod'],
    appliesTo: ({ content }) => content.evalMethod !== null && content.method !== null,
    holds: ({ content }) => allowsEvaluation(content.method, content.evalMethod),
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
    appliesTo: ({ content }) => isScored(content),
    holds: ({ content }) => content.priceWeight !== null && content.priceWeight >= least(content),
    params: ({ content }) => ({ least: least(content) }),
    examples: {
      passing: [exampleFacts(), exampleFacts({ category: 'C', priceWeight: 10 })],
      failing: [
        exampleFacts({ priceWeight: 29 }),
        exampleFacts({ category: 'C', priceWeight: 9 }),
        exampleFacts({ priceWeight: null }),
        exampleFacts({
          evalMethod: 'LOWEST_PRICE',
          priceWeight: null,
          plannedSections: exampleContent.plannedSections.map((planned) => ({
            ...planned,
            evalMethod: 'COMPREHENSIVE_SCORE',
          })),
        }),
      ],
    },
  },
];
