// 落实政府采购政策: what the plan carries out, notice and result must not leave out. Made from the rows of the table of policies, so that each finding
// cites the document of its policy.
import { type Policy, policyArticle } from '#shared/codes/procurement-policies.ts';
import { type AnnouncementRuleFacts, exampleAnnouncement, type PolicyFact } from './announcement-facts.ts';
import type { Rule } from './engine.ts';

export function announcementPolicyRules(
  policies: readonly PolicyFact[],
): readonly Rule<AnnouncementRuleFacts>[] {
  return policies.flatMap(({ policy, declaration }) => [
    said(policy),
    ...(declaration === null ? [] : [declared(policy, declaration.field)]),
  ]);
}

function said(policy: Policy): Rule<AnnouncementRuleFacts> {
  const { name, mention, notice } = policy;
  const under = (words: string) => ({
    ...exampleAnnouncement,
    policies: [{ policy, declaration: null }],
    said: words,
  });
  return {
    id: 'announcement.policy_said',
    article: policyArticle(policy),
    severity: 'error',
    fields: ['policies'],
    // A result whose policy has no sentence of its own says nothing of it.
    appliesTo: ({ type }) => type !== 'RESULT' || policy.result !== '',
    holds: (facts) => facts.said.includes(mention),
    params: () => ({ policy: name, mention }),
    get examples() {
      return { passing: [under(notice)], failing: [under('')] };
    },
  };
}

/** Who wins need not have used the policy: a warning. */
function declared(policy: Policy, field: string): Rule<AnnouncementRuleFacts> {
  const { code, name, declaration } = policy;
  const under = (attached: boolean) => ({
    ...exampleAnnouncement,
    type: 'RESULT',
    policies: [{ policy, declaration: { field, attached } }],
    said: policy.mention,
  });
  return {
    id: 'announcement.policy_declared',
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
