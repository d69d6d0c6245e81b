// Every check of 采购计划备案 (DOMAIN §2.2), in the order of the form.
import { check, type Finding, type Rule } from './engine.ts';
import { agencyRules } from './plan/agency.ts';
import { amountRules } from './plan/amounts.ts';
import { basicRules } from './plan/basics.ts';
import { catalogueRules } from './plan/catalogue.ts';
import { evaluationRules } from './plan/evaluation.ts';
import { frameworkRules } from './plan/framework.ts';
import { methodRules } from './plan/method.ts';
import { methodChangeRules } from './plan/method-change.ts';
import { packageRules } from './plan/packages.ts';
import { policyRules } from './plan/policies.ts';
import { smeRules } from './plan/sme.ts';
import { splittingRules } from './plan/splitting.ts';
import { timingRules } from './plan/timing.ts';
import type { PlanFacts } from './plan-facts.ts';

export type { PlanFacts } from './plan-facts.ts';

/** Those of each policy in force are made from its row (plan/policies.ts). */
export const planRules: readonly Rule<PlanFacts>[] = [
  ...basicRules,
  ...catalogueRules,
  ...amountRules,
  ...methodRules,
  ...frameworkRules,
  ...methodChangeRules,
  ...splittingRules,
  ...agencyRules,
  ...smeRules,
  ...timingRules,
  ...evaluationRules,
  ...packageRules,
];

/** The findings on a plan; cheap enough to ask at every key stroke. */
export function checkPlan(facts: PlanFacts): readonly Finding[] {
  return check([...planRules, ...policyRules(facts.policies)], facts);
}
