// 中小企业预留 (财库〔2020〕46号): small purchases are reserved as a whole, of larger ones a share, most of it for small and micro
// enterprises, unless one of the five reasons of its article 6 is given. Amounts and shares are settings: later notices raise them.
import type { PlanContent } from '#shared/domain/plans/model.ts';
import { packagesOf } from '#shared/domain/plans/packages.ts';
import { sumFen } from '#shared/kernel/money.ts';
import type { Rule } from '../engine.ts';
import { exampleFacts, withBudget } from '../plan-example.ts';
import { type PlanFacts, reaches } from '../plan-facts.ts';

const category = ({ content }: PlanFacts) => content.category ?? 'A';
const wholeLimit = (facts: PlanFacts) => facts.smeRules.wholeProjectLimit[category(facts)];
const share = (facts: PlanFacts) => facts.smeRules.reservedShare[category(facts)];
/** Rounded up to a whole fen: "at least" is not met by the fen below. */
const part = (amount: number, percent: number) => Math.ceil((amount / 100) * percent);
const reservedLeast = (facts: PlanFacts) => part(facts.content.budgetAmount ?? 0, share(facts));
const smallLeast = ({ content, smeRules }: PlanFacts) =>
  part(content.smeAmount ?? 0, smeRules.smallShareOfReserved);

/** The duty begins with the 采购限额标准. Where the method of a part is changed, the whole has met it; what was reserved stays so (method-change.ts). */
function isUnderDuty({ content, predecessor, purchaseLimit }: PlanFacts): boolean {
  return (
    predecessor === null &&
    content.budgetAmount !== null &&
    (purchaseLimit === null || reaches(content.budgetAmount, purchaseLimit))
  );
}
const reserves = ({ content }: PlanFacts) => content.smeMode !== null && content.smeMode !== 'NONE';
const isLarge = (facts: PlanFacts) => (facts.content.budgetAmount ?? 0) > wholeLimit(facts);

const lots: Partial<PlanContent> = { ...withBudget(300_000_000), smeMode: 'LOT' };
const none: Partial<PlanContent> = {
  smeMode: 'NONE',
  smeAmount: null,
  smeSmallAmount: null,
  smeIndustry: null,
  smeExemptReason: null,
};

export const smeRules: readonly Rule<PlanFacts>[] = [
  {
    id: 'plan.sme_exempt_reason',
    article: 'caiku-2020-46/6',
    severity: 'error',
    fields: ['smeExemptReason'],
    appliesTo: (facts) => facts.content.smeMode === 'NONE' && isUnderDuty(facts),
    holds: ({ content }) => content.smeExemptReason !== null,
    examples: {
      passing: [exampleFacts({ ...none, smeExemptReason: 'IRREPLACEABLE' })],
      failing: [exampleFacts(none)],
    },
  },
  {
    id: 'plan.sme_whole_project',
    article: 'caiku-2020-46/7',
    severity: 'error',
    fields: ['smeMode'],
    appliesTo: (facts) =>
      reserves(facts) && isUnderDuty(facts) && !isLarge(facts) && facts.content.smeExemptReason === null,
    holds: ({ content }) => content.smeMode === 'WHOLE_PROJECT',
    params: (facts) => ({ limit: wholeLimit(facts) }),
    examples: {
      // Exactly two million still is a small purchase.
      passing: [exampleFacts(), exampleFacts(withBudget(200_000_000))],
      failing: [exampleFacts({ smeMode: 'LOT' })],
    },
  },
  {
    id: 'plan.sme_amount_needed',
    article: 'caiku-2020-46/8',
    severity: 'error',
    fields: ['smeAmount'],
    appliesTo: reserves,
    holds: ({ content }) => content.smeAmount !== null && content.smeAmount > 0,
    examples: { passing: [exampleFacts()], failing: [exampleFacts({ smeAmount: null })] },
  },
  {
    id: 'plan.sme_amount_whole',
    article: 'caiku-2020-46/8',
    severity: 'error',
    fields: ['smeAmount'],
    appliesTo: ({ content }) => content.smeMode === 'WHOLE_PROJECT' && content.smeAmount !== null,
    holds: ({ content }) => content.smeAmount === content.budgetAmount,
    params: ({ content }) => ({ budget: content.budgetAmount }),
    examples: { passing: [exampleFacts()], failing: [exampleFacts({ smeAmount: 149_000_000 })] },
  },
  {
    id: 'plan.sme_amount_within',
    article: 'caiku-2020-46/8',
    severity: 'error',
    fields: ['smeAmount'],
    appliesTo: ({ content }) => content.smeAmount !== null && content.budgetAmount !== null,
    holds: ({ content }) => (content.smeAmount ?? 0) <= (content.budgetAmount ?? 0),
    params: ({ content }) => ({ budget: content.budgetAmount }),
    examples: {
      passing: [exampleFacts(lots)],
      failing: [exampleFacts({ ...lots, smeAmount: 300_000_001 })],
    },
  },
  {
    id: 'plan.sme_share',
    article: 'caiku-2020-46/8',
    severity: 'error',
    fields: ['smeAmount'],
    appliesTo: (facts) =>
      facts.predecessor === null &&
      reserves(facts) &&
      isLarge(facts) &&
      facts.content.smeAmount !== null &&
      facts.content.smeExemptReason === null,
    holds: (facts) => (facts.content.smeAmount ?? 0) >= reservedLeast(facts),
    params: (facts) => ({ share: share(facts), least: reservedLeast(facts) }),
    examples: {
      passing: [exampleFacts({ ...lots, smeAmount: 90_000_000, smeSmallAmount: 54_000_000 })],
      failing: [exampleFacts({ ...lots, smeAmount: 89_999_999 })],
    },
  },
  {
    id: 'plan.sme_small_share',
    article: 'caiku-2020-46/8',
    severity: 'error',
    fields: ['smeSmallAmount'],
    appliesTo: (facts) =>
      reserves(facts) &&
      isLarge(facts) &&
      facts.content.smeAmount !== null &&
      facts.content.smeExemptReason === null,
    holds: (facts) => (facts.content.smeSmallAmount ?? 0) >= smallLeast(facts),
    params: (facts) => ({ share: facts.smeRules.smallShareOfReserved, least: smallLeast(facts) }),
    examples: {
      passing: [exampleFacts({ ...lots, smeAmount: 90_000_000, smeSmallAmount: 54_000_000 })],
      failing: [exampleFacts({ ...lots, smeAmount: 90_000_000, smeSmallAmount: 53_999_999 })],
    },
  },
  {
    id: 'plan.sme_small_within',
    article: 'caiku-2020-46/8',
    severity: 'error',
    fields: ['smeSmallAmount'],
    appliesTo: ({ content }) => content.smeSmallAmount !== null,
    holds: ({ content }) => (content.smeSmallAmount ?? 0) <= (content.smeAmount ?? 0),
    examples: {
      passing: [exampleFacts()],
      failing: [exampleFacts({ smeSmallAmount: 150_000_001 })],
    },
  },
  {
    id: 'plan.sme_lots',
    article: 'caiku-2020-46/8',
    severity: 'error',
    fields: ['plannedSections'],
    appliesTo: ({ content }) => content.smeMode === 'LOT' && content.smeAmount !== null,
    holds: ({ content }) =>
      sumFen(packagesOf(content).map(({ reserve }) => reserve ?? 0)) >= (content.smeAmount ?? 0),
    params: ({ content }) => ({ amount: content.smeAmount }),
    examples: {
      passing: [exampleFacts(lots)],
      failing: [exampleFacts({ ...lots, plannedSections: [] })],
    },
  },
  {
    id: 'plan.sme_industry',
    article: 'caiku-2020-46/12',
    severity: 'error',
    fields: ['smeIndustry'],
    appliesTo: reserves,
    holds: ({ content }) => content.smeIndustry !== null,
    examples: { passing: [exampleFacts()], failing: [exampleFacts({ smeIndustry: null })] },
  },
];
