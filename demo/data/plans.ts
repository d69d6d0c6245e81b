// Demo plans: what each contains, who makes it, and how far it shall come. Plan n depends on the seed and on n alone, so that ten plans are
// the first ten of ten thousand.

import type { Account } from '#shared/domain/admin/model.ts';
import { emptyContent } from '#shared/domain/plans/content.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { DemoOrganisation } from './organisations.ts';
import { makeContent } from './plan-content.ts';
import { type Random, randomOf, type Weighted } from './random.ts';
import { unreachableRegions } from './set-up.ts';

/** How far a plan comes. Whoever is returned to is the clerk; `incomplete` is a draft that its clerk has only begun. */
export type PlanGoal =
  | 'incomplete'
  | 'draft'
  | 'unit_review'
  | 'returned_by_unit'
  | 'office_review'
  | 'returned_by_office'
  /** Filed for a county whose trading centre does not answer. */
  | 'filed'
  | 'pushed'
  | 'sections_received'
  | 'cancelled';

export const goalWeights = [
  ['incomplete', 6],
  ['draft', 8],
  ['unit_review', 9],
  ['returned_by_unit', 4],
  ['office_review', 10],
  ['returned_by_office', 4],
  ['pushed', 15],
  ['sections_received', 36],
  ['cancelled', 4],
] as const satisfies readonly [Weighted<PlanGoal>, ...Weighted<PlanGoal>[]];

export type DemoPlan = {
  readonly id: string;
  readonly unit: DemoOrganisation;
  readonly clerk: Account;
  readonly reviewer: Account;
  /** 采购办 of the unit's region. */
  readonly office: Account;
  readonly content: PlanContent;
  readonly goal: PlanGoal;
  /** Why it is returned or cancelled, where the goal says so. */
  readonly reason: string;
};

/** The parts of the demo world that plans refer to. */
export type PlanWorld = {
  readonly organisations: readonly DemoOrganisation[];
  readonly accounts: readonly Account[];
  /** The trading platform of a region. */
  readonly platformOf: (regionCode: string) => string | null;
};
export type PlanRequest = {
  readonly count: number;
  readonly seed: string;
  readonly world: PlanWorld;
  /** The day on which the plans are drawn up. */
  readonly today: PlainDate;
};

const idTime = Date.UTC(2026, 0, 5);
const returnReasons = [
  '采购需求描述不完整，请补充技术参数后重新提交。',
  '预算项目编码与批复不一致，请核对。',
  '履约地点填写不明确，请修改。',
  '请补充采购需求调查材料。',
] as const;

/** One plan after the other, so that a million of them need no memory. */
export function* generatePlans({ count, seed, world, today }: PlanRequest): Generator<DemoPlan> {
  const units = world.organisations.filter(({ row }) => row.kind === 'purchaser');
  const agencies = world.organisations.filter(({ row }) => row.kind === 'agency');
  const people = peopleOf(world.accounts);
  for (let number = 0; number < count; number++) {
    const random = randomOf(`${seed}/plan/${number}`);
    // Every unit has its share before chance decides, so that no desk of the demo is empty.
    const unit = units[number < 3 * units.length ? number % units.length : random.int(0, units.length - 1)];
    if (unit === undefined) throw new Error('the demo world has no purchasing unit');
    const { row, region } = unit;
    const id = random.uuid(idTime + number);
    const platformId = world.platformOf(region.code);
    const goal = reachable(random.weighted(goalWeights), region.code);
    const content = makeContent({ unit, agencies, platformId, today, idTime: idTime + number }, random);
    yield {
      id,
      unit,
      clerk: people(row.id, 'purchaser_clerk'),
      reviewer: people(row.id, 'purchaser_reviewer'),
      office: people(region.code, 'procurement_office'),
      content: goal === 'incomplete' ? begun(content, random) : content,
      goal,
      reason: goal === 'cancelled' ? '采购任务取消（示例）。' : random.pick(returnReasons),
    };
  }
}

/** A plan for a county whose centre cannot be reached waits there, filed. */
function reachable(goal: PlanGoal, regionCode: string): PlanGoal {
  const leaves = goal === 'pushed' || goal === 'sections_received';
  return leaves && unreachableRegions.has(regionCode) ? 'filed' : goal;
}

/** A draft as it is after the first few minutes: what comes later in the form is still empty. */
function begun(content: PlanContent, random: Random): PlanContent {
  const { fiscalYear, budgetUnitCode, supervisingUnit, regionCode, projectName, category } = content;
  const start = { ...emptyContent, fiscalYear, budgetUnitCode, supervisingUnit, regionCode, projectName };
  return random.chance(0.5) ? start : { ...start, category, items: content.items.slice(0, 1) };
}

/** Accounts by organisation, those of 采购办 by region; the first of each kind acts. */
function peopleOf(accounts: readonly Account[]): (key: string, role: Account['role']) => Account {
  const byKey = new Map<string, Account>();
  for (const account of accounts) {
    const keys = account.role === 'procurement_office' ? account.regionCodes : [account.organisationId];
    for (const key of keys) {
      const name = `${key}/${account.role}`;
      if (!byKey.has(name)) byKey.set(name, account);
    }
  }
  return (key, role) => {
    const found = byKey.get(`${key}/${role}`);
    if (found === undefined) throw new Error(`the demo world has no ${role} of ${key}`);
    return found;
  };
}
