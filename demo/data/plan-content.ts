// The content of one demo plan, lawful by construction: what the law makes depend on category, amount and method is chosen here in that
// order, so that every plan meant to pass the rules passes them.
import { centralisedItem } from '#shared/codes/centralised-catalogue.ts';
import type { FilePurpose, PlanContent, PlanItem } from '#shared/domain/plans/model.ts';
import { addDays, daysBetween, type PlainDate, yearOf } from '#shared/kernel/dates.ts';
import { demoAttachment } from './demo-files.ts';
import { makeName, makePhone } from './names.ts';
import type { DemoOrganisation } from './organisations.ts';
import { makeFunds, makeItems, makePackages, makeSme } from './plan-money.ts';
import { makePolicies } from './plan-policies.ts';
import { type ProjectKind, projectKinds } from './project-kinds.ts';
import type { Random } from './random.ts';
import type { DemoRegion } from './regions.ts';

/** Above this 公开招标 is the rule; above `wholeProject` only a share is reserved. The defaults of the settings, in fen. */
const openTender = { A: 200_000_000, B: 400_000_000, C: 200_000_000 } as const;
const smallPurchase = 30_000_000;
const majorReview = 1_000_000_000;

export type Surroundings = {
  readonly unit: DemoOrganisation;
  readonly agencies: readonly DemoOrganisation[];
  readonly platformId: string | null;
  /** The day the plan is drawn up; procurement starts some weeks later. */
  readonly today: PlainDate;
  readonly idTime: number;
};

export function makeContent(
  { unit, agencies, platformId, today, idTime }: Surroundings,
  random: Random,
): PlanContent {
  const id = () => random.uuid(idTime);
  const kind = kindFor(unit, random);
  const items = makeItems(kind, targetFor(kind, unit.region, random), random, id);
  const budget = items.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const central = isCentral(items);
  const chosen = methodFor(kind, budget, central, random);
  const plannedStart = startAfter(today, random);
  const year = yearOf(plannedStart);
  const projectName = `${unit.row.name}${year}年${kind.title}`;
  const entrusted = central || budget >= smallPurchase ? chosen.method !== 'E_MALL' : random.chance(0.3);
  const agency = entrusted ? agencyFor(agencies, central, random) : undefined;
  const sme = makeSme(kind, chosen.method, budget, openTender[kind.category], random);
  const importAllowed =
    unit.unitKind === 'hospital' && budget >= 100_000_000 && kind.category === 'A' && random.chance(0.25);
  const purposes: readonly FilePurpose[] = [
    'budget_approval',
    'requirements',
    ...(chosen.approval ? (['method_approval', 'supervising_consent'] as const) : []),
    ...(agency === undefined ? [] : (['agency_agreement'] as const)),
    ...(importAllowed ? (['import_opinion'] as const) : []),
    ...(budget >= majorReview ? (['requirements_review'] as const) : []),
  ];
  const withIntention = chosen.method !== 'E_MALL';
  return {
    fiscalYear: year,
    budgetUnitCode: unit.row.budgetUnitCode,
    supervisingUnit: unit.row.supervisingUnit,
    regionCode: unit.row.regionCode,
    projectName,
    category: kind.category,
    budgetAmount: budget,
    ceilingPrice: random.chance(0.6) ? budget : Math.floor((budget * random.int(92, 99)) / 10_000) * 100,
    funds: [...makeFunds(budget, unit.row.budgetUnitCode, year, random, id)],
    method: chosen.method,
    methodApprovalNo: chosen.approval ? `许财购批〔${year}〕${random.int(1, 180)}号（示例）` : '',
    methodReasonCode: chosen.reason,
    methodReason: chosen.reason === null ? '' : '依据采购需求调查结果，经单位内部会商确定（示例）。',
    orgForm: central ? 'CENTRAL' : 'DISPERSED',
    entrusted: agency !== undefined,
    agencyId: agency?.row.id ?? null,
    agencyAgreementNo:
      agency === undefined ? '' : `WT-${year}-${String(random.int(1, 9999)).padStart(4, '0')}`,
    importAllowed,
    ...makePackages(projectName, items, sme, random, id),
    greenPolicies: greenOf(kind, items),
    policies: [...makePolicies({ category: kind.category, smeMode: sme.smeMode, plannedStart }, today)],
    classified: false,
    intentionId: withIntention
      ? `YX-${unit.row.regionCode}-${String(random.int(1, 999_999)).padStart(6, '0')}`
      : null,
    intentionPublishedOn: withIntention ? intentionBefore(plannedStart, today, random) : null,
    plannedStart,
    performancePeriod: kind.period,
    performancePlace: `${unit.row.address}（采购人指定地点）`,
    evalMethod: chosen.evalMethod,
    priceWeight: chosen.evalMethod === 'COMPREHENSIVE_SCORE' ? weightFor(kind, random) : null,
    platformId,
    contact: makeName(random),
    phone: makePhone(random),
    files: purposes.map((purpose) => demoAttachment(id(), purpose)),
  };
}

/** Some weeks ahead; at the end of a year most plans still belong to its budget. */
function startAfter(today: PlainDate, random: Random): PlainDate {
  const start = addDays(today, random.int(15, 120));
  const left = daysBetween(today, `${yearOf(today)}-12-31`);
  return yearOf(start) !== yearOf(today) && left > 15 && random.chance(0.75)
    ? addDays(today, random.int(15, left))
    : start;
}

/** Published already, and at least 30 days before procurement starts (财库〔2020〕10号). */
function intentionBefore(start: PlainDate, today: PlainDate, random: Random): PlainDate {
  const latest = addDays(start, -30);
  return addDays(latest < today ? latest : today, -random.int(1, 25));
}

function kindFor(unit: DemoOrganisation, random: Random): ProjectKind {
  const { unitKind } = unit;
  const [first, ...rest] = projectKinds.filter(({ units }) => unitKind !== null && units.includes(unitKind));
  return first === undefined ? projectKinds[0] : random.pick([first, ...rest]);
}

/**
 * In yuan. Works stay below the amount from which 招标投标法 governs them (条例 art 7). What is not in the 集中采购目录 is procurement only from
 * the 分散采购限额 on; now and then a unit files a smaller one all the same.
 */
function targetFor(kind: ProjectKind, region: DemoRegion, random: Random): number {
  const central = centralisedItem('2022', kind.items[0].code) !== undefined;
  const least = central || random.chance(0.04) ? 12_000 : purchaseLimit(kind, region) * 1.06;
  const most = kind.category === 'B' ? 3_900_000 : 60_000_000;
  for (let attempt = 0; attempt < 12; attempt++) {
    const yuan = random.lognormal(kind.median, 0.95);
    if (yuan >= least && yuan <= most) return yuan;
  }
  return least * (1 + random.next());
}

function purchaseLimit(kind: ProjectKind, region: DemoRegion): number {
  if (kind.category === 'B') return 600_000;
  return region.city ? 500_000 : 300_000;
}

function isCentral(items: readonly PlanItem[]): boolean {
  return items.some(
    ({ catalogEdition, catalogCode }) =>
      catalogCode !== null && centralisedItem(catalogEdition, catalogCode) !== undefined,
  );
}

type Way = {
  readonly method: string;
  readonly reason: string | null;
  readonly evalMethod: string;
  readonly approval: boolean;
};
const way = (method: string, reason: string | null, evalMethod: string, approval = false): Way => ({
  method,
  reason,
  evalMethod,
  approval,
});
const openTenderBy = (evalMethod: string) => way('OPEN_TENDER', null, evalMethod);

function methodFor(kind: ProjectKind, budget: number, central: boolean, random: Random): Way {
  const scored = kind.uniform ? 'LOWEST_PRICE' : 'COMPREHENSIVE_SCORE';
  if (budget >= openTender[kind.category]) {
    return random.weighted([
      [openTenderBy(scored), 88],
      [way('COMPETITIVE_CONSULTATION', 'D214_3_2', 'COMPREHENSIVE_SCORE', true), kind.uniform ? 0 : 8],
      [way('SINGLE_SOURCE', 'LAW_31_1', 'AGREED_PRICE', true), 4],
    ]);
  }
  const small = budget < smallPurchase;
  switch (kind.category) {
    case 'A':
      return random.weighted([
        [way('INQUIRY', 'LAW_32', 'LOWEST_QUOTE'), kind.uniform ? 38 : 0],
        [openTenderBy(scored), small ? 6 : 34],
        [way('COMPETITIVE_NEGOTIATION', 'LAW_30_2', 'LOWEST_QUOTE'), 20],
        [way('COMPETITIVE_CONSULTATION', 'D214_3_2', 'COMPREHENSIVE_SCORE'), kind.uniform ? 0 : 24],
        [way('E_MALL', 'LOCAL_SMALL', 'LOWEST_PRICE'), small && central ? 40 : 0],
        [way('SINGLE_SOURCE', 'LAW_31_1', 'AGREED_PRICE'), kind.uniform ? 0 : 4],
      ]);
    case 'B':
      return random.weighted([
        [way('COMPETITIVE_CONSULTATION', 'D214_3_5', 'COMPREHENSIVE_SCORE'), 75],
        [way('COMPETITIVE_NEGOTIATION', 'LAW_30_2', 'LOWEST_QUOTE'), 25],
      ]);
    case 'C':
      return random.weighted([
        [way('COMPETITIVE_CONSULTATION', 'D214_3_1', 'COMPREHENSIVE_SCORE'), 60],
        [openTenderBy('COMPREHENSIVE_SCORE'), small ? 4 : 20],
        [way('COMPETITIVE_NEGOTIATION', 'LAW_30_2', 'LOWEST_QUOTE'), 10],
        [way('INVITED_TENDER', 'LAW_29_1', 'COMPREHENSIVE_SCORE'), small ? 0 : 3],
        [way('SINGLE_SOURCE', 'LAW_31_3', 'AGREED_PRICE'), 4],
      ]);
  }
}

function agencyFor(
  agencies: readonly DemoOrganisation[],
  central: boolean,
  random: Random,
): DemoOrganisation | undefined {
  const wanted = central ? 'CENTRAL_AGENCY' : 'SOCIAL_AGENCY';
  const [first, ...rest] = agencies.filter(({ row }) => row.agencyKind === wanted);
  return first === undefined ? undefined : random.pick([first, ...rest]);
}

/** 87号令 art 55: at least 30 for goods, 10 for services; 214号 art 24: at most 60 and 30. */
function weightFor(kind: ProjectKind, random: Random): number {
  return kind.category === 'A' ? 30 + 5 * random.int(0, 6) : 10 + 5 * random.int(0, 4);
}

function greenOf(kind: ProjectKind, items: readonly PlanItem[]): string[] {
  const bought = new Set(items.map(({ name }) => name));
  const policies = kind.items.flatMap(({ name, green }) =>
    bought.has(name) && green !== undefined ? [green] : [],
  );
  return [...new Set(policies)];
}
