// The amounts of a plan: items whose quantity times price adds up to the budget, funding lines and packages that add up to it too, and what
// is reserved for small and medium enterprises (财库〔2020〕46号 art 7-8).
import { followingPackage } from '#shared/domain/plans/content.ts';
import type { PlanContent, PlanFund, PlanItem } from '#shared/domain/plans/model.ts';
import type { ProjectKind } from './project-kinds.ts';
import type { Random } from './random.ts';

const fenPerYuan = 100;

/** Items that cost about `target` yuan together; every amount is exactly quantity × price. */
export function makeItems(
  kind: ProjectKind,
  target: number,
  random: Random,
  id: () => string,
): readonly PlanItem[] {
  const wanted = kind.items.slice(0, random.int(1, kind.items.length));
  const share = target / wanted.length;
  return wanted.map(({ code, name, unit, price }) => {
    const whole = price === null;
    const yuan = whole ? Math.max(1000, Math.round(share / 100) * 100) : rounded(random.int(...price));
    const qty = whole ? 1 : Math.max(1, Math.round(share / yuan));
    const unitPrice = yuan * fenPerYuan;
    return {
      id: id(),
      catalogEdition: '2022',
      catalogCode: code,
      name,
      qty: String(qty),
      unit,
      unitPrice,
      amount: qty * unitPrice,
      plannedSectionId: null,
    };
  });
}

export function makeFunds(
  budget: number,
  budgetUnitCode: string,
  year: number,
  random: Random,
  id: () => string,
): readonly PlanFund[] {
  const source = random.weighted([
    ['GENERAL', 70],
    ['UNIT_FUND', 12],
    ['GOV_FUND', 8],
    ['FISCAL_ACCOUNT', 6],
    ['BOND', 4],
  ]);
  const line = (amount: number, of: string): PlanFund => ({
    id: id(),
    source: of,
    amount,
    budgetItemNo: `${year}-${budgetUnitCode}-${String(random.int(1, 99_999)).padStart(5, '0')}`,
  });
  if (!random.chance(0.2)) return [line(budget, source)];
  const second = Math.floor((budget * random.int(10, 40)) / 100);
  return [line(budget - second, source), line(second, source === 'UNIT_FUND' ? 'GENERAL' : 'UNIT_FUND')];
}

type Sme = Pick<PlanContent, 'smeMode' | 'smeAmount' | 'smeSmallAmount' | 'smeExemptReason' | 'smeIndustry'>;

/** `limit` is the budget up to which the whole project is reserved. */
export function makeSme(
  kind: ProjectKind,
  method: string,
  budget: number,
  limit: number,
  random: Random,
): Sme {
  const smeIndustry = kind.industry;
  const exempt = (smeExemptReason: string): Sme => ({
    smeMode: 'NONE',
    smeAmount: null,
    smeSmallAmount: null,
    smeExemptReason,
    smeIndustry,
  });
  if (method === 'SINGLE_SOURCE') return exempt('IRREPLACEABLE');
  if (random.chance(0.1)) return exempt('SUPPLY_AT_RISK');
  if (budget <= limit) {
    return {
      smeMode: 'WHOLE_PROJECT',
      smeAmount: budget,
      smeSmallAmount: Math.ceil((budget * random.int(60, 100)) / 100),
      smeExemptReason: null,
      smeIndustry,
    };
  }
  const smeAmount = Math.ceil((budget * random.int(40, 60)) / 100);
  return {
    smeMode: random.weighted([
      ['LOT', 40],
      ['CONSORTIUM', 35],
      ['SUBCONTRACT', 25],
    ]),
    smeAmount,
    smeSmallAmount: Math.ceil((smeAmount * random.int(60, 90)) / 100),
    smeExemptReason: null,
    smeIndustry,
  };
}

/** Of the budget at least; the law asks for less, so that a plan stays lawful where its amounts are changed a little. */
const reservedLeast = 40;

/**
 * One package a plan, more for larger ones, each with whole items; the first is set aside where a package is (LOT). Works and services that are one item are
 * divided into parts. What cannot be divided has no package set aside: then a part of it is subcontracted.
 */
export function makePackages(
  projectName: string,
  whole: readonly PlanItem[],
  sme: Sme,
  random: Random,
  id: () => string,
): Sme & Pick<PlanContent, 'items' | 'plannedSections'> {
  const least = sme.smeMode === 'LOT' ? 2 : 1;
  const wanted = Math.max(least, sumOf(whole) >= 100_000_000 ? random.int(1, 4) : 1);
  const items = inParts(whole, wanted, id);
  const setAside = sme.smeMode === 'LOT' ? reservedItems(items) : [];
  const others = items.filter((item) => !setAside.includes(item));
  const groups = [
    ...(setAside.length > 0 ? [setAside] : []),
    ...divided(others, Math.max(1, wanted - Math.min(1, setAside.length))),
  ];
  const packages = groups.map((group, index) => ({
    id: id(),
    no: String(index + 1),
    name: groups.length === 1 ? projectName : `${projectName}（第${index + 1}标段）`,
    budget: sumOf(group),
    reserve: sme.smeMode === 'WHOLE_PROJECT' || group === setAside ? sumOf(group) : null,
    ...followingPackage,
  }));
  const packageOf = (item: PlanItem) => packages[groups.findIndex((group) => group.includes(item))];
  return {
    ...(setAside.length > 0 ? reserving(sme, sumOf(setAside)) : withoutLot(sme)),
    items: items.map((item) => ({
      ...item,
      plannedSectionId: groups.length > 1 ? (packageOf(item)?.id ?? null) : null,
    })),
    plannedSections: packages,
  };
}

const sumOf = (items: readonly PlanItem[]) => items.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

/** What is bought as a whole, by stages or areas. */
function inParts(items: readonly PlanItem[], count: number, id: () => string): readonly PlanItem[] {
  const [only, ...others] = items;
  if (only?.qty !== '1' || only.amount === null || others.length > 0 || count === 1) return items;
  const part = Math.floor(only.amount / count / fenPerYuan) * fenPerYuan;
  return Array.from({ length: count }, (_, index) => {
    const amount = index === count - 1 ? (only.amount ?? 0) - part * index : part;
    return { ...only, id: id(), name: `${only.name}（${index + 1}期）`, unitPrice: amount, amount };
  });
}

/** The first items that make up the share, or the last one where all the others do not; none of a single one. */
function reservedItems(items: readonly PlanItem[]): readonly PlanItem[] {
  const least = (sumOf(items) * reservedLeast) / 100;
  const until = items.findIndex((_, index) => sumOf(items.slice(0, index + 1)) >= least);
  return until + 1 < items.length ? items.slice(0, until + 1) : items.slice(1).slice(-1);
}

/** In their order, into so many groups, or as many as there are items. */
function divided(items: readonly PlanItem[], count: number): readonly (readonly PlanItem[])[] {
  const groups = Math.min(count, items.length);
  return Array.from({ length: groups }, (_, index) =>
    items.slice(
      Math.floor((index * items.length) / groups),
      Math.floor(((index + 1) * items.length) / groups),
    ),
  );
}

function reserving(sme: Sme, smeAmount: number): Sme {
  const small = (sme.smeSmallAmount ?? 0) / (sme.smeAmount ?? 1);
  return {
    ...sme,
    smeAmount,
    smeSmallAmount: Math.max(Math.ceil(smeAmount * 0.6), Math.floor(smeAmount * small)),
  };
}

function withoutLot(sme: Sme): Sme {
  return sme.smeMode === 'LOT' ? { ...sme, smeMode: 'SUBCONTRACT' } : sme;
}

/** A price as people write it: tens of yuan below ten thousand, hundreds above. */
function rounded(yuan: number): number {
  const step = yuan < 1000 ? 1 : yuan < 10_000 ? 10 : 100;
  return Math.round(yuan / step) * step;
}
