// Every plan that is meant to be submitted passes the rules: no error, and no warning but those that a clerk may answer for.
import { describe, expect, it } from 'vitest';
import { settingDefinitions } from '#shared/domain/admin/settings.ts';
import { type Plan, planContentSchema } from '#shared/domain/plans/model.ts';
import { calendarOf } from '#shared/kernel/workdays.ts';
import { planFacts } from '#shared/rules/plan-facts.ts';
import { checkPlan } from '#shared/rules/plan-rules.ts';
import { benchPlanRow } from './bench-rows.ts';
import { demoWorld } from './demo-world.ts';
import type { DemoPlan } from './plans.ts';
import { demoCalendar, demoPlatforms } from './set-up.ts';

const acceptedWarnings = ['plan.below_limit', 'plan.splitting'];
const calendar = calendarOf(demoCalendar.map((row) => row.calendar));
const platforms = demoPlatforms({ inboxUrl: 'http://127.0.0.1:9/', keyId: 'k1', publicKey: 'AA==' });
const world = demoWorld();

function findingsOf(plan: DemoPlan, today: string, unitPlans: readonly Plan[]) {
  const { id, content, unit } = plan;
  const organisation = (wanted: string | null) =>
    world.organisations.find(({ row }) => row.id === wanted)?.row;
  return checkPlan(
    planFacts({
      planId: id,
      predecessor: null,
      before: undefined,
      content,
      today,
      purchaser: unit.row,
      agency: organisation(content.agencyId),
      platform: platforms.find((platform) => platform.id === content.platformId),
      unitPlans: unitPlans.filter(
        (other) => other.purchaserId === unit.row.id && other.content.fiscalYear === content.fiscalYear,
      ),
      thresholds: settingDefinitions.thresholds.fallback,
      centralisedEdition: settingDefinitions['catalogue.centralisedEdition'].fallback,
      smeRules: settingDefinitions['plans.smeRules'].fallback,
      policies: settingDefinitions.policies.fallback,
      intentionDays: settingDefinitions['plans.intentionDays'].fallback,
      calendar,
    }),
  );
}

describe('demo plans', () => {
  // A day in the middle of the budget year, its end, and the first working days of the next.
  it.each(['2026-03-16', '2026-11-23', '2026-12-30', '2027-01-05'])('drawn up on %s are lawful', (today) => {
    const submitted: Plan[] = [];
    const warnings = new Map<string, number>();
    let complete = 0;
    for (const plan of world.plans(400, today)) {
      expect(planContentSchema.safeParse(plan.content).error).toBeUndefined();
      const findings = findingsOf(plan, today, submitted);
      if (plan.goal === 'incomplete') {
        expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
        continue;
      }
      complete += 1;
      const errors = findings.filter(({ severity }) => severity === 'error');
      expect(errors, `${plan.content.projectName} ${plan.id}`).toEqual([]);
      for (const { ruleId } of findings) {
        expect(acceptedWarnings, plan.content.projectName).toContain(ruleId);
        warnings.set(ruleId, (warnings.get(ruleId) ?? 0) + 1);
      }
      const { row } = plan.unit;
      submitted.push({
        ...benchPlanRow(complete),
        id: plan.id,
        purchaserId: row.id,
        status: 'office_review',
        content: plan.content,
      });
    }
    const share = [...warnings.values()].reduce((sum, count) => sum + count, 0) / complete;
    expect(share).toBeLessThan(0.15);
  });
});
