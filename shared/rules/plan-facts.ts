// Everything the plan rules may ask about, gathered beforehand: a rule looks nothing up. The same facts are made by the form while one
// types and by the decision (domain/plans/facts.ts loads them).
import type { Policy } from '#shared/codes/procurement-policies.ts';
import { type RegionLevel, region } from '#shared/codes/regions.ts';
import { type Threshold, thresholdOn } from '#shared/codes/thresholds.ts';
import type { Organisation, Platform } from '#shared/domain/admin/model.ts';
import type { SettingValue } from '#shared/domain/admin/settings.ts';
import type { FilePurpose, Plan, PlanContent } from '#shared/domain/plans/model.ts';
import { type Package, packagesOf } from '#shared/domain/plans/packages.ts';
import type { PlanPredecessor } from '#shared/domain/plans/predecessor.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { Fen } from '#shared/kernel/money.ts';
import type { Calendar } from '#shared/kernel/workdays.ts';

export type GivenPlanFacts = {
  readonly planId: string;
  readonly content: PlanContent;
  /** 变更采购方式: the plan whose failed sections it buys; null for all others. */
  readonly predecessor: PlanPredecessor | null;
  /** The plan that it names; undefined where it is not there. Nothing of it changes any more: a section of it was announced. */
  readonly before: Plan | undefined;
  readonly today: PlainDate;
  /** Undefined where there is no such organisation or platform. */
  readonly purchaser: Organisation | undefined;
  readonly agency: Organisation | undefined;
  readonly platform: Platform | undefined;
  /** All plans of the unit in the fiscal year, this one included or not. */
  readonly unitPlans: readonly Plan[];
  readonly thresholds: readonly Threshold[];
  readonly centralisedEdition: string;
  readonly smeRules: SettingValue<'plans.smeRules'>;
  readonly policies: readonly Policy[];
  readonly intentionDays: number;
  /** The published years around the planned start. */
  readonly calendar: Calendar;
};

export type PlanFacts = GivenPlanFacts & {
  readonly level: RegionLevel | null;
  /** 公开招标数额标准 and 分散采购限额标准 for the plan's category, level and start; null when none is known. */
  readonly openTender: Fen | null;
  readonly purchaseLimit: Fen | null;
  /** What is measured by these: the budget, and where the method of a part is changed that of the whole, as the law speaks of the project (87号令 art 43). */
  readonly measured: Fen | null;
  /** What the plan is divided into, with what follows from items and plan. */
  readonly packages: readonly Package[];
  /** The other plans of the unit that count as purchases: submitted at least once and not cancelled. */
  readonly others: readonly Plan[];
};

export function planFacts(given: GivenPlanFacts): PlanFacts {
  const { content, predecessor, planId, unitPlans, today } = given;
  const level = content.regionCode === null ? null : (region(content.regionCode)?.level ?? null);
  const threshold = (kind: Threshold['kind']) =>
    content.category === null || level === null
      ? null
      : (thresholdOn(
          given.thresholds,
          { kind, category: content.category, level },
          content.plannedStart ?? today,
        )?.amount ?? null);
  return {
    ...given,
    level,
    packages: packagesOf(content),
    openTender: threshold('openTender'),
    purchaseLimit: threshold('purchaseLimit'),
    measured:
      predecessor === null
        ? content.budgetAmount
        : Math.max(predecessor.budgetAmount, content.budgetAmount ?? 0),
    others: unitPlans.filter(
      ({ id, status }) => id !== planId && status !== 'draft' && status !== 'cancelled',
    ),
  };
}

export function hasFile(content: PlanContent, purpose: FilePurpose): boolean {
  return content.files.some((file) => file.purpose === purpose);
}

/** A method other than 公开招标 has been chosen. */
export function isNonOpen({ method }: PlanContent): boolean {
  return method !== null && method !== 'OPEN_TENDER';
}

/** It buys by another method what was tendered without success. */
export function followsTender({ predecessor }: Pick<PlanFacts, 'predecessor'>): boolean {
  return predecessor?.method === 'OPEN_TENDER' || predecessor?.method === 'INVITED_TENDER';
}

/** The amount reaches the figure; 以上 includes it (87号令 art 86). */
export function reaches(amount: Fen | null, figure: Fen | null): boolean {
  return amount !== null && figure !== null && amount >= figure;
}
