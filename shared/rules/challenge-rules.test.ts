import { describe, expect, it } from 'vitest';
import { consequences } from '#shared/domain/challenges/model.ts';
import { ruleTexts } from '#shared/text/zh-CN/rules.ts';
import { challengeRules, checkChallenge, consequencesFor, replyRules } from './challenge-rules.ts';
import { check, type Rule } from './engine.ts';

function holding<Facts>(rules: readonly Rule<Facts>[]): void {
  describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
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
        expect(finding?.paths).not.toEqual([]);
      }
    });
  });
}

holding(challengeRules);
holding(replyRules);

it('a letter that says all it must, in time, is registered without a word', () => {
  const [example] = challengeRules[0]?.examples.passing ?? [];
  if (example === undefined) throw new Error('no example');
  expect(checkChallenge(example)).toEqual([]);
});

it('every consequence follows from something (94号令 art 16)', () => {
  const possible = new Set([
    ...consequencesFor('document'),
    ...consequencesFor('process'),
    ...consequencesFor('result'),
  ]);
  expect([...possible].sort()).toEqual([...consequences].sort());
  expect(consequencesFor(null)).toEqual([]);
});
