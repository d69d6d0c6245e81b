// How a trading centre divides a plan into sections: a section for each package, or where the plan is not divided one to three by its amount. Budgets
// always sum up to the plan's; a ceiling price is divided in the same proportion.
import type { Catalogue } from '#shared/codes/catalogue.ts';
import type { PlanBody } from '#shared/contract/exchange.ts';
import type { PlanItem } from '#shared/domain/plans/model.ts';
import { catalogueChoices, packagesOf } from '#shared/domain/plans/packages.ts';
import type { SectionContent } from '#shared/domain/projects/model.ts';
import { fillInText } from '#shared/text/zh-CN/announcements-document.ts';

const yuan = 100;
const ordinals = ['一', '二', '三'] as const;
/** Letters of the centre's numbers for 货物, 工程, 服务. */
const categoryLetters = new Map([
  ['A', 'G'],
  ['B', 'C'],
  ['C', 'F'],
]);

type Part = {
  readonly plannedSectionId: string | null;
  readonly name: string;
  readonly budget: number;
  readonly items: readonly PlanItem[];
  readonly catalogue: Catalogue | null;
  readonly smeReserved: boolean;
  readonly evalMethod: string | null;
};

/** `serial` is the centre's running number of the project within its year. `knowsPackages`: false is a centre's program of the version before. */
export function sectionsOf(plan: PlanBody, serial: number, knowsPackages = true): readonly SectionContent[] {
  const { content } = plan;
  const budget = content.budgetAmount ?? 0;
  const parts = partsOf(plan, budget, knowsPackages);
  const letter = categoryLetters.get(content.category ?? 'A') ?? 'G';
  const projectNo = `ZFCG-${letter}${content.fiscalYear ?? 2026}${String(serial).padStart(3, '0')}`;
  return parts.map((part, index) => ({
    sectionNo: `${projectNo}-${index + 1}号`,
    name: part.name.slice(0, 200),
    budget: part.budget,
    ceiling: content.ceilingPrice === null ? null : share(content.ceilingPrice, part.budget, budget),
    content: fillInText.items(part.items).slice(0, 5000),
    catalogEdition: part.catalogue?.edition ?? '2022',
    catalogCode: part.catalogue?.code ?? 'A',
    smeReserved: part.smeReserved,
    evalMethod: part.evalMethod,
    qualification: '符合《中华人民共和国政府采购法》第二十二条规定的条件',
    performancePeriod: content.performancePeriod.slice(0, 500),
    acceptsConsortium: content.smeMode === 'CONSORTIUM',
    openingOn: null,
    plannedSectionId: part.plannedSectionId,
  }));
}

function partsOf(plan: PlanBody, budget: number, knowsPackages: boolean): readonly Part[] {
  const { content } = plan;
  const whole = {
    plannedSectionId: null,
    items: content.items,
    catalogue: catalogueChoices(content.items)[0] ?? null,
    smeReserved: content.smeMode === 'WHOLE_PROJECT',
    evalMethod: content.evalMethod,
  };
  const planned = packagesOf(content).flatMap(
    ({ planned: { id, name, budget: part }, items, catalogue, smeReserved, evalMethod }): readonly Part[] =>
      part === null
        ? []
        : knowsPackages
          ? [{ plannedSectionId: id, name, budget: part, items, catalogue, smeReserved, evalMethod }]
          : [{ ...whole, name, budget: part }],
  );
  const sum = planned.reduce((total, part) => total + part.budget, 0);
  if (planned.length > 0 && planned.length === content.plannedSections.length && sum <= budget) {
    return planned;
  }
  const { projectName } = content;
  const count = budget < 1_000_000 * yuan ? 1 : budget < 5_000_000 * yuan ? 2 : 3;
  if (count === 1) return [{ ...whole, name: projectName, budget }];
  const each = Math.floor(budget / count);
  return ordinals.slice(0, count).map((ordinal, index) => ({
    ...whole,
    name: `${projectName.slice(0, 190)}第${ordinal}标段`,
    budget: index === count - 1 ? budget - each * (count - 1) : each,
  }));
}

function share(amount: number, part: number, whole: number): number {
  return whole === 0 ? 0 : Number((BigInt(amount) * BigInt(part)) / BigInt(whole));
}
