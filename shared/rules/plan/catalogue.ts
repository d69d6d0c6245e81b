// 采购品目 and 集中采购目录. Two editions of the catalogue use the same code strings with other meanings: the edition is always asked for.
import {
  ancestorCodes,
  catalogueConflict,
  catalogueEditionOn,
  catalogueEntry,
  isLeafOrLevel3,
} from '#shared/codes/catalogue.ts';
import { centralisedItem } from '#shared/codes/centralised-catalogue.ts';
import type { PlanItem } from '#shared/domain/plans/model.ts';
import { pathRule, type Rule } from '../engine.ts';
import { exampleContent, exampleFacts } from '../plan-example.ts';
import type { PlanFacts } from '../plan-facts.ts';

const codePattern = /^[ABC]\d{8}$/;
const itemFields = ['catalogCode', 'name', 'qty', 'unit', 'unitPrice', 'amount'] as const;

function itemsWhere(facts: PlanFacts, wrong: (item: PlanItem) => boolean, field: string): readonly string[] {
  return facts.content.items.flatMap((item, index) => (wrong(item) ? [`items.${index}.${field}`] : []));
}

function withItem(changes: Partial<PlanItem>): PlanFacts {
  return exampleFacts({ items: exampleContent.items.map((item) => ({ ...item, ...changes })) });
}

/** Well formed, but a heading that is too general to be bought. */
function isTooGeneral({ catalogEdition, catalogCode }: PlanItem): boolean {
  if (catalogCode === null) return false;
  if (!codePattern.test(catalogCode)) return true;
  const entry = catalogueEntry(catalogEdition, catalogCode);
  // ancestorCodes has one code a level above: three of them make level 3.
  return entry === undefined ? ancestorCodes(catalogCode).length < 3 : !isLeafOrLevel3(entry);
}

function isCentralised(facts: PlanFacts): boolean {
  return facts.content.items.some(
    ({ catalogEdition, catalogCode }) =>
      catalogCode !== null &&
      centralisedItem(catalogEdition, catalogCode, facts.centralisedEdition) !== undefined,
  );
}

/** 台式计算机, a line of the 集中采购目录. */
const desktopComputer: Partial<PlanItem> = { catalogCode: 'A02010105', name: 'Computer' };

export const catalogueRules: readonly Rule<PlanFacts>[] = [
  pathRule<PlanFacts>({
    id: 'plan.item_complete',
    article: 'regulation/29',
    severity: 'error',
    broken: ({ content }) =>
      content.items.flatMap((item, index) =>
        itemFields
          .filter((field) => item[field] === null || item[field] === '')
          .map((field) => `items.${index}.${field}`),
      ),
    examples: { passing: [exampleFacts()], failing: [withItem({ name: '', qty: null })] },
  }),
  pathRule<PlanFacts>({
    id: 'plan.category',
    article: 'caiku-2022-31',
    severity: 'error',
    appliesTo: ({ content }) => content.category !== null,
    broken: (facts) =>
      itemsWhere(
        facts,
        ({ catalogCode }) => catalogCode !== null && catalogCode.charAt(0) !== facts.content.category,
        'catalogCode',
      ),
    params: ({ content }) => ({ category: content.category }),
    examples: { passing: [exampleFacts()], failing: [withItem({ catalogCode: 'C21040000' })] },
  }),
  pathRule<PlanFacts>({
    id: 'plan.catalogue_edition',
    article: 'caiku-2022-31',
    severity: 'error',
    broken: (facts) =>
      itemsWhere(
        facts,
        ({ catalogEdition }) => catalogEdition !== catalogueEditionOn(facts.today),
        'catalogCode',
      ),
    params: ({ today }) => ({ edition: catalogueEditionOn(today) ?? null }),
    examples: { passing: [exampleFacts()], failing: [withItem({ catalogEdition: '2013' })] },
  }),
  pathRule<PlanFacts>({
    id: 'plan.catalogue_level',
    article: 'caiku-2022-31',
    severity: 'error',
    broken: (facts) => itemsWhere(facts, isTooGeneral, 'catalogCode'),
    examples: {
      passing: [exampleFacts(), withItem({ catalogCode: 'A02010100' })],
      failing: [withItem({ catalogCode: 'A02000000' }), withItem({ catalogCode: 'A' })],
    },
  }),
  pathRule<PlanFacts>({
    // The catalogue at hand is not complete, so an unknown code may be right.
    id: 'plan.catalogue_unknown',
    article: 'caiku-2022-31',
    severity: 'warning',
    broken: (facts) =>
      itemsWhere(
        facts,
        (item) =>
          item.catalogCode !== null &&
          !isTooGeneral(item) &&
          catalogueEntry(item.catalogEdition, item.catalogCode) === undefined,
        'catalogCode',
      ),
    examples: { passing: [exampleFacts()], failing: [withItem({ catalogCode: 'A02989801' })] },
  }),
  pathRule<PlanFacts>({
    id: 'plan.catalogue_old_meaning',
    article: 'caiku-2022-31',
    severity: 'warning',
    broken: (facts) =>
      itemsWhere(
        facts,
        ({ catalogEdition, catalogCode, name }) => {
          const conflict = catalogCode === null ? undefined : catalogueConflict(catalogCode);
          return (
            catalogEdition === '2022' &&
            conflict !== undefined &&
            name.includes(conflict.name2013) &&
            !name.includes(conflict.name2022)
          );
        },
        'catalogCode',
      ),
    examples: {
      passing: [withItem(desktopComputer)],
      failing: [withItem({ catalogCode: 'A02010104', name: catalogueConflict('A02010104')?.name2013 ?? '' })],
    },
  }),
  {
    id: 'plan.org_form_central',
    article: 'law/7',
    severity: 'error',
    fields: ['orgForm'],
    appliesTo: (facts) => facts.content.orgForm !== null && isCentralised(facts),
    holds: ({ content }) => content.orgForm !== 'DISPERSED',
    examples: {
      passing: [
        exampleFacts({
          items: exampleContent.items.map((item) => ({ ...item, ...desktopComputer })),
          orgForm: 'CENTRAL',
        }),
      ],
      failing: [withItem(desktopComputer)],
    },
  },
  {
    id: 'plan.org_form_dispersed',
    article: 'law/7',
    severity: 'warning',
    fields: ['orgForm'],
    appliesTo: ({ content }) => content.orgForm !== null && content.items.length > 0,
    holds: (facts) => facts.content.orgForm === 'DISPERSED' || isCentralised(facts),
    examples: { passing: [exampleFacts()], failing: [exampleFacts({ orgForm: 'DEPARTMENT' })] },
  },
];
