import { describe, expect, it } from 'vitest';
import { exampleAnnouncement } from './announcement-facts.ts';
import { announcementRules, checkAnnouncementRules } from './announcement-rules.ts';
import { check } from './engine.ts';

describe('the rules of announcements', () => {
  it('find nothing in the lawful example', () => {
    expect(checkAnnouncementRules(exampleAnnouncement)).toEqual([]);
  });

  it('have ids of their own', () => {
    const ids = announcementRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(announcementRules.map((rule) => [rule.id, rule] as const))(
    '%s has examples that hold',
    (_id, rule) => {
      expect(rule.examples.passing).not.toEqual([]);
      expect(rule.examples.failing).not.toEqual([]);
      for (const facts of rule.examples.passing) expect(check([rule], facts)).toEqual([]);
      for (const facts of rule.examples.failing) {
        const [finding] = check([rule], facts);
        expect(finding).toMatchObject({ ruleId: rule.id, severity: rule.severity });
        expect(finding?.paths).not.toEqual([]);
      }
    },
  );
});
