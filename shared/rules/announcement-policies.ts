// 落实政府采购政策: what the plan carries out, notice and result must not leave out. Made from the rows of the table of policies, so that each finding
// cites the document of its policy.
import { type Policy, policyArticle } from '#shared/codes/procurement-policies.ts';
import { deductionsIn, isPolicySaid, policyExamples } from '#shared/text/zh-CN/policy-phrases.ts';
import { type AnnouncementRuleFacts, exampleAnnouncement, type PolicyFact } from './announcement-facts.ts';
import type { Rule } from './engine.ts';

/** A warning: whether the winner was favoured under the policy, nobody but the parties knows. */
export const policyDeclared = 'announcement.policy_declared';

export function announcementPolicyRules(
  policies: readonly PolicyFact[],
): readonly Rule<AnnouncementRuleFacts>[] {
  return policies.flatMap(({ policy, rate, declaration }) => [
    said(policy),
    ...(rate === null ? [] : [saidAtRate(policy, rate)]),
    ...(declaration === null ? [] : [declared(policy, declaration.field)]),
  ]);
}

function said(policy: Policy): Rule<AnnouncementRuleFacts> {
  const { name, mention, notice } = policy;
  const under = (words: string) => ({
    ...exampleAnnouncement,
    policies: [{ policy, rate: null, declaration: null }],
    said: words,
  });
  return {
    id: 'announcement.policy_said',
    article: policyArticle(policy),
    severity: 'error',
    fields: ['policies'],
    // A result whose policy has no sentence of its own says nothing of it.
    appliesTo: ({ type }) => type !== 'RESULT' || policy.result !== '',
    holds: (facts) => isPolicySaid(facts.said, policy),
    params: () => ({ policy: name, mention }),
    get examples() {
      return { passing: [under(notice)], failing: [under(''), under(policyExamples.denied(mention))] };
    },
  };
}

/** Another 价格扣除 than the plan's would be what suppliers are evaluated by. */
function saidAtRate(policy: Policy, rate: number): Rule<AnnouncementRuleFacts> {
  const { name, mention } = policy;
  const under = (percent: number) => ({
    ...exampleAnnouncement,
    policies: [{ policy, rate, declaration: null }],
    said: policyExamples.deduction(mention, percent),
  });
  return {
    id: 'announcement.policy_rate',
    article: policyArticle(policy),
    severity: 'error',
    fields: ['policies'],
    appliesTo: () => true,
    holds: ({ said: words }) =>
      deductionsIn(words, mention).every((percents) => percents.length === 0 || percents.includes(rate)),
    params: () => ({ policy: name, rate }),
    get examples() {
      return { passing: [under(rate)], failing: [under(rate + 1)] };
    },
  };
}

/** Who wins need not have used the policy: a warning. */
function declared(policy: Policy, field: string): Rule<AnnouncementRuleFacts> {
  const { code, name, declaration } = policy;
  const under = (attached: boolean) => ({
    ...exampleAnnouncement,
    type: 'RESULT',
    policies: [{ policy, rate: null, declaration: { field, attached } }],
    said: policy.mention,
  });
  return {
    id: policyDeclared,
    article: policyArticle(policy),
    severity: 'warning',
    fields: [field],
    appliesTo: () => true,
    holds: ({ policies }) =>
      policies.some((each) => each.policy.code === code && each.declaration?.attached === true),
    params: () => ({ policy: name, declaration }),
    get examples() {
      return { passing: [under(true)], failing: [under(false)] };
    },
  };
}
