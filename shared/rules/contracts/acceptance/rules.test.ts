import { describe, expect, it } from 'vitest';
import { ruleTexts } from '#shared/text/zh-CN/rules.ts';
import { check } from '../../engine.ts';
import { example, exampleMember, failing, publicService } from './facts.ts';
import { acceptanceRules, checkAcceptance } from './rules.ts';

describe.each(acceptanceRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
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

it('one that passes, one that is to be put right and one of a public service are concluded without a word', () => {
  for (const facts of [example(), failing(), publicService()]) expect(checkAcceptance(facts)).toEqual([]);
});

it('says of each member who may not sit why, at its line', () => {
  const members = [
    exampleMember(1),
    exampleMember(2, { unit: 'First' }),
    exampleMember(3, { unit: 'Agency' }),
    exampleMember(4, { name: 'Reviewer' }),
    exampleMember(5, { unit: '许昌市财政局' }),
  ];
  expect(checkAcceptance(example({ members })).map(({ ruleId, paths }) => [ruleId, ...paths])).toEqual([
    ['acceptance.member_of_supplier', 'members.1.unit'],
    ['acceptance.member_of_agency', 'members.2.unit'],
    ['acceptance.member_reviewed', 'members.3.name'],
    ['acceptance.member_regulates', 'members.4.unit'],
  ]);
});
