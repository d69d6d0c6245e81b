import { describe, expect, it } from 'vitest';
import { citation } from '#shared/text/zh-CN/articles.ts';
import { ruleTexts } from '#shared/text/zh-CN/rules.ts';
import { check } from '../engine.ts';
import { awardMethodRules, checkMethod } from './method.ts';

describe.each(awardMethodRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has words, an article and an example of each kind', () => {
    expect(ruleTexts.has(id)).toBe(true);
    expect(citation(rule.article)).toBeDefined();
    expect(rule.examples.passing).not.toEqual([]);
    expect(rule.examples.failing).not.toEqual([]);
  });

  it('applies to and holds for every passing example, and is found broken in every failing one', () => {
    for (const facts of rule.examples.passing) {
      expect([rule.appliesTo(facts), rule.holds(facts)]).toEqual([true, true]);
    }
    for (const facts of rule.examples.failing) {
      const [finding] = check([rule], facts);
      expect(finding).toMatchObject({ ruleId: id, severity: rule.severity, article: rule.article });
      expect(finding?.paths).not.toEqual([]);
    }
  });
});

it('two in a 磋商 of 政府购买服务 are told of once, with the clause that lets it go on', () => {
  const two = awardMethodRules.find(({ id }) => id === 'award.two_suffice')?.examples.failing[0];
  if (two === undefined) throw new Error('no example');
  expect(checkMethod(two).map(({ ruleId }) => ruleId)).toEqual(['award.two_suffice']);
});
