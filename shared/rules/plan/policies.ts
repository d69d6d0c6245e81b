// 政府采购政策: each policy in force is answered once, with a lawful deduction or with a reason why it does not apply. The rules are made from the
// rows of the table, so that a finding cites the document of its policy and a new row needs no code; their examples are made when asked for.
import { type Policy, policyArticle } from '#shared/codes/procurement-policies.ts';
import type { PlanContent, PolicyAnswer } from '#shared/domain/plans/model.ts';
import { askedPolicies, usualAnswer } from '#shared/domain/plans/policies.ts';
import type { Rule } from '../engine.ts';
import { exampleFacts } from '../plan-example.ts';
import type { PlanFacts } from '../plan-facts.ts';

const fields = ['policies'];

/** A policy may have several rows, for other times and categories: each speaks where it is in force. */
export function policyRules(policies: readonly Policy[]): readonly Rule<PlanFacts>[] {
  return [...policies.filter(({ asks }) => asks === 'answered').flatMap(rulesOf), notAsked];
}

function rulesOf(policy: Policy): readonly Rule<PlanFacts>[] {
  const { code, name, deduction } = policy;
  const article = policyArticle(policy);
  const isAsked = (facts: PlanFacts) =>
    askedPolicies(facts.policies, facts.content, facts.today).includes(policy);
  const answerIn = ({ content }: PlanFacts) => content.policies?.find((answer) => answer.code === code);
  const under = (policies: readonly PolicyAnswer[]) =>
    exampleFacts(contentUnder(policy, policies), { policies: [policy] });
  const usual = usualAnswer(policy);
  const answered: Rule<PlanFacts> = {
    id: 'plan.policy_answered',
    article,
    severity: 'error',
    fields,
    // A plan of before, perhaps submitted offline, is not refused for what its form did not ask.
    appliesTo: (facts) => isAsked(facts) && facts.content.policies !== null,
    holds: (facts) => answerIn(facts) !== undefined,
    params: () => ({ policy: name }),
    get examples() {
      return { passing: [under([usual])], failing: [under([])] };
    },
  };
  const reason: Rule<PlanFacts> = {
    id: 'plan.policy_reason',
    article,
    severity: 'error',
    fields,
    appliesTo: (facts) => isAsked(facts) && answerIn(facts)?.applies === false,
    holds: (facts) => answerIn(facts)?.reason.trim() !== '',
    params: () => ({ policy: name }),
    get examples() {
      return {
        passing: [under([{ code, applies: false, rate: null, reason: 'No goods are bought.' }])],
        failing: [under([{ code, applies: false, rate: null, reason: ' ' }])],
      };
    },
  };
  if (deduction === null) return [answered, reason];
  const { least, most } = deduction;
  const rate: Rule<PlanFacts> = {
    id: 'plan.policy_rate',
    article,
    severity: 'error',
    fields,
    appliesTo: (facts) => isAsked(facts) && answerIn(facts)?.applies === true,
    holds: (facts) => {
      const given = answerIn(facts)?.rate ?? null;
      return given !== null && given >= least && given <= most;
    },
    params: () => ({ policy: name, least, most }),
    get examples() {
      const outside = [least - 1, most + 1].filter((percent) => percent >= 0 && percent <= 100);
      return {
        passing: [least, most].map((percent) => under([{ ...usual, rate: percent }])),
        failing: [null, ...outside].map((percent) => under([{ ...usual, rate: percent }])),
      };
    },
  };
  return [answered, reason, rate];
}

const exampleAnswers = exampleFacts().content.policies ?? [];

/** What nobody asks about any more would travel with the plan, such as after a change of the category. */
const notAsked: Rule<PlanFacts> = {
  id: 'plan.policy_not_asked',
  article: 'system',
  severity: 'error',
  fields,
  appliesTo: () => true,
  holds: ({ content, policies, today }) => {
    const asked = new Set(askedPolicies(policies, content, today).map(({ code }) => code));
    const answers = (content.policies ?? []).map(({ code }) => code);
    return new Set(answers).size === answers.length && answers.every((code) => asked.has(code));
  },
  examples: {
    passing: [exampleFacts()],
    failing: [
      // A project that begins before the policy.
      exampleFacts({ plannedStart: '2025-12-31' }),
      exampleFacts({ category: 'B' }),
      exampleFacts({ policies: [...exampleAnswers, ...exampleAnswers] }),
    ],
  },
};

/** The example as a project that is under the policy, with these answers. */
function contentUnder(
  { categories, validFrom, validTo }: Policy,
  policies: readonly PolicyAnswer[],
): Partial<PlanContent> {
  return {
    category: categories[0] ?? null,
    plannedStart: validFrom ?? validTo,
    smeMode: 'NONE',
    policies: [...policies],
  };
}
