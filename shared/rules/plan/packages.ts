// 采购包: what a plan is divided into. Every item is in one package, every package has items; budget, 品目, 预留 and 评审方法 of a package fit its items and the
// plan. Sums of all packages are with the other amounts (amounts.ts).
import { pathRule, type Rule } from '../engine.ts';
import { exampleContent, exampleFacts } from '../plan-example.ts';
import type { PlanFacts } from '../plan-facts.ts';
import { allowsEvaluation } from './evaluation.ts';

type PlanContent = PlanFacts['content'];
type PlanItem = PlanContent['items'][number];
type PlannedSection = PlanContent['plannedSections'][number];
type Package = PlanFacts['packages'][number];
type At = keyof Omit<PlannedSection, 'id'>;

/** Paths of a field of those packages of which something is wrong. */
function packagesWhere(facts: PlanFacts, at: At, wrong: (one: Package) => boolean): readonly string[] {
  return facts.packages.flatMap((one, index) => (wrong(one) ? [`plannedSections.${index}.${at}`] : []));
}

const isDivided = ({ content }: PlanFacts) => content.plannedSections.length > 1;

function mayBeReserved({ smeMode }: PlanContent): boolean {
  return smeMode === null || smeMode === 'WHOLE_PROJECT' || smeMode === 'LOT';
}

/** A package is reserved as a whole or not at all, where packages are what is set aside. */
function isWrongReserve({ smeMode }: PlanContent, { planned, smeReserved }: Package): boolean {
  const { reserve, budget } = planned;
  if (reserve === null || budget === null) return false;
  if (smeReserved) return reserve !== budget;
  return smeMode === 'LOT' && reserve > 0;
}

function isWrongAnswer({ smeMode }: PlanContent, { planned: { smeReserved } }: Package): boolean {
  if (smeReserved === null || smeMode === null) return false;
  return smeReserved ? smeMode !== 'WHOLE_PROJECT' && smeMode !== 'LOT' : smeMode === 'WHOLE_PROJECT';
}

const [first] = exampleContent.items;
const [only] = exampleContent.plannedSections;
const id = (tail: number) => `00000000-0000-7000-8000-${String(tail).padStart(12, '0')}`;

/** The example in two packages with an item each, the second one set aside. */
function divided(
  changes: Partial<PlanContent> = {},
  ofFirst: Partial<PlannedSection> = {},
  ofSecond: Partial<PlannedSection> = {},
  ofItem: Partial<PlanItem> = {},
): PlanFacts {
  if (first === undefined || only === undefined) return exampleFacts(changes);
  const one = { ...only, id: id(301), budget: 100_000_000, reserve: null, ...ofFirst };
  const two = { ...only, id: id(302), no: '2', budget: 50_000_000, reserve: 50_000_000, ...ofSecond };
  return exampleFacts({
    smeMode: 'LOT',
    smeAmount: 50_000_000,
    smeSmallAmount: 30_000_000,
    items: [
      { ...first, qty: '2', amount: 100_000_000, plannedSectionId: one.id, ...ofItem },
      { ...first, id: id(102), qty: '1', amount: 50_000_000, plannedSectionId: two.id },
    ],
    plannedSections: [one, two],
    ...changes,
  });
}

export const packageRules: readonly Rule<PlanFacts>[] = [
  pathRule<PlanFacts>({
    id: 'plan.item_package',
    article: 'system',
    severity: 'error',
    appliesTo: isDivided,
    broken: ({ content, packages }) =>
      content.items.flatMap((item, index) =>
        packages.every(({ items }) => !items.includes(item)) ? [`items.${index}.plannedSectionId`] : [],
      ),
    examples: {
      passing: [divided()],
      failing: [
        divided({}, {}, {}, { plannedSectionId: null }),
        divided({}, {}, {}, { plannedSectionId: id(399) }),
      ],
    },
  }),
  pathRule<PlanFacts>({
    id: 'plan.package_empty',
    article: 'system',
    severity: 'error',
    appliesTo: isDivided,
    broken: (facts) => packagesWhere(facts, 'name', ({ items }) => items.length === 0),
    examples: {
      passing: [divided()],
      failing: [divided({}, {}, {}, { plannedSectionId: id(302) })],
    },
  }),
  pathRule<PlanFacts>({
    id: 'plan.package_sum',
    article: 'law/6',
    severity: 'warning',
    appliesTo: isDivided,
    broken: (facts) =>
      packagesWhere(
        facts,
        'budget',
        ({ planned, items, itemsSum }) =>
          planned.budget !== null &&
          items.length > 0 &&
          items.every(({ amount }) => amount !== null) &&
          itemsSum !== planned.budget,
      ),
    examples: { passing: [divided()], failing: [divided({}, { budget: 99_999_999 })] },
  }),
  pathRule<PlanFacts>({
    id: 'plan.package_catalogue',
    article: 'caiku-2022-31',
    severity: 'error',
    broken: (facts) =>
      packagesWhere(
        facts,
        'catalogCode',
        ({ planned: { catalogCode }, catalogueChoices }) =>
          catalogCode !== null && !catalogueChoices.some(({ code }) => code === catalogCode),
      ),
    examples: {
      passing: [divided({}, { catalogCode: first?.catalogCode ?? null })],
      failing: [divided({}, { catalogCode: 'A02010105' })],
    },
  }),
  pathRule<PlanFacts>({
    id: 'plan.package_reserved',
    article: 'caiku-2020-46/8',
    severity: 'error',
    broken: (facts) => packagesWhere(facts, 'smeReserved', (one) => isWrongAnswer(facts.content, one)),
    examples: {
      passing: [divided({}, { smeReserved: false }, { smeReserved: true })],
      failing: [
        divided({ smeMode: 'WHOLE_PROJECT' }, { smeReserved: false }),
        divided({ smeMode: 'SUBCONTRACT' }, {}, { smeReserved: true }),
        divided({ smeMode: 'NONE' }, {}, { smeReserved: true }),
      ],
    },
  }),
  pathRule<PlanFacts>({
    id: 'plan.package_reserve',
    article: 'caiku-2020-46/8',
    severity: 'error',
    appliesTo: ({ content }) => mayBeReserved(content),
    broken: (facts) => packagesWhere(facts, 'reserve', (one) => isWrongReserve(facts.content, one)),
    examples: {
      // Without an amount it is the whole package.
      passing: [divided(), divided({}, {}, { smeReserved: true, reserve: null })],
      failing: [
        divided({}, {}, { reserve: 49_999_999 }),
        divided({}, { smeReserved: false, reserve: 1 }),
        divided({ smeMode: 'WHOLE_PROJECT' }, { reserve: 1 }),
      ],
    },
  }),
  pathRule<PlanFacts>({
    id: 'plan.package_eval_method',
    article: 'regulation/34',
    severity: 'error',
    appliesTo: ({ content }) => content.method !== null,
    broken: (facts) =>
      packagesWhere(
        facts,
        'evalMethod',
        ({ planned: { evalMethod } }) =>
          evalMethod !== null && !allowsEvaluation(facts.content.method, evalMethod),
      ),
    examples: {
      passing: [divided({}, { evalMethod: 'LOWEST_PRICE' })],
      failing: [divided({}, { evalMethod: 'LOWEST_QUOTE' })],
    },
  }),
];
