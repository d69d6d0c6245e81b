// The amounts of a plan: items whose quantity times price adds up to the budget, funding lines and sections that add up to it too, and what
// is reserved for small and medium enterprises (财库〔2020〕46号 art 7-8).
import type { PlanContent, PlanFund, PlanItem, PlannedSection } from '#shared/domain/plans/model.ts';
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
  if (method === 'FRAMEWORK_AGREEMENT') return exempt('FRAMEWORK');
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

/** One section a plan, more for larger ones; with a section set aside (LOT) the first one is it. */
export function makeSections(
  projectName: string,
  budget: number,
  sme: Sme,
  random: Random,
  id: () => string,
): readonly PlannedSection[] {
  const reserved = sme.smeMode === 'LOT' ? (sme.smeAmount ?? 0) : 0;
  const count = Math.max(reserved > 0 ? 2 : 1, budget >= 100_000_000 ? random.int(1, 4) : 1);
  const budgets: number[] = reserved > 0 ? [reserved] : [];
  let rest = budget - reserved;
  while (budgets.length < count - 1) {
    const part = Math.floor(rest / (count - budgets.length));
    budgets.push(part);
    rest -= part;
  }
  budgets.push(rest);
  return budgets.map((amount, index) => ({
    id: id(),
    no: String(index + 1),
    name: count === 1 ? projectName : `${projectName}（第${index + 1}标段）`,
    budget: amount,
    reserve: sme.smeMode === 'WHOLE_PROJECT' ? amount : index === 0 && reserved > 0 ? reserved : null,
  }));
}

/** A price as people write it: tens of yuan below ten thousand, hundreds above. */
function rounded(yuan: number): number {
  const step = yuan < 1000 ? 1 : yuan < 10_000 ? 10 : 100;
  return Math.round(yuan / step) * step;
}
