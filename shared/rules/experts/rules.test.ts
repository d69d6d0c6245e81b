import { describe, expect, it } from 'vitest';
import { ruleTexts } from '#shared/text/zh-CN/rules.ts';
import { check } from '../engine.ts';
import { fewestExperts, smallestCommittee } from './committee.ts';
import { exampleFacts } from './facts.ts';
import { applicationRules, checkApplication } from './rules.ts';

describe.each(applicationRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
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

it('finds nothing wrong with the example', () => {
  expect(checkApplication(exampleFacts())).toEqual([]);
});

it.each([
  [3, 2, 1],
  [5, 4, 1],
  [7, 5, 2],
  [9, 6, 3],
  [11, 8, 3],
])('a committee of %i has at least %i experts, and at most %i of the unit', (size, experts, reps) => {
  expect([fewestExperts(size), size - fewestExperts(size)]).toEqual([experts, reps]);
});

const plain = { complex: false, socialImpact: false };
it.each([
  ['OPEN_TENDER', 999_999_999, false, plain, 5],
  ['OPEN_TENDER', 1_000_000_000, false, plain, 7],
  ['INVITED_TENDER', 100, false, { ...plain, complex: true }, 7],
  ['INVITED_TENDER', 100, false, { ...plain, socialImpact: true }, 7],
  ['COMPETITIVE_NEGOTIATION', 1_000_000_000, false, { ...plain, complex: true }, 3],
  ['COMPETITIVE_NEGOTIATION', 100, true, plain, 5],
  ['INQUIRY', 100, true, plain, 5],
  ['INQUIRY', 100, false, plain, 3],
  ['COMPETITIVE_CONSULTATION', 1_000_000_000, true, plain, 3],
  ['SINGLE_SOURCE', 100, true, plain, null],
] as const)(
  '%s for %i fen, at the threshold: %s: %j needs %s',
  (method, budget, atOpenTender, content, least) => {
    expect(smallestCommittee({ method, budget, atOpenTender, content })).toBe(least);
  },
);
