import { describe, expect, it } from 'vitest';
import { ruleTexts } from '#shared/text/zh-CN/rules.ts';
import { check } from '../engine.ts';
import { expectedFacts, paidFacts } from './payment-example.ts';
import { checkPayment, paymentRules } from './payment-rules.ts';

describe.each(paymentRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
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

it('a payment as the law wants it is registered and paid without a word', () => {
  expect(checkPayment(expectedFacts())).toEqual([]);
  expect(checkPayment(paidFacts())).toEqual([]);
});
