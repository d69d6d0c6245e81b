import { describe, expect, it } from 'vitest';
import { check } from './engine.ts';
import { sectionEventRules } from './section-event-rules.ts';

describe('the rules of events', () => {
  it('have ids of their own', () => {
    const ids = sectionEventRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(sectionEventRules.map((rule) => [rule.id, rule] as const))(
    '%s has examples that hold',
    (_, rule) => {
      expect(rule.examples.passing).not.toEqual([]);
      expect(rule.examples.failing).not.toEqual([]);
      for (const facts of rule.examples.passing) {
        expect(rule.appliesTo(facts)).toBe(true);
        expect(check([rule], facts)).toEqual([]);
      }
      for (const facts of rule.examples.failing) {
        const [finding] = check([rule], facts);
        expect(finding).toMatchObject({ ruleId: rule.id, severity: rule.severity });
      }
    },
  );
});
