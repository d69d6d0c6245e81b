import { describe, expect, it } from 'vitest';
import { defaultPolicies } from '#shared/codes/procurement-policies.ts';
import { check } from './engine.ts';
import { policyRules } from './plan/policies.ts';
import { exampleFacts } from './plan-example.ts';
import { checkPlan, planRules } from './plan-rules.ts';

const all = [
  ...planRules.map((rule) => [rule.id, rule] as const),
  ...policyRules(defaultPolicies).map((rule, index) => [`${rule.id} ${index}`, rule] as const),
];

describe('the rules of 采购计划备案', () => {
  it('find nothing in the lawful example', () => {
    expect(checkPlan(exampleFacts())).toEqual([]);
  });

  it('have ids of their own', () => {
    const ids = planRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  describe.each(all)('%s', (_id, rule) => {
    it('has an example of each kind', () => {
      expect(rule.examples.passing).not.toEqual([]);
      expect(rule.examples.failing).not.toEqual([]);
    });

    it('applies to and holds for every passing example', () => {
      for (const facts of rule.examples.passing) {
        expect([rule.appliesTo(facts), rule.holds(facts)]).toEqual([true, true]);
      }
    });

    it('is found broken, at a place, in every failing example', () => {
      for (const facts of rule.examples.failing) {
        const [finding] = check([rule], facts);
        expect(finding).toMatchObject({ ruleId: rule.id, severity: rule.severity, article: rule.article });
        expect(finding?.paths).not.toEqual([]);
      }
    });
  });
});
