// 框架协议采购 (110号令) has two stages with courses of their own, which this program does not carry out: it is refused here, before anything stands on the plan.
import type { Rule } from '../engine.ts';
import { exampleFacts } from '../plan-example.ts';
import type { PlanFacts } from '../plan-facts.ts';

export const frameworkRules: readonly Rule<PlanFacts>[] = [
  {
    id: 'plan.framework_unsupported',
    article: 'system',
    severity: 'error',
    fields: ['method'],
    appliesTo: ({ content }) => content.method !== null,
    holds: ({ content }) => content.method !== 'FRAMEWORK_AGREEMENT',
    examples: { passing: [exampleFacts()], failing: [exampleFacts({ method: 'FRAMEWORK_AGREEMENT' })] },
  },
];
