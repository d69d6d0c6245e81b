// Gathers what the plan rules need to know: the same on the desk, where the form checks while one types, and in the decision.
import { type Instant, type PlainDate, toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { type Calendar, calendarOf } from '#shared/kernel/workdays.ts';
import { type PlanFacts, planFacts } from '#shared/rules/plan-facts.ts';
import { calendarYears, organisations, platforms } from '../admin/model.ts';
import { loadSetting } from '../admin/settings.ts';
import { type Load, one, where } from '../load.ts';
import { type PlanContent, plans } from './model.ts';
import type { PlanPredecessor } from './predecessor.ts';

/** `planId` is left out of the unit's other plans; `purchaserId` is the unit whose plan it is. */
export function* loadPlanFacts(
  plan: {
    readonly id: string;
    readonly purchaserId: string;
    readonly content: PlanContent;
    readonly predecessor: PlanPredecessor | null;
  },
  now: Instant,
): Load<PlanFacts> {
  const { content, purchaserId } = plan;
  const { agencyId, platformId, fiscalYear } = content;
  const today = toPlainDate(now);
  return planFacts({
    planId: plan.id,
    content,
    predecessor: plan.predecessor,
    before: plan.predecessor === null ? undefined : yield* one(plans, plan.predecessor.planId),
    today,
    purchaser: yield* one(organisations, purchaserId),
    agency: agencyId === null ? undefined : yield* one(organisations, agencyId),
    platform: platformId === null ? undefined : yield* one(platforms, platformId),
    unitPlans: fiscalYear === null ? [] : yield* where(plans, { purchaserId, fiscalYear }),
    thresholds: yield* loadSetting('thresholds'),
    centralisedEdition: yield* loadSetting('catalogue.centralisedEdition'),
    smeRules: yield* loadSetting('plans.smeRules'),
    policies: yield* loadSetting('policies'),
    intentionDays: yield* loadSetting('plans.intentionDays'),
    calendar: yield* loadCalendar(content.plannedStart),
  });
}

/** The years around a date: a period that leads up to it may begin in the year before. */
function* loadCalendar(date: PlainDate | null): Load<Calendar> {
  if (date === null) return {};
  const year = yearOf(date);
  const before = yield* one(calendarYears, String(year - 1));
  const same = yield* one(calendarYears, String(year));
  return calendarOf([before, same].flatMap((row) => row?.calendar ?? []));
}
