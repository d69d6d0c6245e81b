// How a trading centre divides a plan into sections: as the plan proposes, or into one to three by its amount. Budgets always sum up to
// the plan's; a ceiling price is divided in the same proportion.
import type { PlanBody } from '#shared/contract/exchange.ts';
import type { SectionContent } from '#shared/domain/projects/model.ts';

const yuan = 100;
const ordinals = ['一', '二', '三'] as const;
/** Letters of the centre's numbers for 货物, 工程, 服务. */
const categoryLetters = new Map([
  ['A', 'G'],
  ['B', 'C'],
  ['C', 'F'],
]);

type Part = { readonly name: string; readonly budget: number };

/** `serial` is the centre's running number of the project within its year. */
export function sectionsOf(plan: PlanBody, serial: number): readonly SectionContent[] {
  const { content } = plan;
  const budget = content.budgetAmount ?? 0;
  const parts = partsOf(plan, budget);
  const letter = categoryLetters.get(content.category ?? 'A') ?? 'G';
  const projectNo = `ZFCG-${letter}${content.fiscalYear ?? 2026}${String(serial).padStart(3, '0')}`;
  const item = content.items[0];
  return parts.map((part, index) => ({
    sectionNo: `${projectNo}-${index + 1}号`,
    name: part.name.slice(0, 200),
    budget: part.budget,
    ceiling: content.ceilingPrice === null ? null : share(content.ceilingPrice, part.budget, budget),
    content: content.items
      .map(({ name, qty, unit }) => `${name} ${qty ?? ''}${unit}`.trim())
      .join('；')
      .slice(0, 5000),
    catalogEdition: item?.catalogEdition ?? '2022',
    catalogCode: item?.catalogCode ?? 'A',
    smeReserved: content.smeMode === 'WHOLE_PROJECT',
    evalMethod: content.evalMethod,
    qualification: '符合《中华人民共和国政府采购法》第二十二条规定的条件',
    performancePeriod: content.performancePeriod.slice(0, 500),
    acceptsConsortium: false,
    openingOn: null,
  }));
}

function partsOf(plan: PlanBody, budget: number): readonly Part[] {
  const { plannedSections, projectName } = plan.content;
  const planned = plannedSections.flatMap(({ name, budget: part }) =>
    part === null ? [] : [{ name, budget: part }],
  );
  const sum = planned.reduce((total, part) => total + part.budget, 0);
  if (planned.length > 0 && planned.length === plannedSections.length && sum <= budget) return planned;
  const count = budget < 1_000_000 * yuan ? 1 : budget < 5_000_000 * yuan ? 2 : 3;
  if (count === 1) return [{ name: projectName, budget }];
  const each = Math.floor(budget / count);
  return ordinals.slice(0, count).map((ordinal, index) => ({
    name: `${projectName.slice(0, 190)}第${ordinal}标段`,
    budget: index === count - 1 ? budget - each * (count - 1) : each,
  }));
}

function share(amount: number, part: number, whole: number): number {
  return whole === 0 ? 0 : Number((BigInt(amount) * BigInt(part)) / BigInt(whole));
}
