import { describe, expect, it } from 'vitest';
import { ruleTexts } from '#shared/text/zh-CN/rules.ts';
import { check } from '../engine.ts';
import { decisionFacts, exampleSilence, noticeFacts, statementFacts } from './breach-example.ts';
import { breachRules, checkBreach } from './breach-rules.ts';

describe.each(breachRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has words and an example of each kind', () => {
    expect(ruleTexts.has(id)).toBe(true);
    expect(rule.examples.passing).not.toEqual([]);
    expect(rule.examples.failing).not.toEqual([]);
  });

  it('holds for every passing example, and is found broken in every failing one', () => {
    for (const facts of rule.examples.passing) expect(check([rule], facts)).toEqual([]);
    for (const facts of rule.examples.failing) {
      const [finding] = check([rule], facts);
      expect(finding).toMatchObject({ ruleId: id, severity: rule.severity, article: rule.article });
      expect(finding?.paths).not.toEqual([]);
    }
  });
});

it('a late delivery goes from notice to decision without a word', () => {
  expect(checkBreach(noticeFacts())).toEqual([]);
  expect(checkBreach(statementFacts())).toEqual([]);
  expect(checkBreach(statementFacts(exampleSilence))).toEqual([]);
  expect(checkBreach(decisionFacts())).toEqual([]);
});

it('a breach that was not upheld asks for nothing, whatever was chosen before', () => {
  const unpaid = { consequences: ['penalty', 'termination'] as const, penalty: 900_000_000, loss: null };
  const content = { ...unpaid, consequences: [...unpaid.consequences], upheld: false, articles: [] };
  expect(checkBreach(decisionFacts(content, { contract: 'terminated', owed: 0 }))).toEqual([]);
});
