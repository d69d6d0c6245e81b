// 变更采购方式: what may and may not be otherwise than in the plan whose sections failed, and what the change needs.
import { yearOf } from '#shared/kernel/dates.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { pathRule, type Rule } from '../engine.ts';
import {
  exampleChange,
  exampleContent,
  exampleFacts,
  exampleFile,
  examplePredecessor,
  examplePurchaser,
} from '../plan-example.ts';
import { followsTender, hasFile, isNonOpen, type PlanFacts } from '../plan-facts.ts';
import { needsApproval } from './method.ts';

type Content = PlanFacts['content'];
type Planned = Content['plannedSections'][number];

const changedSections = ({ predecessor }: PlanFacts) => predecessor?.sections ?? [];
/** That of the sections, and no more than the plan before has left, whatever the trading centre has said of them. */
const limitOf = (facts: PlanFacts) =>
  Math.min(sumFen(changedSections(facts).map(({ budget }) => budget)), facts.predecessor?.available ?? 0);
const changedInto = (facts: PlanFacts, { id }: Planned) =>
  changedSections(facts).find(({ plannedSectionId }) => plannedSectionId === id);

const withTwo = 'D74_27_TWO_SUPPLIERS';
const negotiatesWithTwo = ({ content }: PlanFacts) => content.methodReasonCode === withTwo;

type Before = NonNullable<PlanFacts['before']>;
type Item = Content['items'][number];

/** It is bought in a later year than was planned, because that year has begun: then the money is that of the new year. */
function yearHasTurned({ content, before, today }: PlanFacts): boolean {
  const [planned, typed] = [before?.content.fiscalYear ?? null, content.fiscalYear];
  return planned !== null && typed !== null && typed > planned && typed <= yearOf(today);
}
const budgetItems = ({ content }: Pick<Before, 'content'>) =>
  new Set(content.funds.map(({ budgetItemNo }) => budgetItemNo.trim()));
const inCatalogue = ({ catalogEdition, catalogCode }: Item) => `${catalogEdition}/${catalogCode}`;

/** At the threshold by 87号令 art 43; with the two suppliers that are left at any amount (74号令 art 27). */
function needsChangeApproved(facts: PlanFacts): boolean {
  if (!followsTender(facts) || !isNonOpen(facts.content)) return false;
  return needsApproval(facts) || negotiatesWithTwo(facts);
}

const [onlyPackage] = exampleContent.plannedSections;
const withPackage = (changes: Partial<Planned>): Partial<Content> => ({
  plannedSections: onlyPackage === undefined ? [] : [{ ...onlyPackage, ...changes }],
});
const large = { budgetAmount: 250_000_000 };
const [failed] = examplePredecessor.sections;
const left = (suppliers: number | null) => ({
  sections: failed === undefined ? [] : [{ ...failed, suppliers }],
});
const two: Partial<Content> = {
  methodReasonCode: withTwo,
  methodApprovalNo: 'PF-2026-3',
  files: [...exampleContent.files, exampleFile('method_approval')],
};
const nextYear: Partial<Content> = { fiscalYear: 2027 };
const turned = { today: '2027-02-01' } as const;
const withLine = (budgetItemNo: string): Partial<Content> => ({
  funds: exampleContent.funds.map((fund) => ({ ...fund, budgetItemNo })),
});
const otherId = '00000000-0000-7000-8000-000000000399';

export const methodChangeRules: readonly Rule<PlanFacts>[] = [
  {
    id: 'plan.change_method',
    article: 'law/37',
    severity: 'error',
    fields: ['method'],
    appliesTo: ({ content, predecessor }) => predecessor !== null && content.method !== null,
    holds: ({ content, predecessor }) => content.method !== predecessor?.method,
    examples: {
      passing: [exampleChange()],
      failing: [exampleChange({ method: 'OPEN_TENDER' })],
    },
  },
  {
    // Another category has other thresholds: the change would go around its approval.
    id: 'plan.change_category',
    article: 'order87/43',
    severity: 'error',
    fields: ['category'],
    appliesTo: ({ content, predecessor }) => predecessor !== null && content.category !== null,
    holds: ({ content, predecessor }) => content.category === (predecessor?.category ?? content.category),
    examples: { passing: [exampleChange()], failing: [exampleChange({ category: 'B' })] },
  },
  {
    id: 'plan.change_year',
    article: 'law/6',
    severity: 'error',
    fields: ['fiscalYear'],
    appliesTo: ({ content, before }) => content.fiscalYear !== null && before !== undefined,
    holds: (facts) => facts.content.fiscalYear === facts.before?.content.fiscalYear || yearHasTurned(facts),
    params: ({ before }) => ({ year: before?.content.fiscalYear ?? null }),
    examples: {
      passing: [exampleChange(), exampleChange(nextYear, {}, turned)],
      failing: [
        // The year has not begun; nor is it bought with the money of a year that is over.
        exampleChange(nextYear),
        exampleChange({ fiscalYear: 2025 }),
        exampleChange({ fiscalYear: 2028 }, {}, turned),
      ],
    },
  },
  pathRule<PlanFacts>({
    // What the year that is over has left is mostly gone with it: which line pays for it now, only people know.
    id: 'plan.change_year_funds',
    article: 'law/6',
    severity: 'warning',
    appliesTo: yearHasTurned,
    broken: ({ content, before }) => {
      const old = before === undefined ? new Set<string>() : budgetItems(before);
      return content.funds.flatMap(({ budgetItemNo }, index) => {
        const no = budgetItemNo.trim();
        return no === '' || old.has(no) ? [`funds.${index}.budgetItemNo`] : [];
      });
    },
    params: ({ content, before }) => ({
      before: before?.content.fiscalYear ?? null,
      year: content.fiscalYear,
    }),
    examples: {
      passing: [exampleChange({ ...nextYear, ...withLine('411000-27-0001') }, {}, turned)],
      failing: [
        exampleChange(nextYear, {}, turned),
        exampleChange({ ...nextYear, ...withLine(' ') }, {}, turned),
      ],
    },
  }),
  {
    id: 'plan.change_unit',
    article: 'law/6',
    severity: 'error',
    fields: ['budgetUnitCode'],
    appliesTo: ({ before }) => before !== undefined,
    holds: (facts) => {
      const { content, before, purchaser } = facts;
      if (purchaser !== undefined && purchaser.id !== before?.purchaserId) return false;
      const same = content.budgetUnitCode.trim() === before?.content.budgetUnitCode.trim();
      // Codes are given anew with the budget of a year.
      return same || yearHasTurned(facts);
    },
    params: ({ before }) => ({
      unit: before?.purchaserName ?? '',
      budgetUnitCode: before?.content.budgetUnitCode ?? '',
    }),
    examples: {
      passing: [exampleChange(), exampleChange({ ...nextYear, budgetUnitCode: '101002' }, {}, turned)],
      failing: [
        exampleChange({ budgetUnitCode: '101002' }),
        exampleChange({}, {}, { purchaser: { ...examplePurchaser, id: otherId } }),
      ],
    },
  },
  pathRule<PlanFacts>({
    // The method is changed, not what is bought: another item is another purchase, with an intention and a plan of its own.
    id: 'plan.change_items',
    article: 'order87/43',
    severity: 'warning',
    appliesTo: ({ before }) => before !== undefined,
    broken: ({ content, before }) => {
      const known = new Set(before?.content.items.map(inCatalogue));
      return content.items.flatMap((item, index) =>
        item.catalogCode !== null && !known.has(inCatalogue(item)) ? [`items.${index}.catalogCode`] : [],
      );
    },
    params: ({ predecessor }) => ({ planNo: predecessor?.planNo ?? '' }),
    examples: {
      passing: [
        exampleChange(),
        exampleChange({ items: exampleContent.items.map((item) => ({ ...item, name: 'Analysers' })) }),
        exampleChange({ items: exampleContent.items.map((item) => ({ ...item, catalogCode: null })) }),
      ],
      failing: [
        exampleChange({ items: exampleContent.items.map((item) => ({ ...item, catalogCode: 'A02010105' })) }),
        exampleChange({ items: exampleContent.items.map((item) => ({ ...item, catalogEdition: '2013' })) }),
      ],
    },
  }),
  {
    id: 'plan.change_budget',
    article: 'law/6',
    severity: 'error',
    fields: ['budgetAmount'],
    appliesTo: ({ content, predecessor }) => predecessor !== null && content.budgetAmount !== null,
    holds: (facts) => (facts.content.budgetAmount ?? 0) <= limitOf(facts),
    params: (facts) => ({ limit: limitOf(facts) }),
    examples: {
      passing: [exampleChange(), exampleChange({ budgetAmount: 149_999_999 })],
      failing: [exampleChange({ budgetAmount: 150_000_001 })],
    },
  },
  {
    // Each section that failed is bought as one package, so that the trading centre can say what stands in its place.
    id: 'plan.change_packages',
    article: 'system',
    severity: 'error',
    fields: ['plannedSections'],
    appliesTo: ({ predecessor }) => predecessor !== null,
    holds: (facts) => {
      const { plannedSections } = facts.content;
      const sections = changedSections(facts);
      return (
        plannedSections.length === sections.length &&
        plannedSections.every((planned) => changedInto(facts, planned) !== undefined)
      );
    },
    params: (facts) => ({
      changed: changedSections(facts)
        .map(({ name }) => name)
        .join('、'),
    }),
    examples: {
      passing: [exampleChange(), exampleChange(withPackage({ name: 'Analysers' }))],
      failing: [exampleChange({ plannedSections: [] }), exampleChange(withPackage({ id: otherId }))],
    },
  },
  pathRule<PlanFacts>({
    id: 'plan.change_package_budget',
    article: 'law/6',
    severity: 'error',
    broken: (facts) =>
      facts.content.plannedSections.flatMap((planned, index) => {
        const limit = changedInto(facts, planned)?.budget;
        const over = limit !== undefined && (planned.budget ?? 0) > limit;
        return over ? [`plannedSections.${index}.budget`] : [];
      }),
    examples: {
      passing: [exampleChange(), exampleFacts(withPackage({ budget: 150_000_001 }))],
      failing: [exampleChange(withPackage({ budget: 150_000_001 }))],
    },
  }),
  pathRule<PlanFacts>({
    // What was set aside counts for the share of the whole plan.
    id: 'plan.change_reserve',
    article: 'caiku-2020-46/8',
    severity: 'error',
    appliesTo: ({ predecessor }) => predecessor !== null,
    broken: (facts) =>
      (facts.content.smeExemptReason === null ? facts.packages : []).flatMap(
        ({ planned, reserve }, index) => {
          const before = changedInto(facts, planned)?.reserve ?? 0;
          const least = Math.min(before, planned.budget ?? before);
          return (reserve ?? 0) < least ? [`plannedSections.${index}.reserve`] : [];
        },
      ),
    examples: {
      passing: [
        exampleChange(),
        exampleChange({
          smeMode: 'NONE',
          smeExemptReason: 'IRREPLACEABLE',
          ...withPackage({ reserve: null }),
        }),
      ],
      failing: [exampleChange({ smeMode: 'NONE', ...withPackage({ reserve: null }) })],
    },
  }),
  {
    id: 'plan.change_approval_no',
    article: 'order87/43',
    severity: 'error',
    fields: ['methodApprovalNo'],
    appliesTo: needsChangeApproved,
    holds: ({ content }) => content.methodApprovalNo.trim() !== '',
    params: ({ openTender, measured }) => ({ threshold: openTender, measured }),
    examples: {
      passing: [exampleChange({ methodApprovalNo: 'PF-2026-3' }, large), exampleChange(two)],
      failing: [exampleChange({}, large), exampleChange({ ...two, methodApprovalNo: ' ' })],
    },
  },
  {
    id: 'plan.change_approval_file',
    article: 'order87/43',
    severity: 'error',
    fields: ['files'],
    appliesTo: needsChangeApproved,
    holds: ({ content }) => hasFile(content, 'method_approval'),
    params: ({ openTender, measured }) => ({ threshold: openTender, measured }),
    examples: {
      passing: [exampleChange({ files: [exampleFile('method_approval')] }, large), exampleChange(two)],
      failing: [exampleChange({}, large), exampleChange({ ...two, files: exampleContent.files })],
    },
  },
  {
    id: 'plan.change_two_suppliers',
    article: 'order74/27',
    severity: 'error',
    fields: ['methodReasonCode'],
    appliesTo: negotiatesWithTwo,
    holds: (facts) =>
      facts.predecessor?.method === 'OPEN_TENDER' &&
      changedSections(facts).every(({ suppliers }) => suppliers === null || suppliers === 2),
    examples: {
      passing: [exampleChange(two), exampleChange(two, left(null))],
      failing: [
        exampleChange(two, left(1)),
        exampleChange(two, { method: 'COMPETITIVE_CONSULTATION' }),
        // Only what was tendered without success.
        exampleFacts(two),
      ],
    },
  },
];
