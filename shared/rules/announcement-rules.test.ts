import { describe, expect, it } from 'vitest';
import { defaultPolicies } from '#shared/codes/procurement-policies.ts';
import { exampleAnnouncement } from './announcement-facts.ts';
import { announcementPolicyRules } from './announcement-policies.ts';
import { announcementRules, checkAnnouncementRules } from './announcement-rules.ts';
import { check } from './engine.ts';

const policyRules = announcementPolicyRules(
  defaultPolicies.map((policy) => ({
    policy,
    rate: policy.deduction?.least ?? null,
    declaration: { field: 'file', attached: false },
  })),
);
const all = [
  ...announcementRules.map((rule) => [rule.id, rule] as const),
  ...policyRules.map((rule, index) => [`${rule.id} ${index}`, rule] as const),
];

describe('the rules of announcements', () => {
  it('find nothing in the lawful example', () => {
    expect(checkAnnouncementRules(exampleAnnouncement)).toEqual([]);
  });

  it('have ids of their own', () => {
    const ids = announcementRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(all)('%s has examples that hold', (_id, rule) => {
    expect(rule.examples.passing).not.toEqual([]);
    expect(rule.examples.failing).not.toEqual([]);
    for (const facts of rule.examples.passing) expect(check([rule], facts)).toEqual([]);
    for (const facts of rule.examples.failing) {
      const [finding] = check([rule], facts);
      expect(finding).toMatchObject({ ruleId: rule.id, severity: rule.severity });
      expect(finding?.paths).not.toEqual([]);
    }
  });
});
