import { describe, expect, it } from 'vitest';
import { ruleTexts } from '#shared/text/zh-CN/rules.ts';
import { check } from '../engine.ts';
import { checkContractChange, contractChangeRules } from './contract-change-rules.ts';

describe.each(contractChangeRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has words and an example of each kind', () => {
    expect(ruleTexts.has(id)).toBe(true);
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
      // Where there is no field, there are no words for the user.
      expect(finding?.paths).not.toEqual([]);
    }
  });
});

it('a tenth more of the same, with both texts, is announced without a word', () => {
  const [example] = contractChangeRules[0]?.examples.passing ?? [];
  if (example === undefined) throw new Error('no example');
  expect(checkContractChange(example)).toEqual([]);
});
